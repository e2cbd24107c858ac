"""What a few letters find."""

from __future__ import annotations

import pytest

from digimaturity.ui.matching import folded, rank, search_key

NAME = "Tischlerei Ährenfeld & Söhne"


@pytest.mark.parametrize(
    "query",
    ["tisch", "ähr", "AHR", "aehr", "sö ähr", "soe ti", "sohne", "Tischlerei  Ährenfeld", "&"],
)
def test_beginnings_of_words_are_found_in_any_order_and_without_accents(query: str) -> None:
    assert rank(folded(query).split(), search_key(NAME)) is not None


@pytest.mark.parametrize("query", ["hren", "tischlerei x", "lerei", "söhn tischx"])
def test_neither_the_middle_of_a_word_nor_a_word_too_many_is_found(query: str) -> None:
    assert rank(folded(query).split(), search_key(NAME)) is None


def test_what_begins_as_was_typed_comes_before_what_has_it_somewhere() -> None:
    words = folded("new as").split()
    names = ("The assessment is new", "New in the assessment", "New assessment")
    ranks = [rank(words, search_key(name)) for name in names]
    assert ranks == [2, 1, 0]


def test_letters_of_other_languages_are_found_by_plain_ones() -> None:
    assert folded("Škoda Łódź, Ærø und Weiß") == "skoda lodz aero und weiss"
