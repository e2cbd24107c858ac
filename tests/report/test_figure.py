"""Figures on paper: vectors with the report's own type, whatever matplotlib draws."""

from __future__ import annotations

from io import BytesIO

from matplotlib.figure import Figure
from pypdf import PdfReader

from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.figure import FigureBlock
from digimaturity.report.pdf.style import PAGE_SIZES
from digimaturity.report.pdf.xmp import Metadata
from tests.report import samples


def drawn(figure: Figure, width: float = 400) -> PdfReader:
    meta = Metadata("Title", "Author", "Subject", "Creator", "en", samples.DAY)
    canvas = TaggedCanvas(PAGE_SIZES["A4"], meta, b"identity")
    block = FigureBlock(figure, "A chart in words.")
    block.draw(canvas, 50, 700, width)
    canvas.showPage()
    return PdfReader(BytesIO(canvas.finish()))


def operators(pdf: PdfReader) -> str:
    contents = pdf.pages[0].get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


def test_lines_curves_dashes_and_fills_are_vectors() -> None:
    figure = Figure(figsize=(4, 3))
    axes = figure.add_subplot()
    axes.plot([1, 2, 3], [1, 3, 2], linestyle="--", color="#112233")
    axes.fill_between([1, 2, 3], [0, 1, 0], alpha=0.4)
    axes.annotate(
        "here",
        (2, 2),
        (2.5, 2.5),
        arrowprops={"arrowstyle": "-", "connectionstyle": "arc3,rad=0.3"},
    )
    pdf = drawn(figure)
    code = operators(pdf)
    assert " d\n" in code
    assert " c\n" in code
    assert " Do" not in code
    assert "here" in pdf.pages[0].extract_text()


def test_a_letter_the_type_lacks_comes_from_another_face() -> None:
    figure = Figure(figsize=(4, 1))
    figure.text(0.1, 0.5, "Łódź 😀 $5")
    text = drawn(figure).pages[0].extract_text()
    assert "Łódź" in text
    assert "$5" in text
    assert "😀" in text


def test_a_figure_wider_than_its_place_is_drawn_smaller() -> None:
    block = FigureBlock(Figure(figsize=(10, 5)), "words")
    assert block.height(360) == 180
    assert " cm" in operators(drawn(Figure(figsize=(10, 5)), 360))
