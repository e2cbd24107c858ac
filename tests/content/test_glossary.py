"""Every technical term is explained, plainly and by others that are explained too."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from digimaturity.domain.glossary import finder, headword
from digimaturity.domain.texts import Term
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from tests.content import ease
from tests.content.pack import LANGUAGES, prose, readiness

#: Letters that need no entry: what everybody has in the firm, and names of products.
NAMED = {
    "IT": "explained where the dimension is",
    "PDF": "every invoice is one",
    "VAT": "every firm pays it",
    "SAP": "a product",
    "BI": "part of a product's name, Power BI",
    "CAS": "a product",
    "DATEV": "a product",
}

#: Terms that the report says in its own words, and the message in which it does.
SAID_BY_THE_REPORT = {"dual_drive": "Dual drive", "viewpoint": "Viewpoints"}

#: An abbreviation in capitals, also as part of a compound: ERP, KI-Dienst; not HubSpot.
CAPITALS = re.compile(r"(?<!\w)[A-ZÄÖÜ]{2,}(?!\w)")

LONGEST = 180


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Every text but those of the glossary itself."""
    own = {f"{term.id} {part}" for term in readiness().glossary for part in ("term", "means")}
    return ((place, text[language]) for place, text in prose() if place not in own)


def test_there_are_enough() -> None:
    assert 50 <= len(readiness().glossary) <= 110


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_stands_in_a_question_measure_or_reading_or_in_the_report(language: str) -> None:
    t = Translator.load(language, resources_dir() / "locale")
    own = [t(message) for message in SAID_BY_THE_REPORT.values()]
    met = readiness().finder(language).terms_in([*(text for _, text in texts(language)), *own])
    orphans = {term.id for term in readiness().glossary} - {term.id for term in met}
    assert not orphans


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_abbreviation_is_explained_or_named_above(language: str) -> None:
    explained = readiness().finder(language).by_form
    unknown = {
        (word[0], place)
        for place, text in prose()
        for word in CAPITALS.finditer(text[language])
        if word[0] not in explained and word[0] not in NAMED
    }
    assert not unknown


def test_no_exception_is_left_over() -> None:
    said = {
        word
        for _, text in prose()
        for language in LANGUAGES
        for word in CAPITALS.findall(text[language])
    }
    assert set(NAMED) <= said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_leads_to_two_terms(language: str) -> None:
    claimed: dict[str, str] = {}
    for term in readiness().glossary:
        for form in finder([term], language).by_form:
            assert claimed.setdefault(form, term.id) == term.id, form


@pytest.mark.parametrize("language", LANGUAGES)
def test_meanings_are_short_and_plain(language: str) -> None:
    for term in readiness().glossary:
        means = term.means[language]
        assert means.endswith("."), term.id
        assert len(means) <= LONGEST, term.id
        assert ease.sentences(means) <= 3, term.id
        assert len(ease.words(means)) / ease.sentences(means) <= 20, term.id
        assert not re.match(rf"{re.escape(headword(term, language))}\b", means), term.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_meaning_leads_round_in_a_circle(language: str) -> None:
    pack = readiness()
    uses = {
        term.id: {
            mention.term.id
            for mention in pack.finder(language).mentions(term.means[language])
            if mention.term is not term
        }
        for term in pack.glossary
    }
    for key in uses:
        assert key not in _reached(key, uses), key


def _reached(key: str, uses: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = set(uses[key])
    while ahead:
        found |= ahead
        ahead = set().union(*(uses[one] for one in ahead)) - found
    return found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Does the ERP system know each access right?", {"erp"}),
        ("en", "AI and EDI run on servers in the cloud.", {"ai", "edi", "server", "cloud"}),
        ("de", "Das ERP-System braucht Schnittstellen.", {"erp", "interface"}),
        (
            "de",
            "Wer vergibt Rechte, und wer spielt die Sicherung zurück?",
            {"access_rights", "backup"},
        ),
        ("de", "Ein zweiter Faktor schützt den Fernzugriff.", {"second_factor", "remote_access"}),
    ],
)
def test_terms_are_found_in_their_forms(language: str, text: str, found: set[str]) -> None:
    mentions = readiness().finder(language).mentions(text)
    assert {mention.term.id for mention in mentions} == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_that_stands_nowhere_would_be_found(language: str) -> None:
    stray = Term("zebra", {language: "zebra crossing"}, {language: "Stripes."})
    assert not finder([stray], language).terms_in(text for _, text in texts(language))
