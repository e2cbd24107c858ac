"""Contributions counted: for each cell how many firms, and how many of them at each score."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from sys import byteorder

from digimaturity.domain.sample import Key
from digimaturity.exchange.contribution import Cell, Contribution, read
from digimaturity.exchange.gathering import Piece
from digimaturity.exchange.groups import groups_of
from digimaturity.exchange.measured import Measured
from digimaturity.exchange.refused import Refusal, RefusedError

#: Whole points from 0 to 100; the counts of an index have room there, too.
_BINS = 101

#: Bytes of a counter: more firms than it can count do not exist.
_WIDTH = array("I").itemsize

#: So many refusals are named one by one; of more only the number is kept.
NAMED = 1000

#: Gives all pieces once more from the beginning, since some come to light only at the end.
Source = Callable[[], Iterable[Piece]]


@dataclass(slots=True)
class Tally:
    """The counters of each cell: first the firms, then for each figure one a whole point."""

    cells: dict[Cell, array[int]] = field(default_factory=dict)

    def add(self, given: Contribution, places: range) -> None:
        """Count one firm; `places` tell where the counters of each figure begin."""
        counters = self.cells.get(given.cell)
        if counters is None:
            counters = self.cells[given.cell] = array("I", bytes(_WIDTH * places.stop))
        counters[0] += 1
        for place, value in zip(places, given.points, strict=False):
            if value is not None:
                counters[place + value] += 1
        if given.index and given.index[0] == given.index[1]:
            counters[places[-1] + given.index[0]] += 1


@dataclass(frozen=True, slots=True)
class Counted:
    """What came of many contributions.

    `refused` tells how many were refused for each reason; the first of them are named.
    """

    asked: Measured
    tally: Tally
    accepted: int
    refused: Mapping[str, int]
    refusals: tuple[Refusal, ...]

    @property
    def firms(self) -> dict[Cell, int]:
        """The number of firms in each cell."""
        return {cell: counters[0] for cell, counters in self.tally.cells.items()}

    def histograms(
        self, groups: Container[Cell], cells: Iterable[Cell]
    ) -> Iterator[tuple[Cell, dict[Key, list[int]]]]:
        """For each of the groups, made of these cells: the firms at each point of each figure.

        A cell's counters are added as one long whole number, which they never overflow.
        """
        sums: dict[Cell, int] = {}
        for cell in cells:
            whole = int.from_bytes(self.tally.cells[cell].tobytes(), byteorder)
            for group in groups_of(cell):
                if group in groups:
                    sums[group] = sums.get(group, 0) + whole
        places = _places(self.asked)
        for group, whole in sums.items():
            counters = array("I", whole.to_bytes(_WIDTH * places.stop, byteorder))
            yield (
                group,
                {
                    key: counters[place : place + _BINS].tolist()
                    for key, place in zip(self.asked.keys, places, strict=True)
                },
            )


def count(source: Source, asked: Measured, year: int) -> Counted:
    """Count every contribution to `asked` of that `year`; what is wrong is refused, one by one.

    Of equal contributions with one id the first counts. Of different ones with one id none does:
    which is right cannot be known. That may show after one was counted; then all is counted anew.
    """
    counting = _Counting(asked, year)
    counted = counting.all_of(source())
    if counting.contradicted:
        counted = _Counting(asked, year, frozenset(counting.contradicted)).all_of(source())
    return counted


@dataclass(slots=True)
class _Counting:
    """One pass; of each firm its id is remembered, and a hash of its scores."""

    asked: Measured
    year: int
    disputed: frozenset[bytes] = frozenset()
    tally: Tally = field(default_factory=Tally)
    seen: dict[bytes, int] = field(default_factory=dict)
    contradicted: set[bytes] = field(default_factory=set)

    def all_of(self, found: Iterable[Piece]) -> Counted:
        refused: dict[str, int] = {}
        refusals: list[Refusal] = []
        places = _places(self.asked)
        for file, line, content in found:
            try:
                self._take(content, places)
            except RefusedError as error:
                refused[error.code] = refused.get(error.code, 0) + 1
                if len(refusals) < NAMED:
                    refusals.append(Refusal(file, line, error.code, error.details))
        return Counted(self.asked, self.tally, len(self.seen), refused, tuple(refusals))

    def _take(self, content: bytes | RefusedError, places: range) -> None:
        if isinstance(content, RefusedError):
            raise content
        given = read(content, self.asked, self.year)
        key = given.id
        if key in self.disputed:
            raise RefusedError("contradictory")
        scores = hash((given.cell, given.points, given.index))
        if key not in self.seen:
            self.seen[key] = scores
            self.tally.add(given, places)
        elif self.seen[key] == scores:
            raise RefusedError("duplicate")
        else:
            self.contradicted.add(key)


def _places(asked: Measured) -> range:
    """Where the counters of each figure begin; `stop` is the number of all counters."""
    return range(1, 1 + _BINS * len(asked.keys), _BINS)
