"""A plan in words: every reason in both languages, what it brings, who has no limit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from digimaturity.domain.catalogue import Effort, Role
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.responses import Answer
from digimaturity.domain.roadmap.book import EMPTY, Entry, Part, PlanBook
from digimaturity.domain.roadmap.items import (
    KeyPerson,
    Limits,
    MeasureDecision,
    OwnMeasure,
    Project,
    RoleCapacity,
    State,
)
from digimaturity.domain.roadmap.problem import Reason, Why
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap, scores_after
from digimaturity.i18n import Translator
from digimaturity.packs import load_pack
from digimaturity.paths import questionnaires_dir, resources_dir
from digimaturity.report.load_words import load_of
from digimaturity.report.place_words import why_here
from digimaturity.report.plan_gains import brings
from digimaturity.report.plan_words import gantt_of, placed
from digimaturity.report.unplanned_words import left_out, unheld
from digimaturity.report.wording import ReportContext, Wording
from digimaturity.services.roadmap import outlined, planned

from . import samples

DAY = date(2026, 3, 3)
ENGLISH = re.compile(r"\b(the|it|which|would|more|plan it|days a quarter)\b")


def own(title: str, it: float, weeks: int = 8, requires: tuple[str, ...] = ()) -> OwnMeasure:
    return OwnMeasure(title, Effort(1, it, 0), weeks, requires=requires)


def book(**items: OwnMeasure) -> PlanBook:
    """Own measures, all accepted, with 20 IT days a quarter."""
    found = EMPTY
    for key, one in items.items():
        found = found.with_entry(Entry(Part.OWN, key, one))
        found = found.with_entry(Entry(Part.DECISION, key, MeasureDecision(accepted=True)))
    found = found.with_entry(Entry(Part.ROLE, "it", RoleCapacity(30, 10)))
    return found.with_entry(Entry(Part.LIMITS, "", Limits(parallel=3, quarters=4)))


def worded(language: str, given: PlanBook) -> tuple[Wording, Roadmap]:
    evaluation = samples.evaluation()
    roadmap = planned(outlined(evaluation, given, DAY))
    t = Translator.load(language, resources_dir() / "locale")
    return Wording(evaluation, ReportContext(day=DAY, roadmap=roadmap), t), roadmap


def without(roadmap: Roadmap, left_out: Mapping[str, Reason]) -> Roadmap:
    assert roadmap.plan is not None
    return replace(roadmap, plan=replace(roadmap.plan, left_out=left_out))


REASONS = {
    Why.CIRCLE: (Reason(Why.CIRCLE), "without the other"),
    Why.MISSING: (Reason(Why.MISSING, "b"), "Intranet"),
    Why.PREREQUISITE: (Reason(Why.PREREQUISITE, "b"), "Intranet"),
    Why.HORIZON: (Reason(Why.HORIZON, "b", 5, 4), "5 quarters; once “Intranet” is done"),
    Why.CAPACITY: (Reason(Why.CAPACITY, "it", 30, 20, 1), "30 person-days from IT in Q3 2026"),
    Why.PARALLEL: (Reason(Why.PARALLEL, needs=1, quarter=1), "In Q3 2026 as much"),
    Why.BUDGET: (Reason(Why.BUDGET, needs=60_000, left=35_000), "35,000 euros"),
    Why.COST_UNKNOWN: (Reason(Why.COST_UNKNOWN), "costs"),
    Why.TIME: (Reason(Why.TIME), "search"),
}


@pytest.mark.parametrize("why", Why)
def test_every_reason_has_its_words_in_both_languages(why: Why) -> None:
    reason, named = REASONS[why]
    for language in ("en", "de"):
        w, roadmap = worded(language, book(a=own("Portal", 8), b=own("Intranet", 8)))
        (found,) = left_out(w, without(roadmap, {"a": reason}))
        said = f"{found.reason} {found.room}"
        assert found.title == "Portal"
        assert "{" not in said
        if language == "en":
            assert named in said
        else:
            assert not ENGLISH.search(said)


def test_all_that_is_lacking_is_told_not_only_the_first() -> None:
    w, roadmap = worded("en", book(a=own("Portal", 8)))
    also = (Reason(Why.BUDGET, needs=9000, left=1000), Reason(Why.PARALLEL, needs=1))
    reason = Reason(Why.CAPACITY, "it", 30, 20, 1, also=also)
    (found,) = left_out(w, without(roadmap, {"a": reason}))
    assert found.room == (
        "It lacks 10 person-days from IT in Q3 2026. 8,000 euros more would make room. "
        "It fits once one thing more may run at the same time. Only all of it together is enough."
    )


def test_what_would_not_fit_into_an_empty_plan_may_take_longer() -> None:
    w, roadmap = worded("en", book(a=own("Portal", 24)))
    (found,) = left_out(w, roadmap)
    assert found.room.endswith("Over more weeks it would take fewer days a quarter.")
    _, longer = worded("en", book(a=own("Portal", 24, weeks=20)))
    assert not left_out(w, longer)


def test_what_running_projects_take_beyond_the_limit_has_to_be_made_up_for_too() -> None:
    w, roadmap = worded("en", book(a=own("Portal", 8)))
    also = (Reason(Why.BUDGET, needs=9000, left=-1000), Reason(Why.PARALLEL, needs=1, left=-1))
    reason = Reason(Why.CAPACITY, "it", 3, -13.5, 1, also=also)
    (found,) = left_out(w, without(roadmap, {"a": reason}))
    assert found.room == (
        "It lacks 16.5 person-days from IT in Q3 2026. "
        "10,000 euros more would make room. "
        "It fits once 2 things more may run at the same time. Only all of it together is enough."
    )


def test_what_was_dropped_is_told_so_and_nobody_is_asked_to_accept_it_again() -> None:
    given = book(a=own("Owner for article data", 8), b=own("Portal", 8, requires=("a",)))
    dropped = Entry(Part.DECISION, "a", MeasureDecision(accepted=True, state=State.DROPPED))
    w, roadmap = worded("en", given.with_entry(dropped))
    (found,) = left_out(w, roadmap)
    assert found.reason == "It builds on “Owner for article data”, which was dropped."
    assert found.room == "Take “Owner for article data” up again."


def test_a_begin_that_cannot_hold_says_why_and_the_measure_is_planned_elsewhere() -> None:
    given = book(a=own("Owner for article data", 8), b=own("Portal", 8, requires=("a",)))
    wish = MeasureDecision(accepted=True, start=Quarter(2026, 2))
    w, roadmap = worded("en", given.with_entry(Entry(Part.DECISION, "b", wish)))
    (found,) = unheld(w, roadmap)
    assert found.title == "Portal"
    assert found.reason.startswith("It cannot begin in Q2 2026.")
    assert "“Owner for article data”, which is not done then" in found.reason
    assert found.reason == why_here(w, roadmap, placed(roadmap)["b"])
    assert not gantt_of(w, roadmap).rows[1].fixed


def test_a_row_says_all_that_its_bar_shows() -> None:
    given = book(a=own("Portal", 8), b=own("Intranet", 9))
    wish = MeasureDecision(accepted=True, start=Quarter(2026, 3))
    given = given.with_entry(Entry(Part.DECISION, "a", wish))
    running = MeasureDecision(accepted=True, state=State.RUNNING, began=Quarter(2026, 2))
    given = given.with_entry(Entry(Part.DECISION, "b", running))
    project = Project("ERP change-over", load={"it": 5}, ends=Quarter(2028, 1))
    given = given.with_entry(Entry(Part.PROJECT, "p", project))
    w, roadmap = worded("en", given)
    first, second, third = gantt_of(w, roadmap, {"a": Quarter(2026, 2)}).rows
    assert (first.number, first.label, first.note) == ("", "running", "until Q1 28")
    assert first.words == "Running project ERP change-over: Q2 2026 to Q1 2028"
    assert "Intranet: Q2 2026, 10 person-days" in second.words
    assert second.words.endswith("running")
    assert (third.number, third.first, third.before, third.fixed) == ("2", 1, 0, True)
    assert third.words.endswith("start fixed, moved from Q2 26")


def test_who_has_no_limit_is_not_drawn_at_nought_and_who_has_no_time_is_over_it() -> None:
    given = book(a=own("Portal", 8))
    anna = KeyPerson("Anna", Role.IT, RoleCapacity(5, 5), share=0.5)
    given = given.with_entry(Entry(Part.PERSON, "anna", anna))
    project = Project("ERP", load={"it": 25, "anna": 3}, ends=Quarter(2026, 2))
    w, roadmap = worded("en", given.with_entry(Entry(Part.PROJECT, "p", project)))
    rows = {row.key: row for row in load_of(w, roadmap).rows}
    assert list(rows) == ["management", "it", "anna", "business"]
    assert not rows["management"].limited
    assert "nobody said" in rows["management"].about
    assert not any("%" in cell.label for cell in rows["management"].cells)
    assert [cell.over for cell in rows["it"].cells] == [True, False, False, False]
    assert rows["it"].cells[0].label == "125%"
    assert rows["it"].note == "25 days booked in Q2 26, 20 available"
    assert rows["anna"].cells[0].label == "3 of 0"
    assert rows["anna"].over


def test_what_a_plan_brings_is_worked_out_by_the_engine() -> None:
    questionnaire = load_pack(questionnaires_dir() / "readiness").questionnaire
    assert questionnaire is not None
    answers = {one.id: Answer.of(2) for one in questionnaire.rated_questions}
    evaluation = evaluate(questionnaire, samples.responses(answers))
    given = EMPTY
    for candidate in [one for one in evaluation.candidates if not one.first][:4]:
        decision = MeasureDecision(accepted=True)
        given = given.with_entry(Entry(Part.DECISION, candidate.measure.id, decision))
    roadmap = planned(outlined(evaluation, given, DAY))
    t = Translator.load("en", resources_dir() / "locale")
    w = Wording(evaluation, ReportContext(day=DAY, roadmap=roadmap), t)
    told = brings(w, roadmap)
    assert told is not None
    after = scores_after(evaluation, roadmap, placed(roadmap))
    assert (told.before, told.after) == (w.score(evaluation.overall), w.score(after.overall))
    assert told.before < told.after
    assert f"from {told.before} to {told.after} by the end of" in told.overall
    assert told.days_in_all == w.person_days(roadmap.days)
    assert sum(float(days) for _, days in told.days) == pytest.approx(roadmap.days)
    assert "answered anew" not in told.overall
    key = next(iter(placed(roadmap)))
    decision = MeasureDecision(accepted=True, state=State.DONE)
    less = planned(outlined(evaluation, given.with_entry(Entry(Part.DECISION, key, decision)), DAY))
    fewer = brings(w, less)
    assert fewer is not None
    assert "One measure is done; it counts once" in fewer.overall
    assert brings(w, replace(roadmap, plan=None)) is None
