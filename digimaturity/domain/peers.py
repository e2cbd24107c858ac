"""The peers of a firm among finished assessments: which count, and which group is compared with."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import compress
from operator import itemgetter
from typing import overload

from digimaturity.domain.company import Company, SizeClass
from digimaturity.domain.population import PeerChoice, Population, basis_of, sample_groups
from digimaturity.domain.provenance import Difference, Origin, Provenance
from digimaturity.domain.sample import LEAST, OVERALL, Key, Peers
from digimaturity.domain.yardstick import Yardsticks


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """The questionnaire of an assessment, as far as peers are concerned; one object for each."""

    pack: str
    version: str
    yardsticks: Yardsticks


@dataclass(frozen=True, slots=True)
class Rated:
    """The figures of one finished assessment; `firm` is any id that is the same for one firm.

    `values` has no entry for what is not rated; `company` is as it was on that `day`.
    """

    firm: str
    day: date
    company: Company
    asked: Asked
    values: Mapping[Key, float]


#: Country, section and size class.
_Cell = tuple[str | None, str | None, SizeClass | None]


@dataclass(frozen=True, slots=True)
class _Member:
    """A firm as a peer: for each figure its latest value, and the year of its latest assessment."""

    cell: _Cell
    year: int
    values: Mapping[Key, float]


@dataclass(slots=True)
class _Firms:
    """The firms of a cell: their places among all, how many have an overall score, their years."""

    places: list[int] = field(default_factory=list)
    rated: int = 0
    years: Counter[int] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Group:
    """All firms of one population: their values of each figure in rising order, and their years."""

    columns: Mapping[Key, Sequence[float]]
    years: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Pool:
    """Firms that can be held against one questionnaire, each once, ready to be drawn from.

    `columns` hold for each figure the values in rising order, and what gives for each of them the
    mark that its firm has among the marks of all `members`. `cells` tell who there is of a kind.
    `difference` tells why they are context only, if so. `groups` are remembered once they were
    asked for: a population of thousands is sorted out once.
    """

    asked: Asked
    members: Mapping[str, _Member]
    columns: Mapping[Key, tuple[Sequence[float], Callable[[bytearray], tuple[int, ...]]]]
    cells: Mapping[_Cell, _Firms]
    difference: Difference | None = None
    groups: dict[Population, _Group] = field(default_factory=dict, compare=False)

    def draw(self, firm: str, company: Company, choice: PeerChoice | None = None) -> Peers:
        """The peers of a firm: the first group that has five of them, without the firm itself.

        Counted are the firms whose overall score is rated; only where nowhere five are, those that
        have any figure at all. Where no group has five, the widest is told, without its values.
        """
        groups = sample_groups(company, choice)
        own = self.members.get(firm)
        for rated in (True, False):
            for group in groups:
                n = self._count(group, own, rated=rated)
                if n >= LEAST:
                    return self._peers(groups, choice, group, n, own)
        few = self._count(groups[-1], own, rated=True)
        return self._peers(groups, choice, groups[-1], few, own)

    def _count(self, group: Population, own: _Member | None, *, rated: bool) -> int:
        n = sum(firms.rated if rated else len(firms.places) for firms in self._within(group))
        if own is None or not group.includes(*own.cell) or (rated and OVERALL not in own.values):
            return n
        return n - 1

    def _within(self, population: Population) -> list[_Firms]:
        return [firms for cell, firms in self.cells.items() if population.includes(*cell)]

    def _peers(
        self,
        groups: tuple[Population, ...],
        choice: PeerChoice | None,
        population: Population,
        n: int,
        own: _Member | None,
    ) -> Peers:
        group = self._group(population)
        values, years = group.columns, group.years
        if own is not None and population.includes(*own.cell):
            values = {key: _without(column, own.values.get(key)) for key, column in values.items()}
            years = {year: k - (year == own.year) for year, k in years.items()}
        told = [year for year, k in years.items() if k]
        newest, oldest = max(told, default=None), min(told, default=None)
        provenance = Provenance(
            Origin.CLIENTS,
            population,
            newest,
            since=None if oldest == newest else oldest,
            n=n,
            difference=self.difference,
            questionnaire=self.asked.pack,
            version=self.asked.version,
        )
        basis = basis_of(population, groups, choice)
        return Peers(provenance, basis, values if n >= LEAST else {})

    def _group(self, population: Population) -> _Group:
        if population not in self.groups:
            inside, years = bytearray(len(self.members)), Counter[int]()
            for firms in self._within(population):
                years.update(firms.years)
                for place in firms.places:
                    inside[place] = True
            columns = {
                key: list(compress(column, marks(inside)))
                for key, (column, marks) in self.columns.items()
            }
            self.groups[population] = _Group(columns, years)
        return self.groups[population]


class _Without(Sequence[float]):
    """A column without the value in one place, and without copying it."""

    __slots__ = ("_column", "_place")

    def __init__(self, column: Sequence[float], place: int) -> None:
        self._column, self._place = column, place

    def __len__(self) -> int:
        return len(self._column) - 1

    @overload
    def __getitem__(self, place: int) -> float: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[float]: ...

    def __getitem__(self, place: int | slice) -> float | Sequence[float]:
        if isinstance(place, slice):
            return list(self)[place]
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self._column[place + (place >= self._place)]


def _without(column: Sequence[float], value: float | None) -> Sequence[float]:
    return column if value is None else _Without(column, bisect_left(column, value))


def pools(ratings: Iterable[Rated], asked: Asked) -> tuple[Pool, ...]:
    """All that `ratings` offer for a comparison with an assessment by `asked`.

    First those measured by the same yardstick: for each figure the latest assessment of each firm
    that has it. Then, as context, one pool for every other questionnaire: firms whose latest
    assessment was by that one, and that never took part in the same one.
    Of assessments of one day the earlier of `ratings` counts as the later.
    """
    histories: dict[str, list[Rated]] = {}
    for rated in sorted(ratings, key=lambda one: one.day, reverse=True):
        histories.setdefault(rated.firm, []).append(rated)
    same: dict[Asked, frozenset[Key]] = {}
    for history in histories.values():
        for rated in history:
            if rated.asked not in same:
                same[rated.asked] = _same(rated.asked, asked)
    others: dict[object, list[Rated]] = {}
    for history in histories.values():
        if not any(OVERALL in same[rated.asked] for rated in history):
            others.setdefault(history[0].asked.yardsticks[OVERALL], []).append(history[0])
    return (
        _pool(asked, histories.values(), same.__getitem__),
        *(_context(asked, members, same) for members in others.values()),
    )


def _same(one: Asked, other: Asked) -> frozenset[Key]:
    """The figures that both measure by the same yardstick."""
    return frozenset(
        key for key, yardstick in one.yardsticks.items() if other.yardsticks.get(key) == yardstick
    )


def _context(asked: Asked, members: Sequence[Rated], same: Mapping[Asked, frozenset[Key]]) -> Pool:
    newest = max(members, key=lambda member: member.day).asked
    known = newest.pack == asked.pack
    return _pool(
        newest,
        [(member,) for member in members],
        lambda other: frozenset(asked.yardsticks) - same[other],
        Difference.OTHER_VERSION if known else Difference.OTHER_QUESTIONNAIRE,
    )


def _pool(
    asked: Asked,
    histories: Iterable[Sequence[Rated]],
    counted: Callable[[Asked], frozenset[Key]],
    difference: Difference | None = None,
) -> Pool:
    """A pool of the figures that are `counted` of each questionnaire, newest assessment first.

    What the newest that counts leaves unrated is not taken from an older one.
    """
    members: dict[str, _Member] = {}
    rows: dict[Key, list[tuple[float, int]]] = {}
    cells: dict[_Cell, _Firms] = {}
    for history in histories:
        member = _member(history, counted)
        if member is None:
            continue
        place = len(members)
        firms = cells.setdefault(member.cell, _Firms())
        firms.places.append(place)
        firms.rated += OVERALL in member.values
        firms.years[member.year] += 1
        for key, value in member.values.items():
            rows.setdefault(key, []).append((value, place))
        members[history[0].firm] = member
    columns = {}
    for key, pairs in rows.items():
        pairs.sort()
        places = [place for _, place in pairs]
        # One place more than there are values, since of a single place it would give no tuple.
        columns[key] = [value for value, _ in pairs], itemgetter(*places, places[0])
    return Pool(asked, members, columns, cells, difference)


def _member(history: Sequence[Rated], counted: Callable[[Asked], frozenset[Key]]) -> _Member | None:
    """The firm with that history, newest first; None where nothing of it is counted."""
    member: _Member | None = None
    values: dict[Key, float] = {}
    seen = frozenset[Key]()
    for rated in history:
        new = counted(rated.asked) - seen
        if new and member is None:
            company = rated.company
            cell = company.country, company.section, company.size_class
            member = _Member(cell, rated.day.year, values)
        seen |= new
        values.update((key, rated.values[key]) for key in new & rated.values.keys())
    return member
