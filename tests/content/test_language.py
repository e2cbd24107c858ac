"""Both languages are complete, polite, set well, and none is left over in the other."""

from __future__ import annotations

import re

import pytest

from tests.content.pack import LANGUAGES, prose

STRAY = {
    "en": re.compile(r"[\"']|\.\.|  | [,;.?!:%]|—|–|„|…|,,"),
    "de": re.compile(r"[\"']|\.\.|  | [,;.?!:]|\d%|—|–|”|…|,,"),
}

#: Addresses that a German reader who is a stranger would not like; "Ihr" with a capital is polite.
FAMILIAR = re.compile(
    r"\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(e[mnrs]?)?|[Ee]uch|[Ee]ure?[mnrs]?)\b"
    r"|\bihr (habt|seid|könnt|müsst|sollt|wollt|macht|braucht)\b"
)
ENGLISH = re.compile(r"\b(the|and|with|you|your|which)\b")
GERMAN = re.compile(r"\b(und|nicht|mit|eine|Sie|wird|oder)\b")

#: Words that German business has of its own.
BORROWED = re.compile(
    r"\b(Department|Management|Owner|Stakeholder|Workflow|Performance|Commitment|Mindset|Roadmap"
    r"|Change|Governance|Buy-in|Onboarding|Best Practices?|Quick Wins?|Use Cases?|Skills?)\b"
)


def test_every_text_is_there_in_both_languages() -> None:
    assert len(prose()) > 1500
    for place, text in prose():
        assert all(text[language] for language in LANGUAGES), place


def test_german_is_polite() -> None:
    for place, text in prose():
        assert not FAMILIAR.search(text["de"]), (place, text["de"])


def test_neither_language_is_left_in_the_other() -> None:
    for place, text in prose():
        assert not ENGLISH.search(text["de"]), (place, text["de"])
        assert not GERMAN.search(text["en"]), (place, text["en"])
        if len(text["de"].split()) > 2:
            assert text["de"] != text["en"], place


def test_german_uses_german_words() -> None:
    for place, text in prose():
        assert not BORROWED.search(text["de"]), (place, text["de"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_keep_to_the_typography_of_their_language(language: str) -> None:
    for place, text in prose():
        assert not STRAY[language].search(text[language]), (place, text[language])
        assert text[language] == text[language].strip(), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_claimed_of_firms_in_general(language: str) -> None:
    """Comparisons with other firms come from the benchmark figures, with their source."""
    claims = {
        "en": r"\b(most|many|the majority of) (small |other |mid-sized )?(firms|companies)\b",
        "de": r"\b(die meisten|viele|Mehrheit der) (kleinen? |anderen )?(Firmen|Unternehmen)\b",
    }
    for place, text in prose():
        assert not re.search(claims[language], text[language], re.IGNORECASE), (place, text)


@pytest.mark.parametrize("text", ["Frag deinen Dienstleister.", "Habt ihr das, dann ruft euch an."])
def test_a_familiar_address_would_be_found(text: str) -> None:
    assert FAMILIAR.search(text)
