"""Terms are found in a text as a reader would look them up, each of them once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity.domain.glossary import Finder, alphabetical, finder, headword
from digimaturity.domain.texts import Term


def term(key: str, word: str, *forms: str) -> Term:
    return Term(key, {"de": word}, {"de": f"Was {word} bedeutet."}, {"de": forms})


TERMS = (
    term("ai", "künstliche Intelligenz", "KI", "künstlicher Intelligenz"),
    term("edi", "EDI"),
    term("erp", "ERP-System", "ERP", "ERP-Systeme"),
    term("strategy", "IT-Strategie"),
    term("island", "Insel"),
    term("outage", "Ausfall", "Ausfälle"),
    term("speed", "Mbit/s"),
    term("risk", "Ökobilanz"),
)
FINDER = finder(TERMS, "de")


def found(text: str, by: Finder = FINDER) -> list[tuple[str, str]]:
    return [(mention.term.id, text[mention.start : mention.end]) for mention in by.mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das ERP-System läuft.", [("erp", "ERP-System")]),
        ("Ein ERP, zwei ERP-Systeme.", [("erp", "ERP")]),
        ("Der ERP-Berater kommt.", []),
        ("ERP- und Lagersystem", [("erp", "ERP")]),
        ("(EDI)", [("edi", "EDI")]),
        ("edi, Edi und REDI", []),
        ("Künstliche Intelligenz hilft.", [("ai", "Künstliche Intelligenz")]),
        (
            "künstliche\N{NO-BREAK SPACE}Intelligenz",
            [("ai", "künstliche\N{NO-BREAK SPACE}Intelligenz")],
        ),
        ("KÜNSTLICHE INTELLIGENZ", []),
        (
            "Die IT\N{NON-BREAKING HYPHEN}Strategie",
            [("strategy", "IT\N{NON-BREAKING HYPHEN}Strategie")],
        ),
        ("Inseln und Halbinsel", []),
        ("Ausfälle nach einem Ausfall", [("outage", "Ausfälle")]),
        ("30 Mbit/s, Mbit / s", [("speed", "Mbit/s")]),
        ("ökobilanz", []),
        ("", []),
    ],
)
def test_what_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_the_longer_of_two_terms_is_meant() -> None:
    both = finder((term("cloud", "Cloud"), term("service", "Cloud Dienst")), "de")
    assert found("Ein Cloud Dienst in der Cloud", both) == [
        ("service", "Cloud Dienst"),
        ("cloud", "Cloud"),
    ]


def test_an_empty_glossary_finds_nothing() -> None:
    assert finder((), "de").mentions("Ein ERP-System") == ()


def test_a_language_without_texts_has_those_of_the_first() -> None:
    assert found("Eine Insel", finder(TERMS, "fr")) == [("island", "Insel")]


def test_terms_of_several_texts_come_once_in_the_order_of_finding() -> None:
    terms = FINDER.terms_in(["KI und EDI", "EDI und ERP"])
    assert [one.id for one in terms] == ["ai", "edi", "erp"]


def test_a_dictionary_has_umlauts_among_their_vowels_and_capitals_among_small_letters() -> None:
    ordered = [headword(one, "de") for one in alphabetical(TERMS, "de")]
    assert ordered == [
        "Ausfall",
        "EDI",
        "ERP-System",
        "Insel",
        "IT-Strategie",
        "Künstliche Intelligenz",
        "Mbit/s",
        "Ökobilanz",
    ]


WORDS = st.lists(st.text(st.characters(categories=("L", "N")), min_size=1), min_size=1, max_size=3)
GLOSSARIES = st.lists(WORDS.map(" ".join), unique=True, max_size=6).map(
    lambda words: [term(str(place), word) for place, word in enumerate(words)]
)
FILLERS = st.text(st.sampled_from("aÄß-/ .,;(“"), max_size=8)


@given(glossary=GLOSSARIES, text=st.text(), data=st.data())
def test_laws_of_finding(glossary: list[Term], text: str, data: st.DataObject) -> None:
    own = finder(glossary, "de")
    words = [one.term["de"] for one in glossary]
    if words:
        parts = data.draw(st.lists(st.one_of(st.sampled_from(words), FILLERS, st.just(" "))))
        text += "".join(parts)
    mentions = own.mentions(text)
    assert len({mention.term.id for mention in mentions}) == len(mentions)
    ends = 0
    for mention in mentions:
        assert ends <= mention.start < mention.end <= len(text)
        ends = mention.end
        around = (text[mention.start - 1 : mention.start], text[mention.end : mention.end + 1])
        assert not any(char.isalnum() or char == "_" for char in around)


@given(glossary=GLOSSARIES, place=st.integers(0, 5))
def test_every_term_is_found_where_it_stands_alone(glossary: list[Term], place: int) -> None:
    if place < len(glossary):
        word = glossary[place].term["de"]
        (mention,) = finder(glossary, "de").mentions(f"«{word}»")
        assert mention.term is glossary[place]
        assert (mention.start, mention.end) == (1, len(word) + 1)
