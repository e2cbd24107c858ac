"""Contributions counted: for each cell how many firms, and how many of them at each score."""

from __future__ import annotations

from array import array
from collections import Counter
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

#: Stands in a row for a figure that is not rated; points end at 100.
_UNRATED = 255

#: So many bytes of rows wait for each cell: some hundred firms.
_WAITING = 16_384

#: So many refusals are named one by one; of more only the number is kept.
NAMED = 1000

#: Gives all pieces once more from the beginning, since some come to light only at the end.
Source = Callable[[], Iterable[Piece]]


@dataclass(slots=True)
class Tally:
    """The counters of each cell: first the firms, then for each figure one a whole point.

    Firms wait as rows of one byte a figure, and those of a cell are counted together: a million
    contributions would else jump about in counters that no processor keeps at hand.
    """

    asked: Measured
    cells: dict[Cell, array[int]] = field(default_factory=dict)
    waiting: dict[Cell, bytearray] = field(default_factory=dict)

    def add(self, given: Contribution) -> None:
        """Take one firm in."""
        rows = self.waiting.get(given.cell)
        if rows is None:
            rows = self.waiting[given.cell] = bytearray()
        rows += bytes([_UNRATED if value is None else value for value in given.points])
        if self.asked.index:
            index = given.index
            rows.append(index[0] if index and index[0] == index[1] else _UNRATED)
        if len(rows) >= _WAITING:
            self._count(given.cell)

    def finish(self) -> None:
        """Count those who wait."""
        for cell in self.waiting:
            self._count(cell)

    def _count(self, cell: Cell) -> None:
        rows, figures, places = self.waiting[cell], len(self.asked.keys), _places(self.asked)
        if cell not in self.cells:
            self.cells[cell] = array("I", bytes(_WIDTH * places.stop))
        counters = self.cells[cell]
        counters[0] += len(rows) // figures
        for column, place in enumerate(places):
            for value, firms in Counter(rows[column::figures]).items():
                if value != _UNRATED:
                    counters[place + value] += firms
        rows.clear()


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
    which is right cannot be known. That may show after one was counted; then all is counted anew,
    and once more if a file has changed meanwhile.
    """
    disputed: frozenset[bytes] = frozenset()
    while True:
        counting = _Counting(asked, year, disputed)
        counted = counting.all_of(source())
        if not counting.contradicted:
            return counted
        disputed |= counting.contradicted


@dataclass(slots=True)
class _Counting:
    """One pass; of each firm its id is remembered, and a hash of its scores."""

    asked: Measured
    year: int
    disputed: frozenset[bytes] = frozenset()
    tally: Tally = field(init=False)
    seen: dict[bytes, int] = field(default_factory=dict)
    contradicted: set[bytes] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.tally = Tally(self.asked)

    def all_of(self, found: Iterable[Piece]) -> Counted:
        refused: dict[str, int] = {}
        refusals: list[Refusal] = []
        for file, line, content in found:
            try:
                self._take(content)
            except RefusedError as error:
                refused[error.code] = refused.get(error.code, 0) + 1
                if len(refusals) < NAMED:
                    refusals.append(Refusal(file, line, error.code, error.details))
        self.tally.finish()
        return Counted(self.asked, self.tally, len(self.seen), refused, tuple(refusals))

    def _take(self, content: bytes | RefusedError) -> None:
        if isinstance(content, RefusedError):
            raise content
        given = read(content, self.asked, self.year)
        key = given.id
        if key in self.disputed:
            raise RefusedError("contradictory")
        scores = hash((given.cell, given.points, given.index))
        if key not in self.seen:
            self.seen[key] = scores
            self.tally.add(given)
        elif self.seen[key] == scores:
            raise RefusedError("duplicate")
        else:
            self.contradicted.add(key)


def _places(asked: Measured) -> range:
    """Where the counters of each figure begin; `stop` is the number of all counters."""
    return range(1, 1 + _BINS * len(asked.keys), _BINS)
