"""What is found in running projects, what is proposed, and that not knowing is never a fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from digimaturity.domain.catalogue import Role
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import (
    Interface,
    KeyPerson,
    Project,
    RoleCapacity,
    System,
    Verdict,
)
from digimaturity.domain.roadmap.load import overloads, without
from digimaturity.domain.roadmap.posing import pose
from digimaturity.domain.roadmap.problem import Problem
from digimaturity.domain.roadmap.project_checks import Kind, Weight
from digimaturity.domain.roadmap.project_verdicts import Check, Ground, checks_of
from digimaturity.domain.roadmap.quarters import Quarter

from .make import levels, one_area, said

DAY = date(2026, 2, 24)
TODAY = Quarter.of(DAY)

ASKED = one_area(levels("a"))
EVALUATION = evaluate(ASKED, said({"a": 2}))

SYSTEMS = {
    "erp": System("ERP", use="erp", interfaces=(Interface("stock"),)),
    "stock": System("Stock", use="warehouse"),
    "crm": System("CRM", use="crm"),
}

#: Nothing is wrong with it, and nothing is left to ask.
SOUND = Project(
    "ERP change-over",
    owner="Ada",
    goal="One system",
    kpi="Orders without paper",
    with_it=True,
    cloud=True,
    priorities=True,
    budget=90_000,
    load={"it": 10},
    begins=TODAY,
    ends=TODAY.plus(4),
    systems=("erp",),
    use="erp",
)


def problem_of(book: PlanBook) -> Problem:
    return pose(EVALUATION, book, DAY).problem


def checks(book: PlanBook) -> Mapping[str, Check]:
    return checks_of(book, problem_of(book), TODAY)


def book(**projects: Project) -> PlanBook:
    return PlanBook(projects=projects, systems=SYSTEMS, roles={"it": RoleCapacity(60, 35)})


def test_a_project_with_everything_has_no_finding_and_goes_on() -> None:
    check = checks(book(one=SOUND))["one"]
    assert check.findings == ()
    assert (check.proposal.verdict, check.proposal.ground) == (Verdict.CONTINUE, Ground.SOUND)


def test_each_fault_is_found_and_only_that() -> None:
    changes: Mapping[tuple[Kind, Weight], dict[str, Any]] = {
        (Kind.ISLAND, Weight.WRONG): {"with_it": False},
        (Kind.WITHOUT_IT, Weight.LACKING): {"with_it": False, "cloud": False},
        (Kind.UNLINKED, Weight.OPEN): {"systems": ("erp", "crm")},
        (Kind.SAME_SYSTEM, Weight.WRONG): {"systems": ()},
        (Kind.NOT_WANTED, Weight.WRONG): {"priorities": False},
        (Kind.PAST_END, Weight.WRONG): {"ends": TODAY.plus(-1)},
        (Kind.NO_OWNER, Weight.LACKING): {"owner": " "},
        (Kind.NO_KPI, Weight.LACKING): {"kpi": ""},
        (Kind.PRIORITY_OPEN, Weight.OPEN): {"priorities": None},
        (Kind.IT_OPEN, Weight.OPEN): {"with_it": None},
        (Kind.LOAD_OPEN, Weight.OPEN): {"load": {}},
        (Kind.END_OPEN, Weight.OPEN): {"ends": None},
        (Kind.BUDGET_OPEN, Weight.OPEN): {"budget": None},
        (Kind.OVERLOADS, Weight.WRONG): {"load": {"it": 26}},
    }
    for expected, change in changes.items():
        (found,) = checks(book(one=replace(SOUND, **change)))["one"].findings
        assert (found.kind, found.weight) == expected, change


def test_a_key_person_who_owns_a_project_is_asked_for_days() -> None:
    people = {"ada": KeyPerson("Ada (head of IT)", Role.IT, RoleCapacity(60, 40))}
    silent = replace(book(one=SOUND), people=people)
    (found,) = checks(silent)["one"].findings
    assert (found.kind, found.weight) == (Kind.OWNER_DAYS_OPEN, Weight.OPEN)
    for change in (
        {"load": {"it": 10, "ada": 6}},
        {"load": {"it": 10, "ada": 0}},
        {"owner": "Grace"},
    ):
        told = replace(silent, projects={"one": replace(SOUND, **change)})
        assert checks(told)["one"].findings == ()


def test_a_duplicate_names_the_other_and_joins_the_one_that_stands_better() -> None:
    weaker = replace(SOUND, name="Shop floor", owner="", priorities=None)
    found = checks(book(weak=weaker, strong=SOUND))
    assert found["weak"].findings[0].others == ("strong",)
    assert found["strong"].findings[0].others == ("weak",)
    assert (found["weak"].proposal.verdict, found["weak"].proposal.other) == (
        Verdict.MERGE,
        "strong",
    )
    assert found["strong"].proposal.verdict is Verdict.CONTINUE
    # Of several systems for servers nobody knows whether they are one too many.
    several = replace(SOUND, use="infrastructure", systems=())
    proposals = checks(book(one=several, two=several))
    assert {one.findings[0].weight for one in proposals.values()} == {Weight.OPEN}
    assert {one.proposal.verdict for one in proposals.values()} == {Verdict.CONTINUE}


def test_stop_is_proposed_only_for_a_duplicate_that_nobody_wants_and_nobody_owns() -> None:
    unwanted = replace(SOUND, owner="", priorities=False)
    assert checks(book(a=unwanted, b=SOUND))["a"].proposal.verdict is Verdict.STOP
    changes: tuple[dict[str, Any], ...] = (
        {"owner": "Ada"},
        {"priorities": None},
        {"use": "", "systems": ()},
    )
    for change in changes:
        other = replace(unwanted, **change)
        assert checks(book(a=other, b=SOUND))["a"].proposal.verdict is not Verdict.STOP


def test_nobody_is_sent_to_what_is_itself_to_be_stopped() -> None:
    unwanted = replace(SOUND, owner="", priorities=False)
    weaker = replace(SOUND, with_it=False, priorities=False)
    found = checks(book(stopped=unwanted, weaker=weaker))
    assert found["stopped"].proposal.verdict is Verdict.STOP
    assert found["weaker"].proposal.other == ""


def test_as_few_as_needed_are_paused_so_that_nobody_is_over_the_limit() -> None:
    plain = replace(SOUND, use="", systems=())
    projects = {
        "wanted": replace(plain, load={"it": 14}),
        "unknown": replace(plain, load={"it": 9}, priorities=None),
        "small": replace(plain, load={"it": 1}, priorities=False),
        "large": replace(plain, load={"it": 8}, priorities=False),
    }
    found = checks(book(**projects))
    assert {key for key, one in found.items() if one.proposal.ground is Ground.NO_ROOM} == {"large"}
    rest = without(problem_of(book(**projects)), "large")
    assert not overloads(rest)
    # Who is over the limit anyway is not helped by pausing what takes nothing from them.
    beside = replace(plain, load={"business": 9}, priorities=False)
    found = checks(book(wanted=replace(plain, load={"it": 30}), beside=beside))
    assert {one.proposal.verdict for one in found.values()} == {Verdict.CONTINUE}


def test_a_cloud_service_without_it_is_paused_only_where_it_is_no_priority() -> None:
    island = replace(SOUND, with_it=False)
    assert checks(book(a=island))["a"].proposal.verdict is Verdict.CONTINUE
    unwanted = replace(island, priorities=False)
    assert checks(book(a=unwanted))["a"].proposal.verdict is Verdict.PAUSE


def test_what_management_has_paused_is_not_judged_and_counts_for_nothing() -> None:
    heavy = replace(SOUND, load={"it": 20}, verdict=Verdict.PAUSE)
    found = checks(book(a=heavy, b=replace(SOUND, load={"it": 20})))
    assert found.keys() == {"b"}
    assert found["b"].findings == ()


def test_days_of_a_key_person_are_an_overload_of_that_person() -> None:
    one = replace(SOUND, load={"it": 12, "head": 11})
    head = KeyPerson("Head of IT", Role.IT, RoleCapacity(30, 20))
    (found,) = checks(replace(book(a=one), people={"head": head}))["a"].findings
    assert {over.resource for over in found.overloads} == {"head"}


answers = st.none() | st.booleans()
projects = st.builds(
    Project,
    name=st.just("p"),
    owner=st.sampled_from(("", "Ada")),
    kpi=st.sampled_from(("", "Days")),
    with_it=answers,
    cloud=answers,
    priorities=answers,
    budget=st.none() | st.just(5_000.0),
    load=st.dictionaries(st.sampled_from(("it", "management")), st.sampled_from((5.0, 20.0))),
    ends=st.none() | st.integers(-3, 6).map(TODAY.plus),
    systems=st.lists(st.sampled_from(tuple(SYSTEMS)), unique=True, max_size=2).map(tuple),
    use=st.sampled_from(("", "erp", "crm", "marketing", "gone")),
    verdict=st.none() | st.sampled_from(tuple(Verdict)),
)
books = st.lists(projects, min_size=1, max_size=5).map(
    lambda some: book(**{f"p{n}": one for n, one in enumerate(some)})
)

_ORDER = (Verdict.CONTINUE, Verdict.MERGE, Verdict.PAUSE, Verdict.STOP)


@given(books, st.sampled_from(("with_it", "cloud", "priorities", "budget")), st.integers(0, 4))
def test_not_knowing_never_adds_a_fault(given_book: PlanBook, field: str, place: int) -> None:
    keys = list(given_book.projects)
    key = keys[place % len(keys)]
    known = given_book.projects[key]
    if getattr(known, field) is None or not known.active:
        return
    unknown: dict[str, Any] = {field: None}
    forgetful = {**given_book.projects, key: replace(known, **unknown)}
    before = checks(given_book)[key]
    after = checks(replace(given_book, projects=forgetful))[key]
    faults = {one.kind for one in after.findings if one.weight is not Weight.OPEN}
    # Without IT it is, be it a cloud service or not.
    same = {Kind.WITHOUT_IT} if before.has(Kind.ISLAND) else set()
    assert faults <= {one.kind for one in before.findings} | same
    # Alone a project is judged no worse for what nobody knows of it.
    lone = replace(given_book, projects={key: known})
    alone = replace(lone, projects={key: forgetful[key]})
    verdicts = [_ORDER.index(checks(one)[key].proposal.verdict) for one in (alone, lone)]
    assert verdicts[0] <= verdicts[1]


@given(books)
def test_laws_of_every_list(given_book: PlanBook) -> None:
    found = checks(given_book)
    assert found.keys() == {key for key, one in given_book.projects.items() if one.active}
    for key, check in found.items():
        proposal = check.proposal
        assert (proposal.verdict is Verdict.MERGE) == bool(proposal.other)
        assert proposal.other != key
        if proposal.other:  # nobody is sent to what is itself to go
            assert found[proposal.other].proposal.verdict is not Verdict.STOP
            assert found[proposal.other].proposal.verdict is not Verdict.MERGE
        if given_book.projects[key].priorities is not False:
            assert proposal.verdict in (Verdict.CONTINUE, Verdict.MERGE)
