"""The sheet for the board and the letter to staff, as documents that can be edited."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from digimaturity.report.build.board import build_board
from digimaturity.report.build.staff import build_staff
from digimaturity.report.model.board import BoardModel
from digimaturity.report.model.staff import StaffModel
from digimaturity.report.word import expected, found, render_word
from tests.report.word.documents import ordered
from tests.report.word.schema import faults

CUTS = ("board", "staff")


@cache
def model(cut: str, kind: str) -> BoardModel | StaffModel:
    if cut == "board":
        return build_board(*ordered(kind))
    return build_staff(*ordered(kind))


@cache
def content(cut: str, kind: str) -> bytes:
    return render_word(model(cut, kind))


def said(cut: str, kind: str) -> str:
    body = docx.Document(BytesIO(content(cut, kind))).element.body
    return "\n".join(str(each.xpath("string()")) for each in body.iter(qn("w:p")))


@pytest.mark.parametrize("kind", ["en", "de", "options", "foreign", "one answer"])
@pytest.mark.parametrize("cut", CUTS)
def test_it_is_whole_and_word_finds_every_element_in_its_place(cut: str, kind: str) -> None:
    assert found(content(cut, kind)).items() >= expected(model(cut, kind)).items()
    opened = docx.Document(BytesIO(content(cut, kind)))
    for part in (opened.element, opened.styles.element, opened.sections[0].header.part.element):
        assert not list(faults(parse_xml(part.xml)))
    used = opened.element.body.xpath(".//w:pStyle/@w:val | .//w:rStyle/@w:val")
    assert set(used) <= {style.style_id for style in opened.styles}
    assert not opened.sections[0].different_first_page_header_footer


@pytest.mark.parametrize("kind", ["en", "de"])
def test_the_letter_says_what_the_model_says(kind: str) -> None:
    letter, text = model("staff", kind), said("staff", kind)
    assert isinstance(letter, StaffModel)
    for part in letter.parts:
        for words in (part.heading, *part.paragraphs, *part.points, *part.after):
            assert words in text
    for words in (letter.sender, letter.day, letter.subject, letter.closing, letter.signed):
        assert words in text


@pytest.mark.parametrize("kind", ["en", "de", "one answer"])
def test_the_sheet_says_what_is_to_be_decided(kind: str) -> None:
    sheet, text = model("board", kind), said("board", kind)
    assert isinstance(sheet, BoardModel)
    for item in sheet.decide:
        assert f"{item.label} {item.text}" in text
    for block in sheet.summary.dimensions:
        assert block.name in text
