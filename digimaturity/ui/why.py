"""How a score came about, in words and lines: the answer to "How is this computed?"."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.questionnaire import Area, Dimension
from digimaturity.domain.responses import State
from digimaturity.domain.scoring import Score
from digimaturity.domain.texts import Localized, text_in
from digimaturity.i18n import Translator
from digimaturity.report.readings import reading_of
from digimaturity.report.unrated import rule_of_rating
from digimaturity.ui.score_words import points
from digimaturity.ui.why_lines import (
    Why,
    WhyGroup,
    WhyLine,
    question_line,
    weight_words,
    weighted_mean,
)
from digimaturity.ui.why_next import next_level_group


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
    score, scores = evaluation.overall, evaluation.scores.dimensions
    dimensions = evaluation.questionnaire.dimensions
    parts = [(text_in(d.name, t.language), d.id, scores[d.id], d.weight) for d in dimensions]
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
        rules.append(rule)
    else:
        rules += _rules(score, t)
    return Why(
        t("Overall score"),
        points(score, t),
        rules=tuple(rules),
        total=_total(parts, score, t),
        lines=tuple(_part(*part, t) for part in parts),
        groups=(*_open_questions(evaluation, t), *_not_confirmed(evaluation, t)),
    )


def _dimension(evaluation: Evaluation, dimension: Dimension, t: Translator) -> Why:
    score, scores = evaluation.scores.dimensions[dimension.id], evaluation.scores.areas
    parts = [(text_in(a.name, t.language), a.id, scores[a.id], a.weight) for a in dimension.areas]
    rule = t("The score of a dimension is the mean of its areas, each with its weight.")
    lifted = next_level_group(evaluation, dimension, t)
    return Why(
        text_in(dimension.name, t.language),
        points(score, t),
        _reading(dimension.readings, score, t),
        (rule, *_rules(score, t)),
        _total(parts, score, t),
        tuple(_part(*part, t) for part in parts),
        (lifted,) if lifted else (),
    )


def _area(evaluation: Evaluation, area: Area, t: Translator) -> Why:
    score, results = evaluation.scores.areas[area.id], evaluation.questions
    asked = [q for q in area.questions if q.scored and results[q.id].state is not State.NOT_SHOWN]
    given = [(q.weight, value) for q in asked if (value := results[q.id].score) is not None]
    rules = (
        t("The score of an area is the mean of its questions, each with its weight."),
        t("An answer at level n of 5 gives 100 · (n − 1) / 4 points: 0, 25, 50, 75 or 100."),
    )
    return Why(
        text_in(area.name, t.language),
        points(score, t),
        _reading(area.readings, score, t),
        (*rules, *_rules(score, t)),
        weighted_mean(given, t) if score.shown is not None else "",
        tuple(question_line(question, results[question.id], t) for question in asked),
    )


def _rules(score: Score, t: Translator) -> list[str]:
    """What level the points make, and what the open questions leave open."""
    if not score.applicable:
        return []
    if score.shown is None:
        return [t("Below half of the weight answered, a score is not shown as a number.")]
    rules = [t("The levels 1 to 5 begin at 0, 20, 40, 60 and 80 points.")]
    if score.coverage < 1:
        rules.append(
            t(
                "{share} of the weight is answered. If every open question were at the lowest"
                " level, the score would be {low}; at the highest, {high}.",
                share=t.percent(100 * score.coverage),
                low=t.number(score.low),
                high=t.number(score.high),
            )
        )
    return rules


def _total(parts: Sequence[tuple[str, str, Score, float]], score: Score, t: Translator) -> str:
    """The mean with its numbers; nothing where one of them is not to be shown."""
    known = [(weight, one) for _, _, one, weight in parts if one.value is not None]
    if score.shown is None or not all(one.rated for _, one in known):
        return ""
    return weighted_mean([(weight, one.value or 0.0) for weight, one in known], t)


def _part(name: str, key: str, score: Score, weight: float, t: Translator) -> WhyLine:
    detail = t("level {level}", level=score.level) if score.level is not None else ""
    return WhyLine(name, detail, points(score, t), weight_words(weight, t), key)


def _open_questions(evaluation: Evaluation, t: Translator) -> tuple[WhyGroup, ...]:
    """The questions that the bounds come from."""
    results = evaluation.questions
    missing = [
        question
        for question in evaluation.questionnaire.rated_questions
        if question.scored
        and results[question.id].applicable
        and results[question.id].score is None
    ]
    if not missing or not evaluation.overall.rated:
        return ()
    note = t("The bounds come from these alone.")
    lines = tuple(question_line(question, results[question.id], t) for question in missing)
    return (WhyGroup(t("Open questions"), (note,), lines),)


def _not_confirmed(evaluation: Evaluation, t: Translator) -> tuple[WhyGroup, ...]:
    """The questions of which nobody knows whether the answer still holds."""
    carried = [evaluation.questionnaire.by_id[key] for key in evaluation.carried]
    if not carried:
        return ()
    note = t("These are an earlier year’s answers. They count as they stand.")
    lines = tuple(question_line(one, evaluation.questions[one.id], t) for one in carried)
    return (WhyGroup(t("Not confirmed"), (note,), lines),)


def _reading(readings: Sequence[Localized], score: Score, t: Translator) -> str:
    return reading_of(readings, score, t.language)
