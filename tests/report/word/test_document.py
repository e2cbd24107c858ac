"""The document: all of it, in styles, accessible, and a file that Word takes for whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from digimaturity.report.word import expected, found, render_word
from digimaturity.report.xml_text import xml_text
from tests.report import samples
from tests.report.elsewhere import printed_elsewhere
from tests.report.word.documents import FOREIGN, KEPT, KINDS, LONG, content, document, model
from tests.report.word.schema import faults

#: Fields that are drawn in charts, are no text, or are told elsewhere when the page is full.
_NOT_WRITTEN = {
    *("key", "form", "forms", "id", "hue", "code", "versions", "language", "page_size", "brand"),
    *("groups", "bars", "scale", "distribution", "technologies", "rows", "drives", "radar"),
    *("heads", "order", "card", "cards", "compared_key", "dimension", "days", "gain", "reason"),
    *("empty", "known"),
}


def text_of(kind: str) -> str:
    """All text of the body with its line breaks and tabs, and the alternative texts."""
    said = []
    for paragraph in document(kind).element.body.iter(qn("w:p")):
        for part in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("wp:docPr")):
            match part.tag.partition("}")[2]:
                case "t":
                    said.append(part.text or "")
                case "docPr":
                    said.append(part.get("descr"))
                case other:
                    said.append({"tab": "\t", "br": "\n"}[other])
        said.append("\n")
    return "".join(said)


def texts(part: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a model
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from texts(item)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in _NOT_WRITTEN:
                yield from texts(getattr(part, field.name))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_counted_after_opening_is_what_the_model_has(kind: str) -> None:
    assert found(content(kind)).items() >= expected(model(kind)).items()


def test_the_counts_are_those_of_a_full_report() -> None:
    counts = expected(model("en"))
    assert counts["chapters"] == 11
    assert counts["figures"] == 15
    assert counts["answers"] > 54
    assert (counts["comments"], counts["areas"]) == (1, 18)
    assert expected(model("options"))["logos"] == 1


@pytest.mark.parametrize(
    ("path", "part"),
    [
        (".//w:p[w:pPr/w:pStyle/@w:val='Heading1']", "chapters"),
        (".//w:p[w:pPr/w:pStyle/@w:val='TOC1']", "listed"),
        (".//w:p[w:pPr/w:pStyle/@w:val='Area']", "areas"),
        (".//w:p[w:pPr/w:pStyle/@w:val='Measure']", "measures"),
        (".//w:p[w:pPr/w:pStyle/@w:val='Term']", "terms"),
        (".//w:p[w:pPr/w:pStyle/@w:val='Comment']", "comments"),
        (".//w:tbl[w:tblPr/w:tblStyle/@w:val='AnswerTable']/w:tr[2]", "answers"),
        (".//w:drawing", "figures"),
        (".//wp:docPr/@descr", "figures"),
    ],
)
def test_a_part_that_got_lost_is_noticed(path: str, part: str) -> None:
    opened = document("en")
    lost = opened.element.body.xpath(path)[0]
    if isinstance(lost, str):
        lost.getparent().set("descr", "")  # type: ignore[attr-defined]  # a string of lxml
    else:
        lost.getparent().remove(lost)
    out = BytesIO()
    opened.save(out)
    assert found(out.getvalue())[part] == expected(model("en"))[part] - 1


@pytest.mark.parametrize("kind", ["en", "de"])
def test_it_says_in_words_what_the_model_says(kind: str) -> None:
    said = re.sub(r"\s+", " ", text_of(kind))
    told = model(kind)
    appendix = (told.leading, told.measures, told.answers, told.glossary, told.method)
    chapters = (told.contents, told.summary, told.benchmark, told.dimensions, *appendix)
    for text in texts((told.cover, *chapters)):
        for line in text.splitlines():
            assert re.sub(r"\s+", " ", line).strip() in said, line


@pytest.mark.parametrize("kind", KINDS)
def test_word_finds_every_element_in_its_place(kind: str) -> None:
    with ZipFile(BytesIO(content(kind))) as parts:
        for name in parts.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                assert not list(faults(parse_xml(parts.read(name)))), name


@pytest.mark.parametrize("kind", KINDS)
def test_every_style_and_every_goal_is_there(kind: str) -> None:
    opened = document(kind)
    body = opened.element.body
    styles = {style.style_id for style in opened.styles}
    used = body.xpath(".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val")
    assert set(used) <= styles
    names = body.xpath(".//w:bookmarkStart/@w:name")
    assert max(Counter(names).values()) == 1
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)
    assert set(body.xpath(".//w:hyperlink/@w:anchor")) <= set(names)
    for path in (".//w:bookmarkStart/@w:id", ".//wp:docPr/@id"):
        assert max(Counter(body.xpath(path)).values()) == 1
    assert body.xpath("count(.//w:bookmarkStart)") == body.xpath("count(.//w:bookmarkEnd)")


@pytest.mark.parametrize("kind", KINDS)
def test_a_screen_reader_finds_its_way(kind: str) -> None:
    opened = document(kind)
    everywhere = (Paragraph(p, opened._body) for p in opened.element.body.iter(qn("w:p")))
    levels = [level for level in map(_level, everywhere) if level]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for words in opened.element.body.xpath(".//wp:docPr/@descr"):
        assert len(words) > 3
    for table in opened.tables:
        if table.style and table.style.style_id in ("ReportTable", "AnswerTable"):
            assert table._tbl.xpath("w:tr[1]/w:trPr/w:tblHeader")
            assert table._tbl.xpath("string(w:tblPr/w:tblCaption/@w:val)")
            assert all(cell.text for cell in table.rows[0].cells)
    assert opened.core_properties.title == xml_text(model(kind).title)[:255]
    language = {"de": "de-DE"}.get(kind, "en-GB")
    assert opened.styles.element.xpath("string(.//w:rPrDefault//w:lang/@w:val)") == language


def _level(paragraph: Paragraph) -> int:
    """The level of a heading, by its style or the one that this is based on; else 0."""
    style: Any = paragraph.style
    while style is not None:
        found = style.element.xpath("string(w:pPr/w:outlineLvl/@w:val)")
        if found:
            return int(found) + 1
        style = style.base_style
    return 0


def test_the_contents_are_filled_in_before_word_has_counted() -> None:
    opened = document("de")
    names = [chapter.name for chapter in model("de").chapters() if chapter.key != "contents"]
    entries = [
        paragraph
        for paragraph in opened.element.body.iter(qn("w:p"))
        if paragraph.xpath("w:pPr/w:pStyle/@w:val") == ["TOC1"]
    ]
    said = [entry.xpath("w:hyperlink//w:t/text()") for entry in entries]
    assert [name for name, _ in said] == names
    pages = [int(page) for _, page in said]
    assert pages == sorted(set(pages))
    assert pages[0] == 3
    assert names == [head.text for head in opened.paragraphs if _level(head) == 1]
    codes = "".join(opened.element.body.xpath(".//w:instrText/text()"))
    assert r'TOC \o "1-1"' in codes
    assert codes.count("PAGEREF") == len(names)


def test_foreign_text_comes_through_whole() -> None:
    said = text_of("foreign")
    assert KEPT in said
    assert LONG in said
    assert said.count("line\n\n") >= 299
    assert FOREIGN != KEPT
    runs = document("foreign").element.body.xpath(".//w:r[w:rPr/w:rtl]")
    backwards = {"".join(run.xpath("w:t/text()")) for run in runs}
    assert "الشركة العربية" in backwards
    assert all(re.fullmatch(r"[\u0590-\u06ff\s\d]+", words) for words in backwards)


def test_head_and_foot_are_on_every_page_but_the_cover() -> None:
    front, chapters = document("en").sections
    running = model("en").running
    assert front.different_first_page_header_footer
    assert not front.first_page_footer.paragraphs[0].text
    assert not chapters.different_first_page_header_footer
    for part in (front, chapters):
        assert part.header.paragraphs[0].text.startswith(running.company)
        foot = part.footer.paragraphs
        assert foot[0].text.startswith(running.foot)
        assert foot[1].text == running.confidential
        codes = part.footer.part.element.xpath(".//w:instrText/text()")
        assert [code.strip() for code in codes] == ["PAGE", "NUMPAGES"]
    assert "STYLEREF 1" in chapters.header.part.element.xpath("string(.//w:instrText)")
    # Before the first chapter, Word would take the name of the next one.
    assert not front.header.part.element.xpath(".//w:instrText")


def test_a_draft_says_so_behind_the_text_of_every_page() -> None:
    front, chapters = document("options").sections
    path = "string(.//*[local-name()='shape']/*[local-name()='textpath']/@string)"
    for head in (front.header, front.first_page_header, chapters.header):
        assert head.part.element.xpath(path) == "Draft"
    for section in document("en").sections:
        assert not section.header.part.element.xpath(path)


def test_what_the_user_chose_is_there() -> None:
    opened = document("options")
    assert (opened.sections[0].page_width, opened.sections[0].page_height) == (Pt(612), Pt(792))
    said = text_of("options")
    assert "Dear owners." in said
    assert "Beratung & Söhne" in said
    with ZipFile(BytesIO(content("options"))) as parts:
        assert b'<a:accent1><a:srgbClr val="FFB000"/>' in parts.read("word/theme/theme1.xml")


def test_each_measure_counts_its_steps_from_one() -> None:
    body = document("en").element.body
    path = ".//w:p[w:pPr/w:pStyle/@w:val='ListNumber']/w:pPr/w:numPr/w:numId/@w:val"
    lists = Counter(body.xpath(path))
    measures = model("en").measures
    assert measures is not None
    assert list(lists.values()) == [len(item.steps) for item in measures.items]


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_small_and_dated_by_the_assessment(kind: str) -> None:
    assert len(content(kind)) < 1_000_000
    about = document(kind).core_properties
    assert about.created is not None
    assert about.created.replace(tzinfo=None) == datetime.combine(samples.DAY, datetime.min.time())
    assert about.modified == about.created


def test_the_same_report_is_the_same_bytes_also_in_another_process() -> None:
    assert render_word(model("en")) == content("en")
    script = (
        "from hashlib import sha256; from tests.report.word.documents import content; "
        "print(sha256(content('en')).hexdigest())"
    )
    assert printed_elsewhere(script) == {sha256(content("en")).hexdigest()}
