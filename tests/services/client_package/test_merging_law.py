"""Whoever merges whose package, the same holds in the end; once more changes nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digimaturity.services.client_package.merging import Holding, Side, Spot, merged
from digimaturity.store.history import Line
from digimaturity.store.records import Json

SPOTS: tuple[Spot, ...] = (("p", "q", "answer"), ("p", "r", "comment"), (None, "q", "consensus"))
NOW = "2026-01-01T00:00:00.099+00:00"

#: What a clock says that is behind those of the others.
BEHIND = "2025-01-01T00:00:00.000+00:00"


@st.composite
def logs(draw: st.DrawFn) -> list[Line]:
    """A log as it can lie in a workspace: clocks may go backwards, and answers be taken back."""
    return [
        Line(
            "a",
            *draw(st.sampled_from(SPOTS)),
            None,
            draw(st.sampled_from([None, 1, 2, "x"])),
            f"2026-01-01T00:00:00.{draw(st.integers(0, 5)):03}+00:00",
            draw(st.sampled_from(["", "Ada"])),
        )
        for _ in range(draw(st.integers(0, 6)))
    ]


def after(ours: list[Line], theirs: list[Line], **choice: object) -> list[Line]:
    return [*ours, *merged(ours, theirs, **choice)]  # type: ignore[arg-type]  # what a test chooses


def held(log: list[Line]) -> dict[Spot, Json]:
    found = Holding()
    for line in log:
        found.take(line)
    return {spot: one.value for spot, one in found.last.items() if one.value is not None}


@given(logs(), logs(), logs())
def test_later_wins_whoever_merges(common: list[Line], one: list[Line], two: list[Line]) -> None:
    ours, theirs = common + one, common + two
    here, there = after(ours, theirs), after(theirs, ours)
    assert held(here) == held(there)
    assert held(after(here, there)) == held(here) == held(after(there, here))


@given(logs(), logs(), logs(), st.sampled_from([None, Side.HERE, Side.THERE]))
def test_merging_once_more_changes_nothing(
    common: list[Line], one: list[Line], two: list[Line], side: Side | None
) -> None:
    ours, theirs = common + one, common + two
    merged_once = after(ours, theirs, choose=lambda *_: side, moment=NOW)
    later = NOW.replace("099", "100")
    assert after(merged_once, theirs, choose=lambda *_: side, moment=later) == merged_once


@given(logs(), logs(), st.sampled_from([Side.HERE, Side.THERE]), st.sampled_from([NOW, BEHIND]))
def test_what_is_chosen_holds_also_against_the_clock_and_for_the_other_side(
    ours: list[Line], theirs: list[Line], side: Side, moment: str
) -> None:
    result = after(ours, theirs, choose=lambda *_: side, moment=moment)
    assert held(after(result, theirs)) == held(result)
    first, second = (theirs, ours) if side is Side.HERE else (ours, theirs)
    wanted = {**held(first), **held(second)}
    for spot in _spots(second) - held(second).keys():
        wanted.pop(spot, None)  # there it was taken back
    assert held(result) == wanted
    assert held(after(theirs, result)) == wanted


def _spots(log: list[Line]) -> set[Spot]:
    return {(line.respondent, line.question, line.aspect) for line in log}


@given(logs(), logs())
def test_both_logs_are_kept_line_for_line(ours: list[Line], theirs: list[Line]) -> None:
    result = after(ours, theirs)
    assert result[: len(ours)] == ours
    left = list(result)
    for line in theirs:
        left.remove(line)


@given(logs(), logs())
def test_as_there_means_exactly_as_there(ours: list[Line], theirs: list[Line]) -> None:
    whole = after(ours, theirs, choose=lambda *_: Side.THERE, moment=NOW, exact="a")
    assert held(whole) == held(theirs)
