"""Texts, numbers and dates in the user's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from digimaturity import paths
from digimaturity.i18n import LANGUAGES, Translator
from digimaturity.report.peers import country_name

LOCALE = paths.resources_dir() / "locale"


def test_a_language_that_we_lack_is_english() -> None:
    assert Translator.load("fr", LOCALE).language == "en"


def test_without_its_catalogue_a_language_keeps_its_numbers_and_speaks_english(
    tmp_path: Path,
) -> None:
    t = Translator.load("de", tmp_path)
    assert t("{n} of {total}", n=3, total=54) == "3 of 54"
    assert t.number(1234.5, 1) == "1.234,5"


@pytest.mark.parametrize(
    ("language", "value", "digits", "text"),
    [
        ("en", 1234.5, 0, "1,235"),
        ("de", 1234.5, 0, "1.235"),
        ("de", 0.5, 0, "1"),
        ("en", 2.5, 0, "3"),
        ("de", 26.45, 2, "26,45"),
        ("en", -0.25, 1, "-0.3"),
    ],
)
def test_numbers_round_half_up_as_a_reader_expects(
    language: str, value: float, digits: int, text: str
) -> None:
    assert Translator.load(language, LOCALE).number(value, digits) == text


@pytest.mark.parametrize(
    ("language", "text"), [("en", "24 February 2026"), ("de", "24. Februar 2026")]
)
def test_dates_are_in_words(language: str, text: str) -> None:
    assert Translator.load(language, LOCALE).date(date(2026, 2, 24)) == text


def test_shares_have_their_sign_where_the_language_sets_it() -> None:
    assert Translator.load("en", LOCALE).percent(26.45, 1) == "26.5%"
    assert Translator.load("de", LOCALE).percent(26.45, 1) == "26,5\N{NO-BREAK SPACE}%"


def test_one_and_many() -> None:
    t = Translator.load("en", LOCALE)
    assert t.plural("{n} question", "{n} questions", 1) == "1 question"
    assert t.plural("{n} question", "{n} questions", 2) == "2 questions"
    assert t.plural("{n} question", "{n} questions", 1200) == "1,200 questions"


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_dates_and_countries_are_those_of_cldr(language: str) -> None:
    t, locale = Translator.load(language, LOCALE), Locale(language)
    for value in (0.0, -0.04, 7.125, 999.995, -1234.5, 1_234_567.0, 1e15):
        shown = format_decimal(Decimal(repr(value)), "#,##0.###", locale=locale)
        digits = len(shown.partition(locale.number_symbols["latn"]["decimal"])[2])
        assert t.number(value, digits) == shown
    pattern = {"en": "d MMMM y"}.get(language, "long")
    for month in range(1, 13):
        day = date(2026, month, month)
        assert t.date(day) == format_date(day, pattern, locale=locale)
        assert t.stated_date(f"{day:%Y-%m}") == format_date(day, "LLLL y", locale=locale)
    for code, name in locale.territories.items():
        if len(code) == 2 and code.isalpha() and code != "EA":  # Eurostat's euro area
            assert country_name(language, code) == name
    assert country_name(language, "EL") == locale.territories["GR"]
    assert country_name(language, "??") == "??"


def test_every_language_has_its_catalogue() -> None:
    for language in LANGUAGES[1:]:
        assert Translator.load(language, LOCALE).catalogue.info()
