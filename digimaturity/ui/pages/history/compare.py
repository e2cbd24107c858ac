"""Two assessments side by side: of two years, two revisions, or two companies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.report.comparison_details import Detail, details
from digimaturity.report.comparison_words import explanation, statement
from digimaturity.services.comparing import Ref, newest_of
from digimaturity.ui.compare_loading import CompareLoading
from digimaturity.ui.compare_reading import Loaded, Wish
from digimaturity.ui.compare_rows import Order, Show, counted, shown_rows
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.scrolled import scroll_area
from digimaturity.ui.widgets.basics import label, line, spaced
from digimaturity.ui.widgets.company_search import CompanySearch
from digimaturity.ui.widgets.compare_choices import ShownChoices, TwoChoices
from digimaturity.ui.widgets.compare_columns import CompareHead
from digimaturity.ui.widgets.compare_list import CompareList
from digimaturity.ui.widgets.compare_saving import CompareSaving
from digimaturity.ui.widgets.flow import flowing

#: The page is no wider (pixels at 100 %).
_WIDEST = 960

#: The search's title, above its field (pixels at 100 %).
_ABOVE = 52

#: The place at which another company is looked for.
OTHER = "other"


class CompareTab(Page):
    """Everything is made once; what is compared is read beside the interface and put in."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        t, theme = parts.t, parts.theme
        self._loaded: Loaded | None = None
        self._wanted: tuple[Ref | None, Ref | None] = (None, None)
        self._others: tuple[str, ...] = ()
        self._side = -1  # for which another company is looked for
        self._anew = False  # whatever was compared before
        self._mark = ""
        self._leading = False  # into the list, as soon as there is one
        self.loading = CompareLoading(parts, self._show, self)
        self.two = TwoChoices(theme, t, others=parts.session.mentoring)
        self.two.chosen.connect(self._chosen)
        self.two.other_asked.connect(self.look_for_other)
        self.two.swapped.connect(self.swap)
        self.search = CompanySearch(parts)
        self.search.chosen.connect(self._take_other)
        self.search.left.connect(self._leave_search)
        self.search.hide()
        self._statement = label("", "large", wrap=True)
        self._explanation = label("", "secondary", wrap=True)
        self.shown = ShownChoices(theme, t)
        self.shown.changed.connect(self._show_rows)
        self.saving = CompareSaving(parts, lambda: self._loaded, lambda: self.list.rows.rows)
        self._head = CompareHead(theme)
        self.list = CompareList(theme, t, self._tell)
        self.list.marked.connect(self._scroll_to)
        self.list.swap.connect(self.swap)
        self._none = label("", "secondary", wrap=True)
        for words in (self._statement, self._explanation, self._none):
            words.setMaximumWidth(theme.px(theme.tokens.space.text_column))
        self._scroll = scroll_area()
        self._arrange()
        self._show_what_there_is()

    def _arrange(self) -> None:
        px = self.parts.theme.px
        content, inner = QWidget(), QWidget()
        content.setObjectName("page")
        inner.setMaximumWidth(px(_WIDEST))
        column = QVBoxLayout(inner)
        spaced(column, 0, gap=px(12))
        column.addWidget(self.two)
        column.addWidget(self.search)
        self._rule = line()
        column.addWidget(self._rule)
        column.addWidget(self._statement)
        column.addWidget(self._explanation)
        self._tools = QWidget()
        tools = flowing(px(8), self.shown.show_box, self.shown.order_box, *self.saving.buttons)
        spaced(tools, 0, gap=px(8))
        self._tools.setLayout(tools)
        column.addWidget(self._tools)
        column.addWidget(self.saving)
        rows = QVBoxLayout()
        spaced(rows, 0)
        rows.addWidget(self._head)
        rows.addWidget(self.list)
        column.addLayout(rows)
        column.addWidget(self._none)
        column.addStretch(1)
        around = QVBoxLayout(content)
        spaced(around, px(32), px(24), px(32), px(32))
        around.addWidget(inner)
        self._scroll.setWidget(content)
        whole = QVBoxLayout(self)
        spaced(whole, 0)
        whole.addWidget(self._scroll)

    # -- as every page

    def place(self) -> str:
        """A and B, which questions are shown in which order, and where the keyboard is."""
        loaded, parts = self._loaded, []
        if loaded is not None:
            parts = [f"{name}={ref}" for name, ref in zip("ab", (loaded.a, loaded.b), strict=True)]
        parts += [f"show={self.shown.show_only}", f"order={self.shown.order}"]
        if self.list.current:
            parts.append(f"at={self.list.current}")
        return " ".join(parts)

    def come_back(self, place: str) -> None:
        """Compare the same again, or look for another company."""
        found = dict(part.split("=", 1) for part in place.split() if "=" in part)
        self._wanted = Ref.read(found.get("a", "")), Ref.read(found.get("b", ""))
        show, order = found.get("show", ""), found.get("order", "")
        self.shown.choose(
            Show(show) if show in set(Show) else Show.ALL,
            Order(order) if order in set(Order) else Order.PACK,
        )
        self._mark = found.get("at", "")
        if self._wanted != self._now():  # what stood further below was of other assessments
            self._scroll.verticalScrollBar().setValue(0)
        self._stale = True
        if place == OTHER and self.parts.session.mentoring:
            self.look_for_other(1)
            self._anew = True

    def start(self) -> None:
        """The keyboard is where another company is looked for, else in the list."""
        if not self.search.isHidden():
            self.search.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.list.rows.rows:
            self.list.mark_first()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._leading = self._loaded is None
            self.two.boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read anew what is compared."""
        company = self.parts.session.company
        if company is not None:
            self.loading.begin(Wish(company.id, *self._wanted, self._others))

    # -- which two

    def _chosen(self, side: int, ref: Ref) -> None:
        a, b = self._now()
        self._wanted = (ref, b) if side == 0 else (a, ref)
        self._leave_search()
        self.refresh()

    def swap(self) -> None:
        """A takes the place of B."""
        a, b = self._now()
        if a is not None and b is not None:
            self._wanted = b, a
            self._mark = self.list.current
            self.refresh()

    def _now(self) -> tuple[Ref | None, Ref | None]:
        return (self._loaded.a, self._loaded.b) if self._loaded is not None else self._wanted

    def look_for_other(self, side: int) -> None:
        """Look for another company for A (0) or B (1)."""
        t, company = self.parts.t, self.parts.session.company
        self._side, self._anew = side, False
        if self._loaded is not None:  # the list shows again what is chosen
            self._show_choices(self._loaded)
        titles = t("Which company shall be A?"), t("Which company shall be B?")
        self.search.begin(titles[side], company.id if company is not None else "")
        self.search.show()
        self.search.field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_search)

    def _show_search(self) -> None:
        """Scroll to all of it, where there is room for that."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.ensureWidgetVisible(self.search)
        self._scroll.ensureWidgetVisible(self.search.field, 0, self.parts.theme.px(_ABOVE))

    def _take_other(self, company: str) -> None:
        """Its newest assessment is compared."""
        workspace = self.parts.session.workspace
        if workspace is None:
            return
        ref = newest_of(workspace, company)
        self._others = tuple(dict.fromkeys((*self._others, company)))
        if ref is not None:
            if self._anew:
                self._loaded, self._wanted = None, (None, None)
            self._chosen(self._side, ref)
            self.two.boxes[self._side].setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_search(self) -> None:
        if not self.search.isHidden():
            kept = self.search.hasFocus() or self.search.field.hasFocus()
            self.search.hide()
            if kept:
                self.two.boxes[max(self._side, 0)].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is shown

    def _show(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._wanted = loaded.a, loaded.b
        self._show_choices(loaded)
        told = loaded.told
        if told is not None:
            t = self.parts.t
            self._statement.setText(statement(told))
            self._explanation.setText(explanation(told))
            self.shown.show_counts(counted(loaded.rows), onwards=told.onwards)
            self._head.name(*loaded.heads, t("Change") if told.onwards else t("Difference"))
        self._show_rows()
        if self._mark:
            self.list.mark(self._mark)
            self._mark = ""
        if self._leading and self.two.boxes[0].hasFocus():
            self.start()
        self._leading = False

    def _show_choices(self, loaded: Loaded) -> None:
        self.two.show_entries(loaded.entries, (loaded.a, loaded.b), loaded.about)

    def _show_rows(self) -> None:
        loaded = self._loaded
        if loaded is not None:
            show, order = self.shown.show_only, self.shown.order
            self.list.show_rows(shown_rows(loaded.rows, show, order, self.parts.t))
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        """The comparison, or why there is none."""
        told = self._loaded.told if self._loaded is not None else None
        for one in (self._statement, self._tools, self._head, self.list):
            one.setVisible(told is not None)
        self._explanation.setVisible(told is not None and bool(self._explanation.text()))
        words = self._nothing()
        self._none.setText(words)
        self._none.setVisible(bool(words))

    def _nothing(self) -> str:
        """What is said where there is nothing to see."""
        t, loaded = self.parts.t, self._loaded
        if loaded is None:
            return ""
        if loaded.why:
            return loaded.why
        if loaded.a is None or loaded.b is None:
            words = t(
                "Two assessments of this company, or two revisions of one, stand side by side here:"
                " what rose, what fell, and what only the questionnaire changed. So far there is"
                " one."
            )
            if self.parts.session.mentoring:
                words += " " + t("You can compare it with that of another company.")
            return words
        if loaded.a == loaded.b:
            return t("A and B are the same. Choose another one in A or B.")
        if len(self.list.rows.rows) <= 1:
            return t("No question is of this kind.")
        return ""

    def _tell(self, key: str) -> tuple[Detail, Detail]:
        loaded = self._loaded
        found = next(row.line for row in loaded.rows if row.key == key) if loaded else None
        if loaded is None or loaded.told is None or found is None:
            raise LookupError(key)
        return details(loaded.told, found)

    def _scroll_to(self, row: QRect) -> None:
        """Keep the row that has the keyboard in sight."""
        content = self._scroll.widget()
        self.list.page_step = self._scroll.viewport().height()
        if self.list.hasFocus() and content is not None:
            place = self.list.mapTo(content, QPoint(row.left(), row.top()))
            height = min(row.height(), self._scroll.viewport().height())
            self._scroll.ensureVisible(0, place.y() + height // 2, 0, height // 2)
