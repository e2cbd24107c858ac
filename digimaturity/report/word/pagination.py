"""On which pages the chapters will begin: the contents should be right before Word has counted.

An estimate, with the type that goes with the file: Word knows better, and the numbers are fields
that it works out when asked. A chapter begins on a new page, so an error seldom reaches the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from docx.oxml.ns import qn

from digimaturity.report.word.elements import Element, element
from digimaturity.report.word.looks import Looks
from digimaturity.report.word.measuring import Measure, Piece, is_layout

_TWIPS = 20
#: Of each page so much is not counted on, since Word may count a little differently.
_AIR = 8.0
#: A last page is too empty below this share of its height; the spaces that are tried then.
_SHORT, _TIGHT = 0.4, (0.6, 0.3)


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
        if block.tag != qn("w:p") and not is_layout(block):
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
        measure = Measure(self.looks)
        pieces = [piece for block in blocks for piece in measure.pieces(block, self.width)]
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


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces that stay together."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group


def _height(group: Sequence[Piece]) -> float:
    """The height of pieces one below the other, with the spaces between them."""
    gaps = sum(max(above.after, below.before) for above, below in pairwise(group))
    return gaps + sum(piece.height for piece in group)
