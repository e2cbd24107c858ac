"""Viewpoints are compared over the same questions, and what nobody compared stays silent."""

from __future__ import annotations

import pytest
from hypothesis import given

from digimaturity.domain.evaluation import question_results
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import DONT_KNOW, Responses
from digimaturity.domain.viewpoints import Views, Weight, views_of

from .make import area, assessments, dimension, levels, one_area, questionnaire, said, together

M, IT, B = Viewpoint.MANAGEMENT, Viewpoint.IT, Viewpoint.BUSINESS


def views(asked: Questionnaire, responses: Responses) -> Views:
    found = views_of(asked, question_results(asked, responses))
    assert found is not None
    return found


def test_one_viewpoint_alone_differs_from_nobody() -> None:
    asked = one_area(levels("a.1"), levels("a.2"))
    results = question_results(asked, said({"a.1": 4}))
    assert views_of(asked, results) is None
    apart = together((M, {"a.1": 4}), (IT, {"a.2": 1}))
    assert views_of(asked, question_results(asked, apart)) is None


def test_a_gap_tells_who_rates_higher_and_what_it_is_worth() -> None:
    asked = one_area(levels("a.1"), levels("a.2"), levels("a.3"))
    found = views(
        asked,
        together(
            (M, {"a.1": 1, "a.2": 2, "a.3": 3}),
            (IT, {"a.1": 3, "a.2": 3, "a.3": 3}),
        ),
    )
    assert [(gap.id, gap.size, gap.weight) for gap in found.questions] == [
        ("a.1", 50, Weight.STRONG),
        ("a.2", 25, Weight.NOTABLE),
        ("a.3", 0, Weight.SMALL),
    ]
    (whole,) = found.areas
    assert (whole.highest, whole.lowest, whole.size, whole.questions) == (IT, M, 25, 3)
    (pair,) = found.pairs
    assert (pair.first, pair.second, pair.difference, pair.distance) == (M, IT, -25, 25)


def test_each_viewpoint_counts_once_however_many_people_it_has() -> None:
    asked = one_area(levels("a.1"))
    found = views(asked, together((M, {"a.1": 5}), (IT, {"a.1": 1}), (IT, {"a.1": 3})))
    assert found.questions[0].views == {M: 100, IT: 25}


def test_an_area_is_compared_over_the_questions_that_all_answered() -> None:
    asked = one_area(levels("a.1", weight=3), levels("a.2"), levels("a.3"))
    found = views(
        asked,
        together(
            (M, {"a.1": 5, "a.2": 5, "a.3": 5}),
            (IT, {"a.1": 1, "a.2": 5, "a.3": DONT_KNOW}),
        ),
    )
    (whole,) = found.areas
    assert whole.views == {M: 100, IT: 25}
    assert whole.questions == 2


def test_who_answered_hardly_anything_does_not_shrink_the_comparison_of_the_others() -> None:
    asked = one_area(levels("a.1"), levels("a.2"), levels("a.3"))
    every = {"a.1": 1, "a.2": 1, "a.3": 1}
    found = views(asked, together((M, every), (IT, dict.fromkeys(every, 5)), (B, {"a.1": 5})))
    (whole,) = found.areas
    assert set(whole.views) == {M, IT}
    assert whole.questions == 3
    assert found.questions[0].views == {M: 0, IT: 100, B: 100}


def test_views_that_differ_up_and_down_differ_all_the_same() -> None:
    asked = one_area(levels("a.1"), levels("a.2"))
    found = views(asked, together((M, {"a.1": 5, "a.2": 1}), (IT, {"a.1": 1, "a.2": 5})))
    (pair,) = found.pairs
    assert (pair.difference, pair.distance) == (0, 100)


def test_what_the_group_agreed_on_needs_no_more_talk() -> None:
    asked = questionnaire(dimension("d", area("a", *(levels(f"a.{n}") for n in range(8)))))
    low, high = {f"a.{n}": 1 for n in range(8)}, {f"a.{n}": 4 for n in range(8)}
    both = together((M, low), (IT, high))
    agreed = Responses(both.respondents, both.answers, {"a.0": 2, "a.3": 2})
    found = views(asked, agreed)
    assert [gap.id for gap in found.to_talk_about] == ["a.1", "a.2", "a.4", "a.5", "a.6"]
    assert found.questions[0].size == 75  # what was said stays what was said


def test_small_gaps_are_nothing_to_talk_about() -> None:
    asked = one_area(levels("a.1", count=6))
    found = views(asked, together((M, {"a.1": 1}), (IT, {"a.1": 2})))
    assert found.questions[0].size == pytest.approx(20)
    assert found.to_talk_about == ()


@given(assessments())
def test_gaps_agree_with_the_results_of_the_questions(
    case: tuple[Questionnaire, Responses],
) -> None:
    asked, responses = case
    results = question_results(asked, responses)
    found = views_of(asked, results)
    if found is None:
        assert all(result.gap is None for q in asked.rated_questions for result in [results[q.id]])
        return
    for gap in found.questions:
        assert gap.size == pytest.approx(results[gap.id].gap)
    for gap in found.areas:
        assert 0 <= gap.size <= 100
        assert gap.views[gap.highest] - gap.views[gap.lowest] == pytest.approx(gap.size)
    for pair in found.pairs:
        assert abs(pair.difference) <= pair.distance + 1e-9
