"""Going on from a quick check: what is said of it, and the button that does it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import State
from digimaturity.services.packs import usable_questionnaires
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced


def going_on_box(parts: Parts) -> QWidget | None:
    """What can be done with the quick check that is open; None where there is nothing to do."""
    session, t = parts.session, parts.t
    own = session.assessment
    if own is None or not own.part_of:
        return None
    further = next((one for one in session.assessments if one.goes_on_from == own.id), None)
    if further is not None:
        words = t("You have gone on from here with the full questionnaire.")
        return _box(parts, words, button(t("&Open it"), partial(_open, parts, further.id)))
    if not session.changeable:
        return None
    whole = t("Go on with the f&ull questionnaire")
    return _box(parts, _kept(parts), button(whole, partial(_go_on, parts, own.id)))


def _kept(parts: Parts) -> str:
    """What becomes of the answers that were given so far."""
    session, t = parts.session, parts.t
    given = sum(
        answer.state is not State.UNANSWERED
        for own in session.responses.answers.values()
        for answer in own.values()
    )
    if not given:
        return t("This is a quick check. The full questionnaire asks more about each area.")
    return t.plural(
        "The full questionnaire asks more about each area. The answer given here is kept, and"
        " this quick check stays as it is.",
        "The full questionnaire asks more about each area. The {n} answers given here are kept,"
        " and this quick check stays as it is.",
        given,
    )


def _box(parts: Parts, words: str, way: QPushButton) -> QWidget:
    px = parts.theme.px
    box = QWidget()
    column = QVBoxLayout(box)
    spaced(column, 0, gap=px(8))
    said = label(words, "secondary", wrap=True)
    said.setMaximumWidth(px(parts.theme.tokens.space.text_column))
    column.addWidget(said)
    row = QHBoxLayout()
    row.addWidget(way)
    row.addStretch()
    column.addLayout(row)
    return box


def _go_on(parts: Parts, assessment: str) -> None:
    """Load the questionnaires in the worker, then go on. A second click finds it done."""
    if parts.shell.settled():
        parts.tasks.run(
            usable_questionnaires, partial(_loaded, parts, assessment), parts.shell.report
        )


def _loaded(parts: Parts, assessment: str, found: Mapping[str, Questionnaire]) -> None:
    gone = parts.shell.attempt(lambda: parts.session.go_on(assessment, found))
    if gone is None:
        return
    parts.shell.assessment_opened("questionnaire")
    t = parts.t
    if gone.begun and gone.left:
        words = t.plural(
            "One answer was not taken over, since its question has changed.",
            "Answers to {n} questions were not taken over, since these have changed.",
            len(gone.left),
        )
        parts.shell.tell(words, t("They are still in the quick check."))
    elif gone.begun:
        parts.shell.tell(
            t("The full questionnaire has begun, with the answers of the quick check."),
            t("You see the first question that is still open."),
        )


def _open(parts: Parts, assessment: str) -> None:
    if parts.shell.settled():
        parts.shell.attempt(lambda: parts.session.open_assessment(assessment))
        parts.shell.assessment_opened("overview")
