"""What really changed between years, whatever the questionnaire did in between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity.domain.comparison import steps_of
from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.questionnaire import Question, Questionnaire
from digimaturity.domain.responses import State
from digimaturity.domain.trend import Fate, Year, fates, trend_of
from tests.domain.make import area, dimension, levels, questionnaire, weights


def asked(*questions: Question, more: tuple[Question, ...] = ()) -> Questionnaire:
    """Two areas, the second of which may be empty."""
    areas = [area("a", *questions), *([area("b", *more)] if more else [])]
    return questionnaire(dimension("d", *areas))


def year(
    number: int, pack: Questionnaire, scores: Mapping[str, float | None], *unconfirmed: str
) -> Year:
    results = {
        question.id: QuestionResult(
            question.id,
            State.UNANSWERED if scores.get(question.id) is None else State.ANSWERED,
            scores.get(question.id),
        )
        for question in pack.rated_questions
    }
    return Year(date(number, 2, 1), pack, results, frozenset(unconfirmed))


def instead(key: str, *old: str, count: int = 5, weight: float = 1.0) -> Question:
    return replace(levels(key, count, weight), replaces=old)


def test_what_was_asked_alike_is_compared_and_the_rest_is_not() -> None:
    first = asked(levels("kept"), levels("dropped"), levels("scale", 4), levels("one"))
    second = asked(
        levels("kept"), levels("new"), levels("scale", 5), instead("x", "one"), instead("y", "one")
    )
    before = year(2025, first, {"kept": 50, "dropped": 0, "scale": 33, "one": 25})
    after = year(2026, second, {"kept": 75, "new": 100, "scale": 50, "x": 25, "y": 75})
    trend = trend_of([before, after])
    assert (len(trend.compared), trend.asked) == (3, 5)
    old, new = (scores.overall.value for scores in trend.alike)
    assert old == pytest.approx((50 + 25 + 25) / 3)
    assert new == pytest.approx((75 + 50 + 50) / 3)
    assert trend.full[0].overall.value == pytest.approx((50 + 0 + 33 + 25) / 4)
    assert fates(before, after) == {
        "kept": Fate.COMPARED,
        "x": Fate.COMPARED,
        "y": Fate.COMPARED,
        "scale": Fate.RESCALED,
        "new": Fate.ADDED,
        "dropped": Fate.DROPPED,
    }


def test_two_that_became_one_are_held_against_it_by_their_weights() -> None:
    first = asked(levels("a", weight=3), levels("b"))
    second = asked(instead("ab", "a", "b"))
    trend = trend_of([year(2025, first, {"a": 100, "b": 0}), year(2026, second, {"ab": 75})])
    assert [scores.overall.value for scores in trend.alike] == [75, 75]


def test_what_nobody_could_say_in_one_year_is_compared_in_none() -> None:
    pack = asked(levels("a"), levels("b"))
    before, after = year(2025, pack, {"a": 50}), year(2026, pack, {"a": 50, "b": 100}, "a")
    trend = trend_of([before, after])
    assert trend.compared == {"a"}
    assert [scores.overall.value for scores in trend.alike] == [50, 50]
    assert fates(before, after) == {"a": Fate.NOT_CONFIRMED, "b": Fate.NOT_ANSWERED}


def test_a_year_with_few_answers_takes_nothing_from_the_others() -> None:
    pack = asked(*(levels(key) for key in "abc"))
    said = {"a": 50.0, "b": 50.0, "c": 50.0}
    years = [year(2024, pack, said), year(2025, pack, said), year(2026, pack, {"a": 100})]
    trend = trend_of(years)
    assert (trend.counts, len(trend.compared)) == ((True, True, False), 3)
    assert [scores.overall.shown for scores in trend.alike] == [50, 50, None]
    begun = trend_of(years[1:])  # there is nothing else yet
    assert [scores.overall.shown for scores in begun.alike] == [50, 100]


def test_one_that_came_and_went_leads_back_to_nothing() -> None:
    without, with_it = asked(levels("a")), asked(levels("a"), levels("b"))
    said = {"a": 50.0, "b": 100.0}
    trend = trend_of(
        [year(2024, with_it, said), year(2025, without, said), year(2026, with_it, said)]
    )
    assert trend.compared == {"a"}


def test_without_an_assessment_there_is_no_trend() -> None:
    with pytest.raises(ValueError, match="no assessment"):
        trend_of([])


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a version, with what the firm's state is on what it asks."""

    question: Question
    state: float


@st.composite
def next_version(draw: st.DrawFn, before: tuple[Asked, ...], number: int) -> tuple[Asked, ...]:
    """The version after: questions kept, re-weighted, dropped, split, merged, re-scaled, added."""
    found: list[Asked] = []
    left = list(before)
    while left:
        one = left.pop()
        key, weight = one.question.id, draw(weights)
        match draw(st.sampled_from(("keep", "drop", "split", "merge", "scale"))):
            case "keep":
                found.append(Asked(replace(one.question, weight=weight, replaces=()), one.state))
            case "split":
                for part in "xy":
                    new = instead(f"{key}{part}{number}", key, weight=draw(weights))
                    if len(one.question.levels) == len(new.levels):
                        found.append(Asked(new, one.state))
            case "merge" if left:
                other = left.pop()
                both = (one, other)
                whole = sum(each.question.weight for each in both)
                state = sum(each.question.weight * each.state for each in both) / whole
                new = instead(f"{key}m{number}", key, other.question.id, weight=weight)
                found.append(Asked(new, state))
            case "scale":
                new = replace(levels(key, 4 if len(one.question.levels) == 5 else 5), weight=weight)
                found.append(Asked(new, draw(st.floats(0, 100))))
    added = [levels(f"n{number}{place}") for place in range(draw(st.integers(0, 2)))]
    return (*found, *(Asked(one, draw(st.floats(0, 100))) for one in added))


@given(st.data())
def test_an_unchanged_firm_stays_where_it_is_whatever_the_questionnaire_does(
    data: st.DataObject,
) -> None:
    states = data.draw(st.lists(st.integers(0, 100).map(float), min_size=1, max_size=5))
    versions = [
        tuple(
            Asked(levels(f"q{place}", weight=data.draw(weights)), state)
            for place, state in enumerate(states)
        )
    ]
    for number in range(1, data.draw(st.integers(2, 4))):
        versions.append(data.draw(next_version(versions[-1], number)))
    years = [
        year(
            2020 + place,
            asked(*(one.question for one in version)),
            {one.question.id: one.state for one in version},
        )
        for place, version in enumerate(versions)
        if version
    ]
    years = [years[0], *(carried(data, *pair) for pair in pairwise(years))]
    trend = trend_of(years)
    alike = [scores.overall.value for scores in trend.alike]
    if trend.compared:
        assert alike == pytest.approx([alike[0]] * len(alike))
    else:
        assert alike == [None] * len(alike)
    for step in steps_of(years):
        assert step.overall.rise in (None, 0)


def carried(data: st.DataObject, before: Year, after: Year) -> Year:
    """The later year where some answers were carried over, which tell of nothing."""
    alike = [key for key, fate in fates(before, after).items() if fate is Fate.COMPARED]
    chosen = [key for key in alike if data.draw(st.booleans())]
    results = {
        key: replace(after.results[key], score=data.draw(st.floats(0, 100))) for key in chosen
    }
    return replace(after, results={**after.results, **results}, unconfirmed=frozenset(chosen))
