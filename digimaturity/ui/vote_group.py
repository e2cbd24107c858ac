"""Those who said the same, as they are shown beside a level."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.domain.questionnaire import Viewpoint


@dataclass(frozen=True, slots=True)
class VoteGroup:
    """So many `people` of a viewpoint who said the same, under one name.

    `spoken` is what a screen reader says of them. `carried` are votes of an earlier year that
    nobody has confirmed.
    """

    view: Viewpoint
    people: int
    name: str
    spoken: str
    carried: bool = False
