"""Charts on paper: vectors with the report's own type, and no drawing library loaded for them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader

from digimaturity.charts.surface import Surface
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.chart import ChartBlock
from digimaturity.report.pdf.style import PAGE_SIZES
from digimaturity.report.pdf.xmp import Metadata
from tests.report import samples

RED = "#aa0000"


def drawn(draw: Callable[[Surface], None], width: float = 400) -> PdfReader:
    """A page with one chart of 300 by 100 points in a place of `width`."""
    meta = Metadata("Title", "Author", "Subject", "Creator", "en", samples.DAY)
    canvas = TaggedCanvas(PAGE_SIZES["A4"], meta, b"identity")
    ChartBlock(300, 100, draw, "A chart in words.").draw(canvas, 50, 700, width)
    canvas.showPage()
    return PdfReader(BytesIO(canvas.finish()))


def operators(pdf: PdfReader) -> str:
    contents = pdf.pages[0].get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


def places(pdf: PdfReader) -> dict[str, tuple[float, float]]:
    """Where on the page each text begins, in points from its lower left corner."""
    found: dict[str, tuple[float, float]] = {}

    def visit(text: str, around: list[float], own: list[float], *_: object) -> None:
        if text.strip():
            scale = around[0]
            found[text.strip()] = (around[4] + scale * own[4], around[5] + scale * own[5])

    pdf.pages[0].extract_text(visitor_text=visit)
    return found


def every_shape(surface: Surface) -> None:
    surface.box(0, 0, 10, 10, RED)
    surface.line((0, 20), (50, 20))
    surface.dot((60, 20), 4, RED)
    surface.dot((80, 20), 4, RED, hollow=True)
    surface.polygon([(100, 0), (120, 0), (110, 20)], edge=RED, fill=RED, alpha=0.5)
    surface.text((0, 50), "here")


def test_every_shape_is_a_vector() -> None:
    pdf = drawn(every_shape)
    code = operators(pdf)
    assert code.count(" re f") == 1
    assert code.count(" c\n") + code.count(" c ") >= 8  # two dots of four curves each
    assert "gs" in code
    assert " Do" not in code
    assert "here" in pdf.pages[0].extract_text()


def test_a_chart_is_measured_from_its_upper_left_corner() -> None:
    found = places(drawn(lambda surface: surface.text((20, 30), "here")))
    assert found == {"here": (70.0, 670.0)}


def test_words_stand_left_of_their_place_or_around_it() -> None:
    def draw(surface: Surface) -> None:
        surface.text((200, 10), "right", align="right")
        surface.text((200, 30), "middle", align="center")
        assert surface.text_width("right", 7.7) > 10

    found = places(drawn(draw))
    assert 215 < found["right"][0] < 240
    assert 235 < found["middle"][0] < 250


def test_words_without_room_end_in_an_ellipsis() -> None:
    text = drawn(lambda s: s.text((0, 30), "Zusammenarbeit", room=40)).pages[0].extract_text()
    assert text.startswith("Zusam")
    assert text.endswith("…")


def test_a_letter_the_type_lacks_comes_from_another_face_or_is_marked() -> None:
    text = drawn(lambda s: s.text((0, 30), "Łódź 😀 $5 漢\n\x07x")).pages[0].extract_text()
    assert "Łódź" in text
    assert "😀" in text
    assert "$5 \N{REPLACEMENT CHARACTER} x" in text


def test_a_chart_wider_than_its_place_is_drawn_smaller() -> None:
    block = ChartBlock(720, 360, every_shape, "words")
    assert block.height(360) == 180
    found = places(drawn(lambda s: s.text((100, 20), "here"), 150))
    assert found == {"here": (100.0, 690.0)}


def test_a_report_loads_no_library_that_it_does_not_need() -> None:
    """Matplotlib and numpy took more than a third of the time of a first report."""
    code = (
        "import sys, digimaturity.report.build, digimaturity.report.pdf;"
        "print(*{'matplotlib', 'numpy', 'docx', 'pptx', 'openpyxl'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "\n"
