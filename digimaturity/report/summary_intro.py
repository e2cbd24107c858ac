"""The paragraph that opens the summary: its sides, the cap, and what is still open."""

from __future__ import annotations

from digimaturity.domain.responses import State
from digimaturity.report.headlines import inline, strongest_dimension, weakest_dimension
from digimaturity.report.wording import Wording


def intro(w: Wording) -> str:
    """The paragraph as one text."""
    sentences = [*_sides(w), *_cap(w), w.just_below(w.evaluation.overall), *_gaps(w)]
    return " ".join(sentence for sentence in sentences if sentence)


def _sides(w: Wording) -> list[str]:
    t, evaluation = w.t, w.evaluation
    best, worst = strongest_dimension(w), weakest_dimension(w)
    if evaluation.overall.value is None:
        return [
            t(
                "This report shows how it will look. As soon as half of the questions of a "
                "dimension are answered, its level and score appear here."
            )
        ]
    if best is None or worst is None or best is worst:
        return []
    values = {
        "best": w.text(best.name),
        "high": w.score(w.dimension_score(best)),
        "worst": w.text(worst.name),
        "low": w.score(w.dimension_score(worst)),
    }
    sides = t(
        "The strongest side is {best} with {high} points, the weakest {worst} with {low}.", **values
    )
    return [sides, *_areas(w)]


def _areas(w: Wording) -> list[str]:
    if not (w.evaluation.strengths and w.evaluation.weaknesses):
        return []
    by_id = {area.id: area for area in w.evaluation.questionnaire.areas}
    best = inline(w, w.text(by_id[w.evaluation.strengths[0]].name))
    worst = inline(w, w.text(by_id[w.evaluation.weaknesses[0]].name))
    return [
        w.t(
            "Among the areas the firm can build most on {best}; it loses most in {worst}.",
            best=best,
            worst=worst,
        )
    ]


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
        found.append(
            t.plural(
                "One of {all} questions was answered “don’t know”, hence the bounds.",
                "{n} of {all} questions were answered “don’t know”, hence the bounds.",
                unknown,
                all=len(questions),
            )
        )
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
