"""Merging two answer logs of one assessment: every line of both stays, and one value holds.

What holds for a key is what the last line says, and it was said at the latest time at which any
line says so: a merge can write a value down once more without making it younger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from hashlib import blake2b

from digimaturity.canonical import canonical
from digimaturity.services.client_package.form import line_bytes
from digimaturity.store.history import Line
from digimaturity.store.records import Json

#: Longer values (bytes) are known by their digest.
_LONG = 64

#: Respondent (None for the group), question and aspect.
Spot = tuple[str | None, str, str]


class Side(Enum):
    """Whose answer: that of this workspace, or that of the package."""

    HERE = "here"
    THERE = "there"


@dataclass(frozen=True, slots=True)
class Held:
    """What holds at a spot, since when, and who said so; the value None: it was taken back."""

    value: Json
    at: str
    by: str

    @property
    def rank(self) -> tuple[str, bytes]:
        """The later goes before the earlier; of two at one moment always the same one."""
        return self.at, canonical(self.value)


#: Which of the two shall hold, here and there; None: the later one.
Choose = Callable[[Spot, Held, Held], Side | None]


def spot_of(line: Line) -> Spot:
    """What a line is about."""
    return line.respondent, line.question, line.aspect


class Holding:
    """What holds after the lines that were taken in so far."""

    def __init__(self) -> None:
        self.last: dict[Spot, Held] = {}
        self._said: dict[tuple[Spot, bytes], Held] = {}

    def take(self, line: Line) -> None:
        """Take in one more line."""
        spot = spot_of(line)
        held = Held(line.new, line.at, line.by)
        value = canonical(line.new)
        if len(value) > _LONG:
            value = blake2b(value, digest_size=16).digest()
        before = self._said.get((spot, value))
        if before is not None and before.at > held.at:
            held = before
        self._said[spot, value] = self.last[spot] = held


class Known:
    """A log to compare another one with: what holds, and which lines there are."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.holding = Holding()
        self._left = Counter[bytes]()
        for line in lines:
            self.holding.take(line)
            self._left[identity(line)] += 1

    def lacks(self, line: Line) -> bool:
        """Whether a line of the other log is missing here; each line here stands for one there."""
        own = identity(line)
        if not self._left[own]:
            return True
        self._left[own] -= 1
        return False


def later(_spot: Spot, _here: Held, _there: Held) -> Side | None:
    """The later one holds."""
    return None


def winner(here: Held, there: Held) -> Side:
    """Whose is the later one."""
    return Side.THERE if there.rank > here.rank else Side.HERE


def merged(
    ours: Iterable[Line],
    theirs: Iterable[Line],
    choose: Choose = later,
    moment: str = "",
    *,
    exact: str = "",
) -> Iterator[Line]:
    """The lines to add to `ours`, so that it holds both logs, and what was chosen holds.

    Lines of the other side come with their own times and authors. Where a value is to hold that
    is not said last then, it is said once more: with its own time where it is the later one, at
    `moment` where somebody has chosen it. With `exact`, the id of the assessment, what only is
    said here is taken back.
    """
    known = Known(ours)
    here, there = known.holding, Holding()
    last = {spot: held.value for spot, held in here.last.items()}
    assessment = exact
    for line in theirs:
        assessment = line.assessment
        there.take(line)
        if known.lacks(line):
            last[spot_of(line)] = line.new
            yield line
    for spot, held in there.last.items():
        mine = here.last.get(spot, held)
        wanted = _wanted(choose(spot, mine, held), mine, held, moment)
        if last[spot] != wanted.value or wanted not in (mine, held):
            yield _said_again(assessment, spot, last[spot], wanted)
    for spot in here.last.keys() - there.last.keys() if exact else ():
        if last[spot] is not None:
            taken_back = Held(None, _after(here.last[spot], moment), "")
            yield _said_again(exact, spot, last[spot], taken_back)


def _wanted(chosen: Side | None, here: Held, there: Held, moment: str) -> Held:
    if here.value == there.value:
        return here
    by_time = winner(here, there)
    held, other = (here, there) if (chosen or by_time) is Side.HERE else (there, here)
    return held if chosen in (None, by_time) else replace(held, at=_after(other, moment), by="")


def _after(other: Held, moment: str) -> str:
    """`moment`, or right after what another clock says is later: else that would win next time."""
    if moment > other.at:
        return moment
    later = datetime.fromisoformat(other.at) + timedelta(milliseconds=1)
    return later.isoformat(timespec="milliseconds")


def _said_again(assessment: str, spot: Spot, old: Json, held: Held) -> Line:
    respondent, question, aspect = spot
    return Line(assessment, respondent, question, aspect, old, held.value, held.at, held.by)


def identity(line: Line) -> bytes:
    """What is the same for the same line wherever it is."""
    return blake2b(line_bytes(line), digest_size=16).digest()
