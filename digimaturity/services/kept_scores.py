"""Scores of finished assessments, remembered as long as a workspace is open."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from digimaturity.domain.peers import Asked, Pool, Rated


@dataclass(slots=True)
class KeptScores:
    """What was computed once; all of it can be forgotten at any time.

    `rated` has the revision for which a score holds beside it, newest assessment first. All of it,
    and `pools`, holds as long as the finished assessments have this `stamp`.
    """

    lock: Lock = field(default_factory=Lock)
    rated: dict[str, tuple[int, Rated]] = field(default_factory=dict)
    asked: dict[str, Asked] = field(default_factory=dict)
    pools: dict[Asked, tuple[Pool, ...]] = field(default_factory=dict)
    stamp: str | None = None
