"""How many questions rose, fell, stayed, or cannot be compared between two assessments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from digimaturity.domain.trend import Fate, NothingAlike


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of scored questions of the whole or a part; `dropped` alone are of the earlier one.

    The others are what became of each question of the later assessment, and each is in one of them.
    """

    rose: int = 0
    fell: int = 0
    same: int = 0
    not_confirmed: int = 0
    not_answered: int = 0
    not_applicable: int = 0
    rescaled: int = 0
    added: int = 0
    dropped: int = 0

    @property
    def checked(self) -> int:
        """Questions asked alike whose answers were given anew in the later assessment."""
        return self.rose + self.fell + self.same

    @property
    def compared(self) -> int:
        """Questions over which like-for-like scores are made: checked again or carried over."""
        return self.checked + self.not_confirmed

    @property
    def asked(self) -> int:
        """Scored questions of the later assessment."""
        silent = self.not_answered + self.not_applicable
        return self.compared + silent + self.rescaled + self.added

    @property
    def missing(self) -> NothingAlike | None:
        """Why there is no like-for-like score; None where there is one."""
        if self.compared:
            return None
        if self.not_answered or self.not_applicable:
            return NothingAlike.NOT_ANSWERED
        return NothingAlike.RESCALED if self.rescaled else NothingAlike.OTHER_QUESTIONS


def tally_of(questions: Iterable[tuple[Fate, float | None]]) -> Tally:
    """Count questions by what became of each, and by the points that really changed."""
    count = Counter(_kind(fate, rise) for fate, rise in questions)
    return Tally(**count)


def _kind(fate: Fate, rise: float | None) -> str:
    if fate is not Fate.COMPARED:
        return fate.value
    if not rise:
        return "same"
    return "rose" if rise > 0 else "fell"
