"""How fields look: the font that viewers write with, and boxes that are empty or ticked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument

from digimaturity.authoring.paper.blocks import EDGE
from digimaturity.report.pdf.fonts import REGULAR, face
from digimaturity.report.pdf.structure import Written, number_of
from digimaturity.report.pdf.style import PALETTE, ink
from digimaturity.services.forms.pdf.objects import pdf_name, stream

#: The names of the objects of a box that is empty, and of a round and a square one that is ticked.
NONE, DOT, CROSS = "Look empty", "Look dot", "Look cross"

_INK = b"%.3f %.3f %.3f" % ink(PALETTE.ink).rgb()
#: How typed text is set: the font by its name in the resources, its size in points, its colour.
TYPED = b"(/Plex 7.8 Tf %s rg)" % _INK

#: Where viewers that draw all fields anew look for the mark of a box; ours have a drawing of it.
MARKS = b"/ZaDb<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>"

_FONT, _DESCRIPTOR, _FILE = "Typed font", "Typed font descriptor", "Typed font file"
_ENCODING = "cp1252"
_FIRST, _LAST = 32, 255
_NONSYMBOLIC = 32


def add(document: PDFDocument) -> None:
    """Add what all fields share.

    The font is embedded whole and by Latin code (WinAnsi), as viewers write it: they look glyphs up
    in the font's own table, so a subset such as the page's would lack what the page does not say.
    """
    made = {
        _FONT: _font,
        _DESCRIPTOR: _descriptor,
        _FILE: lambda _: _font_file(),
        NONE: lambda _: _look((EDGE, EDGE), b"", b"<<>>"),
        DOT: lambda _: _look((EDGE, EDGE), _dot(EDGE), b"<<>>"),
        CROSS: lambda _: _look((EDGE, EDGE), _cross(EDGE), b"<<>>"),
    }
    for name, make in made.items():
        document.Reference(Written(make), name)


def empty_text(document: PDFDocument, size: tuple[float, ...]) -> str:
    """The name of the object that shows an empty text field of that width and height."""
    width, height = size
    name = f"Look {width:.2f} {height:.2f}"
    if name not in document.idToObject:
        made = Written(lambda written: _look(size, b"/Tx BMC EMC", resources(written)))
        document.Reference(made, name)
    return name


def resources(document: PDFDocument, more: bytes = b"") -> bytes:
    """The resources of what shows typed text, and `more` fonts."""
    return b"<</Font<</Plex %d 0 R%s>>>>" % (number_of(document, _FONT), more)


# -- the font ----------------------------------------------------------------------------------


def _font(document: PDFDocument) -> bytes:
    widths = face(REGULAR).widths
    codes = (bytes([code]).decode(_ENCODING, "replace") for code in range(_FIRST, _LAST + 1))
    listed = " ".join(f"{widths.get(sign, 0):.0f}" for sign in codes)
    return (
        b"<</Type/Font/Subtype/TrueType/BaseFont%s/Encoding/WinAnsiEncoding"
        b"/FirstChar %d/LastChar %d/Widths[%s]/FontDescriptor %d 0 R>>"
    ) % (_name(), _FIRST, _LAST, listed.encode(), number_of(document, _DESCRIPTOR))


def _descriptor(document: PDFDocument) -> bytes:
    metrics = _metrics()
    lines = (
        f"/FontBBox[{' '.join(f'{edge:.0f}' for edge in metrics.bbox)}]/ItalicAngle 0",
        f"/Ascent {metrics.ascent:.0f}/Descent {metrics.descent:.0f}",
        f"/CapHeight {metrics.capHeight:.0f}/StemV {metrics.stemV:.0f}/Flags {_NONSYMBOLIC}",
    )
    file = number_of(document, _FILE)
    said = "".join(lines).encode()
    return b"<</Type/FontDescriptor/FontName%s%s/FontFile2 %d 0 R>>" % (_name(), said, file)


@cache
def _font_file() -> bytes:
    content = Path(_metrics().filename).read_bytes()
    return stream(content, b"/Length1 %d" % len(content))


def _metrics() -> Any:  # noqa: ANN401 - reportlab has no types
    return pdfmetrics.getFont(face(REGULAR).name).face


def _name() -> bytes:
    return pdf_name(_metrics().name.decode())


# -- drawings ----------------------------------------------------------------------------------


def _look(size: tuple[float, ...], drawing: bytes, given: bytes) -> bytes:
    width, height = size
    box = b"/BBox[0 0 %.2f %.2f]" % (width, height)
    entries = b"/Type/XObject/Subtype/Form%s/Resources%s" % (box, given)
    return stream(drawing, entries)


def _dot(edge: float) -> bytes:
    """A filled circle in the middle of a box of that edge."""
    middle, radius = edge / 2, edge * 0.28
    pull = radius * 0.5523  # of the curves' control points, for a quarter of a circle
    path = [b"%s rg %.2f %.2f m" % (_INK, middle + radius, middle)]
    for x, y in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        points = (
            *(radius * x - pull * y, radius * y + pull * x),
            *(pull * x - radius * y, pull * y + radius * x),
            *(-radius * y, radius * x),
        )
        path.append(b"%.2f %.2f %.2f %.2f %.2f %.2f c" % tuple(middle + by for by in points))
    return b" ".join([*path, b"f"])


def _cross(edge: float) -> bytes:
    """Two strokes across a box of that edge."""
    low, high = edge * 0.24, edge * 0.76
    ends = (low, low, high, high, low, high, high, low)
    return b"%s RG 1.3 w 1 J %.2f %.2f m %.2f %.2f l %.2f %.2f m %.2f %.2f l S" % (_INK, *ends)
