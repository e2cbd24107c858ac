"""From which earlier questions one of today comes, whatever lies in between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from digimaturity.domain.lineage import follow
from digimaturity.domain.questionnaire import Question, Questionnaire
from tests.domain.make import levels
from tests.domain.test_trend import asked, instead

#: What was answered in the first version.
SCORES = {"a": 100.0, "b": 0.0, "c": 50.0}


def led_back(*versions: tuple[Question, ...]) -> Mapping[str, tuple[str, float | None]]:
    """For each question of the last version that is asked alike its roots and their score."""
    traces = follow([asked(*version) for version in versions], SCORES)
    return {
        key: ("".join(sorted(one.roots)), one.score) for key, one in traces.items() if one.alike
    }


def test_a_version_that_leaves_a_question_out_does_not_end_its_line() -> None:
    first = (levels("a"), levels("b"))
    assert led_back(first, (levels("b"),), (levels("a"), levels("b")))["a"] == ("a", 100)
    assert led_back(first, (levels("b"),), (instead("x", "a"),)) == {"x": ("a", 100)}


def test_names_are_followed_from_version_to_version() -> None:
    first = (levels("a", weight=3), levels("b"))
    split = (instead("a1", "a"), instead("a2", "a"), levels("b"))
    joined = (instead("all", "a1", "b"), instead("last", "a2"))
    assert led_back(first, split, joined) == {"all": ("ab", 50), "last": ("a", 100)}
    assert led_back(first, joined) == {"all": ("b", 0)}, "the version in between is not known"


def test_all_earlier_names_of_a_question_lead_to_it_once() -> None:
    renamed = (instead("x", "a"),)
    assert led_back((levels("a"),), renamed, (instead("y", "x", "a"),)) == {"y": ("a", 100)}


def test_what_asks_for_more_than_before_is_not_led_back() -> None:
    more = (levels("a"), levels("new"))
    assert led_back((levels("a"),), more, (instead("both", "a", "new"),)) == {}


def test_another_scale_in_between_matters_to_names_alone() -> None:
    first, scaled = (levels("a"),), (levels("a", 4),)
    assert led_back(first, scaled) == {}
    assert led_back(first, scaled, first) == {"a": ("a", 100)}
    assert led_back(first, (instead("x", "a"),), (instead("y", "x"),)) == {"y": ("a", 100)}
    assert led_back(first, (replace(levels("x", 4), replaces=("a",)),), (instead("y", "x"),)) == {}


@pytest.mark.parametrize(
    ("older", "newer", "found"),
    [
        # The later assessment was made with the older version.
        ((instead("a", "x"), instead("b", "x")), (levels("x"),), {"x": ("ab", 50)}),
        ((instead("a", "x", "y"),), (levels("x"), levels("y")), {"x": ("a", 100), "y": ("a", 100)}),
        # Names that were exchanged, or lead in a circle, are what they say first of all.
        (
            (levels("a"), levels("b")),
            (instead("a", "b"), instead("b", "a")),
            {"a": ("a", 100), "b": ("b", 0)},
        ),
        ((levels("a"),), (replace(levels("a"), replaces=("a", "a")),), {"a": ("a", 100)}),
    ],
)
def test_whatever_the_order_and_the_names(
    older: tuple[Question, ...],
    newer: tuple[Question, ...],
    found: Mapping[str, tuple[str, float | None]],
) -> None:
    assert led_back(older, newer) == found


def test_questionnaires_of_others_share_only_what_means_the_same() -> None:
    own = asked(levels("a"), levels("b"))
    other = replace(own, id="other")
    reworded = replace(levels("b"), levels=({"en": "something else"},) * 5)
    foreign = replace(asked(levels("a"), reworded, instead("x", "a")), id="other")
    assert set(follow([own, other], SCORES)) == {"a", "b"}
    assert set(follow([own, foreign], SCORES)) == {"a"}


def test_a_short_questionnaire_is_one_with_the_whole() -> None:
    whole: Questionnaire = asked(levels("a"), levels("b"), instead("x", "c"))
    short = replace(asked(levels("b")), id="short", part_of=whole.id)
    assert set(follow([short, whole], SCORES)) == {"b"}
    assert set(follow([whole, short, whole], SCORES)) == {"a", "b", "x"}
