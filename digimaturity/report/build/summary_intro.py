"""The paragraph that opens the summary: its sides, the cap, and what is still open."""

from __future__ import annotations

from digimaturity.domain.responses import State
from digimaturity.domain.scoring import shown_points
from digimaturity.report.build.headlines import (
    highest_dimensions,
    inline,
    lowest_dimensions,
    rated_areas,
)
from digimaturity.report.build.trend.since import since_words
from digimaturity.report.carried_words import carried_words
from digimaturity.report.extent import part_words
from digimaturity.report.unrated import rule_of_rating
from digimaturity.report.wording import Wording


def intro(w: Wording) -> str:
    """The paragraph as one text."""
    border = w.just_below(w.evaluation.overall)
    known = (*_gaps(w), carried_words(w), part_words(w))
    sentences = [*_sides(w), *_cap(w), border, since_words(w), *known]
    return " ".join(sentence for sentence in sentences if sentence)


def _sides(w: Wording) -> list[str]:
    t, evaluation = w.t, w.evaluation
    if evaluation.overall.value is None:
        return [
            t(
                "As soon as half of the questions of a dimension are answered, its level and "
                "score appear here."
            )
        ]
    rule = rule_of_rating(evaluation, t)
    return [sentence for sentence in (rule, _dimensions(w), _areas(w)) if sentence]


def _dimensions(w: Wording) -> str:
    """The highest and the lowest dimensions by the points shown, all of them in a tie."""
    t, best, worst = w.t, highest_dimensions(w), lowest_dimensions(w)
    if not best or (best == worst and len(best) == 1):
        return ""
    high, low = (w.score(w.dimension_score(group[0])) for group in (best, worst))
    strong, weak = (w.listed([w.text(one.name) for one in group]) for group in (best, worst))
    if best == worst:
        return t("{names} stand level, with {points} points each.", names=strong, points=high)
    return " ".join(
        (
            t.plural(
                "The strongest side is {names} with {points} points.",
                "The strongest sides are {names} with {points} points each.",
                len(best),
                names=strong,
                points=high,
            ),
            t.plural(
                "The weakest is {names} with {points}.",
                "The weakest are {names} with {points} each.",
                len(worst),
                names=weak,
                points=low,
            ),
        )
    )


def _areas(w: Wording) -> str:
    """The highest and the lowest of all areas; nothing where several share either place."""
    rated = [pair for one in w.evaluation.questionnaire.dimensions for pair in rated_areas(w, one)]
    ranked = sorted(((shown_points(score), area) for score, area in rated), key=lambda p: -p[0])
    points = [shown for shown, _ in ranked]
    if len(ranked) < 2 or points.count(points[0]) > 1 or points.count(points[-1]) > 1:  # noqa: PLR2004 - a highest and a lowest
        return ""
    return w.t(
        "Of all areas, the highest score is that of {best}, the lowest that of {worst}.",
        best=inline(w, w.text(ranked[0][1].name)),
        worst=inline(w, w.text(ranked[-1][1].name)),
    )


def _cap(w: Wording) -> list[str]:
    score = w.evaluation.overall
    if not score.capped or score.uncapped_level is None:
        return []
    return [
        w.t(
            "The points alone would make level {level}; but a chain is hardly stronger than its "
            "weakest link, so the level is at most one above that of the weakest side.",
            level=score.uncapped_level,
        )
    ]


def _gaps(w: Wording) -> list[str]:
    t = w.t
    questions = [
        q for q in w.evaluation.questionnaire.rated_questions if w.result(q).applicable and q.scored
    ]
    unknown = len(w.unknown(questions, State.DONT_KNOW))
    missing = len(w.unknown(questions, State.UNANSWERED))
    if not unknown and not missing:
        return [t("All questions that apply are answered.")]
    found = []
    if unknown:
        found.append(_unknown(w, unknown, len(questions)))
    if missing:
        found.append(
            t.plural(
                "One of {all} questions is not answered.",
                "{n} of {all} questions are not answered.",
                missing,
                all=len(questions),
            )
        )
    return found


def _unknown(w: Wording, unknown: int, everything: int) -> str:
    """How many are not known; the bounds are named only where they are shown."""
    if not w.evaluation.overall.rated:
        return w.t.plural(
            "One of {all} questions was answered “don’t know”.",
            "{n} of {all} questions were answered “don’t know”.",
            unknown,
            all=everything,
        )
    return w.t.plural(
        "One of {all} questions was answered “don’t know”, hence the bounds.",
        "{n} of {all} questions were answered “don’t know”, hence the bounds.",
        unknown,
        all=everything,
    )
