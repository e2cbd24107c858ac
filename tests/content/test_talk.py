"""Prompts to talk about a question, and advice on decisions: observable, and on nobody's side."""

from __future__ import annotations

import re

import pytest

from digimaturity.packs import load_pack
from tests.content import ease
from tests.content.likeness import too_alike
from tests.content.pack import LANGUAGES, ROOT, readiness

#: What is read out to a group is not longer (characters).
LONGEST_TALK, LONGEST_ADVICE = 130, 230

#: No two prompts may share so many words in the same order.
TALKS = 0.6

#: Who is asked for reasons defends himself; who is told who rates higher, too.
TAKES_SIDES = {
    "en": re.compile(
        r"\b(why|fault|blame|wrong with|should have|rates?|higher|lower)\b", re.IGNORECASE
    ),
    "de": re.compile(
        r"\b(warum|weshalb|wieso|schuld\w*|versäumt\w*|hätten? .* müssen|höher|niedriger)\b",
        re.IGNORECASE,
    ),
}

#: What happened at a time, or can be looked at in the room.
OBSERVABLE = {
    "en": re.compile(
        r"\b(last|lately|yesterday|this (week|year|moment)|this year’s|now|today|week’s|together|"
        r"write|write down|choose one|take one|four o’clock|"
        r"every day|running project)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(zuletzt|letzt\w+|gestern|dieses? (Woche|Jahr\w*)|diese[mr]? (Moment|Jahr)|gemeinsam|"
        r"jetzt|heute|schreiben|nehmen Sie|16 Uhr|täglich|"
        r"laufenden Projekts)\b",
        re.IGNORECASE,
    ),
}

#: Whom an advice has to bring in: the side that does not hold the decision, or both.
IT = {"en": r"\bIT\b", "de": r"\bIT\b"}
BUSINESS = {
    "en": r"\b(departments?|business|sales|colleague|management)\b",
    "de": r"\b(Abteilung(en|sleitungen)?|Vertrieb|Geschäftsleitung)\b",
}
BOTH = {
    "en": r"\b(two people|one from (the )?department|one person each)\b",
    "de": r"\b(zwei Personen|aus (der|einer) Abteilung|aus IT und Abteilung|je eine Person)\b",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rated_question_has_a_prompt_that_asks_for_what_was_seen(language: str) -> None:
    for question in readiness().rated_questions:
        talk = question.talk[language]
        assert talk.endswith("?"), question.id
        assert ease.sentences(talk) <= 2, question.id
        assert len(talk) <= LONGEST_TALK, question.id
        assert not TAKES_SIDES[language].search(talk), question.id
        assert OBSERVABLE[language].search(talk), question.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_prompts_are_alike(language: str) -> None:
    talks = [(one.id, one.talk[language]) for one in readiness().rated_questions]
    assert too_alike(talks, TALKS) == []


def test_the_quick_check_asks_with_the_same_prompts() -> None:
    short = load_pack(ROOT / "quick-check").questionnaire
    assert short is not None
    whole = readiness().by_id
    assert all(one.talk == whole[one.id].talk for one in short.rated_questions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_decision_has_advice_that_brings_in_who_is_missing(language: str) -> None:
    for decision in readiness().decisions:
        advice = decision.advice
        assert re.search(BUSINESS[language], advice.it_only[language]), decision.id
        assert re.search(IT[language], advice.business_only[language]), decision.id
        nobody = advice.nobody[language]
        both = all(re.search(side[language], nobody) for side in (IT, BUSINESS))
        assert both or re.search(BOTH[language], nobody), decision.id
        for text in (advice.it_only, advice.business_only, advice.nobody):
            assert text[language].endswith("."), decision.id
            assert len(text[language]) <= LONGEST_ADVICE, decision.id
            assert ease.sentences(text[language]) <= 2, decision.id


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Why does IT rate this higher than the others?"),
        ("de", "Warum ist das Ihrer Meinung nach so?"),
    ],
)
def test_a_prompt_that_takes_sides_would_be_found(language: str, text: str) -> None:
    assert TAKES_SIDES[language].search(text)
    assert not OBSERVABLE[language].search(text)
