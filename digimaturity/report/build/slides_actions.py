"""The slides of what comes next: the first measures, and what to decide today."""

from __future__ import annotations

from digimaturity.domain.catalogue import Role
from digimaturity.domain.measures import Candidate
from digimaturity.domain.questionnaire import Question
from digimaturity.report.advised import next_measures, planned_first
from digimaturity.report.build.decisions import decisions, effort_of, open_questions
from digimaturity.report.build.measures import dimension_of, gained, measures_order, reasons
from digimaturity.report.build.slides_result import asked_source
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.slides import Cell, Column, Part, Points, Slide, Table
from digimaturity.report.wording import Wording


def measures_slide(w: Wording) -> Slide:
    """The measures that come first, each with the answer that is its reason."""
    t, first = w.t, tuple(candidate for _, candidate in next_measures(w))
    return Slide(
        "measures",
        _measures_statement(w, first),
        _order(w, first[0])
        if first
        else t("A measure follows from an answer that leaves something to gain"),
        asked_source(w),
        (_measures(w, first),),
        _measure_notes(w, first),
    )


def _order(w: Wording, first: Candidate) -> str:
    if planned_first(w, first) is not None:
        return w.t("By the roadmap, in the order in which they begin")
    return w.t("Those that can begin at once come first, in the order of gain and effort")


def _measures_statement(w: Wording, first: tuple[Candidate, ...]) -> str:
    if not first:
        if w.evaluation.overall.rated:
            return w.t("No measure follows from the answers")
        return w.t("No measure follows from the answers yet")
    return w.t.plural(
        "The next measure takes {days} in all",
        "The next {n} measures take {days} in all",
        len(first),
        days=w.person_days(effort_of(first).total),
    )


def _measures(w: Wording, first: tuple[Candidate, ...]) -> Part:
    t, rated = w.t, w.evaluation.overall.rated
    if not first:
        return Points("", _no_measures(w))
    columns = [
        Column(t("No."), 0.035),
        Column(t("Measure"), 0.3),
        Column(t("Because the answer is"), 0.345),
        Column(t("Leads"), 0.12),
        Column(t("Days"), 0.065, number=True),
        Column(t("Weeks"), 0.07, number=True),
    ]
    if rated:
        columns.append(Column(t("Points"), 0.065, number=True))
    rows = tuple(_measure(w, number, one) for number, one in enumerate(first, start=1))
    words = t("The next measures: reason, who leads, person-days, weeks, gain in points.")
    return Table(tuple(columns), rows, words)


def _no_measures(w: Wording) -> tuple[Labelled, ...]:
    t = w.t
    if w.evaluation.overall.rated:
        return (
            Labelled(
                t("Why there is none"),
                t("No answer is at a level from which a measure leads further."),
            ),
            Labelled(
                t("What remains to do"),
                t("Keep what has been reached; the next assessment shows whether it lasts."),
            ),
        )
    return (
        Labelled(
            t("Why there is none yet"),
            t("As soon as questions are answered, the measures that follow stand here."),
        ),
        Labelled(
            t("In which order"),
            t("Those that can begin at once come first, in the order of gain and effort"),
        ),
    )


def _measure(w: Wording, number: int, candidate: Candidate) -> tuple[Cell, ...]:
    dimension, measure = dimension_of(w, candidate), candidate.measure
    reason = min(candidate.reasons, key=lambda one: one.level)
    question = w.evaluation.questionnaire.by_id[reason.question]
    weeks = measure.weeks_for(w.evaluation.company.size_class)
    cells = (
        Cell(str(number), strong=True),
        Cell(
            w.text(measure.title),
            w.text(dimension.name) if dimension else "",
            strong=True,
            hue=w.hue(dimension) if dimension else None,
        ),
        Cell(
            w.t("“{answer}”", answer=w.anchor(question, reason.level).rstrip(".")),
            w.t("Level {n}", n=w.answered_level(reason.level)),
        ),
        Cell(_leader(w, measure.lead)),
        Cell(w.days(candidate.effort.total)),
        Cell(w.t.number(weeks)),
    )
    return (*cells, Cell(w.gain(candidate.gain))) if w.evaluation.overall.rated else cells


def _leader(w: Wording, role: Role | None) -> str:
    t = w.t
    return {
        None: "",
        Role.MANAGEMENT: t("Management"),
        Role.IT: t("IT"),
        Role.BUSINESS: t("Department"),
    }[role]


def _measure_notes(w: Wording, first: tuple[Candidate, ...]) -> tuple[str, ...]:
    t, size, notes = w.t, w.evaluation.company.size_class, []
    for number, one in enumerate(first, start=1):
        measure = one.measure
        facts = (
            w.lead(measure.lead),
            w.effort(one.effort),
            t.plural("{n} week", "{n} weeks", measure.weeks_for(size)),
            w.cost(measure.cost_for(size)),
            gained(w, one),
        )
        notes += [
            f"{number}. {w.text(measure.title)}: " + " · ".join(fact for fact in facts if fact),
            *reasons(w, one),
            w.text(measure.what),
            t("Measured by: {what}", what=w.text(measure.kpi)),
        ]
    return (*notes, measures_order(w)) if first else (measures_order(w),)


def decisions_slide(w: Wording) -> Slide:
    """What to decide in the meeting: three to five points that follow from the result by rules."""
    t, unanswered = w.t, open_questions(w)
    rows = decisions(w)
    columns = (
        Column(t("No."), 0.035),
        Column(t("To decide"), 0.25),
        Column(t("What the result says"), 0.465),
        Column(t("Decided: who, by when"), 0.25),
    )
    cells = tuple(
        (Cell(str(number), strong=True), Cell(row.label, strong=True), Cell(row.text), Cell(""))
        for number, row in enumerate(rows, start=1)
    )
    words = t("What to decide, what the result says to it, and room for what is decided.")
    still_open = t("Open questions:") if unanswered else t("No question is open.")
    return Slide(
        "decisions",
        _decisions_statement(w, unanswered),
        t("Each point follows from the result by a rule; the last column is for you"),
        asked_source(w),
        (Table(columns, cells, words),),
        (
            *(f"{row.label} {row.text}" for row in rows),
            still_open,
            *(f"– {w.text(question.text)}" for question in unanswered),
        ),
    )


def _decisions_statement(w: Wording, unanswered: list[Question]) -> str:
    t = w.t
    if w.evaluation.candidates:
        return t("Decide today: what comes first, who leads, when to review")
    if unanswered:
        return t("Decide today: who answers what is still open, and by when")
    return t("Decide today: how to keep what has been reached")
