"""The file: readable by people, programs and screen readers, and the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any, cast

import page
import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from digimaturity.domain.company import Company
from digimaturity.domain.responses import Answer, Responses
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.build.report import build_report
from digimaturity.report.pdf import render_pdf
from digimaturity.report.wording import ReportOptions
from digimaturity.services.reports import report_of_answers
from digimaturity.services.sample import read_sample
from tests.report import samples
from tests.report.elsewhere import printed_elsewhere

HOSTILE = (
    'Müller & Söhne <GmbH> <b>bold</b> <img src="file:///etc/passwd"/> {braces} {0} %s $x$ '
    "😀 中文 العربية \x00\x07\N{RIGHT-TO-LEFT OVERRIDE} &amp; Łódź"
)


def draw(said: Responses, company: Company = samples.NORDLICHT, language: str = "en") -> bytes:
    t = Translator.load(language, resources_dir() / "locale")
    return render_pdf(build_report(samples.evaluation(said, company), samples.context(said), t))


def hostile() -> bytes:
    given = samples.answers()
    given["foundations.1"] = Answer.of(3, HOSTILE * 100)
    given["foundations.2"] = Answer.of(3, "x" * 10_000)
    given["foundations.3"] = Answer.of(3, "line\n\n" * 300)
    said = samples.responses(given, HOSTILE)
    return draw(said, Company(HOSTILE * 80, "DE", "C", 120))


@cache
def report(kind: str) -> bytes:
    """Each kind is drawn once, and looked at by many tests."""
    match kind:
        case "hostile":
            return hostile()
        case "empty":
            return draw(samples.responses({}))
        case "one answer":
            return draw(samples.responses({"data.1": Answer.of(2)}), Company())
    return draw(samples.responses(), language=kind)


KINDS = ("en", "de", "hostile", "empty", "one answer")


def reader(kind: str) -> PdfReader:
    return PdfReader(BytesIO(report(kind)))


def text_of(kind: str) -> str:
    return "\n".join(sheet.extract_text() for sheet in reader(kind).pages)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_conforms_to_the_standards_of_access_and_archive(kind: str, profile: str) -> None:
    verdict = page.validate_pdf_bytes(report(kind), profile=profile)
    assert not {(failure.rule_id, failure.message) for failure in verdict.failures}
    assert verdict.is_compliant


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_leads_back_to_the_structure(kind: str) -> None:
    assert all("/StructParents" in sheet for sheet in reader(kind).pages)


def test_it_says_what_it_is() -> None:
    pdf = reader("de")
    assert pdf.metadata is not None
    assert pdf.metadata.title == build_title("de")
    assert pdf.metadata.creation_date is not None
    assert pdf.metadata.creation_date.date() == samples.DAY
    root = catalogue(pdf)
    assert root["/Lang"] == "de"
    assert root["/MarkInfo"]["/Marked"]


def build_title(language: str) -> str:
    t = Translator.load(language, resources_dir() / "locale")
    return build_report(samples.evaluation(), samples.context(), t).title


def catalogue(pdf: PdfReader) -> Any:  # noqa: ANN401 - pypdf's objects
    return pdf.trailer["/Root"]


def outline(pdf: PdfReader) -> dict[str, int]:
    """The chapters with the index of the page on which each begins."""
    found = {}
    for entry in pdf.outline:
        assert not isinstance(entry, list)
        number = pdf.get_destination_page_number(entry)
        assert number is not None
        found[str(entry.title)] = number
    return found


def test_the_outline_leads_to_the_chapters() -> None:
    pdf = reader("en")
    found = outline(pdf)
    assert list(found) == [
        "Contents",
        "The result on one page",
        "Benchmark",
        "IT",
        "Business",
        "Culture",
        "Leadership",
        "Who leads, and by which strategy",
        "Measures",
        "All answers",
        "Glossary",
        "Method and sources",
    ]
    for name, number in found.items():
        head = " ".join(pdf.pages[number].extract_text().split())
        assert f"Nordlicht Maschinenbau GmbH · {name} " in head


def test_the_contents_name_the_pages_on_which_the_chapters_begin() -> None:
    pdf = reader("en")
    words = " ".join(pdf.pages[1].extract_text().split())
    for name, number in list(outline(pdf).items())[1:]:
        assert f"{name} {number + 1}" in words


def test_each_chapter_keeps_to_its_pages() -> None:
    pdf = reader("en")
    assert list(outline(pdf).values())[:8] == [1, 2, 3, 4, 6, 8, 10, 12]
    assert len(pdf.pages) < 23


def test_words_are_found_again() -> None:
    text = " ".join(text_of("en").split())
    for words in (
        "Nordlicht Maschinenbau GmbH",
        "Established; most is still to do in leadership",
        "between 49 and 56",
        "Tested in May, with the departments.",
        "26.5%",
        "2 of 22",
    ):
        assert words in text


def elements(pdf: PdfReader) -> Iterator[Any]:
    """All structure elements in reading order."""

    def below(node: Any) -> Iterator[Any]:  # noqa: ANN401 - pypdf's objects
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, DictionaryObject) and "/S" in node:
            yield node
            kids: Any = node["/K"]
            for kid in kids:
                yield from below(kid)

    yield from below(catalogue(pdf)["/StructTreeRoot"]["/K"])


def test_every_chart_has_its_figures_in_words() -> None:
    figures = [element for element in elements(reader("en")) if element["/S"] == "/Figure"]
    assert len(figures) == 15
    words = [str(figure["/Alt"]) for figure in figures]
    assert all(len(alt) > 30 for alt in words)
    assert any("Governance 25 (17–50)" in alt for alt in words)


def test_headings_lead_through_the_document() -> None:
    kinds = [str(element["/S"]) for element in elements(reader("en"))]
    assert kinds.count("/H1") == 13
    assert {"/H2", "/P", "/Table", "/TR", "/TH", "/TD", "/L", "/LI", "/TOC", "/Link"} <= set(kinds)
    headings = [kind for kind in kinds if kind.startswith("/H")]
    assert headings[0] == "/H1"


def links(pdf: PdfReader) -> Iterator[tuple[int, str, Any]]:
    """The page, the words and the destination (page, way to show, left, top) of every link."""
    for number, sheet in enumerate(pdf.pages):
        for entry in sheet.get("/Annots", ()):
            annotation = entry.get_object()
            yield number, str(annotation["/Contents"]), annotation["/Dest"].get_object()


def lines_of(sheet: PageObject) -> dict[str, float]:
    """The lines of a page with the height at which they stand."""
    found: dict[str, float] = {}

    def see(text: str, _: Any, matrix: list[float], *__: Any) -> None:  # noqa: ANN401 - pypdf's
        if text.strip():
            found.setdefault(text.strip(), matrix[5])

    sheet.extract_text(visitor_text=see)
    return found


@pytest.mark.parametrize(("kind", "means"), [("en", "means in"), ("de", "einfach gesagt heißt")])
def test_terms_lead_to_their_entries_in_the_glossary(kind: str, means: str) -> None:
    pdf = reader(kind)
    (glossary,) = (at for name, at in outline(pdf).items() if name in ("Glossary", "Begriffe"))
    height = lines_of(pdf.pages[glossary])
    found = [(number, words, goal) for number, words, goal in links(pdf) if means in words]
    assert {words.split(":")[0] for _, words, _ in found} == {
        "Owner",
        "What was promised",
        "Department",
    }
    for _, words, goal in found:
        assert goal[0].get_object() == pdf.pages[glossary]
        assert 0 < goal[3] - height[words.split(":")[0]] < 40  # the entry is seen at the top


def test_a_term_is_a_link_once_in_an_item() -> None:
    pdf = reader("en")
    starts = outline(pdf)
    measures = range(starts["Measures"], starts["All answers"])
    said = " ".join(text_of_page(pdf, number) for number in measures)
    owners = [number for number, words, _ in links(pdf) if words.startswith("Owner:")]
    items = said.count("led by management")
    assert said.count("owner") > 2 * items
    assert sum(number in measures for number in owners) == items


def text_of_page(pdf: PdfReader, number: int) -> str:
    return " ".join(pdf.pages[number].extract_text().split())


def test_a_link_is_a_part_of_its_sentence() -> None:
    """Screen readers hear the sentence in order, with the link in its place."""
    inline = []
    for element in elements(reader("en")):
        kinds = [
            str(kid.get_object()["/S"]) if isinstance(kid, IndirectObject) else "words"  # type: ignore[index]  # always there
            for kid in cast(list[Any], element["/K"])
        ]
        if element["/S"] in ("/P", "/LBody") and "/Link" in kinds and "words" in kinds:
            inline.append(kinds)
    assert len(inline) > 12
    assert all(set(kinds) <= {"words", "/Link"} for kinds in inline)
    assert all(kinds[:3] == ["words", "/Link", "words"] for kinds in inline)


def test_fonts_are_embedded_as_subsets_and_the_file_is_small() -> None:
    pdf = reader("en")
    for sheet in pdf.pages:
        resources: Any = sheet["/Resources"]
        for font in resources["/Font"].values():
            face = font.get_object()
            if "/FontDescriptor" in face:
                assert "/FontFile2" in face["/FontDescriptor"]
                assert "+" in str(face["/BaseFont"])
    assert len(report("en")) < 400_000


def test_the_same_model_gives_the_same_bytes_in_any_process() -> None:
    code = (
        "import sys, hashlib; from tests.report.test_pdf import draw; from tests.report import "
        "samples; print(hashlib.sha256(draw(samples.responses())).hexdigest())"
    )
    assert len(printed_elsewhere(code)) == 1


def test_another_answer_gives_another_identity() -> None:
    other = samples.answers() | {"data.1": Answer.of(5)}
    first, second = reader("en"), PdfReader(BytesIO(draw(samples.responses(other))))
    assert first.trailer["/ID"] != second.trailer["/ID"]


def test_no_text_of_a_users_can_break_it_or_gets_lost() -> None:
    text = text_of("hostile").replace("\n", " ")
    assert "<GmbH> <b>bold</b>" in text
    assert "file:///etc/passwd" in text.replace(" ", "")
    assert text.replace(" ", "").count("x" * 50) > 150
    assert "\N{REPLACEMENT CHARACTER}" in text
    assert "root:" not in text
    pdf = reader("hostile")
    assert pdf.metadata is not None
    assert pdf.metadata.title is not None
    assert pdf.metadata.title.isprintable()
    assert pdf.xmp_metadata is not None
    assert pdf.xmp_metadata.dc_title == {"x-default": pdf.metadata.title}


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_sample_firms_report_keeps_each_result_on_one_page(language: str) -> None:
    answers = read_sample()
    t = Translator.load(language, resources_dir() / "locale")
    data = report_of_answers(answers, t, sample=True)
    for profile in ("ua1", "2a"):
        assert page.is_pdf_compliant_bytes(data, profile=profile)
    pdf = PdfReader(BytesIO(data))
    starts = list(outline(pdf).values())
    # Contents, summary and comparison on one page each; two for each dimension, one of them for
    # its areas, which in German go on to a third where every answer tells three viewpoints.
    assert starts[:4] == [1, 2, 3, 4]
    dimensions = [after - start for start, after in pairwise(starts[3:8])]
    assert set(dimensions) <= ({2} if language == "en" else {2, 3}), dimensions
    for sheet in pdf.pages:
        assert len(sheet.extract_text()) > 450, "a page is nearly empty"


@pytest.mark.parametrize("word", ["Verwaltungsgemeinschaft", "Stadt", "x" * 199])
def test_the_longest_name_stands_whole_on_the_cover(word: str) -> None:
    name = " ".join([word] * (200 // (len(word) + 1)))
    pdf = PdfReader(BytesIO(draw(samples.responses({}), Company(name))))
    cover = pdf.pages[0].extract_text().replace("\n", "").replace(" ", "")
    assert name.replace(" ", "") in cover


def test_american_paper() -> None:
    said = samples.responses()
    context = replace(samples.context(said), options=ReportOptions(page_size="letter"))
    t = Translator.load("en", resources_dir() / "locale")
    pdf = PdfReader(BytesIO(render_pdf(build_report(samples.evaluation(said), context, t))))
    assert [float(edge) for edge in pdf.pages[0].mediabox[2:]] == [612, 792]
    assert list(outline(pdf).values())[:8] == [1, 2, 3, 4, 6, 8, 10, 12]


def test_nothing_of_a_plain_report_is_missing_a_glyph() -> None:
    assert "\N{REPLACEMENT CHARACTER}" not in text_of("en") + text_of("de")
