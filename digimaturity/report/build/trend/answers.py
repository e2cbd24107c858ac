"""The questions whose answers moved most since the assessment before, with what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor

from digimaturity.domain.comparison import Comparison, QuestionMoved
from digimaturity.domain.questionnaire import Kind, Question
from digimaturity.domain.scoring import shown_points
from digimaturity.domain.trend import Year
from digimaturity.report.model.planning import PlanTable, Section
from digimaturity.report.trend_words import History, signed
from digimaturity.report.wording import Wording

#: So many that rose, and as many that fell, are told.
_NAMED = 5


def moved_sections(w: Wording, history: History) -> Iterator[Section]:
    """What rose most, and what fell most; nothing where no answer that can be compared moved."""
    t, step = w.t, history.steps[-1]
    rose = [one for one in step.changed if (one.rise or 0.0) > 0]
    fell = [one for one in reversed(step.changed) if (one.rise or 0.0) < 0]
    checked = step.overall.tally.checked
    if rose:
        note = t.plural(
            "One of {all} questions that were asked and answered anew rose",
            "{n} of {all} questions that were asked and answered anew rose",
            len(rose),
            all=checked,
        )
        yield Section(t("What rose most"), _note(w, note, rose), (_table(w, history, rose),))
    if fell:
        note = t.plural(
            "One of {all} questions that were asked and answered anew fell",
            "{n} of {all} questions that were asked and answered anew fell",
            len(fell),
            all=checked,
        )
        yield Section(t("What fell most"), _note(w, note, fell), (_table(w, history, fell),))


def _note(w: Wording, words: str, found: Sequence[QuestionMoved]) -> str:
    if len(found) > _NAMED:
        return w.t("{words}; these are the first {n}.", words=words, n=_NAMED)
    return f"{words}."


def _table(w: Wording, history: History, found: Sequence[QuestionMoved]) -> PlanTable:
    before, after = history.names[-2:]
    return PlanTable(
        w.t("Questions"),
        (w.t("Question"), before, after, w.t("Points")),
        (0.3, 0.31, 0.31, 0.08),
        (False, False, False, True),
        tuple(moved_row(w, history.steps[-1], one) for one in found[:_NAMED]),
    )


def moved_row(w: Wording, step: Comparison, one: QuestionMoved) -> tuple[str, str, str, str]:
    """The question, what was said then and now, and the points between."""
    question = step.after.questionnaire.by_id[one.question]
    points = shown_points(one.after or 0.0) - shown_points(one.before or 0.0)
    before, after = before_words(w, step, one), said_words(w, step.after, question)
    return w.text(question.text), before, _unlike(w, step, one, after), signed(w.t, points)


def _unlike(w: Wording, step: Comparison, one: QuestionMoved, after: str) -> str:
    """What was said now; where that is the same level, its words are not repeated."""
    question, result = (
        step.after.questionnaire.by_id[one.question],
        step.after.results[one.question],
    )
    before = [step.before.results[key].level for key in one.roots]
    levels = (*before, result.level)
    if question.kind is not Kind.LEVELS or len(before) > 1 or None in levels:
        return after
    if len({floor(level) for level in levels if level is not None}) > 1:
        return after
    return w.t("{level} (within the same level)", level=_level(w, result.level or 0.0))


def before_words(w: Wording, step: Comparison, one: QuestionMoved) -> str:
    """What was said to it before; of several questions that became one, what they came to."""
    asked = [step.before.questionnaire.by_id[key] for key in sorted(one.roots)]
    if len(asked) == 1:
        return said_words(w, step.before, asked[0])
    if one.before is None:
        return ""
    return w.t("{points} points, from {n} questions", points=w.points(one.before), n=len(asked))


def said_words(w: Wording, year: Year, question: Question) -> str:
    """The level of a year with its words in that year's questionnaire; of other kinds the points.

    Nothing where it has no score.
    """
    result = year.results[question.id]
    if result.score is None:
        return ""
    if question.kind is not Kind.LEVELS or result.level is None:
        return w.anchor(question, result.level or 0.0) or w.t(
            "{points} points", points=w.points(result.score)
        )
    return f"{_level(w, result.level)} {w.anchor(question, result.level)}".strip()


def _level(w: Wording, level: float) -> str:
    return w.t.number(level, 0 if level == floor(level) else 1)
