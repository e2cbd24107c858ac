"""The file: opened again it holds all of it, for everybody, and equal bytes from equal slides."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.slide import Slide

from digimaturity.report.model.brand import Brand, Logo
from digimaturity.report.model.slides import Bars
from digimaturity.report.slides import expected, found, render_slides
from digimaturity.report.slides.writing import clean
from tests.report.elsewhere import printed_elsewhere
from tests.report.slides import decks

#: A picture of one white point.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c63f8ffffff7f0009fb03fd05434be20000000049454e44ae426082"
)


def pages(content: bytes) -> list[Slide]:
    return list(Presentation(BytesIO(content)).slides)


def shapes_of(page: Slide) -> list[Any]:
    """Its shapes; which of them have text, a chart or a table, the library's types do not tell."""
    return list(page.shapes)


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.parametrize("case", decks.CASES)
def test_opened_again_it_holds_what_the_slides_say(case: str) -> None:
    counts = found(decks.content(case))
    assert counts == expected(decks.model(case))
    slides = 10 if case == "three viewpoints" else 8
    assert (counts["slides"], counts["titles"], counts["notes"]) == (slides,) * 3
    assert len(decks.content(case)) < 1_000_000


def test_what_is_missing_is_noticed() -> None:
    whole = expected(decks.model("usual"))
    assert (whole["charts"], whole["measures"], whole["points"]) == (6, 5, 51)
    for tag, lost in (
        ("graphicFrame", {"charts", "points"}),
        ("tr", {"rows", "measures"}),
        ("pt", {"points"}),
        ("sldId", {"slides", "titles", "notes"}),
        ("r", {"titles"}),
    ):
        counts = found(without(decks.content("usual"), tag))
        assert lost <= {key for key in whole if counts[key] < whole[key]}, tag


def the_chart(page: Slide) -> Any:  # noqa: ANN401 - the library's charts have no types
    """The chart of a slide that has one; of its parts the library tells no types."""
    return next(shape for shape in shapes_of(page) if shape.has_chart).chart


def without(content: bytes, tag: str) -> bytes:
    """The file without the last element of that name: a chart, row, value, slide; or its title."""
    deck = Presentation(BytesIO(content))
    pictured, measures = deck.slides[1], deck.slides[6]
    roots: dict[str, Any] = {
        "graphicFrame": pictured.element,
        "tr": measures.element,
        "pt": next(the_chart(pictured).element.iter("{*}val")),
        "sldId": deck.element,
        "r": next(shape.element for shape in pictured.shapes if shape.is_placeholder),
    }
    last = list(roots[tag].iter(f"{{*}}{tag}"))[-1]
    last.getparent().remove(last)
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def test_charts_are_charts_with_the_values_of_the_result() -> None:
    (bars,) = decks.model("usual").slides[1].parts
    assert isinstance(bars, Bars)
    plot = the_chart(pages(decks.content("usual"))[2]).plots[0]
    assert list(plot.categories) == [one.bar.name for one in bars.bars]
    values = [
        next(value for value in row if value is not None)
        for row in zip(*(series.values for series in plot.series), strict=True)
    ]
    assert values == [one.bar.value for one in bars.bars]
    assert [series.name for series in plot.series] == ["IT", "Business", "Culture", "Leadership"]


def test_each_chart_can_be_edited_and_names_stay_text() -> None:
    model = decks.model("usual")
    (bars,) = model.slides[1].parts
    assert isinstance(bars, Bars)
    first = replace(bars.bars[0], bar=replace(bars.bars[0].bar, name="=1+1"))
    changed = replace(model.slides[1], parts=(replace(bars, bars=(first, *bars.bars[1:])),))
    slides = (model.slides[0], changed, *model.slides[2:])
    chart = the_chart(pages(render_slides(replace(model, slides=slides)))[2])
    book = openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    sheet = book["Sheet1"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")
    assert sheet.max_row == 1 + len(bars.bars)
    assert [cell.value for cell in sheet[1]][1:] == ["IT", "Business", "Culture", "Leadership"]


@pytest.mark.parametrize("case", decks.CASES)
def test_everything_pictured_is_also_told_and_read_in_order(case: str) -> None:
    for number, page in enumerate(pages(decks.content(case)), start=1):
        read = [shape for shape in shapes_of(page) if shape.has_text_frame]
        assert read[0] == page.shapes.title
        kinds = [shape.placeholder_format.idx for shape in read if shape.is_placeholder]
        assert kinds[-2:] == ([11, 12] if number > 1 else [14, 15]), "foot and number at the end"
        for shape in shapes_of(page):
            if shape.has_chart or shape.has_table:
                assert shape.element.xpath(".//p:cNvPr")[0].get("descr")
            if shape.has_table:
                assert shape.table.first_row
            if shape.is_placeholder:
                assert shape.text_frame.text, "an empty place asks to be clicked on"


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("de", "de-DE")])
def test_all_text_has_its_language(language: str, tag: str) -> None:
    content = decks.content("usual", language)
    for name, part in parts(content).items():
        if name.startswith(("ppt/slides/", "ppt/notesSlides/", "ppt/charts/", "ppt/slideL")):
            assert part.count(b"<a:t>") <= part.count(f'lang="{tag}"'.encode()), name
    told = Presentation(BytesIO(content)).core_properties
    assert told.language == tag
    assert told.title.startswith("Donaudampf")


