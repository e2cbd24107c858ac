"""How high paragraphs and tables are, set in the type that goes with the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from docx.oxml.ns import qn

from digimaturity.charts.fonts import text_width
from digimaturity.report.word.elements import Element
from digimaturity.report.word.looks import Look, Looks

_EMU = 12_700
_TWIPS = 20
_WORDS = re.compile(r"\S+\s*|\s+")
#: Above and below the text of a cell in our tables, and below each row; none in layout tables.
_CELL = 4.5
_RULE = 0.5
#: A paragraph that may be parted leaves so many lines on either page.
_WIDOW = 2
#: Where a row may be parted, it may be between any two lines, of about this height.
_LINE = 11.0


@dataclass(slots=True)
class Piece:
    """What stays on one page: a line, a row, a picture; with `keep` also what follows."""

    height: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    page_break: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures blocks in points."""

    looks: Looks

    def pieces(self, block: Element, width: float) -> list[Piece]:
        """What a block is made of, set at that width in points."""
        if block.tag == qn("w:tbl"):
            return self._rows(block)
        if block.tag == qn("w:sdt"):
            inner = block.find(qn("w:sdtContent"))
            return [piece for child in inner for piece in self.pieces(child, width)]
        look = self.looks.of(block)
        lines = self._lines(block, look, width)
        if look.keep_lines or len(lines) < 2 * _WIDOW:
            height = sum(lines) + look.border
            return [Piece(height, look.before, look.after, look.keep_next, look.page_break)]
        ends = [sum(lines[:_WIDOW]), *lines[_WIDOW:-_WIDOW], sum(lines[-_WIDOW:])]
        pieces = [Piece(end) for end in ends]
        pieces[0].before, pieces[-1].after = look.before, look.after
        pieces[-1].keep = look.keep_next
        return pieces

    def _rows(self, table: Element) -> list[Piece]:
        layout = is_layout(table)
        padding = 0.0 if layout else _CELL + _RULE
        pieces: list[Piece] = []
        for row in table.findall(qn("w:tr")):
            height = max(self._cell(cell) for cell in row.findall(qn("w:tc"))) + padding
            if row.find(qn("w:trPr")) is None:
                pieces += [Piece(_LINE) for _ in range(ceil(height / _LINE))]
            else:
                pieces.append(Piece(height, keep=not layout and self._kept(row)))
        return pieces

    def _kept(self, row: Element) -> bool:
        """Whether a row stays with the next: so Word reads it of its first paragraph."""
        return self.looks.of(row.find(qn("w:tc")).find(qn("w:p"))).keep_next

    def _cell(self, cell: Element) -> float:
        width = int(cell.find(qn("w:tcPr")).find(qn("w:tcW")).get(qn("w:w"))) / _TWIPS
        height, last = 0.0, 0.0
        for block in cell.findall(qn("w:p")):
            for piece in self.pieces(block, width):
                height += max(last, piece.before) + piece.height
                last = piece.after
        return height + last

    def _lines(self, block: Element, look: Look, width: float) -> list[float]:
        """The heights of a paragraph's lines."""
        room = width - look.right - look.left
        place, heights, height = -look.hanging, [], look.line
        for run in block.iter(qn("w:r")):
            size, strong = self._letters(run, look)
            for child in run:
                match child.tag.partition("}")[2]:
                    case "t":
                        for word in _WORDS.findall(child.text or ""):
                            wide = _wide(word.rstrip(), size, strong=strong)
                            if place > 0 and place + wide > room:
                                heights.append(height)
                                place, height = 0.0, look.line
                            over = max(0, int((place + wide) // max(room, 1)))
                            heights += [height] * over
                            place += _wide(word, size, strong=strong) - over * room
                            height = max(height, look.line * size / look.size)
                    case "br":
                        heights.append(height)
                        place, height = 0.0, look.line
                    case "tab":
                        place = 0.0 if place < 0 else place + size
                    case "drawing":
                        extent = child[0].find(qn("wp:extent"))
                        height = max(height, int(extent.get("cy")) / _EMU + look.line * 0.2)
        return [*heights, height]

    def _letters(self, run: Element, look: Look) -> tuple[float, bool]:
        """Size and face of a run."""
        properties = run.find(qn("w:rPr"))
        if properties is None:
            return look.size, look.strong
        style, size = properties.find(qn("w:rStyle")), properties.find(qn("w:sz"))
        named = style is not None and self.looks.of_style(style.get(qn("w:val"))).strong
        points = look.size if size is None else int(size.get(qn("w:val"))) / 2
        return points, look.strong or named


def is_layout(block: Element) -> bool:
    """Whether it is a table that only puts parts beside each other."""
    return bool(block.xpath("w:tblPr/w:tblStyle/@w:val") == ["LayoutTable"])


@lru_cache(maxsize=20_000)
def _wide(word: str, size: float, *, strong: bool) -> float:
    return text_width(word, size, strong=strong)
