"""Questions ask one thing, and explain themselves."""

from __future__ import annotations

import re

import pytest

from tests.content.pack import LANGUAGES, anchored, asked

#: At most so many characters stand above the five levels on a small screen and on paper.
LONGEST = 130

#: What would make one question of two things.
BOTH_OR_EITHER = {
    "en": re.compile(r"\b(and/or|either or)\b|\w/\w", re.IGNORECASE),
    "de": re.compile(r"\bund/oder\b|\bbeziehungsweise\b|\bbzw\b|\w/\w", re.IGNORECASE),
}
AND = {"en": re.compile(r"\band\b"), "de": re.compile(r"\bund\b")}

#: Two sides whose relation is the one thing that is asked for.
TWO_SIDES = {
    "en": re.compile(r"\b(IT and departments|you and (IT|the departments|your people))\b"),
    "de": re.compile(
        r"\b(IT und (die )?Abteilungen|Sie und (die (IT|Abteilungen)|Ihre Leute)"
        r"|Ihnen und (der IT|den Abteilungen))\b"
    ),
}

#: Questions with "and" all the same, and why they still ask for one thing.
ONE_THING = {
    "foundations.flexibility": "the question to departments names what they see of infrastructure",
    "security.access": "a right is given once and withdrawn once: the same life of the same right",
    "integration.selection": "a program bought and a program rented are chosen in the same way",
    "data.ownership": "two examples that make master data plain without the word",
    "value_chain.suppliers": "an order and its papers run through the same channel",
    "skills.bridge": "asks for people who understand both",
    "commitment.resources": "a project has resources only when it has money and people",
    "strategy_check.overview": "an element of an IT strategy as the source words it",
    "strategy_check.projects": "an element of an IT strategy as the source words it",
    "strategy_check.resources": "an element of an IT strategy as the source words it",
    "strategy_check.environment": "an element of an IT strategy as the source words it",
    "strategy_check.risk_benefit": "an element of an IT strategy as the source words it",
}


def joins_two(text: str, language: str) -> bool:
    """Whether a question names two things to be rated."""
    return bool(AND[language].search(TWO_SIDES[language].sub("", text)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_asks_and_explains(language: str) -> None:
    for question in asked():
        for text in (question.text, *question.wordings.values()):
            assert text[language].endswith("?"), question.id
            assert text[language].count("?") == 1, question.id
            assert len(text[language]) <= LONGEST, question.id
            assert not BOTH_OR_EITHER[language].search(text[language]), question.id
        assert question.why[language].endswith("."), question.id
        assert question.evidence[language].endswith((".", "?")), question.id


def test_what_is_rated_is_one_thing() -> None:
    joined = {
        question.id
        for question in anchored()
        for text in (question.text, *question.wordings.values())
        for language in LANGUAGES
        if joins_two(text[language], language)
    }
    assert joined == set(ONE_THING)


def test_no_two_questions_ask_the_same() -> None:
    for language in LANGUAGES:
        texts = [question.text[language].casefold() for question in asked()]
        assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "How are backups made and employees trained?"),
        ("de", "Wie werden Sicherungen gemacht und Mitarbeiter geschult?"),
    ],
)
def test_a_question_for_two_things_would_be_found(language: str, text: str) -> None:
    assert joins_two(text, language)
