"""The application landscape: what is found in what a firm put down, and nothing from silence."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import Exchange, Interface, Project, System, Verdict
from digimaturity.domain.roadmap.landscape import Landscape, landscape_of, removal
from digimaturity.domain.roadmap.system_costs import costs_of
from digimaturity.domain.roadmap.uses import USES

_KEYS = ("a", "b", "c", "d", "e")


def _found(**items: System | Project) -> Landscape:
    systems = {key: one for key, one in items.items() if isinstance(one, System)}
    projects = {key: one for key, one in items.items() if isinstance(one, Project)}
    return landscape_of(PlanBook(systems=systems, projects=projects))


def test_two_for_one_use_overlap_surely_only_where_one_is_enough_and_no_data_go_between_them() -> (
    None
):
    found = _found(
        a=System("Small CRM", use="crm", costs={2026: 10}),
        b=System("Large CRM", use="crm", costs={2026: 90}),
        c=System("Old ERP", use="erp", interfaces=(Interface("d"),)),
        d=System("New ERP", use="erp"),
        e=System("CAD", use="cad_plm"),
        f=System("PLM", use="cad_plm"),
        g=System("This", use="other"),
        h=System("That", use="other"),
    )
    told = {one.use: (one.sure, one.systems, one.cost) for one in found.overlaps}
    assert told == {
        "crm": (True, ("b", "a"), 100),
        "erp": (False, ("d", "c"), None),
        "cad_plm": (False, ("e", "f"), None),
    }
    assert found.overlaps[0].use == "crm"


def test_a_running_project_that_brings_a_second_one_is_told_and_a_stopped_one_is_not() -> None:
    crm = System("CRM", use="crm")
    project = Project("Sales app", use="crm")
    found = _found(p=project, a=crm)
    assert [(one.systems, one.projects, one.sure) for one in found.overlaps] == [
        (("a",), ("p",), False)
    ]
    assert not _found(p=replace(project, verdict=Verdict.STOP), a=crm).overlaps
    # It works on the one that is there.
    assert not _found(p=replace(project, systems=("a",)), a=crm).overlaps


def test_islands_are_told_only_once_interfaces_are_put_down_and_those_without_it_first() -> None:
    alone = {
        "shop": System("Shop", use="web_shop", with_it=False),
        "crm": System("CRM", use="crm", with_it=True, costs={2026: 9000}),
        "mail": System("Mail", use="e_mail"),
        "erp": System("ERP", use="erp"),
        "fin": System("Books", use="accounting"),
    }
    assert _found(**alone).islands == ()
    assert _found(**alone).linkable == 0
    joined = {**alone, "erp": replace(alone["erp"], interfaces=(Interface("fin"),))}
    assert _found(**joined).islands == ("shop", "crm")
    assert _found(**joined).linkable == 4
    # An interface to a system that is gone joins nothing, and one to itself neither.
    nowhere = (Interface("gone"), Interface("shop"))
    found = _found(**{**joined, "shop": replace(alone["shop"], interfaces=nowhere)})
    assert found.islands == ("shop", "crm")
    assert [(link.origin, link.to) for link in found.dangling] == [("shop", "gone")]


def test_costs_over_the_years_are_compared_like_for_like() -> None:
    costs = costs_of(
        {
            "a": System("A", use="erp", costs={2024: 100, 2025: 110}, users=11),
            "b": System("B", use="crm", costs={2025: 40}, since=2025),
            "c": System("C", use="crm", costs={2025: 1000}),
            "d": System("D", use="bi", costs={2024: 7, 2027: 9}),
            "e": System("E"),
        }
    )
    # One figure for 2027 is no year's costs.
    assert (costs.year, costs.total, costs.known, costs.systems) == (2025, 1150, 3, 5)
    (step,) = costs.steps
    assert (step.systems, step.before, step.after) == (("a",), 100, 110)
    assert step.growth is not None
    assert round(step.growth, 6) == 10
    assert (step.added, step.added_euros, step.missing) == (("b",), 40, ("c", "d"))
    assert dict(costs.per_user) == {"a": 10}
    assert [(one.key, one.euros, one.known, one.systems) for one in costs.by_field] == [
        ("sales", 1040, 2, 2),
        ("operations", 110, 1, 1),
        ("information", 0, 0, 1),
        ("other", 0, 0, 1),
    ]
    assert (costs.dated, costs.counts) == (1, ((2025, 1),))


_systems = st.builds(
    System,
    name=st.sampled_from(("A", "B")),
    owner=st.sampled_from(("", " ", "Ada")),
    use=st.sampled_from(("", "unheard", *USES)),
    costs=st.dictionaries(st.sampled_from((2024, 2025, 2026)), st.integers(0, 10**6)),
    users=st.none() | st.integers(0, 50),
    with_it=st.sampled_from((None, True, False)),
    interfaces=st.lists(
        st.builds(Interface, to=st.sampled_from((*_KEYS, "gone")), how=st.sampled_from(Exchange)),
        max_size=3,
    ).map(tuple),
)
_books = st.dictionaries(st.sampled_from(_KEYS), _systems).map(
    lambda found: PlanBook(systems=found)
)


@given(_books)
def test_laws_of_every_landscape(book: PlanBook) -> None:
    found = landscape_of(book)
    for link in found.links:
        assert {link.origin, link.to} <= set(book.systems)
        assert not {link.origin, link.to} & set(found.islands)
    for overlap in found.overlaps:
        assert len(overlap.systems) > 1
        assert {book.systems[key].use for key in overlap.systems} == {overlap.use}
        assert overlap.use != "other"
    costs = found.costs
    assert costs.total == sum(costs.by_system.values())
    assert sum(one.systems for one in costs.by_field) == len(book.systems)
    assert abs(sum(one.euros for one in costs.by_use) - costs.total) < 1e-6
    for step in costs.steps:
        told = {*step.systems, *step.added, *step.missing}
        assert len(told) == len(step.systems) + len(step.added) + len(step.missing)


@given(_books)
def test_after_a_system_is_removed_nothing_leads_to_it(book: PlanBook) -> None:
    for key in book.systems:
        after = book
        for entry in removal(book, key):
            after = after.with_entry(entry)
        assert set(after.systems) == set(book.systems) - {key}
        before = {link for link in landscape_of(book).dangling if link.origin != key}
        assert set(landscape_of(after).dangling) == before
