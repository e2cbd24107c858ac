"""The places of master, layouts and slides as the file has them: text, footer, page number."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.xmlchemy import BaseOxmlElement

from digimaturity.report.slides.look import Box

_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
#: Lines are this share of the type's own height apart; ours is 1.3 times its size high.
LINES = "92000"
#: Marks a shape as one that says nothing (Office 2019 and later).
DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
#: A field needs an id; it may be the same in every file.
_FIELD = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"


@dataclass(frozen=True, slots=True)
class Style:
    """The type of a place: size in points, name of a theme colour, edge that lines begin at."""

    size: float
    strong: bool = False
    colour: str = "tx1"
    align: str = "l"
    anchor: str = "t"


def tag(language: str) -> str:
    """The language as Office names it."""
    return {"de": "de-DE"}.get(language, "en-GB")


def place(number: int, kind: str, box: Box, style: Style, paragraph: str) -> BaseOxmlElement:
    """A placeholder of the master or a layout; `kind` are the attributes that say which."""
    left, top, width, height = box.emu()
    element: BaseOxmlElement = parse_xml(
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="{number}" name="Place {number}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
        f'rtlCol="0" anchor="{style.anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{_level(style)}</a:lstStyle>{paragraph}</p:txBody></p:sp>"
    )
    return element


def _level(style: Style) -> str:
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{style.align}"><a:lnSpc><a:spcPct val="{LINES}"/>'
        '</a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{round(style.size * 100)}" b="{int(style.strong)}"><a:solidFill>'
        f'<a:schemeClr val="{style.colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )


def running(number: int, kind: str, paragraph: str) -> BaseOxmlElement:
    """A footer or page number of one slide, placed and styled by its layout."""
    element: BaseOxmlElement = parse_xml(
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="{number}" name="Place {number}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{paragraph}</p:txBody></p:sp>"
    )
    return element


def words(text: str, language: str) -> str:
    """A paragraph of plain text."""
    return f'<a:p><a:r><a:rPr lang="{tag(language)}"/><a:t>{escape(text)}</a:t></a:r></a:p>'


def foot(text: str, size: float, language: str) -> str:
    """A paragraph of the footer, with its look: not every program takes it from the layout."""
    return (
        f'<a:p><a:pPr algn="l"/><a:r><a:rPr lang="{tag(language)}" sz="{round(size * 100)}">'
        '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mn-lt"/></a:rPr>'
        f"<a:t>{escape(text)}</a:t></a:r></a:p>"
    )


def page_number(text: str, language: str) -> str:
    """A paragraph with the number of the page; `text` stands there until it is counted."""
    return (
        f'<a:p><a:fld id="{_FIELD}" type="slidenum"><a:rPr lang="{tag(language)}"/>'
        f"<a:t>{text}</a:t></a:fld></a:p>"
    )


def bar(number: int, box: Box, colour: str) -> BaseOxmlElement:
    """A rectangle in ``#RRGGBB`` that says nothing."""
    left, top, width, height = box.emu()
    element: BaseOxmlElement = parse_xml(
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="{number}" name="Line {number}">{DECORATIVE}'
        '</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:srgbClr val="{colour[1:]}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "</p:sp>"
    )
    return element
