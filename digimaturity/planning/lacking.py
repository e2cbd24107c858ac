"""The place where least is lacking, and what lacks there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from digimaturity.domain.roadmap.problem import Job, Reason
from digimaturity.planning.room import Room


def least_lacking(
    room: Room, job: Job, places: Iterable[int], *, alone: bool = False
) -> Reason | None:
    """The limit that binds where the fewest do, and of these places where least is lacking.

    Where several bind at that place, it is the one of which most is lacking, and the others are
    in `also`. None where there is room at one of the places, or none to look at.
    """
    found = []
    for place in places:
        lacks = sorted(room.lacks(job, place), key=_share, reverse=True)
        if not lacks:
            return None
        found.append(lacks)
    if not found:
        return None
    lacks = min(found, key=lambda lacks: (len(lacks), _share(lacks[0])))
    return replace(lacks[0], also=tuple(lacks[1:]), alone=alone)


def _share(reason: Reason) -> float:
    """How much of what is needed is lacking."""
    return 1 - reason.left / reason.needs
