"""The timer of the workshop, by a clock that goes as the test says."""

from __future__ import annotations

from digimaturity.ui.stopwatch import Stopwatch
from digimaturity.ui.workshop_words import clock_words


class Clock:
    """Seconds that pass when somebody says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """The time now."""
        return self.now


def told(watch: Stopwatch) -> str:
    return clock_words(watch.spent, watch.left)


def test_it_runs_down_pauses_and_tells_what_is_over() -> None:
    clock = Clock()
    watch = Stopwatch(clock)
    watch.turn_to("a")
    watch.minutes = 2
    assert told(watch) == "2:00"
    clock.now += 30  # not running
    watch.toggle()
    clock.now += 0.4
    assert told(watch) == "2:00"  # not at once a second less
    clock.now += 60
    assert told(watch) == "1:00"
    watch.toggle()
    clock.now += 600
    assert told(watch) == "1:00"
    watch.toggle()
    clock.now += 59.6
    assert (told(watch), watch.left) == ("+0:00", 0)
    clock.now += 12.5
    assert told(watch) == "+0:12"


def test_every_question_has_a_time_of_its_own_and_going_on_goes_on_counting() -> None:
    clock = Clock()
    watch = Stopwatch(clock)
    watch.turn_to("a")
    watch.toggle()
    clock.now += 90
    watch.turn_to("b")
    assert watch.running
    assert told(watch) == "5:00"
    clock.now += 15
    watch.turn_to("a")
    clock.now += 30
    assert told(watch) == "3:00"
    watch.minutes = 0
    assert told(watch) == "2:00"  # counted up
    watch.turn_to("b")
    watch.pause()
    assert told(watch) == "0:15"


def test_its_length_ends_at_ten_minutes_and_at_counting_up() -> None:
    watch = Stopwatch(Clock())
    for _ in range(20):
        watch.lengthen(1)
    assert watch.minutes == 10
    for _ in range(20):
        watch.lengthen(-1)
    assert (watch.minutes, watch.left) == (0, None)
