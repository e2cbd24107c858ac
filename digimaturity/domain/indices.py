"""Eurostat's Digital Intensity Index from the firm's own facts (model, section 2)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from digimaturity.domain.conditions import holds
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
