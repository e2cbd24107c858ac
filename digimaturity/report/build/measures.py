"""The measures: each with the answer that is the reason for it, its effort, steps and pitfall."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.domain import measures
from digimaturity.domain.measures import Candidate
from digimaturity.domain.questionnaire import Dimension
from digimaturity.domain.roadmap.posing import Task
from digimaturity.domain.viewpoints import Weight
from digimaturity.report.advised import Numbered, decided_words, decision_on, undone
from digimaturity.report.build.gap_words import gap_sentence
from digimaturity.report.extent import part_gains
from digimaturity.report.model.actions import MeasureItem, MeasuresChapter
from digimaturity.report.model.parts import Chapter, Labelled, MeasureLine, MeasureTable
from digimaturity.report.plan_words import placed
from digimaturity.report.roadmap_words import euro_words
from digimaturity.report.wording import Wording

#: So many measures are written out; more than a firm can begin in a year helps nobody.
DETAILED = 12

#: So many reasons are quoted for one measure.
_REASONS = 2


def measure_key(number: int) -> str:
    """The bookmark of a measure."""
    return f"measure-{number}"


def dimension_of(w: Wording, candidate: Candidate) -> Dimension | None:
    """The dimension of the first question that the measure lifts."""
    return measures.dimension_of(w.evaluation.questionnaire, candidate)


def measure_table(
    w: Wording, title: str, numbered: Sequence[tuple[int, Candidate]]
) -> MeasureTable:
    """Measures on one line each; without gains as long as there is no overall score."""
    t, rated = w.t, w.evaluation.overall.rated
    return MeasureTable(
        title,
        (t("Dimension"), t("Person-days"), t("Gain in points") if rated else ""),
        tuple(_line(w, number, candidate) for number, candidate in numbered),
    )


def _line(w: Wording, number: int, candidate: Candidate) -> MeasureLine:
    dimension = dimension_of(w, candidate)
    return MeasureLine(
        str(number),
        w.text(candidate.measure.title),
        w.hue(dimension) if dimension else None,
        w.text(dimension.name) if dimension else "",
        w.days(candidate.effort.total),
        w.gain(candidate.gain) if w.evaluation.overall.rated else "",
    )


def gained(w: Wording, candidate: Candidate) -> str:
    """``+1.6 points``; nothing where there is no overall score that would rise."""
    if not w.evaluation.overall.rated:
        return ""
    return w.t("{gain} points", gain=w.gain(candidate.gain))


def measures_chapter(w: Wording) -> MeasuresChapter:
    """The chapter of the measures."""
    t = w.t
    first = written_out(w)
    others = _startable(_others(w))
    name = t("Measures")
    further = t("Further measures that can begin at once")
    if _planned(w):
        further = t("Further measures that build on no other, not decided yet")
    return MeasuresChapter(
        Chapter("measures", name, _headline(w)),
        _intro(w),
        measures_order(w),
        tuple(measure_item(w, number, candidate) for number, candidate in first),
        measure_table(w, further, others) if others else None,
    )


def written_out(w: Wording) -> list[Numbered]:
    """The measures that are told in full: those of the plan, else the first of all."""
    found, order = undone(w), list(placed(w.roadmap)) if w.roadmap else []
    planned = [one for one in found if one[1].measure.id in order]
    planned.sort(key=lambda one: order.index(one[1].measure.id))
    return planned or found[:DETAILED]


def _others(w: Wording) -> list[Numbered]:
    """The rest that is open: what is accepted and has no place is told with the plan."""
    told = {number for number, _ in written_out(w)}
    found = [one for one in undone(w) if one[0] not in told]
    if not _planned(w):
        return found
    return [one for one in found if decision_on(w, one[1]) is None]


def _planned(w: Wording) -> bool:
    """Whether any of the advised measures runs, or has a place in the plan."""
    planned = placed(w.roadmap) if w.roadmap else {}
    return any(candidate.measure.id in planned for _, candidate in undone(w))


def _startable(numbered: Sequence[tuple[int, Candidate]]) -> list[tuple[int, Candidate]]:
    """Those that wait for no other: a list of everything at once is what firms drown in."""
    return [(number, candidate) for number, candidate in numbered if not candidate.first]


def _headline(w: Wording) -> str:
    count, first = len(undone(w)), len(written_out(w))
    if count > first > 1:
        return w.t(
            "Of {n} measures that would help, these {first} come first", n=count, first=first
        )
    return w.t.plural(
        "One measure follows from the answers", "{n} measures follow from the answers", count
    )


def _intro(w: Wording) -> str:
    if not w.evaluation.overall.rated:
        return f"{measures_order(w)} {_later(w)}".strip()
    gain = w.t(
        "The gain of a measure is what the score would rise if its questions reached the level it "
        "aims at and nothing else changed; gains of measures that lift the same question do not "
        "add up."
    )
    return f"{measures_order(w)} {gain} {_later(w)}".strip()


def _later(w: Wording) -> str:
    """How many are neither written out nor in the table, because they build on others."""
    waiting = sum(bool(candidate.first) for _, candidate in _others(w))
    if not waiting:
        return ""
    return w.t.plural(
        "One more builds on these, and comes into view when they are done.",
        "{n} more build on these, and come into view when they are done.",
        waiting,
    )


def measures_order(w: Wording) -> str:
    """By what the measures are ordered: in whose points, or why these are not shown."""
    if _planned(w):
        return w.t("They stand in the order in which the plan has them begin.")
    order = w.t(
        "First come the measures that can begin at once, then those that build on them; among "
        "these the order is that of points of the overall score gained per person-day, where a "
        "measure on which others build counts at least as much as the best of them."
    )
    if any(candidate.raised for candidate in w.evaluation.candidates):
        raised = w.t("Where viewpoints differ widely, what brings them together counts for more.")
        order = f"{order} {raised}"
    if w.evaluation.overall.rated:
        return f"{order} {part_gains(w)}".strip()
    left_out = w.t("The points themselves are left out as long as the overall score is not rated.")
    return f"{order} {left_out}"


def measure_item(w: Wording, number: int, candidate: Candidate) -> MeasureItem:
    """All that is said of a measure that is advised; of an accepted one as it was agreed on."""
    t, measure = w.t, candidate.measure
    dimension, size = dimension_of(w, candidate), w.evaluation.company.size_class
    at_size = w.text(measure.at(size))
    task = w.roadmap.posed.tasks.get(measure.id) if w.roadmap else None
    facts = (
        w.lead(measure.lead),
        w.effort(candidate.effort),
        t.plural("{n} week", "{n} weeks", task.weeks if task else measure.weeks_for(size)),
        _cost(w, candidate, task),
        gained(w, candidate),
    )
    return MeasureItem(
        str(number),
        measure_key(number),
        w.text(measure.title),
        w.hue(dimension) if dimension else None,
        w.text(dimension.name) if dimension else "",
        " · ".join(fact for fact in facts if fact),
        reasons(w, candidate),
        w.text(measure.what),
        Labelled(t("At your size"), at_size) if at_size else None,
        tuple(w.text(step) for step in measure.steps),
        _notes(w, candidate, task),
    )


def _cost(w: Wording, candidate: Candidate, task: Task | None) -> str:
    if task is None or task.decision.cost is None:
        return w.cost(candidate.measure.cost_for(w.evaluation.company.size_class))
    cost = task.decision.cost
    return euro_words(w.t, cost) if cost else w.t("no further cost")


def reasons(w: Wording, candidate: Candidate, most: int = _REASONS) -> tuple[str, ...]:
    """Why the measure is advised, in the words of the answers."""
    found = []
    for reason in sorted(candidate.reasons, key=lambda r: r.level)[:most]:
        question = w.evaluation.questionnaire.by_id[reason.question]
        answer = w.anchor(question, reason.level).rstrip(".")
        level = w.answered_level(reason.level)
        found.append(
            w.t(
                "“{question}” was answered “{answer}”, which is level {level}.",
                question=w.text(question.text),
                answer=answer,
                level=level,
            )
        )
    return tuple(found)


def _notes(w: Wording, candidate: Candidate, task: Task | None) -> tuple[Labelled, ...]:
    t, measure = w.t, candidate.measure
    by_id = {other.measure.id: other.measure for other in w.evaluation.candidates}
    earlier = [w.text(by_id[key].title) for key in candidate.first if key in by_id]
    notes = [
        Labelled(t("Decided"), decided_words(w, candidate)),
        Labelled(t("Measured by"), (task.decision.kpi if task else "") or w.text(measure.kpi)),
        Labelled(t("Take care"), w.text(measure.pitfall)),
    ]
    if earlier:
        notes.append(Labelled(t("First"), w.listed(earlier)))
    if candidate.raised:
        notes.append(Labelled(t("Views differ"), raised_because(w, candidate)))
    return tuple(note for note in notes if note.text)


def raised_because(w: Wording, candidate: Candidate) -> str:
    """Why a measure comes earlier: who rates what higher, as far as that may be told."""
    told = {gap.id: gap for gap in (*w.views.questions, *w.views.areas)} if w.views else {}
    gaps = sorted(
        (told[key] for key in candidate.raised_by if key in told), key=lambda gap: -gap.size
    )
    if not gaps or gaps[0].weight is Weight.SMALL:
        return w.t("Your viewpoints differ widely here, so this measure comes earlier.")
    quoted = w.t("“{name}”", name=_name_of(w, gaps[0].id))
    return w.t("{gap}; so this measure comes earlier.", gap=gap_sentence(w, quoted, gaps[0]))


def _name_of(w: Wording, key: str) -> str:
    """The text of a question, or the name of an area."""
    questionnaire = w.evaluation.questionnaire
    if key in questionnaire.by_id:
        return w.text(questionnaire.by_id[key].text)
    return next(w.text(area.name) for area in questionnaire.areas if area.id == key)
