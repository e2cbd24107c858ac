"""What of a file is not for us, and why: each cell is judged, and counted by the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from digimaturity.packs.eurostat import codes

_EXAMPLES = 5
#: Names that are counted, and kinds of cells whose fate is remembered.
_NAMES = 1000
_FATES = 200_000


class Why(StrEnum):
    """Why something in a file is left out."""

    UNIT = "unit"
    SIZE = "size"
    SECTOR = "sector"
    CODE = "code"
    MISSING = "missing"
    CONFIDENTIAL = "confidential"
    INCOMPLETE = "incomplete"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Skipped:
    """So many cells are left out for one reason; `examples` are codes or groups with counts."""

    why: Why
    count: int
    examples: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class Leftovers:
    """Counts what is left out, with the most frequent names."""

    counts: Counter[Why] = field(default_factory=Counter)
    names: dict[Why, Counter[str]] = field(default_factory=dict)

    def add(self, why: Why, name: str, count: int = 1) -> None:
        """Count cells that are left out."""
        self.counts[why] += count
        names, name = self.names.setdefault(why, Counter()), name[:60]
        if name in names or len(names) < _NAMES:
            names[name] += count

    def told(self) -> tuple[Skipped, ...]:
        """What was left out, in the order of the reasons."""
        return tuple(
            Skipped(why, self.counts[why], tuple(self.names[why].most_common(_EXAMPLES)))
            for why in Why
            if self.counts[why]
        )


class Judge:
    """Tells of a cell's size, sector, code and unit whether it is for us, and why not."""

    def __init__(self, technologies: Collection[str]) -> None:
        self._technologies = frozenset(technologies)
        self._fates: dict[tuple[str, str, str, str], tuple[Why, str] | None] = {}

    def fate(self, size: str, sector: str, code: str, unit: str) -> tuple[Why, str] | None:
        """Why such cells are left out, and what says so; None for those that are for us."""
        key = (size, sector, code, unit)
        if key not in self._fates:
            if len(self._fates) >= _FATES:
                self._fates.clear()
            self._fates[key] = self._judged(*key)
        return self._fates[key]

    def is_wanted(self, size: str, sector: str, code: str, unit: str) -> bool:
        """Whether such cells are for us."""
        return self.fate(size, sector, code, unit) is None

    def _judged(self, size: str, sector: str, code: str, unit: str) -> tuple[Why, str] | None:
        if unit != codes.UNIT:
            return Why.UNIT, unit
        if code not in self._technologies and codes.band_of(code) is None:
            return Why.CODE, code
        if size not in codes.SIZES:
            return Why.SIZE, size
        if sector != codes.ALL_SECTORS and sector not in codes.SECTIONS:
            return Why.SECTOR, sector
        return None
