"""Readings tell what a level means, each differently, and claim nothing that was not answered."""

from __future__ import annotations

import re

import pytest

from digimaturity.domain.questionnaire import Leadership
from tests.content.likeness import too_alike
from tests.content.pack import LANGUAGES, readiness, readings

SHORTEST, LONGEST = 120, 340

#: Two of the readings of one author share up to a third of their words in the same order, all of
#: them small ones; one that is made from another by changing its nouns keeps two thirds and more.
BOUND = 0.45

#: A score does not tell what exactly a firm has or does: several answers lead to the same. So no
#: sentence begins by telling the reader what is the case in his own firm. What is advised may
#: name his things ("Ask your suppliers"), and so may a condition ("If your…").
CLAIMS = {
    "en": re.compile(
        r"^(You(r \w+( \w+)?)?|The firm|Your people|Nobody|Everybody|All employees)"
        r" (already |still |now )?"
        r"(have|has|had|are|is|do|does|did|use|know|knows|own|lack|lacks|work|works|can|cannot"
        r"|never|always|seldom|often)\b"
    ),
    "de": re.compile(
        r"^((Sie|Ihre?\w{0,2}( \w+){1,2}|Bei Ihnen|In Ihrem \w+|Das Unternehmen|Der Betrieb)"
        r" (haben|hat|sind|ist|wird|werden|nutzen|nutzt|wissen|weiß|kennen|kennt|fehlt|fehlen|gibt"
        r"|besitzen|arbeiten|arbeitet|können|kann|tun|tut|testen|prüfen)\b"
        r"|(Niemand|Alle Beschäftigten) (hat|haben|weiß|wissen|kennt|kennen)\b)"
    ),
}


def claims(text: str, language: str) -> list[str]:
    """The sentences of `text` that begin as claims about the reader's own firm."""
    parts = re.split(r"(?<=[.?!:;])\s+", text)
    return [part for part in parts if CLAIMS[language].search(part)]


def named(language: str) -> list[tuple[str, str]]:
    """Every reading in one language, with its dimension or area and its level."""
    return [
        (f"{part} {level}", text[language])
        for part, texts in readings().items()
        for level, text in enumerate(texts, 1)
    ]


def test_each_dimension_and_area_has_one_for_each_level() -> None:
    assert len(readings()) == 4 + 18
    assert {len(texts) for texts in readings().values()} == {5}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_are_different_and_of_readable_length(language: str) -> None:
    texts = named(language)
    assert len({text for _, text in texts}) == 110
    for place, text in texts:
        assert SHORTEST <= len(text) <= LONGEST, (place, len(text))
        assert text.endswith((".", "?")), place
    assert too_alike(texts, BOUND) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_none_claims_what_was_not_answered(language: str) -> None:
    found = [(place, claims(text, language)) for place, text in named(language)]
    assert [pair for pair in found if pair[1]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_leadership_profile_has_strengths_risks_and_a_first_step(language: str) -> None:
    profiles = readiness().profiles
    assert set(profiles) == set(Leadership)
    texts = [
        (f"{profile} {part}", text[language])
        for profile, reading in profiles.items()
        for part, text in (
            ("strengths", reading.strengths),
            ("risks", reading.risks),
            ("step", reading.step),
        )
    ]
    assert all(text.endswith(".") for _, text in texts)
    assert too_alike(texts, BOUND) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You have no list of your programs."),
        ("en", "That is costly. Your restore is tested once a year."),
        ("de", "Sie haben keine Liste Ihrer Programme."),
        ("de", "Das ist teuer. Ihre Rücksicherung wird einmal im Jahr geprobt."),
        ("de", "Bei Ihnen fehlt ein Notfallplan."),
    ],
)
def test_a_claim_would_be_found(language: str, text: str) -> None:
    assert len(claims(text, language)) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "en",
            "A list that nobody keeps grows old. Name one person who looks at it every quarter.",
            "A plan that nobody keeps grows old. Name one person who looks at it every month.",
        )
    ],
)
def test_a_reading_made_from_another_would_be_found(language: str, one: str, other: str) -> None:
    assert too_alike([("one", one), ("other", other)], BOUND), language
