"""What a few letters find."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from digimaturity.ui.matching import best, folded, search_key

NAME = "Tischlerei Ährenfeld & Söhne"


class Row(NamedTuple):
    """What is looked for."""

    name: str
    search: str


def names(query: str, *among: str, most: int = 9) -> list[str]:
    return [row.name for row in best(query, [Row(name, search_key(name)) for name in among], most)]


@pytest.mark.parametrize(
    "query",
    ["tisch", "ähr", "AHR", "aehr", "sö ähr", "soe ti", "sohne", "Tischlerei  Ährenfeld", "&"],
)
def test_beginnings_of_words_are_found_in_any_order_and_without_accents(query: str) -> None:
    assert names(query, NAME) == [NAME]


@pytest.mark.parametrize("query", ["hren", "tischlerei x", "lerei", "söhn tischx"])
def test_neither_the_middle_of_a_word_nor_a_word_too_many_is_found(query: str) -> None:
    assert names(query, NAME) == []


def test_what_begins_as_was_typed_comes_before_what_has_it_somewhere() -> None:
    among = ("The assessment is new", "New in the assessment", "New assessment")
    assert names("new as", *among) == list(reversed(among))
    assert names("new as", *among, most=1) == ["New assessment"]


def test_letters_of_other_languages_are_found_by_plain_ones() -> None:
    assert folded("Škoda Łódź, Ærø und Weiß") == "skoda lodz aero und weiss"
