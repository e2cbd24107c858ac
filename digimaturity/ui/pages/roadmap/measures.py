"""The recommendations: each accepted, declined, adapted or left open, and one's own beside them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.charts import impact_effort as drawing
from digimaturity.charts.impact_effort import ImpactEffort
from digimaturity.domain.roadmap.deciding import Choice, Standing, choices, ordered
from digimaturity.report.measure_words import charted, impact_effort, impact_words
from digimaturity.report.wording import Wording
from digimaturity.ui.icons import put_icon
from digimaturity.ui.measure_rows import counted, rows_of, total_words
from digimaturity.ui.pages.page import Page
from digimaturity.ui.pages.roadmap.closed import closed_words
from digimaturity.ui.parts import Parts
from digimaturity.ui.scrolled import scroll_area
from digimaturity.ui.widgets.basics import button, label, set_kind, spaced
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.fold_line import FoldLine
from digimaturity.ui.widgets.measure_beside import (
    ACCEPT,
    ADAPT,
    DECLINE,
    DETAIL,
    OWN,
    MeasureBeside,
)
from digimaturity.ui.widgets.measure_choices import MeasureChoices
from digimaturity.ui.widgets.measure_list import MeasureList
from digimaturity.ui.widgets.slot import Slot

#: Widths (pixels at 100 %): of what stands beside the list, and below which it takes its place.
_SIDE, _NARROW = 401, 880

#: What is said of a measure is shown when the arrows have rested so long (milliseconds).
_REST = 120


class MeasuresTab(Page):
    """The list scrolls together with what stands above it; what is chosen stands beside it."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        t, theme = parts.t, parts.theme
        self._found: tuple[Choice, ...] = ()
        self._w: Wording | None = None
        self._wanted = ""
        self.tools = MeasureChoices(theme, t)
        self.tools.changed.connect(self._show_rows)
        self._several = button("", self._accept_selected)
        self._several_not = button("", self._decline_selected)
        self._own = button(t("Add your own …"), lambda: self.beside.ask(OWN))
        self._note = label("", "secondary", wrap=True)
        self._total = label("", "secondary", wrap=True)
        keys = t("A accepts, D declines, Enter shows all about it.")
        self._keys = label(keys, "small", wrap=True)
        self._chart_line = FoldLine(t("Impact and effort as a chart"))
        self._chart_line.clicked.connect(self._turn_chart)
        self._chart = Slot()
        self.list = MeasureList(theme, t)
        self.list.pressed.connect(self._pressed)
        self.list.marked.connect(self._marked)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_several())
        self.beside = MeasureBeside(parts)
        self.beside.turned.connect(self._lay_out)
        self.beside.left.connect(self._back_to_list)
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._follow)
        self._left = scroll_area()
        self._border = QFrame()
        self._border.setProperty("kind", "line")
        self._border.setFixedWidth(1)
        self._arrange()
        self._turn_icon()
        self._lay_out()

    def _arrange(self) -> None:
        px = self.parts.theme.px
        tools = Flow(px(8))
        spaced(tools, 0, gap=px(8))
        for one in (*self.tools.boxes, self._own, self._several, self._several_not):
            tools.addWidget(one)
        content = QWidget()
        content.setObjectName("page")
        column = QVBoxLayout(content)
        spaced(column, px(32), px(24), px(32), px(32), gap=px(8))
        column.addLayout(tools)
        column.addWidget(self._note)
        column.addWidget(self._total)
        column.addWidget(self._keys)
        column.addWidget(self._chart_line)
        column.addWidget(self._chart)
        column.addWidget(self.list)
        column.addStretch()
        self._left.setWidget(content)
        row = QHBoxLayout(self)
        spaced(row, 0)
        row.addWidget(self._left, stretch=1)
        row.addWidget(self._border)
        row.addWidget(self.beside)

    # -- as every page

    def place(self) -> str:
        """The measure that is shown in full."""
        asked = self.beside.asked
        return asked.keys[0] if asked.mode == DETAIL else ""

    def come_back(self, place: str) -> None:
        """Show a measure in full, ask what it builds on, or begin with a new one."""
        self._wanted = place
        self._stale = True

    def start(self) -> None:
        """The keyboard is in the form that is open, else in the list."""
        if self.beside.asked.mode not in {"", DETAIL}:
            self.beside.lead()
        else:
            self._to_list()

    def draft(self) -> object:
        """What is being typed beside the list."""
        return self.beside.draft()

    def take_up(self, draft: object) -> None:
        """Type it again."""
        self.catch_up()
        self.beside.take_up(draft)

    def refresh(self) -> None:
        """Show what there is to decide now."""
        session, t = self.parts.session, self.parts.t
        self._w = session.wording(t, sample=self.parts.shell.settings.sample)
        self._found = choices(self._w.evaluation, session.book) if self._w else ()
        self.tools.show_counts(counted(self._found))
        note = self._standing_note()
        self._note.setText(note)
        self._note.setVisible(bool(note))
        total = total_words(self._w, self._found) if self._w else ""
        self._total.setText(total)
        self._total.setVisible(bool(total))
        self._own.setVisible(session.plannable)
        set_kind(self._note, "secondary" if session.plannable else "strong")
        self._keys.setVisible(session.plannable and bool(self._found))
        self._show_rows()
        self._show_chart()
        self.beside.know(self._w, self._found)
        self._go_where_wanted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for two columns there is one."""
        super().resizeEvent(event)
        self._lay_out()

    # -- the list

    def _standing_note(self) -> str:
        t, session = self.parts.t, self.parts.session
        if self._w is None:
            return ""
        if not session.plannable:
            return closed_words(session, t)
        if not self._found:
            return t("No measure follows from the answers yet; you can add your own.")
        return ""

    def _show_rows(self) -> None:
        if self._w is None:
            self.list.show_rows(())
            return
        shown = [one for one in self._found if self.tools.standing in (None, one.standing)]
        rows = rows_of(self._w, self._found, ordered(shown, self.tools.order), self.parts.theme)
        self.list.show_rows(rows)
        self._show_several()

    def _show_several(self) -> None:
        """What can be done with several at once."""
        t, keys = self.parts.t, self.list.selected
        several = len(keys) > 1 and self.parts.session.plannable
        self._several.setText(t("Accept {n}", n=len(keys)))
        self._several_not.setText(t("Decline {n} …", n=len(keys)))
        for one in (self._several, self._several_not):
            one.setVisible(several)

    def _accept_selected(self) -> None:
        self._pressed("accept")

    def _decline_selected(self) -> None:
        self._pressed("decline")

    def _pressed(self, what: str) -> None:
        keys = self.list.selected or (self.list.current,)
        if what == "open":
            self.beside.ask(DETAIL, (self.list.current,))
            if self._narrow:  # the list is gone
                self.beside.lead()
        elif not self.parts.session.plannable:
            return
        elif what == "accept":
            self._accept(keys)
        elif what == "decline":
            keys = tuple(one.id for one in self._found if one.id in keys and not one.fixed)
            if keys:
                self.beside.ask(DECLINE, keys)
        elif what == "adapt":
            self.beside.ask(ADAPT, (self.list.current,))
        elif what == "reopen" and self.beside.reopen(keys):
            self._follow()

    def _accept(self, keys: tuple[str, ...]) -> None:
        if self.beside.accept(keys):
            self._follow()

    def _follow(self) -> None:
        """What stands beside the list goes on with it."""
        if self.beside.asked.mode == DETAIL and self.list.current:
            self.beside.ask(DETAIL, (self.list.current,))

    def _marked(self, row: QRect) -> None:
        """Scroll to the row; beside the list stands what is said of it, if anything does."""
        content = self._left.widget()
        self.list.page_step = self._left.viewport().height()
        if self.list.hasFocus() and content is not None:
            place = self.list.mapTo(content, QPoint(row.left(), row.center().y()))
            self._left.ensureVisible(0, place.y(), 0, row.height())
        if self.list.hasFocus() and not self._narrow and self.beside.asked.mode == DETAIL:
            self._rest.start()

    def _to_list(self) -> None:
        if self.list.rows.rows and not self.list.current:
            self.list.mark(self.list.rows.rows[0].id)
        (self.list if self.list.rows.rows else self._own).setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to_list(self) -> None:
        self._lay_out()
        self._to_list()

    # -- where one was led

    def _go_where_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if not wanted:
            return
        if wanted == OWN:
            self.beside.ask(OWN)
            return
        mode, _, key = wanted.rpartition(" ")
        if key in {one.id for one in self._found}:
            if not self.list.mark(key):
                self.tools.show_all()
                self.list.mark(key)
            self.beside.ask(ACCEPT if mode == ACCEPT else DETAIL, (key,))

    # -- the chart

    def _turn_chart(self) -> None:
        self._chart_line.tell(opened=not self._chart_line.opened)
        self._turn_icon()
        self._show_chart()

    def _turn_icon(self) -> None:
        theme = self.parts.theme
        name = "chevron-down" if self._chart_line.opened else "chevron-right"
        put_icon(self._chart_line, name, theme.colour("accent"), theme.px(14))

    def _show_chart(self) -> None:
        shown = charted(self._w, self._found) if self._w else []
        self._chart_line.setVisible(bool(shown))
        if self._w is None or not shown or not self._chart_line.opened:
            self._chart.clear()
            return
        chart = impact_effort(self._w, shown)
        self._chart.show_piece(chart, partial(self._made_chart, self._w, shown))

    def _made_chart(self, w: Wording, shown: list[Choice], chart: ImpactEffort) -> QWidget:
        t, theme = self.parts.t, self.parts.theme
        box = QWidget()
        column = QVBoxLayout(box)
        spaced(column, 0, theme.px(4), 0, theme.px(12), gap=theme.px(8))
        made = Chart(
            theme,
            t("Gain against effort"),
            impact_words(w, shown),
            partial(drawing.height, chart),
            lambda surface: drawing.draw(surface, chart),
        )
        made.setToolTip("")
        made.setMaximumWidth(theme.px(960))
        column.addWidget(made)
        all_of_them = sum(one.standing is not Standing.DECLINED for one in self._found)
        if len(shown) < all_of_them:
            words = t(
                "The chart has {n} of {all} measures: those that are accepted, then the first of"
                " those that are advised.",
                n=len(shown),
                all=all_of_them,
            )
            column.addWidget(label(words, "small", wrap=True))
        return box

    # -- how it is laid out

    @property
    def _narrow(self) -> bool:
        return self.width() < self.parts.theme.px(_NARROW)

    def _lay_out(self) -> None:
        beside = bool(self.beside.asked.mode)
        self.beside.setVisible(beside)
        self._border.setVisible(beside and not self._narrow)
        self._left.setVisible(not (beside and self._narrow))
        if self._narrow:
            self.beside.setMinimumWidth(0)
            self.beside.setMaximumWidth(16_777_215)
        else:
            self.beside.setFixedWidth(self.parts.theme.px(_SIDE))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
