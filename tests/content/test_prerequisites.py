"""Measures build on each other: the ground first, and never in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from digimaturity.domain.catalogue import Measure
from tests.content.pack import before, measures


def unfounded(all_measures: Mapping[str, Measure]) -> list[tuple[str, str, int]]:
    """Measure, question and level of every lift from 3 or 4 that nothing before it reaches.

    What lifts from 3 needs a measure that lifts the same question to 3. What lifts from 4 needs it
    too, and also the one that lifts to 4, where there is one.
    """
    reaching = {
        (lift.question, lift.goal) for measure in all_measures.values() for lift in measure.lifts
    }
    missing = []
    for measure in all_measures.values():
        done = _reached(all_measures[key] for key in before(measure))
        for lift in measure.lifts:
            wanted = {level for level in (3, 4) if level <= lift.origin}
            if (lift.question, 4) not in reaching:
                wanted.discard(4)
            missing += [
                (measure.id, lift.question, level)
                for level in sorted(wanted)
                if (lift.question, level) not in done
            ]
    return missing


def _reached(done: Iterable[Measure]) -> set[tuple[str, int]]:
    return {(lift.question, lift.goal) for measure in done for lift in measure.lifts}


def test_what_lifts_from_the_middle_builds_on_what_leads_there() -> None:
    assert unfounded(measures()) == []


def test_a_measure_without_its_ground_would_be_found() -> None:
    key, measure = next(
        (key, measure)
        for key, measure in measures().items()
        if all(lift.origin == 4 for lift in measure.lifts)
    )
    lift = measure.lifts[0]
    assert (key, lift.question, 3) in unfounded({**measures(), key: replace(measure, requires=())})


def test_no_measure_waits_for_itself() -> None:
    for key, measure in measures().items():
        assert key not in before(measure)


def test_nothing_has_more_than_three_prerequisites() -> None:
    for key, measure in measures().items():
        assert len(set(measure.requires)) == len(measure.requires) <= 3, key


def test_ownership_and_backup_come_before_analytics() -> None:
    # A first use, such as the draft of a letter, needs neither; a core process needs both.
    pack = measures()
    far = [measure for measure in pack.values() if _lifts(measure, "data.analytics", 5)]
    assert far
    for measure in far:
        done = [pack[key] for key in before(measure)]
        for ground in ("data.ownership", "security.restore"):
            assert any(_lifts(one, ground, 3) for one in done), (measure.id, ground)


def _lifts(measure: Measure, question: str, goal: int) -> bool:
    return any((lift.question, lift.goal) == (question, goal) for lift in measure.lifts)
