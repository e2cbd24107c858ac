"""What a score means: the pack's reading of its maturity level."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.domain.scoring import Score
from digimaturity.domain.texts import Localized, text_in


def reading_of(readings: Sequence[Localized], score: Score, language: str) -> str:
    """The reading of the level that the score reaches; nothing where it is not rated."""
    if score.level is None or score.level > len(readings):
        return ""
    return text_in(readings[score.level - 1], language).strip()
