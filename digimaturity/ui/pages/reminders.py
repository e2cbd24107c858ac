"""What is due in all companies, each with the way there; saved as a calendar, too."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import groupby
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.services.changes import ChangeKind
from digimaturity.services.reminder_words import counted_words, sum_words
from digimaturity.services.reminders import Kind, OfCompany
from digimaturity.ui.calendar_saving import all_calendar_saver
from digimaturity.ui.due_everywhere import DueEverywhere
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, row_of, spaced
from digimaturity.ui.widgets.wrap_link import WrapLink

#: So many companies are named; of more, the list of companies tells.
_MOST = 60


class RemindersPage(ColumnPage):
    """The companies in which something is due, who waits longest first."""

    concerned_by: ClassVar[frozenset[ChangeKind]] = frozenset(
        {ChangeKind.COMPANY, ChangeKind.ASSESSMENT, ChangeKind.ROADMAP}
    )

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._due: tuple[OfCompany, ...] | None = None
        self._looking = DueEverywhere(parts, self._found, self)
        self._first: QWidget | None = None

    def refresh(self) -> None:
        """Show what is known, and look anew."""
        super().refresh()
        self._looking.begin()

    def start(self) -> None:
        """The keyboard is at the first company."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _found(self, due: tuple[OfCompany, ...]) -> None:
        waiting = self._due is None
        self._due = due
        super().refresh()
        if waiting and self.isVisible():
            self.start()

    def fill(self) -> None:
        """Show who waits, and for what."""
        t, due = self.parts.t, self._due
        self._first = None
        self.heading(t("What is due"), "" if not due else sum_words(due, t))
        ways = [button(t("&Back"), partial(self.parts.shell.go, "companies"))]
        if due is not None:
            ways.append(button(t("&Save dates as a calendar …"), self.save_calendar))
        self.column.addLayout(row_of(*ways))
        if due == ():
            self.column.addWidget(self.words(t("Nothing is due in any company.")))
        for one in (due or ())[:_MOST]:
            self._company(one)
        if (more := len(due or ()) - _MOST) > 0:
            words = t.plural("And {n} more company.", "And {n} more companies.", more)
            self.column.addWidget(self.words(words, "secondary"))

    def save_calendar(self) -> None:
        """The next assessments of all companies, for the calendar of another program."""
        all_calendar_saver(self.parts, self).choose()

    def _company(self, one: OfCompany) -> None:
        t, theme = self.parts.t, self.parts.theme
        today = date.today()  # noqa: DTZ011 - the user's own day
        grouped = groupby(one.due, key=lambda each: each.kind)
        kinds = [(kind, tuple(several)) for kind, several in grouped]
        due = [counted_words(kind, several, today, t) for kind, several in kinds]
        way = WrapLink(theme, one.name, partial(self._open, one))
        way.setAccessibleName(f"{one.name}: {'; '.join(due)}")
        self._first = self._first or way
        both = QVBoxLayout()
        spaced(both, 0, gap=0)
        both.addLayout(row_of(way))
        for words, (_, several) in zip(due, kinds, strict=True):
            late = any(each.day < today for each in several)
            told = label(words, "bad" if late else "small", wrap=True)
            told.setContentsMargins(theme.px(2), 0, 0, 0)  # as the room around the link
            both.addWidget(told)
        self.column.addLayout(both)

    def _open(self, one: OfCompany) -> None:
        """The company, at its roadmap where nothing else but reviews is due."""
        shell, kinds = self.parts.shell, {each.kind for each in one.due}
        shell.open_company(one.client.id)
        company = self.parts.session.company
        if company is not None and company.id == one.client.id:
            if kinds == {Kind.REVIEW}:
                shell.go("roadmap", "follow_up")
            else:
                shell.go("overview")
