"""All companies of a mentor: found, sorted, opened, archived and deleted; all of them in sum."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.clients import Due, Part
from digimaturity.ui.client_loading import ClientLoading, Listed
from digimaturity.ui.deletion import Deletion
from digimaturity.ui.due_everywhere import DueEverywhere
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.companies_actions import CompaniesActions, Doing
from digimaturity.ui.widgets.companies_empty import CompaniesEmpty
from digimaturity.ui.widgets.companies_model import Column, CompaniesModel
from digimaturity.ui.widgets.companies_rows import ClientRow, Filter
from digimaturity.ui.widgets.companies_search import CompaniesSearch
from digimaturity.ui.widgets.companies_table import CompaniesTable
from digimaturity.ui.widgets.flow import flowing
from digimaturity.ui.widgets.portfolio_panel import WIDTH, PortfolioPanel
from digimaturity.ui.widgets.wrap_link import WrapLink

if TYPE_CHECKING:
    from digimaturity.services.reminders import OfCompany

#: Under this width (pixels at 100 %) the portfolio is shown in the place of the table.
_NARROW = 900

#: The pages that hand over all of one company as a file, and take such a file in.
_HAND_OVER, _TAKE_IN = "hand_over", "client_package"

#: Where another company is chosen to compare with.
_COMPARE = ("history", "compare other")


class CompaniesPage(Page):
    """The table is there at once; scores come to it as they are computed."""

    concerned_by: ClassVar[frozenset[ChangeKind]] = frozenset(
        {ChangeKind.COMPANY, ChangeKind.ASSESSMENT}
    )

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        t, today = parts.t, date.today()  # noqa: DTZ011 - the user's own day
        self._today = today
        self._narrow = self._in_sum = self._listed_once = False
        self.model = CompaniesModel(t, today)
        self._sort_as_kept()
        self._due = WrapLink(parts.theme, "", partial(parts.shell.go, "reminders"))
        self._due.hide()
        self.search = CompaniesSearch(parts)
        self.table = CompaniesTable(parts.theme, t, self.model)
        self.line = CompaniesActions(
            parts,
            Doing(self._open, self._archive, self._ask_to_delete, self._hand_over, self._compare),
        )
        self.portfolio = PortfolioPanel(parts.theme, t, today)
        self.deletion = Deletion(parts, self._show_deleted, self)
        self._looking = DueEverywhere(parts, self._show_due, self)
        self.loading = ClientLoading(parts, self._listed, self._scored, self)
        self._build()
        self._listen()

    # -- what there is to see

    def _build(self) -> None:
        px = self.parts.theme.px
        head = self._heading()
        self._empty = CompaniesEmpty(self.parts, self._show_all, self.search.show_archived)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        spaced(left, 0, gap=px(12))
        left.addWidget(self.search)
        left.addWidget(self.table, stretch=1)
        left.addWidget(self._empty, stretch=1)
        left.addWidget(self.line)
        self._border = QFrame()
        self._border.setProperty("kind", "line")
        self._border.setFixedWidth(1)
        self._side = QScrollArea()
        self._side.setWidgetResizable(True)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFixedWidth(px(WIDTH + 16))
        self._side.setWidget(self.portfolio)
        body = QHBoxLayout()
        spaced(body, 0, gap=px(24))
        body.addWidget(self._left, stretch=1)
        body.addWidget(self._border)
        body.addWidget(self._side)
        self._listing = QWidget()
        column = QVBoxLayout(self._listing)
        spaced(column, 0, gap=px(12))
        column.addLayout(head)
        column.addWidget(self._due)
        column.addWidget(self.deletion.notice)
        column.addWidget(self.deletion.progress)
        column.addLayout(body, stretch=1)
        self._column = QVBoxLayout(self)
        spaced(self._column, px(32), px(20), px(32), px(16))
        whole = QScrollArea()  # in a low window not all of it is seen at once
        whole.setWidgetResizable(True)
        whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.setWidget(self._listing)
        self._whole = whole
        self._column.addWidget(whole)
        self._show_empty()
        self._arrange()

    def _heading(self) -> QBoxLayout:
        """The title, and what can be done with all of them."""
        t, px = self.parts.t, self.parts.theme.px
        self._toggle = button(t("Your port&folio"), self._turn_over)
        self._head = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        shell, ways = self.parts.shell, [self._toggle]
        if self.parts.session.writable:
            ways.append(button(t("&Import …"), partial(shell.go, _TAKE_IN)))
            ways.append(button(t("&New company"), shell.new_company, "primary"))
        head.addWidget(label(t("Companies"), "title"), stretch=1)
        head.addLayout(flowing(px(8), *ways))
        spaced(head, 0, gap=px(8))
        return head

    def _listen(self) -> None:
        # What was typed is sought once the letter itself has been drawn.
        self._seeking = QTimer(self, interval=0, singleShot=True)
        self._seeking.timeout.connect(self._seek)
        self.search.sought.connect(lambda _: self._seeking.start())
        self.search.sought.connect(lambda _: self.loading.hold())
        self.table.verticalScrollBar().valueChanged.connect(lambda _: self.loading.hold())
        self.search.narrowed.connect(self._filtered)
        self.search.done.connect(self._into_table)
        self.table.opened.connect(self.parts.shell.open_company)
        self.table.typed.connect(self.search.focus)
        self.table.menu_asked.connect(self._menu)
        self.table.selected.connect(self._selected)
        self.portfolio.opened.connect(self.parts.shell.open_company)
        self.model.headerDataChanged.connect(self._keep_sorting)
        self.deletion.working.connect(self._left.setDisabled)
        self.deletion.working.connect(self._side.setDisabled)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the table, the portfolio takes its place when asked for."""
        super().resizeEvent(event)
        narrow = self.width() < self.parts.theme.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(down if self._narrow else across)
        in_sum = self._narrow and self._in_sum
        self._toggle.setVisible(self._narrow)
        self._toggle.setText(
            self.parts.t("&All companies") if in_sum else self.parts.t("Your port&folio")
        )
        self._side.setVisible(not self._narrow or in_sum)
        self._border.setVisible(not self._narrow)
        self._left.setVisible(not in_sum)

    def _turn_over(self) -> None:
        self._in_sum = not self._in_sum
        self._arrange()

    # -- following what is true

    @property
    def settled(self) -> bool:
        """While a company is being deleted this page stays: its certificate is shown here."""
        return not self.deletion.progress.running

    def refresh(self) -> None:
        """Read the companies anew."""
        self.loading.begin(self._today)
        self._looking.begin()

    def catch_up(self) -> None:
        """Read what changed while the page was hidden, and go on with the scores."""
        stale = self._stale
        super().catch_up()
        if not stale:
            self.loading.go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page needs all the speed there is."""
        self.loading.pause()
        super().hideEvent(event)

    def start(self) -> None:
        """The keyboard is in the table, or where the first company is entered."""
        if self.deletion.view is not None:
            self.deletion.view.start()
        elif not self.table.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.search.isHidden():
            self.search.focus()

    def place(self) -> str:
        """The company that is marked."""
        row = self.table.row
        return row.client.id if row else ""

    def come_back(self, place: str) -> None:
        """Mark that company as soon as it is there."""
        self.table.mark(place)

    def _listed(self, listed: Listed) -> None:
        session = self.parts.session
        first = not self._listed_once
        self._listed_once = True
        if first and session.company is not None and not self.place():
            self.table.mark(session.company.id)
        self.model.load(listed.rows)
        self.search.offer_sectors(listed.rows)
        self.portfolio.show_unscored(listed.rows)
        self.portfolio.show_visits(listed.rows)
        self.deletion.show_interrupted(listed.interrupted)
        self.table.fit()
        self.table.mark_first()
        self._show_empty()

    def _show_due(self, due: tuple[OfCompany, ...]) -> None:
        """One line that leads to what is due, and nothing where nothing is."""
        from digimaturity.services.reminder_words import sum_words

        self._due.setHidden(not due)
        if due:
            self._due.say(self.parts.t("Due: {counts}", counts=sum_words(due, self.parts.t)))

    def _scored(self, part: Part) -> None:
        self.model.take(part.scores, part.levels)
        self.portfolio.show_part(part)
        self.table.fit()
        self._show_selected(self.table.row)

    # -- search, filter, order

    def _seek(self) -> None:
        self.model.seek(self.search.field.text())
        self.table.mark_first()
        self._show_empty()

    def _filtered(self, chosen: Filter) -> None:
        self.model.narrow(chosen)
        self.table.fit()
        self.table.mark_first()
        self._show_empty()

    def _into_table(self) -> None:
        """One company that was found is opened; of several one is chosen."""
        self._seek()
        row = self.table.row
        if self.model.rowCount() == 1 and row is not None:
            self._open(row)
        elif self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sort_as_kept(self) -> None:
        kept = self.parts.shell.settings.companies_order
        column = Column.__members__.get(kept.removeprefix("-").upper(), Column.NAME)
        down = kept.startswith("-")
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.model.sort(column, order)

    def _keep_sorting(self) -> None:
        order = ("-" if self.model.descending else "") + self.model.column.name.lower()
        if order != self.parts.shell.settings.companies_order:
            self.parts.shell.change_settings(companies_order=order)

    def _show_empty(self) -> None:
        """What is said where the table has nothing to show, and how many it shows."""
        t, n = self.parts.t, self.model.rowCount()
        waiting = not self._listed_once
        self.table.setVisible(bool(n) or waiting)
        self._empty.setVisible(not (n or waiting))
        known = bool(self.model.all_rows)
        self.search.setVisible(known or waiting)
        self.line.setVisible(bool(n))
        if waiting:
            return
        if not n and known:
            archived = self.model.found_elsewhere()
            self._empty.teach_search(self.search.field.text().strip(), archived)
        elif not n:
            self._empty.teach_beginning()
        words = [t.plural("{n} company", "{n} companies", n)]
        overdue = self.model.overdue
        if overdue:
            words.append(t("{n} overdue", n=t.number(overdue)))
        self.line.count(" · ".join(words))

    def _show_all(self) -> None:
        self.search.clear()
        self.search.focus()

    # -- what is done with a company

    def _selected(self, row: ClientRow | None) -> None:
        self.loading.hold()
        self._show_selected(row)

    def _show_selected(self, row: ClientRow | None) -> None:
        self.line.show_row(row)
        score = self.model.scores.get(row.client.id) if row else None
        self.portfolio.point_out(score.points if score else None)

    def _menu(self, at: QPoint) -> None:
        if self.table.row is not None:
            self.line.menu(self.table.row, at, self.table.sort_by)

    def _open(self, row: ClientRow) -> None:
        self.parts.shell.open_company(row.client.id)

    def _hand_over(self, row: ClientRow) -> None:
        self._go_with(row, _HAND_OVER)

    def _compare(self, row: ClientRow) -> None:
        self._go_with(row, *_COMPARE)

    def _go_with(self, row: ClientRow, page: str, place: str = "") -> None:
        """Open a page that is about the company that is open."""
        session, shell = self.parts.session, self.parts.shell
        if session.company is None or session.company.id != row.client.id:
            shell.open_company(row.client.id)
        if session.company is not None and session.company.id == row.client.id:
            shell.go(page, place)

    def _archive(self, row: ClientRow) -> None:
        t, archived = self.parts.t, row.due is not Due.ARCHIVED
        session = self.parts.session
        if self.parts.shell.attempt(partial(session.archive, row.client.id, archived=archived)):
            if archived:
                self.parts.shell.tell(
                    t("“{name}” is archived.", name=row.name),
                    t("It is still there: choose “Archived” above the table. It is never due."),
                )
            else:
                self.parts.shell.tell(t("“{name}” is back among the companies.", name=row.name))

    def _ask_to_delete(self, row: ClientRow) -> None:
        if self.parts.shell.settled():
            self.parts.shell.attempt(partial(self.deletion.ask, row.client.id))

    def _show_deleted(self, view: QWidget | None) -> None:
        """The certificate takes the place of the list until it was read."""
        self._whole.setVisible(view is None)
        if view is not None:
            self._column.addWidget(view)
            view.show()
        else:
            self.start()

    def _changed(self, change: Change) -> None:
        super()._changed(change)
        if change.kind is ChangeKind.COMPANY and change.company == self.place():
            self.line.show_row(None)
