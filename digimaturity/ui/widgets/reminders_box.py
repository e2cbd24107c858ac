"""On the overview: what is due, each with the way there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from digimaturity.errors import UserError
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, emptied, label, row_of, spaced
from digimaturity.ui.widgets.flow import flowing
from digimaturity.ui.widgets.wrap_link import WrapLink

if TYPE_CHECKING:
    from digimaturity.services.reminders import Reminder, Reminders

#: Where the company page has the day of the next assessment, as `ui.keyboard.spot_of` names it.
_FIELD = "NextDueField 0"

#: So many are named; the follow-up has all of them.
_MOST = 8

#: So long (milliseconds) after the page is shown it is looked for what is due.
_WAIT = 200


class RemindersBox(QFrame):
    """Nothing is seen of it where nothing is due; that is looked for by a worker.

    `known` is what was due when it was last looked for; `found` gets what is due now.
    """

    def __init__(
        self, parts: Parts, known: Reminders | None, found: Callable[[Reminders], object]
    ) -> None:
        super().__init__()
        self._parts, self._found = parts, found
        self._today = date.today()  # noqa: DTZ011 - the user's own day
        self.setProperty("kind", "card")
        self.setAccessibleName(parts.t("Due"))
        px = parts.theme.px
        self._rows = QVBoxLayout(self)
        spaced(self._rows, px(24), px(16), px(24), px(16), gap=px(8))
        self._told: list[tuple[Reminder, str, str]] = []
        if known is not None and known.due:
            self._fill(known)
        else:
            self.hide()
        self._waiting = QTimer(self, interval=_WAIT, singleShot=True)
        self._waiting.timeout.connect(self._look)
        if not parts.shell.settings.sample:  # its days are made up, and long ago
            self._waiting.start()
            parts.bus.opened.connect(self._waiting.start)

    @property
    def waiting(self) -> bool:
        """Whether it has yet to look for what is due."""
        return self._waiting.isActive()

    def _look(self) -> None:
        session, today = self._parts.session, self._today
        workspace, company, aliases = session.workspace, session.company, session.aliases
        if workspace is None or company is None:
            return

        def job() -> Reminders:
            from digimaturity.services.reminders import reminders_of

            return reminders_of(workspace, company.id, today, aliases)

        self._parts.tasks.run(job, self._looked, self._failed)

    def _failed(self, error: Exception) -> None:
        """Nobody asked for it; what cannot be read is told where it is opened."""
        if not isinstance(error, UserError):
            self._parts.shell.report(error)

    def _looked(self, found: Reminders) -> None:
        self._found(found)
        if self._words(found) == self._told:  # the keyboard stays where it is
            return
        self._fill(found)
        self.setVisible(bool(found.due))
        self._lead_in()

    def _lead_in(self) -> None:
        """Let Tab come here from what stands before: what was just made would come last."""
        before: QWidget = self
        while before is self or not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            earlier = before.previousInFocusChain()
            if earlier is None or earlier is self:
                return
            before = earlier
        for widget in self.findChildren(QPushButton):
            if widget.isVisibleTo(self):
                QWidget.setTabOrder(before, widget)
                before = widget

    def _words(self, found: Reminders) -> list[tuple[Reminder, str, str]]:
        from digimaturity.services.reminder_words import since_words, what_words

        t, today = self._parts.t, self._today
        return [(one, what_words(found, one, t), since_words(one, today, t)) for one in found.due]

    def _fill(self, found: Reminders) -> None:
        t = self._parts.t
        self._told = self._words(found)
        emptied(self._rows)
        self._rows.addWidget(label(t("Due"), "large"))
        for told in self._told[:_MOST]:
            self._rows.addLayout(self._row(*told))
        if (more := len(found.due) - _MOST) > 0:
            words = t.plural("and {n} more", "and {n} more", more)
            follow = partial(self._open_roadmap, "")
            self._rows.addLayout(row_of(button(words, follow, "link")))

    def _row(self, one: Reminder, what: str, since: str) -> QVBoxLayout:
        from digimaturity.services.reminders import Kind

        way = WrapLink(self._parts.theme, what, partial(self._go_to, one))
        way.setAccessibleName(f"{what}, {since}")
        told = label(since, "bad" if one.day < self._today else "small")
        told.setContentsMargins(self._parts.theme.px(2), 0, 0, 0)  # as the room around the link
        below: list[QWidget] = [told]
        session = self._parts.session
        if one.kind is Kind.ASSESSMENT and session.changeable and session.alias_words is None:
            change = self._parts.t("Choose another day")
            below.append(button(change, self._change, "link", small=True))
        both = QVBoxLayout()
        spaced(both, 0, gap=0)
        both.addLayout(row_of(way))
        both.addLayout(flowing(self._parts.theme.px(16), *below))
        return both

    def _change(self) -> None:
        self._parts.shell.go("company", _FIELD)

    def _go_to(self, one: Reminder) -> None:
        from digimaturity.services.reminders import Kind

        match one.kind:
            case Kind.ASSESSMENT:
                self._parts.shell.go("new_assessment")
            case Kind.CORRECTION | Kind.LEFT:
                self._open(one.key, "questionnaire")
            case _:
                self._open_roadmap(one.key)

    def _open_roadmap(self, key: str) -> None:
        """What becomes of measures: on the newest assessment, where it can be said."""
        newest = self._parts.session.assessments[0]
        self._open(newest.id, "roadmap", f"follow_up {key}".strip())

    def _open(self, assessment: str, page: str, place: str = "") -> None:
        """Open a page of an assessment, which may be another one than is open."""
        shell, session = self._parts.shell, self._parts.session
        if session.assessment_id != assessment or session.revision:
            if not shell.settled():
                return
            shell.attempt(lambda: session.open_assessment(assessment))
            if session.assessment_id != assessment:
                return
            shell.assessment_opened(page)
        shell.go(page, place)
