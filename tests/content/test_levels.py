"""The five levels of a question are five kinds of firm, not five degrees of one."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest

from tests.content.likeness import likeness, shared
from tests.content.pack import LANGUAGES, anchored

#: No two levels of a question share half of their words in the same order. A level that only
#: swaps an adverb with its neighbour keeps nine words of ten (likeness 0.8 to 0.95), one that also
#: swaps the verb about two thirds; two levels written for themselves about the same subject stay
#: under 0.4 here. Half of the words lies well between both.
BOUND = 0.5

#: The same in any order: neighbours share fewer than six of ten longer words, so that a sentence
#: turned round is found too. Here the subject itself costs up to four.
SHARED = 0.6

DEGREES = {
    "en": re.compile(r"\b(partly|partially|mostly|largely|fully|completely)\b", re.IGNORECASE),
    "de": re.compile(r"\b(teilweise|teils|größtenteils|weitgehend|vollständig)\b", re.IGNORECASE),
}
PLANS = {
    "en": re.compile(r"\b(is|are) (planned to|intended)\b|\bwill be\b", re.IGNORECASE),
    "de": re.compile(r"\bgeplant, dass\b|\bsoll(en)? künftig\b|\bist geplant\b", re.IGNORECASE),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_levels_are_of_readable_length(language: str) -> None:
    for question in anchored():
        for level in question.levels:
            assert 40 <= len(level[language]) <= 220, (question.id, level[language])
            assert level[language].endswith("."), (question.id, level[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_levels_differ_in_kind(language: str) -> None:
    for question in anchored():
        anchors = [level[language] for level in question.levels]
        assert len({anchor.casefold() for anchor in anchors}) == 5, question.id
        for one, other in combinations(anchors, 2):
            assert likeness(one, other) < BOUND, (question.id, one, other)
        for lower, higher in pairwise(anchors):
            assert shared(lower, higher) < SHARED, (question.id, lower, higher)


@pytest.mark.parametrize("language", LANGUAGES)
def test_levels_tell_deeds_not_degrees_and_not_plans(language: str) -> None:
    for question in anchored():
        for level in question.levels:
            assert not DEGREES[language].search(level[language]), (question.id, level[language])
            assert not PLANS[language].search(level[language]), (question.id, level[language])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The provider rarely tests whether the backups can be restored.",
            "The provider regularly tests whether the backups can be restored.",
        ),
        (
            "Die Abteilungen stimmen ihre Projekte selten mit der IT ab.",
            "Die Abteilungen stimmen ihre Projekte fast immer mit der IT ab.",
        ),
        (
            "A few rights are withdrawn when somebody leaves the firm.",
            "All rights are blocked when somebody leaves the firm.",
        ),
    ],
)
def test_a_level_that_only_swaps_an_adverb_would_be_found(one: str, other: str) -> None:
    assert likeness(one, other) >= BOUND


def test_a_level_that_only_turns_its_neighbour_round_would_be_found() -> None:
    one = "Employees are trained in the new programs by the provider."
    assert shared(one, "The provider trained employees once in their new programs.") >= SHARED
