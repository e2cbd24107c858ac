"""Who has too much to do is told quarter by quarter, and what a pause would free is true."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity import paths
from digimaturity.domain.catalogue import Effort, Role
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import KeyPerson, OwnMeasure, Project, RoleCapacity
from digimaturity.domain.roadmap.load import overloads, without
from digimaturity.domain.roadmap.posing import Posed
from digimaturity.domain.roadmap.problem import Job, Problem, Running
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.i18n import Translator
from digimaturity.planning import find_plan
from digimaturity.report.overload_words import fitting_words, overloaded, reliefs
from digimaturity.services.roadmap import fitting_when_paused

EN, DE = (Translator.load(language, paths.resources_dir() / "locale") for language in ("en", "de"))

BOOK = PlanBook(
    projects={
        "erp": Project("ERP change-over", priorities=True),
        "portal": Project("portal", priorities=False),
    },
    people={"head": KeyPerson("Head of IT", Role.IT, RoleCapacity(60, 35))},
    own={"idea": OwnMeasure("Test the restore", Effort(0, 20, 0), 13)},
)


Days = tuple[float, ...]


def roadmap(erp: Days, portal: Days, capacity: Days) -> Roadmap:
    running = (
        Running("erp", len(erp), {"head": erp}),
        Running("portal", len(portal), {"head": portal}),
    )
    job = Job("idea", 1.0, 1, {"head": 20.0})
    problem = Problem(len(capacity), (job,), running, {"head": capacity})
    return Roadmap(BOOK, Posed(Quarter(2026, 2), problem, {}), find_plan(problem))


def test_it_is_told_by_person_and_quarter_with_who_takes_it() -> None:
    one = roadmap((17, 17, 17, 0), (11, 11, 9, 0), (25, 25, 25, 0))
    (found,) = overloaded(one, EN)
    assert found.head == "Head of IT is over the limit"
    assert found.lines == (
        "Q2 2026 to Q3 2026: 28 days booked, 25 available: 112%. ERP change-over 17, portal 11.",
        "Q4 2026: 26 days booked, 25 available: 104%. ERP change-over 17, portal 9.",
    )
    (found,) = overloaded(one, DE)
    assert found.lines[1] == (
        "Q4 2026: 26 Tage verplant, 25 vorhanden: 104\N{NO-BREAK SPACE}%. ERP change-over 17,"
        " portal 9."
    )
    apart = overloaded(roadmap((30, 0, 30), (0, 0, 0), (25, 25, 25)), EN)[0].lines
    assert [line.partition(":")[0] for line in apart] == ["Q2 2026", "Q4 2026"]
    none = overloaded(roadmap((3,), (0,), (0,)), EN)[0].lines
    assert none == ("Q2 2026: 3 days booked, none available. ERP change-over 3.",)


def test_what_a_pause_frees_names_the_days_and_the_measures_that_then_fit() -> None:
    one = roadmap((17, 17), (11, 0), (25, 25))
    first, second = reliefs(one, EN)
    assert (first.project, second.project) == ("portal", "erp")  # the one that is no priority
    assert first.words == "It frees 11 days for Head of IT, Q2 2026. Then nobody is over the limit."
    assert "17 days a quarter for Head of IT, Q2 2026 to Q3 2026." in second.words
    assert fitting_when_paused(one, "portal") == ()
    single = reliefs(roadmap((1, 1), (24.5, 25), (25, 25)), DE)
    assert "1 Tag im Quartal für Head of IT" in single[1].words
    assert fitting_when_paused(one, "erp") == ("idea",)
    words = fitting_words(one, ("idea",), EN)
    assert words == "Then one more measure fits: “Test the restore”."
    assert fitting_words(one, (), EN) == ""


def test_what_is_left_over_after_a_pause_is_told() -> None:
    one = roadmap((30, 30), (11, 11), (25, 25))
    found = {relief.project: relief.words for relief in reliefs(one, EN)}
    assert found["portal"].endswith("Then 2 overloads of 2 are left: Head of IT.")
    assert found["erp"].endswith("Then nobody is over the limit.")


days = st.tuples(*[st.integers(0, 30).map(float)] * 4)


@given(days, days, days)
def test_laws(
    erp: tuple[float, ...], portal: tuple[float, ...], capacity: tuple[float, ...]
) -> None:
    one = roadmap(erp, portal, capacity)
    problem = one.posed.problem
    told = overloaded(one, EN)
    assert bool(told) == bool(overloads(problem))
    for relief in reliefs(one, EN):
        free = not overloads(without(problem, relief.project))
        assert free == relief.words.endswith("Then nobody is over the limit.")
    lines = [line for found in told for line in found.lines]
    assert len(lines) <= len(overloads(problem))
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("t", [EN, DE])
def test_paused_projects_are_told_nowhere(t: Translator) -> None:
    one = roadmap((0, 0), (0, 0), (25, 25))
    paused = replace(one, posed=replace(one.posed, problem=without(one.posed.problem, "erp")))
    assert overloaded(paused, t) == ()
    assert reliefs(paused, t) == ()
