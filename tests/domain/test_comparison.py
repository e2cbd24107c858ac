"""Two assessments side by side."""

from __future__ import annotations

import pytest

from digimaturity.domain.comparison import compared
from digimaturity.domain.trend import Fate
from tests.domain.make import levels
from tests.domain.test_trend import asked, instead, year


def test_what_rose_and_what_fell_is_told_by_points() -> None:
    pack = asked(levels("up"), levels("down"), levels("same"), more=(levels("other"),))
    before = year(2025, pack, {"up": 25, "down": 75, "same": 50, "other": 0})
    after = year(2026, pack, {"up": 100, "down": 50, "same": 50, "other": 100}, "other")
    found = compared(before, after)
    assert [(one.question, one.rise) for one in found.changed] == [("up", 75), ("down", -25)]
    assert found.areas[0].rise == pytest.approx(200 / 3 - 50)
    assert found.areas[0].by_questionnaire == pytest.approx(0)
    fate = {one.question: one.fate for one in found.questions}
    assert fate["other"] is Fate.NOT_CONFIRMED


def test_what_only_the_questionnaire_changed_is_told_apart() -> None:
    before = year(2025, asked(levels("a"), levels("hard")), {"a": 50, "hard": 0})
    after = year(2026, asked(levels("a"), levels("easy")), {"a": 75, "easy": 100})
    found = compared(before, after)
    assert found.overall.rise == 25
    assert found.overall.by_questionnaire == pytest.approx(87.5 - 25 - 25)
    assert {(one.question, one.fate) for one in found.questions} == {
        ("a", Fate.COMPARED),
        ("easy", Fate.ADDED),
        ("hard", Fate.DROPPED),
    }


def test_a_question_that_was_split_is_held_against_what_it_was() -> None:
    before = year(2025, asked(levels("one")), {"one": 25})
    after = year(2026, asked(instead("x", "one"), instead("y", "one")), {"x": 50, "y": 25})
    found = compared(before, after)
    assert [(one.question, one.before, one.rise) for one in found.questions] == [
        ("x", 25, 25),
        ("y", 25, 0),
    ]


def test_what_is_not_rated_neither_rises_nor_falls() -> None:
    pack = asked(levels("a"), levels("b"), levels("c"))
    found = compared(year(2025, pack, {"a": 50}), year(2026, pack, {"a": 50, "b": 0, "c": 0}))
    assert found.areas[0].by_questionnaire is None
    assert found.areas[0].rise == 0
