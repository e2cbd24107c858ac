"""What the map of applications shows: fields of business, applications in them, what joins them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: How data get from one application into another.
How = Literal["automatic", "file", "by_hand"]


@dataclass(frozen=True, slots=True)
class Node:
    """An application; an `orphan` has no owner, an `island` is joined to none."""

    key: str
    name: str
    without_it: bool = False
    orphan: bool = False
    island: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A field of business with its applications; `more` tells of those that are not drawn."""

    name: str
    nodes: tuple[Node, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """Data go from a node to another, by their keys; `back`: and the same way back."""

    origin: str
    to: str
    how: How
    back: bool = False


@dataclass(frozen=True, slots=True)
class Legend:
    """The words for what is drawn."""

    automatic: str
    file: str
    by_hand: str
    without_it: str
    orphan: str
    island: str


@dataclass(frozen=True, slots=True)
class LandscapeMap:
    """All lanes from above; every edge joins two of their nodes."""

    lanes: tuple[Lane, ...]
    edges: tuple[Edge, ...]
    legend: Legend
