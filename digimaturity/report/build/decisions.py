"""What to decide now: points that follow from the result by rules, and what it says to each."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.domain.catalogue import Effort, Role
from digimaturity.domain.measures import Candidate
from digimaturity.domain.questionnaire import Question
from digimaturity.domain.responses import State
from digimaturity.report.advised import decision_on, next_measures, planned_first
from digimaturity.report.build.headlines import lowest_dimensions
from digimaturity.report.model.parts import Labelled
from digimaturity.report.roadmap_words import quarter_words
from digimaturity.report.wording import Wording

#: A review is held after a quarter at the latest (weeks).
_QUARTER = 13
#: So many open questions are quoted.
_QUOTED = 2


def open_questions(w: Wording) -> list[Question]:
    """The rated questions that nobody could answer, those with "don't know" first."""
    questions = [q for q in w.evaluation.questionnaire.rated_questions if q.scored]
    return [*w.unknown(questions, State.DONT_KNOW), *w.unknown(questions, State.UNANSWERED)]


def decisions(w: Wording) -> list[Labelled]:
    """What to decide, and what the result says to it: three to five points, made by rules."""
    still_open = open_questions(w)
    if first := tuple(candidate for _, candidate in next_measures(w)):
        rows = _of_measures(w, first)
        return [*rows, _who_finds_out(w, still_open)] if still_open else rows
    return _of_answers(w, still_open) if still_open else _of_keeping(w)


def _of_measures(w: Wording, first: tuple[Candidate, ...]) -> list[Labelled]:
    t, measure = w.t, first[0].measure
    weeks = measure.weeks_for(w.evaluation.company.size_class)
    if weeks <= _QUARTER:
        review = t.plural(
            "Proposed: in one week, when the first measure should be done.",
            "Proposed: in {n} weeks, when the first measure should be done.",
            weeks,
        )
    else:
        review = t(
            "Proposed: in {quarter} weeks. The first measure takes {weeks} weeks; so look at how "
            "far it is.",
            quarter=_QUARTER,
            weeks=weeks,
        )
    return [
        Labelled(t("Which measure comes first?"), _which(w, first[0])),
        Labelled(t("Who leads it?"), _leads(w, first[0])),
        Labelled(
            t("How much time is set aside?"),
            t.plural(
                "The next measure takes {effort}.",
                "The next {n} measures take {effort}.",
                len(first),
                effort=w.effort(effort_of(first)),
            ),
        ),
        Labelled(t("When is the next review?"), review),
    ]


def _which(w: Wording, first: Candidate) -> str:
    t, title, quarter = w.t, w.text(first.measure.title), planned_first(w, first)
    if quarter is not None:
        return t(
            "By the roadmap: “{title}”, from {quarter} on.",
            title=title,
            quarter=quarter_words(t, quarter),
        )
    return t(
        "Proposed: “{title}”. It can begin at once, and stands first in the order of gain "
        "and effort.",
        title=title,
    )


def _leads(w: Wording, first: Candidate) -> str:
    decision = decision_on(w, first)
    if decision is not None and decision.owner:
        return w.t("By the roadmap: {name}.", name=decision.owner)
    return _proposed(w, first.measure.lead)


def _proposed(w: Wording, role: Role | None) -> str:
    t = w.t
    return {
        None: t("One person who answers for it, named today."),
        Role.MANAGEMENT: t("Proposed: one person from management, named today."),
        Role.IT: t("Proposed: one person from IT, named today."),
        Role.BUSINESS: t("Proposed: one person from the department concerned, named today."),
    }[role]


def _who_finds_out(w: Wording, questions: list[Question]) -> Labelled:
    t = w.t
    quoted = " ".join(t("“{question}”", question=w.text(q.text)) for q in questions[:_QUOTED])
    if len(questions) <= _QUOTED:
        words = t.plural(
            "One question has no answer: {questions}",
            "{n} questions have no answer: {questions}",
            len(questions),
            questions=quoted,
        )
    else:
        words = t(
            "{n} questions have no answer, among them: {questions}",
            n=len(questions),
            questions=quoted,
        )
    return Labelled(t("Who finds out what nobody could answer?"), words)


def _of_answers(w: Wording, questions: list[Question]) -> list[Labelled]:
    t = w.t
    return [
        _who_finds_out(w, questions),
        Labelled(
            t("Who takes part?"),
            t("Proposed: one person each from management, from IT and from a department."),
        ),
        Labelled(t("By when?"), t("Proposed: within four weeks.")),
    ]


def _of_keeping(w: Wording) -> list[Labelled]:
    t, lowest = w.t, lowest_dimensions(w)
    names = w.listed([w.text(one.name) for one in lowest])
    points = w.score(w.dimension_score(lowest[0])) if lowest else ""
    return [
        Labelled(
            t("Is this the level that the firm wants?"),
            t(
                "The level is {level}, the score {score} of 100; no measure follows from it.",
                level=w.level(w.evaluation.overall.level),
                score=w.score(w.evaluation.overall),
            ),
        ),
        Labelled(
            t("Who watches the lowest side?"),
            t("{names}, with {points} points.", names=names, points=points),
        ),
        Labelled(
            t("When is the next assessment?"),
            t("Proposed: in twelve months, with the same questionnaire."),
        ),
    ]


def effort_of(measures: Sequence[Candidate]) -> Effort:
    """The person-days of all of them, by role."""
    efforts = [one.effort for one in measures]
    return Effort(
        sum(one.management for one in efforts),
        sum(one.it for one in efforts),
        sum(one.business for one in efforts),
    )
