"""Other ways to the same report, to hold ours against: WeasyPrint, and flowables with svglib."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from importlib import import_module
from io import BytesIO, StringIO
from typing import Any
from unittest.mock import patch

from digimaturity.paths import resources_dir

_REGULAR = resources_dir() / "fonts" / "IBMPlexSans-Regular.ttf"
_STRONG = resources_dir() / "fonts" / "IBMPlexSans-SemiBold.ttf"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph: its size and leading in points, and whether it is strong."""

    text: str
    size: float
    leading: float
    strong: bool


@dataclass(frozen=True, slots=True)
class Svg:
    """A chart that is drawn already."""

    content: str


Content = list[Words | Svg]


def content_of(draw: Callable[[], object]) -> Content:
    """Every paragraph and chart that `draw` puts on its pages, in order."""
    from digimaturity.report.pdf.chart import ChartBlock
    from digimaturity.report.pdf.fonts import STRONG
    from digimaturity.report.pdf.text import Text

    found: Content = []
    set_text, set_chart = Text.draw, ChartBlock.draw

    def text(self: Any, canvas: Any, left: float, top: float, width: float) -> None:  # noqa: ANN401 - as the block has it
        words = "".join(span.text for line in self.lines(width) for span in line)
        style = self.style
        if words.strip():
            found.append(Words(words, style.size, style.leading, style.face == STRONG))
        set_text(self, canvas, left, top, width)

    def chart(self: Any, canvas: Any, left: float, top: float, width: float) -> None:  # noqa: ANN401 - as the block has it
        found.append(Svg(_svg(self)))
        set_chart(self, canvas, left, top, width)

    with patch.object(Text, "draw", text), patch.object(ChartBlock, "draw", chart):
        draw()
    return found


def _svg(block: Any) -> str:  # noqa: ANN401 - a chart's block
    from digimaturity.charts.sheet import Sheet
    from digimaturity.report.pdf.style import PALETTE

    width, height = block.size
    sheet = Sheet(width, height, PALETTE)
    block._draw(sheet)
    buffer = StringIO()
    sheet.figure.savefig(buffer, format="svg")
    text = buffer.getvalue()
    return text[text.index("<svg") :]


def others() -> Iterator[tuple[str, Callable[[Content], bytes]]]:
    """The other builders that are installed; those that are not are named and left out."""
    for name, library, build in (
        ("WeasyPrint", "weasyprint", by_weasyprint),
        ("svglib", "svglib.svglib", by_svglib),
    ):
        try:
            import_module(library)
        except (ImportError, OSError) as error:
            print(f"report: {name} is not here, so it is not compared: {error}".splitlines()[0])
        else:
            yield name, build


def by_weasyprint(content: Content) -> bytes:
    """One column of paragraphs and charts, without tags, contents, tables or columns."""
    face = "@font-face{font-family:Plex;src:url(%s);font-weight:%d}"
    style = face % (_REGULAR.as_uri(), 400) + face % (_STRONG.as_uri(), 600)
    body = "".join(
        part.content
        if isinstance(part, Svg)
        else f'<p style="font:{600 if part.strong else 400} {part.size}pt/{part.leading}pt Plex">'
        f"{escape(part.text)}</p>"
        for part in content
    )
    page = "@page{size:A4;margin:25mm}p{margin:0}"
    whole = f"<html lang=de><style>{style}{page}</style><body>{body}</body></html>"
    made: bytes = import_module("weasyprint").HTML(string=whole).write_pdf()
    return made


def by_svglib(content: Content) -> bytes:
    """Flowables of reportlab, in the two passes that page numbers in contents need."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate
    from reportlab.platypus.tableofcontents import TableOfContents

    from digimaturity.report.pdf import fonts

    draw = import_module("svglib.svglib").svg2rlg
    story: list[Any] = [TableOfContents()]
    for part in content:
        if isinstance(part, Svg):
            story.append(draw(StringIO(part.content)))
            continue
        face = fonts.face(fonts.STRONG if part.strong else fonts.REGULAR).name
        look = ParagraphStyle("", fontName=face, fontSize=part.size, leading=part.leading)
        story.append(Paragraph(escape(part.text), look))
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1).multiBuild(story)
    return buffer.getvalue()
