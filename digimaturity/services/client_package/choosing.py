"""What the user chose for a package: how it is taken in, and which answers hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from digimaturity.services.client_package.merging import Choose, Held, Side, Spot


class How(StrEnum):
    """How a package is taken in.

    A company that is not here yet is added as it is, unless a copy is asked for.
    """

    COPY = "copy"
    REPLACE = "replace"
    MERGE = "merge"


class Prefer(StrEnum):
    """Which answer holds where two differ."""

    LATER = "later"
    MINE = "mine"
    THEIRS = "theirs"


_SIDES = {Prefer.LATER: None, Prefer.MINE: Side.HERE, Prefer.THEIRS: Side.THERE}


@dataclass(frozen=True, slots=True)
class Choice:
    """`answers` has exceptions from `prefer`, by assessment and spot.

    `finished` says for each changed assessment that is finished on one side which side holds as a
    whole. `details` is whose details of the company hold; None: as `prefer` says, else those here.
    """

    how: How = How.MERGE
    prefer: Prefer = Prefer.LATER
    answers: Mapping[tuple[str, Spot], Side] = field(default_factory=dict)
    finished: Mapping[str, Side] = field(default_factory=dict)
    details: Side | None = None

    def chooser(self, assessment: str) -> Choose:
        """Which side holds at a spot of that assessment."""

        def choose(spot: Spot, _here: Held, _there: Held) -> Side | None:
            return self.answers.get((assessment, spot), _SIDES[self.prefer])

        return choose

    @property
    def details_of(self) -> Side:
        """Whose details of the company, and of drafts, hold: they bear no time."""
        return self.details or _SIDES[self.prefer] or Side.HERE
