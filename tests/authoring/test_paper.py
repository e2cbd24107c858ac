"""`pack preview`: everything is on the paper, and screen readers and archives can use it."""

from __future__ import annotations

import os
import re
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import page
import pytest
from pypdf import PdfReader

from digimaturity import paths
from digimaturity.authoring.paper import questionnaire_pdf
from digimaturity.authoring.printing import usable_pack
from digimaturity.cli import main
from digimaturity.domain.conditions import AllOf, AnyOf, AtLeast, Equals, Not
from digimaturity.domain.questionnaire import (
    Area,
    Dimension,
    Kind,
    Option,
    Question,
    Questionnaire,
)
from digimaturity.i18n import Translator
from tests.report.test_pdf import elements

PACKS = {
    "readiness": paths.questionnaires_dir() / "readiness",
    "template": paths.resources_dir() / "pack-template",
    "small": Path(__file__).parents[1] / "packs" / "data" / "small",
}
DAY = date(2026, 3, 1)
HOSTILE = "Müller & <b>Söhne</b> {0} %s 😀 中文 \x00\N{RIGHT-TO-LEFT OVERRIDE}" + "x" * 300


def hostile() -> Questionnaire:
    """Long and strange texts, and anchors that fill more than a page."""
    words = {"en": HOSTILE}
    long = Question("a.long", Kind.LEVELS, words, words, words, levels=({"en": HOSTILE * 30},) * 5)
    many = Question(
        "a.many", Kind.MANY_OF, words, options=tuple(Option(f"o{n}", words, 1) for n in range(90))
    )
    area = Area("a", words, words, (long, many))
    return Questionnaire(
        "p", "1", ("en",), words, (words,) * 5, (Dimension("d", words, words, (area,)),)
    )


@cache
def pdf(kind: str, language: str) -> bytes:
    t = Translator.load(language, paths.resources_dir() / "locale")
    asked = hostile() if kind == "hostile" else usable_pack(PACKS[kind])
    return questionnaire_pdf(asked, t, DAY)


def words(kind: str, language: str) -> str:
    pages = PdfReader(BytesIO(pdf(kind, language))).pages
    return " ".join(" ".join(sheet.extract_text() for sheet in pages).split())


def letters(text: str) -> str:
    """The text without what a line break adds or takes: spaces and hyphens."""
    return re.sub(r"\W", "", text)


KINDS = [
    *((kind, language) for kind in PACKS for language in ("en", "de")),
    ("hostile", "en"),
]


@pytest.mark.parametrize(("kind", "language"), KINDS)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_conforms_to_the_standards_of_access_and_archive(
    kind: str, language: str, profile: str
) -> None:
    verdict = page.validate_pdf_bytes(pdf(kind, language), profile=profile)
    assert not {(failure.rule_id, failure.message) for failure in verdict.failures}
    assert verdict.is_compliant


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("kind", PACKS)
def test_every_question_and_anchor_is_on_the_paper(kind: str, language: str) -> None:
    found = letters(words(kind, language))
    pack = usable_pack(PACKS[kind])
    asked = [
        *pack.rated_questions,
        *(element.question for element in pack.strategy),
        *(plan.question for plan in pack.plans),
        *pack.facts,
    ]
    for question in asked:
        texts = [
            question.text,
            *question.levels,
            *(option.text for option in question.options),
            *question.wordings.values(),
            question.why,
            question.evidence,
        ]
        for text in texts:
            assert letters(text.get(language, "")) in found, question.id
    for decision in pack.decisions:
        assert letters(decision.name[language]) in found


def test_each_box_is_a_field_of_a_printed_form() -> None:
    content = PdfReader(BytesIO(pdf("small", "en")))
    kinds = [str(element["/S"]) for element in elements(content) if "/PrintField" in str(element)]
    assert set(kinds) == {"/Form"}
    ticked = 8 + 10 + 2 * 16  # the anchors, what stands beside them, the decisions
    assert len(kinds) > ticked


def test_the_outline_names_the_chapters_and_below_them_the_areas() -> None:
    outline = PdfReader(BytesIO(pdf("small", "en"))).outline
    names = [
        [str(below["/Title"]) for below in entry if not isinstance(below, list)]
        if isinstance(entry, list)
        else str(entry["/Title"])
        for entry in outline
    ]
    assert names == [
        "About you",
        "IT",
        ["Security"],
        "Business",
        ["Customers"],
        "The strategy in detail",
        "Who decides",
        "Technology facts",
    ]


def test_what_depends_on_another_answer_says_so_in_words() -> None:
    found = words("small", "en")
    assert "Answer only if level 2 or higher is ticked at question 1." in found
    assert "Only for: Management, IT." in found
    assert "Not applicable" in found


def test_every_form_of_a_condition_has_words() -> None:
    from digimaturity.authoring.paper.conditions import ConditionWords

    t = Translator.load("en", paths.resources_dir() / "locale")
    text = {"en": "text"}
    questions = {
        "l": Question("l", Kind.LEVELS, text, levels=(text,) * 5),
        "n": Question("n", Kind.NUMBER, text),
        "y": Question("y", Kind.YES_NO, text),
        "o": Question("o", Kind.ONE_OF, text, options=(Option("shop", {"en": "A shop"}),)),
    }
    say = ConditionWords(questions, {key: key.upper() for key in questions}, t).clause
    assert say(AtLeast("l", 2, strictly=True)) == "level 3 or higher is ticked at question L"
    assert say(Equals("l", 2)) == "level 2 is ticked at question L"
    assert say(AtLeast("n", 2.5)) == "the number at question N is 2.50 or more"
    assert say(AtLeast("n", 2, strictly=True)) == "the number at question N is above 2"
    assert say(Equals("n", 2)) == "the number at question N is 2"
    either = AnyOf((Equals("y", value=True), AllOf((Equals("o", "shop"), Not(Equals("l", 1))))))
    assert say(either) == (
        "“Yes” is ticked at question Y or (“A shop” is ticked at question O "
        "and it is not so that level 1 is ticked at question L)"
    )


def test_no_text_of_a_pack_can_break_it_or_gets_lost() -> None:
    found = words("hostile", "en").replace(" ", "")
    assert found.count("x" * 50) > 30 * 5
    assert "<b>Söhne</b>{0}%s" in found


def test_the_same_pack_gives_the_same_bytes() -> None:
    t = Translator.load("de", paths.resources_dir() / "locale")
    again = questionnaire_pdf(usable_pack(PACKS["small"]), t, DAY)
    assert again == pdf("small", "de")


def test_the_command_writes_once_and_replaces_only_when_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "paper.pdf"
    arguments = ["pack", "preview", str(PACKS["small"]), "-o", str(target), "--lang", "de"]
    assert main(arguments) == 0
    assert "Kleiner Check" in PdfReader(target).pages[0].extract_text()
    assert main(arguments) == 2
    assert str(target) in capsys.readouterr().err
    assert main([*arguments, "--force"]) == 0


@pytest.mark.parametrize("broken", ["absent", "empty"])
def test_without_a_sound_pack_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], broken: str
) -> None:
    (tmp_path / "empty").mkdir()
    target = tmp_path / "paper.pdf"
    assert main(["pack", "preview", str(tmp_path / broken), "-o", str(target)]) == 2
    assert not target.exists()
    assert os.linesep not in capsys.readouterr().err.strip()
