"""Whether it is still to be said what became of last year's plan, and the way there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.ui.parts import Parts
from digimaturity.ui.session import Session
from digimaturity.ui.widgets.basics import button, label, row_of, spaced

if TYPE_CHECKING:
    # The roadmap's types take long to load, and most of what calls this shows nothing of it.
    from digimaturity.domain.deeds import Deed

#: What is open once an assessment is begun.
_USUAL = "questionnaire"


def planned_before(session: Session) -> Mapping[str, Deed]:
    """The measures that were planned before the open assessment was begun, by their ids.

    One that was taken out of the roadmap meanwhile is not there any more.
    """
    if not session.periods:
        return {}
    known = session.book.decisions
    return {one.measure: one for one in session.periods[-1].deeds if one.measure in known}


def to_be_said(session: Session) -> tuple[str, ...]:
    """The measures of which nobody said yet what became of them; none where nobody can."""
    from digimaturity.domain.telling import said_of

    if not (session.plannable and session.changeable):
        return ()
    decisions, own = session.book.decisions, told_in(session)
    return tuple(key for key in planned_before(session) if said_of(decisions[key], own) is None)


def still_ran(session: Session, measure: str) -> Quarter | None:
    """The quarter of last year's assessment, where the measure was running by then."""
    from digimaturity.domain.deeds import Became

    if len(session.periods) < 2:  # noqa: PLR2004 - nothing was told before last year
        return None
    before = session.periods[-2]
    ran = any(one.measure == measure and one.became is Became.RUNNING for one in before.deeds)
    return Quarter.of(before.until) if ran else None


def told_in(session: Session) -> tuple[str, ...]:
    """In which assessments what was said counts for the open one: also the quick check before."""
    own = session.assessment
    return tuple(key for key in (own.id, own.goes_on_from) if key) if own else ()


def first_page(session: Session) -> str:
    """What to open of an assessment that was begun just now: last year's plan comes first."""
    return "last_plan" if to_be_said(session) else _USUAL


class LastPlanBox(QWidget):
    """On how many measures a word is missing, and the way there; hidden where all is said."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._words = label("", wrap=True)
        column = QVBoxLayout(self)
        spaced(column, 0, gap=parts.theme.px(4))
        column.addWidget(self._words)
        way = button(parts.t("Say what &became of them"), self._go, "link")
        column.addLayout(row_of(way))
        self.hide()
        QTimer.singleShot(0, self, self._look)  # the page is shown first
        parts.bus.opened.connect(self._look)  # it may be shown before there is a workspace

    def _look(self) -> None:
        """Say how many are missing; nothing where none is."""
        session, t = self._parts.session, self._parts.t
        missing = len(self._parts.shell.attempt(lambda: to_be_said(session)) or ())
        self._words.setText(
            t.plural(
                "What became of one measure of last year’s plan is not said yet.",
                "What became of {n} measures of last year’s plan is not said yet.",
                missing,
            )
        )
        self.setVisible(bool(missing))

    def _go(self) -> None:
        self._parts.shell.go("last_plan")