def test_no_names_of_people_and_no_comments_are_in_the_file() -> None:
    for name, part in parts(decks.content("usual")).items():
        assert b"Testperson" not in part, name
        assert b"Tested in May" not in part, name
    assert any(b"Donaudampf" in part for part in parts(decks.content("usual")).values())


def test_a_hostile_name_comes_through_as_text() -> None:
    content = decks.content("hostile")
    shown = pages(content)[0].shapes.title
    assert shown is not None
    assert shown.text_frame.text.startswith("=1+1 <b>&amp; ")
    assert "株式会社 شركة 😀" in shown.text_frame.text
    assert clean("a\x00b\n  c\u00a0%") == "ab c\u00a0%"


def test_the_sender_s_marks_stand_on_the_cover_and_in_lines_only() -> None:
    logo = Logo(PNG, 300, 100, "Logo of the sender")
    model = replace(decks.model("usual"), brand=Brand(logo, "#c2185b", "#c2185b"))
    content = render_slides(model)
    assert found(content) == expected(model)
    (picture,) = (s for s in shapes_of(pages(content)[0]) if s.element.tag.endswith("}pic"))
    assert abs(picture.width / picture.height - 3) < 0.01
    assert picture.element.xpath(".//p:cNvPr")[0].get("descr") == "Logo of the sender"
    coloured = {name for name, part in parts(content).items() if b"c2185b" in part.lower()}
    assert coloured == {"ppt/slideLayouts/slideLayout1.xml", "ppt/slideLayouts/slideLayout2.xml"}


_AGAIN = """
import hashlib
from tests.report.slides.decks import content
print(hashlib.sha256(content("usual", "de")).hexdigest())
"""


def test_equal_slides_give_equal_bytes_in_every_process() -> None:
    assert len(printed_elsewhere(_AGAIN)) == 1


def test_the_only_date_is_that_of_the_assessment() -> None:
    content = decks.content("usual")
    with ZipFile(BytesIO(content)) as packed:
        assert {entry.date_time[:3] for entry in packed.infolist()} == {(2026, 2, 24)}
    books = [part for name, part in parts(content).items() if name.endswith(".xlsx")]
    assert len(books) == 6
    for told in (parts(content), *map(parts, books)):
        assert told["docProps/core.xml"].count(b"2026-02-24T00:00:00Z") == 2


#: The order in which the schema wants the children of what is written by hand (ISO/IEC 29500).
_ORDER = {
    "tcPr": ["lnL", "lnR", "lnT", "lnB", "noFill"],
    "rPr": ["ln", "solidFill", "latin"],
    "lvl1pPr": ["lnSpc", "spcBef", "buFont", "buNone", "buChar", "defRPr"],
    "pPr": ["lnSpc", "spcBef", "spcAft", "defRPr"],
    "manualLayout": ["layoutTarget", "xMode", "yMode", "x", "y", "w", "h"],
    "plotArea": ["layout", "barChart", "scatterChart", "catAx", "valAx"],
    "sp": ["nvSpPr", "spPr", "txBody"],
}


def test_what_is_written_by_hand_stands_in_the_order_of_the_schema() -> None:
    seen = set()
    for name, part in parts(decks.content("usual")).items():
        if not name.endswith(".xml") or not name.startswith(("ppt/slide", "ppt/charts/")):
            continue
        for node in parse_xml(part).iter(*(f"{{*}}{tag}" for tag in _ORDER)):
            tag = node.tag.partition("}")[2]
            places = [_ORDER[tag].index(child.tag.partition("}")[2]) for child in node]
            assert places == sorted(places), (name, tag)
            seen.add(tag)
    assert seen == set(_ORDER)
