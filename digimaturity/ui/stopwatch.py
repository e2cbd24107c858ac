"""How long each question is talked about: one stopwatch, which a length can be set against."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

#: The lengths that can be chosen, in minutes; 0 counts up.
LENGTHS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)


class Stopwatch:
    """Keeps the time of each thing apart, and runs for one of them, at `key`.

    `clock` gives seconds that only grow. With `minutes` the time is counted down from there.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.minutes = 5
        self.key = ""
        self._clock = clock
        self._spent: dict[str, float] = {}
        self._since: float | None = None

    @property
    def running(self) -> bool:
        """Whether time is counted."""
        return self._since is not None

    @property
    def spent(self) -> float:
        """Seconds that were spent on what it is at."""
        since = 0.0 if self._since is None else self._clock() - self._since
        return self._spent.get(self.key, 0.0) + since

    @property
    def left(self) -> float | None:
        """Seconds left, negative where it takes longer; None where it counts up."""
        return 60 * self.minutes - self.spent if self.minutes else None

    def toggle(self) -> None:
        """Begin to count, or pause."""
        if self._since is None:
            self._since = self._clock()
        else:
            self._keep()
            self._since = None

    def turn_to(self, key: str) -> None:
        """Count for something else from now on, going on where that was left."""
        if key == self.key:
            return
        if self._since is not None:
            self._keep()
            self._since = self._clock()
        self.key = key

    def pause(self) -> None:
        """Count no longer."""
        if self.running:
            self.toggle()

    def reset(self) -> None:
        """Begin anew with what it is at."""
        self._spent.pop(self.key, None)
        if self._since is not None:
            self._since = self._clock()

    def lengthen(self, step: int) -> None:
        """Choose the next length up or down; below one minute it counts up."""
        place = LENGTHS.index(self.minutes) + step
        self.minutes = LENGTHS[min(max(place, 0), len(LENGTHS) - 1)]

    def _keep(self) -> None:
        self._spent[self.key] = self.spent
