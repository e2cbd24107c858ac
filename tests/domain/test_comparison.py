"""Two assessments side by side."""

from __future__ import annotations

from dataclasses import asdict, astuple, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity.domain.comparison import Parts, compared, last_step, steps_of
from digimaturity.domain.conditions import AtLeast
from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.indices import IndexMoved, IndexResult
from digimaturity.domain.questionnaire import IndexDefinition, IndexItem, Question
from digimaturity.domain.responses import State
from digimaturity.domain.tally import Tally
from digimaturity.domain.trend import Fate, NothingAlike, Year, trend_of
from tests.domain.make import area, dimension, levels, questionnaire
from tests.domain.test_trend import Asked, asked, instead, next_version, year


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


def counted(tally: Tally) -> dict[str, int]:
    """What is there at all."""
    return {name: number for name, number in asdict(tally).items() if number}


def test_each_question_is_counted_once_and_dropped_ones_where_they_stood() -> None:
    first = asked(
        *(levels(key) for key in ("up", "down", "same", "kept", "silent", "never", "gone")),
        more=(levels("scale", 4), levels("old")),
    )
    second = asked(
        *(levels(key) for key in ("up", "down", "same", "kept", "silent", "never", "new")),
        more=(levels("scale"), levels("moved")),
    )
    fifty = dict.fromkeys(first.by_id, 50.0)
    before = year(2025, first, fifty)
    now = dict.fromkeys(second.by_id, 50.0) | {"up": 100.0, "down": 0.0, "silent": None}
    after = year(2026, second, now, "kept")
    off = QuestionResult("never", State.NOT_APPLICABLE)
    after = replace(after, results={**after.results, "never": off})
    found = compared(before, after)
    one_each = ("rose", "fell", "same", "not_confirmed", "not_answered", "not_applicable", "added")
    a, b = (one.tally for one in found.areas)
    assert counted(a) == dict.fromkeys((*one_each, "dropped"), 1)
    assert counted(b) == {"rescaled": 1, "added": 1, "dropped": 1}
    assert (a.checked, a.compared, a.asked) == (3, 4, 7)
    assert found.overall.tally == found.dimensions[0].tally
    assert found.overall.tally.asked == found.trend.asked == 9
    assert b.missing is NothingAlike.RESCALED
    assert found.areas[1].points is None


def test_what_nobody_checked_again_did_not_change_but_moves_the_full_score() -> None:
    """The group had agreed on a level; a year later only single answers were carried over."""
    pack = asked(levels("a"), levels("b"))
    before = year(2025, pack, {"a": 75, "b": 25})
    after = year(2026, pack, {"a": 50, "b": 50}, "a")
    moved = compared(before, after).overall
    assert (moved.full_change, moved.rise, moved.unconfirmed) == (0, 12.5, -12.5)
    assert moved.by_questionnaire == 0
    assert moved.points == Parts(0, 13, -13, 0)
    later = year(2027, pack, {"a": 75, "b": 50})
    assert trend_of([before, after, later]).alike[1].overall.value == 62.5
    first, second = steps_of([before, after, later])
    assert last_step([before, after, later]) == second
    assert (first.overall.rise, first.overall.points) == (moved.rise, moved.points)
    assert (second.changed, second.overall.points) == ((), Parts(13, 0, 13, 0))
    (changed,) = compared(after, later).changed
    assert (changed.question, changed.since_earlier) == ("a", True)


def test_a_part_with_another_name_has_no_full_change_but_one_like_for_like() -> None:
    old = questionnaire(dimension("old", area("a", levels("x")), area("b", levels("y"))))
    new = questionnaire(dimension("new", area("b", levels("x")), area("c", levels("y"))))
    before = year(2025, old, {"x": 0, "y": 50})
    after = year(2026, new, {"x": 50, "y": 50})
    found = compared(before, after)
    (whole,) = found.dimensions
    assert (whole.rise, whole.full_change, whole.points) == (25, None, None)
    moved, renamed = found.areas  # b has another question now, and c another name
    assert (moved.rise, moved.full_change, moved.by_questionnaire) == (50, 0, -50)
    assert (renamed.rise, renamed.by_questionnaire) == (0, None)
    assert found.overall.points == Parts(25, 25, 0, 0)


