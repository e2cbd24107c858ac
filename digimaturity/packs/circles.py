"""Things that wait for each other in a circle, and the order of those that do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter


def circles(waits_for: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Circles of keys in which each waits for the next, and the last for the first.

    Each key is in one circle at most: once that one is broken, another check tells of the next.
    """
    graph = {key: sorted(set(others)) for key, others in sorted(waits_for.items())}
    found: list[list[str]] = []
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            # The library lists each key before the one that waits for it, the first again at last.
            circle = list(reversed(error.args[1][1:]))
            found.append(circle)
            graph = {key: others for key, others in graph.items() if key not in circle}
        else:
            return found


def in_turn(waits_for: Mapping[str, Iterable[str]]) -> list[str]:
    """The keys, each after all that it waits for; there must be no circle."""
    graph = {key: sorted(set(others)) for key, others in sorted(waits_for.items())}
    return [key for key in TopologicalSorter(graph).static_order() if key in graph]


def starting_with(circle: list[str], first: str) -> list[str]:
    """The circle as a path from `first` round to `first`."""
    start = circle.index(first)
    return [*circle[start:], *circle[:start], first]
