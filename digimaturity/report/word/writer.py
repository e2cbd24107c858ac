"""What all chapters write with: goals and links, pictures of charts, numbered lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.shared import Pt

from digimaturity.report.mentions import ItemMentions, Mentions
from digimaturity.report.model.appendix import GlossaryChapter
from digimaturity.report.model.brand import Logo
from digimaturity.report.model.parts import Hue
from digimaturity.report.word.elements import (
    Element,
    Part,
    element,
    paragraph,
    runs,
)
from digimaturity.report.word.looks import Looks
from digimaturity.report.word.pagination import Pages
from digimaturity.report.word.pictures import EDGE, png
from digimaturity.report.word.template import PALETTE
from digimaturity.report.xml_text import xml_text

# isort: split
from matplotlib.figure import Figure

#: The most letters of a hint that Word shows at a link.
_LONGEST_HINT = 250
#: The name of the picture that is the logo.
LOGO = "Logo"
#: The styles of the dimensions' colours.
_HUES = {
    PALETTE.it_text: "Hue1",
    PALETTE.business_text: "Hue2",
    PALETTE.culture_text: "Hue3",
    PALETTE.leadership_text: "Hue4",
}


def hue_style(hue: Hue | None) -> str:
    """The style of characters in a dimension's colour."""
    return _HUES[PALETTE.dimension_text(hue.id, hue.place)] if hue else "Strong"


def hue_colour(hue: Hue | None) -> str:
    """The colour of a dimension's bars."""
    return PALETTE.dimension(hue.id, hue.place) if hue else PALETTE.ink


def goal_name(key: str) -> str:
    """A bookmark's name: of a letter, letters and digits, at most 40, and never the same twice."""
    readable = re.sub(r"[^A-Za-z0-9]+", "_", key)[:26]
    return f"to_{readable}_{sha256(key.encode(errors='replace')).hexdigest()[:8]}"


class Writer:
    """A document that is being written; `measure` is the width of its text in points.

    `pages` tells how many pages blocks will fill.
    """

    def __init__(
        self, document: Document, area: tuple[float, float], glossary: GlossaryChapter | None
    ) -> None:
        self.document = document
        self.measure = area[0]
        self.pages = Pages(Looks(document.styles.element), *area)
        self._mentions = Mentions(glossary)
        self._goals = 0
        self._pictures = 0

    def goal(self, key: str, *parts: Part) -> list[Element]:
        """The goal of links with that key, around `parts`."""
        self._goals += 1
        inner = paragraph("Normal", *parts)
        start = element("bookmarkStart", id=self._goals, name=goal_name(key))
        return [start, *inner[1:], element("bookmarkEnd", id=self._goals)]

    def link(self, key: str, words: str, style: str = "Hyperlink", hint: str = "") -> list[Element]:
        """`words` as a link to the goal with that key; just the words where there is no key."""
        if not key:
            return runs(words, style if style != "Hyperlink" else "")
        made = element("hyperlink", *runs(words, style), anchor=goal_name(key), history=1)
        if hint:
            hint = xml_text(hint)
            short = hint if len(hint) <= _LONGEST_HINT else hint[: _LONGEST_HINT - 1] + "…"
            made.set(qn("w:tooltip"), short)
        return [made]

    def texts(self) -> LinkedTexts:
        """For the texts of one item or page, in which each term of the glossary is a link once."""
        return LinkedTexts(self, self._mentions.item())

    def picture(
        self, figure: Figure, words: str, *, left: float = 0.0, alone: bool = False
    ) -> Element:
        """A chart with its alternative text as a paragraph; `left` points are added at the left.

        It stays with what is below it, such as its caption, unless it stands `alone`.
        """
        width, height = (float(inches) * 72 for inches in figure.get_size_inches())
        content = png(figure, left)
        # As wide as it was meant to be, edge and all.
        scale = (width + left) / (width + left + EDGE)
        shown = self._image(content, width + left, height * scale, words)
        properties = [element("keepNext", val=0)] if alone else []
        return paragraph("Picture", shown, properties=properties)

    def logo(self, logo: Logo, width: float, height: float) -> Element:
        """The sender's logo, as large as `width` by `height` points allow, in its proportions."""
        scale = min(width / logo.width, height / logo.height)
        return self._image(logo.content, logo.width * scale, logo.height * scale, logo.words, LOGO)

    def _image(
        self, content: bytes, width: float, height: float, words: str, name: str = ""
    ) -> Element:
        """A picture in the line, `width` by `height` points, with its alternative text."""
        self._pictures += 1
        place, _ = self.document.part.get_or_add_image(BytesIO(content))
        name = name or f"Picture {self._pictures}"
        inline = CT_Inline.new_pic_inline(self._pictures, place, name, Pt(width), Pt(height))
        inline.docPr.set("name", name)
        inline.docPr.set("descr", xml_text(words))
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")  # where they are missing, some programs set space around it
        drawing = element("drawing")
        drawing.append(inline)
        return element("r", drawing)

    def steps(self, steps: Sequence[Sequence[Element]]) -> list[Element]:
        """A numbered list that begins with 1."""
        numbering = self.document.part.numbering_part.element
        number = len(numbering.findall(qn("w:num"))) + 1
        begin = element("lvlOverride", element("startOverride", val=1), ilvl=0)
        numbering.append(element("num", element("abstractNumId", val=2), begin, numId=number))
        mark = ("ilvl", 0), ("numId", number)
        return [
            paragraph(
                "ListNumber",
                step,
                properties=[element("numPr", *(element(tag, val=value) for tag, value in mark))],
            )
            for step in steps
        ]


class LinkedTexts:
    """The texts of one item or page, in the order in which they are read."""

    def __init__(self, writer: Writer, mentions: ItemMentions) -> None:
        self._paper = writer
        self._mentions = mentions

    def linked(self, text: str, style: str = "") -> list[Element]:
        """A text in which the terms that were not met before are links to the glossary."""
        made: list[Element] = []
        for piece, entry in self._mentions.pieces(text):
            if entry is None:
                made += runs(piece, style)
            else:
                hint = f"{entry.word}: {entry.means}"
                made += self._paper.link(entry.key, piece, "TermLink", hint)
        return made