def test_versions_in_between_lead_from_one_to_the_other() -> None:
    between = asked(instead("middle", "first"))
    before = year(2024, asked(levels("first")), {"first": 25})
    after = year(2026, asked(instead("last", "middle")), {"last": 50})
    assert compared(before, after).overall.rise is None
    assert compared(before, after, between=[between]).overall.rise == 25


@pytest.mark.parametrize(
    ("second", "said", "missing"),
    [
        (levels("b"), 50, NothingAlike.OTHER_QUESTIONS),
        (levels("a", 4), 50, NothingAlike.RESCALED),
        (levels("a"), None, NothingAlike.NOT_ANSWERED),
    ],
)
def test_where_nothing_is_alike_it_says_why(
    second: Question, said: float | None, missing: NothingAlike
) -> None:
    years = [
        year(2025, asked(levels("a")), {"a": 50}),
        year(2026, asked(second), {second.id: said}),
    ]
    found = compared(*years)
    assert (found.trend.missing, found.overall.tally.missing) == (missing, missing)
    assert (found.overall.rise, found.overall.points, found.changed) == (None, None, ())
    assert [one.missing for one in (trend_of(years), trend_of(years[:1]))] == [missing, None]


def test_an_index_is_compared_by_the_same_definition_only() -> None:
    def index(version: str, **items: bool | None) -> IndexResult:
        every = tuple(IndexItem(code, {}, AtLeast(code, 1)) for code in items)
        return IndexResult(IndexDefinition("dii", version, 2025, every), items)

    old = index("1", web=True, cloud=False, ai=None)
    same = IndexMoved(old, index("1", web=False, cloud=True, ai=True))
    assert (same.same, same.gained, same.lost, same.rise) == (True, ("cloud",), ("web",), None)
    other = IndexMoved(old, index("2", web=True, cloud=True, erp=True))
    assert (other.same, other.shared, other.gained) == (False, ("web", "cloud"), ("cloud",))
    assert IndexMoved(index("1", web=True), index("1", web=False)).rise == -1
    assert IndexMoved(None, old).rise is None


@given(st.data())
def test_the_parts_of_any_change_add_up_and_each_means_what_it_says(data: st.DataObject) -> None:
    first = data.draw(next_version(tuple(Asked(levels(f"q{n}"), 50) for n in range(4)), 0))
    second = data.draw(next_version(first, 1))
    points = st.one_of(st.none(), st.integers(0, 4).map(lambda level: 25.0 * level))

    def drawn(number: int, version: tuple[Asked, ...], *carried: str) -> Year:
        questions = [one.question for one in version] or [levels("none")]
        scores = {one.id: data.draw(points) for one in questions}
        return year(number, asked(*questions), scores, *carried)

    keys = [one.question.id for one in second]
    before = drawn(2025, first)
    after = drawn(2026, second, *(key for key in keys if data.draw(st.booleans())))
    for moved in (compared(before, after).overall, *compared(before, after).areas):
        parts = (moved.rise, moved.unconfirmed, moved.by_questionnaire)
        if moved.full_change is not None and moved.rise is not None:
            assert sum(part or 0 for part in parts) == pytest.approx(moved.full_change, abs=1e-7)
            assert moved.points is not None
            assert moved.points.full == sum(list(astuple(moved.points))[1:])
    carried_all = compared(before, replace(after, unconfirmed=frozenset(keys))).overall
    assert carried_all.rise in (None, 0)
    again = compared(before, replace(before, day=after.day)).overall
    assert again.by_questionnaire in (None, 0)
    assert again.rise in (None, 0)
