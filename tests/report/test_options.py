"""What the user chooses for a report: chapters, sender, confidentiality, colour; and its code."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from digimaturity.domain.responses import Answer
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.build.report import build_report, chapters_of
from digimaturity.report.colours import WORDS, colour_of, contrast_on_white, darkened
from digimaturity.report.identity import content_code
from digimaturity.report.model.report import ReportModel
from digimaturity.report.pdf import render_pdf
from digimaturity.report.pdf.marks import WATERMARK
from digimaturity.report.pdf.style import PALETTE
from digimaturity.report.wording import ReportContext, ReportOptions
from tests.report import samples
from tests.report.elsewhere import printed_elsewhere

ENGLISH = Translator.load("en", resources_dir() / "locale")


def context(options: ReportOptions, *, draft: bool = False) -> ReportContext:
    return replace(samples.context(sample=False), options=options, draft=draft)


def model(options: ReportOptions, *, draft: bool = False) -> ReportModel:
    return build_report(samples.evaluation(), context(options, draft=draft), ENGLISH)


def test_the_user_is_told_every_chapter_and_which_can_be_left_out() -> None:
    usual = samples.context()
    chapters = chapters_of(samples.evaluation(), usual, ENGLISH)
    assert [one.name for one in chapters if not one.optional] == [
        "Contents",
        "The result on one page",
        "Method and sources",
    ]
    everything = frozenset(one.key for one in chapters)
    without = context(ReportOptions(left_out=everything))
    assert chapters_of(samples.evaluation(), without, ENGLISH) == chapters
    report = build_report(samples.evaluation(), without, ENGLISH)
    assert report.contents.reading[-1].text == (
        "This report was made without: Benchmark, IT, Business, Culture, Leadership, Who leads, "
        "and by which strategy, Measures, All answers and Glossary."
    )
    assert [one.key for one in report.chapters()] == ["contents", "summary", "method"]


def test_no_link_leads_to_a_chapter_that_is_left_out() -> None:
    left_out = frozenset({"measures", "benchmark", "dimension-it"})
    report = model(ReportOptions(left_out=left_out))
    assert not any(ref.key for part in report.dimensions for ref in part.measures)
    assert report.summary.compared is not None
    assert report.summary.compared_key == ""
    assert [block.key for block in report.summary.dimensions] == [
        "",
        "dimension-business",
        "dimension-culture",
        "dimension-leadership",
    ]


def test_the_foreword_has_the_senders_paragraphs_and_signature() -> None:
    assert model(ReportOptions()).foreword is None
    text = "Dear owners,\r\n\r\nthis is what we found.\nAll of it.\n\n \n"
    report = model(ReportOptions("A. Mentor", "Mole 7", foreword=text))
    assert report.foreword is not None
    assert report.foreword.paragraphs == ("Dear owners,", "this is what we found.\nAll of it.")
    assert report.foreword.signed is not None
    assert (report.foreword.signed.label, report.foreword.signed.text) == ("A. Mentor", "Mole 7")


def test_who_may_read_it_is_said_in_the_users_words_where_there_are_some() -> None:
    usual = model(ReportOptions()).running.confidential
    assert usual.startswith("Written for the management and owners of Nordlicht")
    own = model(ReportOptions(confidentiality="For the\nboard only"))
    assert own.running.confidential == own.cover.notes[0].text == "For the board only"


def test_only_what_is_not_signed_off_is_a_draft() -> None:
    assert model(ReportOptions()).running.draft == ""
    draft = model(ReportOptions(), draft=True)
    assert (draft.running.draft, draft.running.mark, draft.cover.mark) == ("Draft",) * 3
    assert [note.label for note in draft.cover.notes] == ["Confidential.", "Draft."]


@pytest.mark.parametrize("wrong", ["", "red", "#12", "#1234567", "url(x)", "#zzzzzz"])
def test_what_is_no_colour_is_none(wrong: str) -> None:
    assert colour_of(wrong) == ""
    assert model(ReportOptions(colour=wrong)).brand.ink == ""


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
def test_words_in_the_senders_colour_can_be_read(colour: str) -> None:
    dark = darkened(colour)
    assert contrast_on_white(dark) / contrast_on_white(WATERMARK) >= 4.5
    if contrast_on_white(colour) >= WORDS:
        assert dark == colour


@pytest.mark.parametrize("name", ["ink", "secondary", "accent", "it", "business", "culture"])
def test_words_across_a_watermark_can_be_read(name: str) -> None:
    words = getattr(PALETTE, f"{name}_text", getattr(PALETTE, name))
    assert contrast_on_white(words) / contrast_on_white(WATERMARK) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast_on_white("#ffffff") == pytest.approx(1)
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#767676") == pytest.approx(4.54, abs=0.01)


def code_of(options: ReportOptions) -> str:
    return content_code(samples.evaluation(), context(options))


def test_anything_that_is_different_gives_another_code() -> None:
    options = [
        ReportOptions(),
        ReportOptions(mentor="A"),
        ReportOptions(organisation="A"),
        ReportOptions(foreword="A"),
        ReportOptions(logo=b"A"),
        ReportOptions(left_out=frozenset({"answers", "glossary"})),
    ]
    codes = [code_of(one) for one in options]
    said = samples.responses(samples.answers() | {"data.1": Answer.of(5)})
    codes.append(content_code(samples.evaluation(said), samples.context(said, sample=False)))
    codes.append(content_code(samples.evaluation(), context(ReportOptions(), draft=True)))
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 12 for code in codes)


def test_equal_data_and_options_have_one_code_in_every_process_and_language() -> None:
    options = ReportOptions(left_out=frozenset({"answers", "glossary", "leading", "measures"}))
    german = Translator.load("de", resources_dir() / "locale")
    code = build_report(samples.evaluation(), context(options), german).code
    assert code == model(options).code
    program = (
        "from tests.report.test_options import *; print(code_of(ReportOptions(left_out=frozenset("
        "['measures', 'leading', 'glossary', 'answers']))))"
    )
    assert printed_elsewhere(program) == {code}


def test_a_mentor_without_a_firm_signs_once() -> None:
    data = render_pdf(model(ReportOptions(mentor="Ada Lovelace", foreword="Dear reader")))
    foreword = PdfReader(BytesIO(data)).pages[1].extract_text()
    assert "Dear reader" in foreword
    assert foreword.count("Ada Lovelace") == 1
