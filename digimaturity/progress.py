"""How a long job tells how far it is, and is called off: by a function that it calls on its way."""

from __future__ import annotations

from collections.abc import Callable

#: Called with the part that is done, from 0 to 1. What it raises ends the job.
Watch = Callable[[float], None]


class Stopped(Exception):  # noqa: N818 - nothing is wrong: the user has changed their mind
    """Raised by a `Watch` to end the job; whoever is told that lets it pass, and cleans up."""


def unwatched(_done: float) -> None:
    """The `Watch` of a job that nobody looks at."""


def share(watch: Watch, begin: float, end: float) -> Watch:
    """What to hand to a step that takes a job from `begin` to `end`, both from 0 to 1."""
    return lambda done: watch(begin + (end - begin) * done)
