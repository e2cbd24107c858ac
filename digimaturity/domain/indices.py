"""Eurostat's Digital Intensity Index from the firm's own facts (model, section 2)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from digimaturity.domain.conditions import Condition, holds
from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.questionnaire import IndexDefinition


class Band(StrEnum):
    """The four bands in which the index is published."""

    VERY_LOW = "very_low"
    LOW = "low"
    HIGH = "high"
    VERY_HIGH = "very_high"


@dataclass(frozen=True, slots=True)
class IndexResult:
    """The index of one firm: `low` items are surely there, `high` at most.

    `items` tells for each item code: True (yes), False (no) or None (not known).
    """

    definition: IndexDefinition
    items: Mapping[str, bool | None]

    @property
    def low(self) -> int:
        """The number of items that are surely a yes."""
        return sum(state is True for state in self.items.values())

    @property
    def high(self) -> int:
        """The number of items that are a yes or not known."""
        return sum(state is not False for state in self.items.values())

    @property
    def bands(self) -> tuple[Band, Band]:
        """The lowest and the highest band that the facts allow; equal when all is known."""
        return self._band(self.low), self._band(self.high)

    @property
    def basic(self) -> bool | None:
        """Whether the firm reaches the basic level; None when that is not known."""
        if self.low >= self.definition.basic_from:
            return True
        return None if self.high >= self.definition.basic_from else False

    @property
    def known(self) -> int:
        """How many items are known, yes or no."""
        return sum(state is not None for state in self.items.values())

    def _band(self, count: int) -> Band:
        return list(Band)[bisect_right(self.definition.bands, count)]


@dataclass(frozen=True, slots=True)
class IndexMoved:
    """The index of one firm in two years; each is None where it was not asked or nothing is known.

    Two definitions are two yardsticks: publishers exchange technologies from year to year. Items
    that both ask alike (same code, same condition) can be compared nevertheless.
    """

    before: IndexResult | None
    after: IndexResult | None

    @property
    def same(self) -> bool:
        """Whether both are there and counted by the same definition."""
        if self.before is None or self.after is None:
            return False
        old, new = self.before.definition, self.after.definition
        return (old.id, old.version, _asked(old)) == (new.id, new.version, _asked(new))

    @property
    def shared(self) -> tuple[str, ...]:
        """The codes of the items that both definitions ask alike, in the order of the later."""
        if self.before is None or self.after is None:
            return ()
        old = _asked(self.before.definition)
        new = _asked(self.after.definition)
        return tuple(code for code, yes_if in new.items() if old.get(code) == yes_if)

    @property
    def gained(self) -> tuple[str, ...]:
        """Of the shared items those that the firm did not have and has now."""
        return self._went(before=False)

    @property
    def lost(self) -> tuple[str, ...]:
        """Of the shared items those that the firm had and has no more."""
        return self._went(before=True)

    @property
    def rise(self) -> int | None:
        """Items more (or fewer, below zero), by the same definition, all known in both years."""
        if not self.same or self.before is None or self.after is None:
            return None
        if self.before.low != self.before.high or self.after.low != self.after.high:
            return None
        return self.after.low - self.before.low

    def _went(self, *, before: bool) -> tuple[str, ...]:
        if self.before is None or self.after is None:
            return ()
        old, new = self.before.items, self.after.items
        return tuple(c for c in self.shared if old[c] is before and new[c] is (not before))


def _asked(definition: IndexDefinition) -> Mapping[str, Condition]:
    return {item.code: item.yes_if for item in definition.items}


def index_result(
    definition: IndexDefinition | None, results: Mapping[str, QuestionResult]
) -> IndexResult | None:
    """Derive every item from the facts; None without a definition or without any known item."""
    if definition is None:
        return None
    items = {
        item.code: holds(item.yes_if, lambda key: results[key].known) for item in definition.items
    }
    result = IndexResult(definition, items)
    return result if result.known else None
