"""Effort, weeks and advice fit the size of the firm."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from digimaturity.domain.company import SizeClass
from tests.content.pack import LANGUAGES, SIZES, measures, readiness

MOST_DAYS_OF_A_SMALL_FIRM = 25
MOST_WEEKS = dict(zip(SIZES, (26, 39, 52), strict=True))
LONGEST = 220

#: What only a larger firm has, or could found.
FOR_LARGER_FIRMS = {
    "en": re.compile(
        r"\b(departments?|divisions?|business units?|staff units?|committees?|panels?|task forces?"
        r"|boards? of|(steering|advisory|editorial|project|change) (board|group)s?"
        r"|heads? of|controlling|pmo|programme office)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(fach)?(abteilung|bereich)s?(leit\w*|en)?\b|stabsstelle|stabsabteilung|gremi(um|en)"
        r"|lenkungskreis|steuerkreis|ausschuss|beirat|\bvorstand|\breferat\b|projektbüro"
        r"|\bcontrolling\b|taskforce",
        re.IGNORECASE,
    ),
}

#: Texts for small firms that hold such a word all the same, and why.
FITS_ALL_THE_SAME: dict[tuple[str, str], str] = {}


def test_effort_rises_with_the_size() -> None:
    for measure in readiness().measures:
        for smaller, larger in pairwise(SIZES):
            assert 0 < measure.effort[smaller].total < measure.effort[larger].total, measure.id
            assert measure.weeks[smaller] <= measure.weeks[larger], measure.id


def test_a_small_firm_can_do_each_measure() -> None:
    for measure in readiness().measures:
        assert measure.effort[SizeClass.SMALL].total <= MOST_DAYS_OF_A_SMALL_FIRM, measure.id


@pytest.mark.parametrize("size", SIZES)
def test_each_measure_ends_in_good_time(size: SizeClass) -> None:
    for measure in readiness().measures:
        assert 1 <= measure.weeks[size] <= MOST_WEEKS[size], measure.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_measure_says_how_it_looks_in_small_and_large_firms(language: str) -> None:
    for measure in readiness().measures:
        assert {SizeClass.SMALL, SizeClass.LARGE} <= set(measure.at_size), measure.id
        texts = [text[language] for text in measure.at_size.values()]
        assert len(set(texts)) == len(texts), measure.id
        for text in texts:
            assert text.endswith("."), (measure.id, text)
            assert len(text) <= LONGEST, (measure.id, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_firm_is_not_told_to_found_a_department(language: str) -> None:
    found = {
        (key, language)
        for key, measure in measures().items()
        if FOR_LARGER_FIRMS[language].search(measure.at_size[SizeClass.SMALL][language])
    }
    assert found == {key for key in FITS_ALL_THE_SAME if key[1] == language}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Found a steering committee that meets every month."),
        ("en", "The heads of the departments decide."),
        ("de", "Richten Sie eine Stabsstelle Digitalisierung ein."),
        ("de", "Die Abteilungsleitungen entscheiden im Lenkungskreis."),
    ],
)
def test_such_advice_would_be_found(language: str, text: str) -> None:
    assert FOR_LARGER_FIRMS[language].search(text)
