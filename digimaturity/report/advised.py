"""Which advised measures come next: by the roadmap where there is a plan, else by their order."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.measures import Candidate
from digimaturity.domain.roadmap.items import MeasureDecision, State
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.report.plan_words import placed
from digimaturity.report.roadmap_words import span_words
from digimaturity.report.wording import Wording

#: So many measures come first.
FIRST = 5

Numbered = tuple[int, Candidate]


def advised(w: Wording) -> list[Numbered]:
    """All measures that follow from the answers, with their numbers; declined ones are out.

    Of accepted ones the effort is what was agreed on.
    """
    tasks = w.roadmap.posed.tasks if w.roadmap else {}
    return [
        (number, replace(one, effort=tasks[key].effort) if key in tasks else one)
        for number, one in enumerate(w.evaluation.candidates, start=1)
        for key in [one.measure.id]
        if (decided := decision_on(w, one)) is None or decided.accepted
    ]


def undone(w: Wording) -> list[Numbered]:
    """The advised measures without those that are done, or were given up."""
    over = (State.DONE, State.DROPPED)
    return [
        one
        for one in advised(w)
        if (decided := decision_on(w, one[1])) is None or decided.state not in over
    ]


def next_measures(w: Wording) -> list[Numbered]:
    """The first that are to be begun, with their numbers in the whole list.

    With a plan it is those that it has begin first.
    """
    found, planned = advised(w), _planned(w)
    if not planned:
        waiting = [one for one in found if _waits(w, one[1])]
        return (waiting or found or list(enumerate(w.evaluation.candidates, start=1)))[:FIRST]
    by_id = {candidate.measure.id: (number, candidate) for number, candidate in found}
    return [by_id[key] for key in planned if key in by_id][:FIRST]


def planned_first(w: Wording, candidate: Candidate) -> Quarter | None:
    """The quarter in which the plan has it begin."""
    return _planned(w).get(candidate.measure.id)


def decision_on(w: Wording, candidate: Candidate) -> MeasureDecision | None:
    """What management decided about a measure."""
    return w.roadmap.book.decisions.get(candidate.measure.id) if w.roadmap else None


def decided_words(w: Wording, candidate: Candidate) -> str:
    """``Planned for Q2 2026 to Q3 2026, led by Ada``; nothing where nothing was decided."""
    t, decision, roadmap = w.t, decision_on(w, candidate), w.roadmap
    if decision is None or roadmap is None:
        return ""
    one = placed(roadmap).get(candidate.measure.id)
    if not decision.accepted:
        words = t("Declined.")
    elif decision.state is State.DONE:
        words = t("Accepted, and done.")
    elif decision.state is State.DROPPED:
        words = t("Accepted, and dropped.")
    elif one is None:
        words = t("Accepted, and it does not fit into the plan.")
    else:
        first = roadmap.posed.first.plus(one.first)
        running = decision.state is State.RUNNING
        begun = decision.began or first if running else first
        span = span_words(t, begun, first.plus(one.quarters - 1))
        words = t("Running: {quarters}.", quarters=span) if running else ""
        words = words or t("Planned: {quarters}.", quarters=span)
    if decision.accepted and decision.owner:
        words += " " + t("Owner: {name}.", name=decision.owner)
    return words


def _waits(w: Wording, candidate: Candidate) -> bool:
    """Whether nobody has begun with it."""
    decision = decision_on(w, candidate)
    return decision is None or decision.state is State.PLANNED


def _planned(w: Wording) -> dict[str, Quarter]:
    """The advised measures that are to be begun by the plan, in that order."""
    roadmap = w.roadmap
    if roadmap is None:
        return {}
    known = {candidate.measure.id for candidate in w.evaluation.candidates}
    return {
        key: roadmap.posed.first.plus(one.first)
        for key, one in placed(roadmap).items()
        if key in known and one.task.decision.state is State.PLANNED
    }
