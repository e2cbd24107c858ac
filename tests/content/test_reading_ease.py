"""Every text of some length reads easily: LIX for German, Flesch's reading ease for English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.content import ease
from tests.content.pack import asked, readiness, readings

#: German prose of a trade, which has long compounds of its own, and English for everybody in work.
HARDEST_GERMAN, HARDEST_ENGLISH = 55.0, 40.0

#: Under so many words one long word decides.
FEWEST_WORDS = 15

#: Blocks that are harder, and why they stay so.
HARD: dict[tuple[str, str], str] = {}


def blocks(language: str) -> Iterator[tuple[str, str]]:
    """Every text that is read in one go, with its place; levels and steps are read together."""
    for question in asked():
        yield f"{question.id} why", question.why[language]
        yield f"{question.id} evidence", question.evidence[language]
        yield f"{question.id} talk", question.talk.get(language, "")
        yield f"{question.id} levels", " ".join(level[language] for level in question.levels)
        options = [option.text for option in question.options if option.text]
        yield f"{question.id} options", " ".join(text[language] for text in options)
    for measure in readiness().measures:
        yield f"{measure.id} what", measure.what[language]
        yield f"{measure.id} steps", " ".join(step[language] for step in measure.steps)
        yield f"{measure.id} pitfall", measure.pitfall[language]
        for size, text in measure.at_size.items():
            yield f"{measure.id} {size}", text[language]
    yield from _readings(language)
    for decision in readiness().decisions:
        advice = decision.advice
        for text in (advice.it_only, advice.business_only, advice.nobody):
            yield f"{decision.id} advice", text[language]
    for term in readiness().glossary:
        yield f"{term.id} means", term.means[language]


def _readings(language: str) -> Iterator[tuple[str, str]]:
    for part, texts in readings().items():
        for level, text in enumerate(texts, 1):
            yield f"{part} reading {level}", text[language]
    for profile, reading in readiness().profiles.items():
        for text in (reading.strengths, reading.risks, reading.step):
            yield f"{profile} reading", text[language]


def hard(language: str, texts: Iterator[tuple[str, str]]) -> dict[str, float]:
    """The blocks that are too hard, with their figure."""
    found = {}
    for place, text in texts:
        if len(ease.words(text)) < FEWEST_WORDS:
            continue
        if language == "de" and (figure := ease.lix(text)) > HARDEST_GERMAN:
            found[place] = round(figure, 1)
        if language == "en" and (figure := ease.flesch(text)) < HARDEST_ENGLISH:
            found[place] = round(figure, 1)
    return found


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_block_reads_easily(language: str) -> None:
    found = hard(language, blocks(language))
    named = {place for place, code in HARD if code == language}
    assert {place: figure for place, figure in found.items() if place not in named} == {}
    assert named <= set(found), "what reads easily by now is no exception any more"


def test_the_figures_are_those_of_the_formulas() -> None:
    # 10 words in 2 sentences, 4 of them longer than six letters.
    german = "Der Dienstleister sichert jede Nacht. Das Einspielen wurde niemals geprobt."
    assert ease.lix(german) == pytest.approx(10 / 2 + 100 * 5 / 10)
    # 6 words of one syllable each.
    assert ease.flesch("The cat sat on the mat.") == pytest.approx(206.835 - 1.015 * 6 - 84.6)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Organisational responsibility for information security management necessitates "
                "the establishment of comprehensive documentation, periodically evaluated by an "
                "independent authority."
            ),
        ),
        (
            "de",
            (
                "Die Sicherstellung der Verfügbarkeit aller Daten des Unternehmens erfordert die "
                "Durchführung regelmäßiger Überprüfungen der Wiederherstellung unter "
                "Berücksichtigung sämtlicher geschäftskritischer Anwendungen."
            ),
        ),
    ],
)
def test_a_hard_text_would_be_found(language: str, text: str) -> None:
    assert hard(language, iter([("a text", text)]))
