"""The application landscape: what is there twice, alone, without owner, or joined by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import fsum

from digimaturity.domain.roadmap.book import Entry, Part, PlanBook
from digimaturity.domain.roadmap.items import Exchange, System
from digimaturity.domain.roadmap.system_costs import Costs, costs_of
from digimaturity.domain.roadmap.uses import USES, use_of


@dataclass(frozen=True, slots=True)
class Link:
    """Data go from a system to another; both are ids, `to` may be one that is gone."""

    origin: str
    to: str
    how: Exchange
    what: str = ""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Several systems for one use.

    `sure`: a firm needs one of them, and no data go between these; else they may be there for a
    reason. `cost` is in euros for the year that is told, of those of which it is known (None: of
    none). `projects` run and bring another one.
    """

    use: str
    systems: tuple[str, ...]
    sure: bool
    cost: float | None
    projects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Landscape:
    """What is found; every list has the worst first, systems are ids.

    `orphans` have no owner. `islands` exchange data with no other though their use calls for it;
    `linkable` is how many were looked at: none, as long as no interface is put down at all, since
    then nobody knows. `by_hand` are interfaces that people carry, `dangling` those that lead to
    no system. `without_it` were bought without IT; of `unknown` nobody knows. `untold` have no use.
    """

    systems: Mapping[str, System]
    links: tuple[Link, ...]
    overlaps: tuple[Overlap, ...]
    orphans: tuple[str, ...]
    islands: tuple[str, ...]
    linkable: int
    by_hand: tuple[Link, ...]
    dangling: tuple[Link, ...]
    without_it: tuple[str, ...]
    unknown: tuple[str, ...]
    untold: tuple[str, ...]
    costs: Costs


def landscape_of(book: PlanBook) -> Landscape:
    """What is found in the systems that a company put down; nothing where there is none."""
    systems = book.systems
    costs = costs_of(systems)
    weight = _Weight(systems, costs)
    links = tuple(_links(systems))
    standing = tuple(link for link in links if link.to in systems)
    joined = {end for link in standing for end in (link.origin, link.to)}
    calling = [key for key, one in systems.items() if use_of(one.use).connected] if links else []
    islands = weight.sorted(key for key in calling if key not in joined)
    by_hand = [link for link in standing if link.how is Exchange.BY_HAND]
    return Landscape(
        systems=systems,
        links=standing,
        overlaps=_overlaps(book, weight, standing),
        orphans=weight.sorted(key for key, one in systems.items() if not one.owner.strip()),
        # Nobody saw to it that those bought without IT would fit in.
        islands=tuple(sorted(islands, key=lambda key: systems[key].with_it is not False)),
        linkable=len(calling),
        by_hand=tuple(sorted(by_hand, key=weight.of_link)),
        dangling=tuple(link for link in links if link.to not in systems),
        without_it=weight.sorted(key for key, one in systems.items() if one.with_it is False),
        unknown=weight.sorted(key for key, one in systems.items() if one.with_it is None),
        untold=weight.sorted(key for key, one in systems.items() if one.use not in USES),
        costs=costs,
    )


def removal(book: PlanBook, key: str) -> tuple[Entry, ...]:
    """What has to be saved so that a system is gone, and nothing leads to it any more.

    The system itself comes last: an undo begins with it, and leads there.
    """
    found = []
    for other, system in book.systems.items():
        left = tuple(one for one in system.interfaces if one.to != key)
        if other != key and left != system.interfaces:
            found.append(Entry(Part.SYSTEM, other, replace(system, interfaces=left)))
    for project, item in book.projects.items():
        if key in item.systems:
            touched = tuple(one for one in item.systems if one != key)
            found.append(Entry(Part.PROJECT, project, replace(item, systems=touched)))
    return (*found, Entry(Part.SYSTEM, key, None))


def _links(systems: Mapping[str, System]) -> Iterator[Link]:
    for key, system in systems.items():
        for one in system.interfaces:
            if one.to != key:
                yield Link(key, one.to, one.how, one.what)


@dataclass(frozen=True, slots=True)
class _Weight:
    """How much a system weighs: what it costs, then how many use it."""

    systems: Mapping[str, System]
    costs: Costs

    def of(self, key: str) -> tuple[float, int, str]:
        system = self.systems[key]
        return -self.costs.by_system.get(key, 0.0), -(system.users or 0), system.name.casefold()

    def sorted(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(keys, key=self.of))

    def of_link(self, link: Link) -> tuple[int, str, str]:
        """The more people work with both ends, the more carry data over."""
        ends = self.systems[link.origin], self.systems[link.to]
        users = sum(system.users or 0 for system in ends)
        return -users, ends[0].name.casefold(), ends[1].name.casefold()


def _overlaps(book: PlanBook, weight: _Weight, links: Iterable[Link]) -> tuple[Overlap, ...]:
    by_use: dict[str, list[str]] = defaultdict(list)
    for key, system in book.systems.items():
        if system.use in USES and system.use != "other":
            by_use[system.use].append(key)
    bringing = _brought(book)
    pairs = {frozenset((link.origin, link.to)) for link in links}
    found = []
    for use, keys in by_use.items():
        projects = bringing.get(use, ())
        if len(keys) < 2 and not (projects and use_of(use).single):  # noqa: PLR2004 - twice
            continue
        joined = any(pair <= set(keys) for pair in pairs)
        known = [weight.costs.by_system[key] for key in keys if key in weight.costs.by_system]
        sure = use_of(use).single and not joined and len(keys) > 1
        cost = fsum(known) if known else None
        found.append(Overlap(use, weight.sorted(keys), sure, cost, projects))
    return tuple(sorted(found, key=lambda one: (not one.sure, -(one.cost or 0), one.use)))


def _brought(book: PlanBook) -> Mapping[str, tuple[str, ...]]:
    """By use the active projects that bring a system which is none of those in the list."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, project in book.projects.items():
        touched = {book.systems[one].use for one in project.systems if one in book.systems}
        if project.active and project.use and project.use not in touched:
            found[project.use].append(key)
    return {use: tuple(keys) for use, keys in found.items()}
