"""On which pages the chapters will begin: the contents should be right before Word has counted.

An estimate, with the type that goes with the file: Word knows better, and the numbers are fields
that it works out when asked. A chapter begins on a new page, so an error seldom reaches the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil

from docx.oxml.ns import qn

from digimaturity.charts.fonts import text_width
from digimaturity.report.word.elements import Element, element
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
#: Of each page so much is not counted on, since Word may count a little differently.
_AIR = 8.0
#: A last page is too empty below this share of its height; the spaces that are tried then.
_SHORT, _TIGHT = 0.4, (0.6, 0.3)


@dataclass(slots=True)
class _Piece:
    """What stays on one page: a line, a row, a picture; with `keep` also what follows."""

    height: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    page_break: bool = False


@dataclass(slots=True)
class Pages:
    """Counts the pages that blocks fill; `width` and `height` are those of the text, in points."""

    looks: Looks
    width: float
    height: float

    def shortest(self, options: Iterable[list[Element]]) -> list[Element]:
        """The first of the options that fills the fewest pages."""
        return min(options, key=self.count)

    def without_short_end(self, blocks: list[Element]) -> list[Element]:
        """The blocks, with smaller spaces where that saves a last page with next to nothing."""
        pages, used = self._filled(blocks)
        if pages > 1 and used < _SHORT * self.height:
            for share in _TIGHT:
                tight = self.tightened(blocks, share)
                if self.count(tight) < pages:
                    return tight
        return blocks

    def tightened(self, blocks: Iterable[Element], share: float) -> list[Element]:
        """Copies of the blocks with that share of the spaces between paragraphs."""
        return [self._tightened(block, share) for block in blocks]

    def _tightened(self, block: Element, share: float) -> Element:
        if block.tag != qn("w:p") and not _is_layout(block):
            return block
        copy = deepcopy(block)
        for paragraph in copy.iter(qn("w:p")):
            self._squeeze(paragraph, share)
        return copy

    def _squeeze(self, paragraph: Element, share: float) -> None:
        look, properties = self.looks.of(paragraph), paragraph.find(qn("w:pPr"))
        spacing = properties.find(qn("w:spacing"))
        if spacing is None:
            spacing = element("spacing")
            properties.append(spacing)
        for side, points in (("before", look.before), ("after", look.after)):
            spacing.set(qn(f"w:{side}"), str(round(points * share * _TWIPS)))

    def count(self, blocks: Iterable[Element]) -> int:
        """The number of pages that the blocks of a chapter fill; at least 1."""
        return self._filled(blocks)[0]

    def room(self, blocks: Iterable[Element]) -> float:
        """The height in points that the blocks leave free on one page; below 0: too little."""
        pages, used = self._filled(blocks)
        return self.height - _AIR - used if pages == 1 else -used

    def _filled(self, blocks: Iterable[Element]) -> tuple[int, float]:
        """The pages that are filled, and how much of the last one is."""
        pieces = [piece for block in blocks for piece in self._pieces(block, self.width)]
        pages, used, last = 1, 0.0, 0.0
        for group in _groups(pieces):
            gap = max(last, group[0].before) if used else 0.0
            if used and (group[0].page_break or used + gap + _height(group) > self.height - _AIR):
                pages, used, gap = pages + 1, 0.0, 0.0
            for place, piece in enumerate(group):
                if place:
                    gap = max(last, piece.before)
                if used and used + gap + piece.height > self.height:  # longer than a page
                    pages, used, gap = pages + 1, 0.0, 0.0
                used += gap + piece.height
                last = piece.after
        return pages, used

    def _pieces(self, block: Element, width: float) -> list[_Piece]:
        if block.tag == qn("w:tbl"):
            return self._rows(block)
        if block.tag == qn("w:sdt"):
            inner = block.find(qn("w:sdtContent"))
            return [piece for child in inner for piece in self._pieces(child, width)]
        look = self.looks.of(block)
        lines = self._lines(block, look, width)
        if look.keep_lines or len(lines) < 2 * _WIDOW:
            height = sum(lines) + look.border
            return [_Piece(height, look.before, look.after, look.keep_next, look.page_break)]
        ends = [sum(lines[:_WIDOW]), *lines[_WIDOW:-_WIDOW], sum(lines[-_WIDOW:])]
        pieces = [_Piece(end) for end in ends]
        pieces[0].before, pieces[-1].after = look.before, look.after
        pieces[-1].keep = look.keep_next
        return pieces

    def _rows(self, table: Element) -> list[_Piece]:
        layout = _is_layout(table)
        padding = 0.0 if layout else _CELL + _RULE
        pieces: list[_Piece] = []
        for row in table.findall(qn("w:tr")):
            height = max(self._cell(cell) for cell in row.findall(qn("w:tc"))) + padding
            if row.find(qn("w:trPr")) is None:
                pieces += [_Piece(_LINE) for _ in range(ceil(height / _LINE))]
            else:
                pieces.append(_Piece(height, keep=not layout and self._kept(row)))
        return pieces

    def _kept(self, row: Element) -> bool:
        """Whether a row stays with the next: so Word reads it of its first paragraph."""
        return self.looks.of(row.find(qn("w:tc")).find(qn("w:p"))).keep_next

    def _cell(self, cell: Element) -> float:
        width = int(cell.find(qn("w:tcPr")).find(qn("w:tcW")).get(qn("w:w"))) / _TWIPS
        height, last = 0.0, 0.0
        for block in cell.findall(qn("w:p")):
            for piece in self._pieces(block, width):
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


def _is_layout(block: Element) -> bool:
    """Whether it is a table that only puts parts beside each other."""
    return bool(block.xpath("w:tblPr/w:tblStyle/@w:val") == ["LayoutTable"])


def _groups(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces that stay together."""
    group: list[_Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group


def _height(group: Sequence[_Piece]) -> float:
    """The height of pieces one below the other, with the spaces between them."""
    gaps = sum(max(above.after, below.before) for above, below in pairwise(group))
    return gaps + sum(piece.height for piece in group)


@lru_cache(maxsize=20_000)
def _wide(word: str, size: float, *, strong: bool) -> float:
    return text_width(word, size, strong=strong)
