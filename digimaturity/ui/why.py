"""How a score came about, in words and lines: the answer to "How is this computed?"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor

from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.questionnaire import Area, Dimension, Question
from digimaturity.domain.responses import State
from digimaturity.domain.scoring import Score
from digimaturity.domain.texts import Localized, text_in
from digimaturity.i18n import Translator
from digimaturity.report.readings import reading_of
from digimaturity.report.unrated import rule_of_rating


@dataclass(frozen=True, slots=True)
class WhyLine:
    """One part that went into the score: its name, what it gave, its points, its weight.

    `target` is what to look at next: the key of another score, or the id of a question. `words`
    are those of the level that was answered.
    """

    name: str
    detail: str
    points: str
    weight: str
    target: str
    words: str = ""
    is_question: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """Everything about one score."""

    title: str
    result: str
    reading: str
    rules: tuple[str, ...]
    lines: tuple[WhyLine, ...]


def why(evaluation: Evaluation, key: str, t: Translator) -> Why:
    """The way to the score of a dimension or an area by its id, or to the overall score ("")."""
    questionnaire = evaluation.questionnaire
    for dimension in questionnaire.dimensions:
        if dimension.id == key:
            return _dimension(evaluation, dimension, t)
        for area in dimension.areas:
            if area.id == key:
                return _area(evaluation, area, t)
    return _overall(evaluation, t)


def _overall(evaluation: Evaluation, t: Translator) -> Why:
    score = evaluation.overall
    lines = (
        _part(
            dim.id,
            text_in(dim.name, t.language),
            evaluation.scores.dimensions[dim.id],
            dim.weight,
            t,
        )
        for dim in evaluation.questionnaire.dimensions
    )
    rules = [t("The overall score is the mean of the dimensions, each with its weight.")]
    if score.capped and score.uncapped_level is not None:
        rules.append(
            t(
                "By its points alone the level would be {level}. It is at most one above the"
                " weakest dimension’s, since a chain is hardly stronger than its weakest link.",
                level=score.uncapped_level,
            )
        )
    if rule := rule_of_rating(evaluation, t):
        return Why(t("Overall score"), _shown(score, t), "", (*rules, rule), tuple(lines))
    return _why(t("Overall score"), score, (), rules, lines, t)


def _dimension(evaluation: Evaluation, dimension: Dimension, t: Translator) -> Why:
    lines = (
        _part(
            area.id,
            text_in(area.name, t.language),
            evaluation.scores.areas[area.id],
            area.weight,
            t,
        )
        for area in dimension.areas
    )
    rules = [t("The score of a dimension is the mean of its areas, each with its weight.")]
    score = evaluation.scores.dimensions[dimension.id]
    name = text_in(dimension.name, t.language)
    return _why(name, score, dimension.readings, rules, lines, t)


def _area(evaluation: Evaluation, area: Area, t: Translator) -> Why:
    lines = (
        _question(question, evaluation.questions[question.id], t)
        for question in area.questions
        if question.scored and evaluation.questions[question.id].state is not State.NOT_SHOWN
    )
    rules = [
        t("The score of an area is the mean of its questions, each with its weight."),
        t("An answer at level n of 5 gives 100 · (n − 1) / 4 points: 0, 25, 50, 75 or 100."),
    ]
    score, name = evaluation.scores.areas[area.id], text_in(area.name, t.language)
    return _why(name, score, area.readings, rules, lines, t)


def _why(
    title: str,
    score: Score,
    readings: Sequence[Localized],
    rules: list[str],
    lines: Iterable[WhyLine],
    t: Translator,
) -> Why:
    if score.applicable and score.shown is None:
        rules.append(t("Below half of the weight answered, a score is not shown as a number."))
    elif score.coverage < 1:
        rules.append(
            t(
                "{share} of the weight is answered. If every open question were at the lowest"
                " level, the score would be {low}; at the highest, {high}.",
                share=t.percent(100 * score.coverage),
                low=t.number(score.low),
                high=t.number(score.high),
            )
        )
    reading = reading_of(readings, score, t.language)
    return Why(title, _shown(score, t), reading, tuple(rules), tuple(lines))


def _part(key: str, name: str, score: Score, weight: float, t: Translator) -> WhyLine:
    detail = t("level {level}", level=score.level) if score.level is not None else ""
    return WhyLine(name, detail, _shown(score, t), _weight(weight, t), key)


def _question(question: Question, result: QuestionResult, t: Translator) -> WhyLine:
    points = t.number(result.score) if result.score is not None else "–"
    name = text_in(question.text, t.language)
    weight = _weight(question.weight, t)
    said, words = _said(result, t), _anchor(question, result, t)
    return WhyLine(name, said, points, weight, question.id, words=words, is_question=True)


def _anchor(question: Question, result: QuestionResult, t: Translator) -> str:
    """The words of the level that is fully reached."""
    if result.level is None or not question.levels:
        return ""
    return text_in(question.levels[max(floor(result.level), 1) - 1], t.language)


def _said(result: QuestionResult, t: Translator) -> str:
    if result.level is not None:
        whole = float(result.level).is_integer()
        return t("level {level}", level=t.number(result.level, 0 if whole else 1))
    return {
        State.DONT_KNOW: t("don’t know"),
        State.NOT_APPLICABLE: t("not applicable"),
    }.get(result.state, t("not answered"))


def _shown(score: Score, t: Translator) -> str:
    if not score.applicable:
        return t("not applicable")
    return t("not rated") if score.shown is None else t.number(score.shown)


def _weight(weight: float, t: Translator) -> str:
    whole = float(weight).is_integer()
    return t("weight {weight}", weight=t.number(weight, 0 if whole else 2))
