"""A dimension area by area: what its level means, and every answer that made it."""

from __future__ import annotations

from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.questionnaire import Area, Dimension, Question
from digimaturity.domain.responses import State
from digimaturity.report.build.answers import answer_words
from digimaturity.report.model.parts import Finding, Labelled
from digimaturity.report.model.results import AreaReading
from digimaturity.report.readings import reading_of
from digimaturity.report.wording import Wording


def area_readings(w: Wording, dimension: Dimension) -> tuple[AreaReading, ...]:
    """The areas in the pack's order; none where the pack says nothing about its levels.

    Every answer is quoted with its level, so that the page of one firm is never that of another
    which answered differently, and nothing is said that was not answered.
    """
    if not any(area.readings for area in dimension.areas):
        return ()
    return tuple(_area(w, area) for area in dimension.areas)


def _area(w: Wording, area: Area) -> AreaReading:
    score = w.area_score(area)
    return AreaReading(
        w.text(area.name),
        w.level(score.level) if score.applicable else w.t("not applicable"),
        "" if score.shown is None else w.points(score.shown),
        w.bounds(score) if score.shown is not None else "",
        reading_of(area.readings, score, w.t.language) or _unrated(w, area),
        tuple(_answer(w, question) for question in _asked(w, area)),
        _plan(w, area),
    )


def _asked(w: Wording, area: Area) -> list[Question]:
    """The questions that were shown, the highest answer first, the open ones last."""
    shown = [q for q in area.questions if w.result(q).state is not State.NOT_SHOWN]
    return sorted(shown, key=lambda question: -_height(w.result(question)))


def _height(result: QuestionResult) -> float:
    if result.score is not None:
        return result.score
    return -2.0 if result.state is State.NOT_APPLICABLE else -1.0


def _answer(w: Wording, question: Question) -> Finding:
    result = w.result(question)
    level = "–" if result.level is None else w.answered_level(result.level)
    return Finding(w.text(question.text), level, answer_words(w, question))


def _unrated(w: Wording, area: Area) -> str:
    if not w.area_score(area).applicable:
        return w.t("The firm says that nothing of this area applies to it.")
    return w.t("Less than half of this area is known, so its level is left open.")


def _plan(w: Wording, area: Area) -> Labelled | None:
    """What the firm intends here; kept apart from what it does, and without a score."""
    plans = [
        plan.question
        for plan in w.evaluation.questionnaire.plans
        if plan.area == area.id and w.result(plan.question).state is State.ANSWERED
    ]
    if not plans:
        return None
    words = " ".join(answer_words(w, plan) for plan in plans)
    return Labelled(w.t("Intended, and not counted"), words)
