"""A score as the large figures that open a page."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.domain.questionnaire import Question
from digimaturity.domain.scoring import Score
from digimaturity.report.carried_words import carried_in
from digimaturity.report.model.parts import KeyFigure
from digimaturity.report.wording import Wording


def score_figures(w: Wording, score: Score, questions: Sequence[Question]) -> tuple[KeyFigure, ...]:
    """Level and score; where it is not rated, how many of its `questions` are answered."""
    t = w.t
    if score.shown is None or score.level is None:
        applying = [result for q in questions if (result := w.result(q)).applicable]
        answered = sum(result.score is not None for result in applying)
        return (
            KeyFigure(t("Maturity level"), "–", t("not rated")),
            KeyFigure(t("Answered"), str(answered), t("of {n} questions", n=len(applying))),
        )
    return (
        KeyFigure(t("Maturity level"), str(score.level), w.level_name(score.level)),
        KeyFigure(
            t("Score of 100"), w.points(score.shown), w.bounds(score) or _answered(w, questions)
        ),
    )


def _answered(w: Wording, questions: Sequence[Question]) -> str:
    """That all is answered, and how much of it in an earlier year alone."""
    carried = len(carried_in(w, questions))
    if not carried:
        return w.t("all answered")
    return w.t("{n} of {all} not confirmed", n=carried, all=len(questions))
