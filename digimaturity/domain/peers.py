"""The peers of a firm among finished assessments: which count, and which group is compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress

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
class Pool:
    """Firms that can be held against one questionnaire, each once, ready to be drawn from.

    `columns` hold for each figure the values in rising order, and the place of each one's firm
    among `members`. `difference` tells why they are context only, if so.
    """

    asked: Asked
    members: tuple[Rated, ...]
    columns: Mapping[Key, tuple[Sequence[float], Sequence[int]]]
    cells: Mapping[_Cell, Sequence[int]]
    difference: Difference | None = None

    def draw(self, firm: str, company: Company, choice: PeerChoice | None = None) -> Peers:
        """The peers of a firm: the first group that has five of them, without the firm itself.

        Counted are the firms whose overall score is rated; only where nowhere five are, those that
        have any figure at all. Where no group has five, the widest is told, without its values.
        """
        groups = sample_groups(company, choice)
        own = {place for place, member in enumerate(self.members) if member.firm == firm}
        rated = set(self.columns[OVERALL][1]) - own if OVERALL in self.columns else set[int]()
        for counted in (rated, set(range(len(self.members))) - own):
            for group in groups:
                found = counted.intersection(self._within(group))
                if len(found) >= LEAST:
                    return self._peers(groups, choice, group, found, own)
        few = rated.intersection(self._within(groups[-1]))
        return self._peers(groups, choice, groups[-1], few, own)

    def _within(self, group: Population) -> list[int]:
        return [
            place
            for cell, places in self.cells.items()
            if group.includes(*cell)
            for place in places
        ]

    def _peers(
        self,
        groups: tuple[Population, ...],
        choice: PeerChoice | None,
        group: Population,
        found: set[int],
        own: set[int],
    ) -> Peers:
        years = [self.members[place].day.year for place in found]
        newest, oldest = max(years, default=None), min(years, default=None)
        provenance = Provenance(
            Origin.CLIENTS,
            group,
            newest,
            since=None if oldest == newest else oldest,
            n=len(found),
            difference=self.difference,
            questionnaire=self.asked.pack,
            version=self.asked.version,
        )
        basis = basis_of(group, groups, choice)
        if len(found) < LEAST:
            return Peers(provenance, basis)
        inside = bytearray(len(self.members))
        for place in self._within(group):
            inside[place] = place not in own
        values = {
            key: tuple(compress(column, map(inside.__getitem__, places)))
            for key, (column, places) in self.columns.items()
        }
        return Peers(provenance, basis, values)


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
    members: list[Rated] = []
    rows: dict[Key, list[tuple[float, int]]] = {}
    cells: dict[_Cell, list[int]] = {}
    for history in histories:
        place, seen = len(members), frozenset[Key]()
        for rated in history:
            new = counted(rated.asked) - seen
            if new and not seen:
                members.append(rated)
                company = rated.company
                cell = (company.country, company.section, company.size_class)
                cells.setdefault(cell, []).append(place)
            seen |= new
            for key in new & rated.values.keys():
                rows.setdefault(key, []).append((rated.values[key], place))
    columns = {}
    for key, pairs in rows.items():
        pairs.sort()
        columns[key] = ([value for value, _ in pairs], [place for _, place in pairs])
    return Pool(asked, tuple(members), columns, cells, difference)
