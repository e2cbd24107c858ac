"""From chapters to numbered pages: breaks them, then draws them with head and foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

from digimaturity.errors import UserError
from digimaturity.report.model.brand import NO_BRAND, Brand
from digimaturity.report.model.paper import Running
from digimaturity.report.model.parts import Chapter
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.fonts import STRONG, clean
from digimaturity.report.pdf.layout import Stack
from digimaturity.report.pdf.marks import draw_band, draw_watermark
from digimaturity.report.pdf.parts import plain, strong
from digimaturity.report.pdf.style import MARGIN, MM, NOTE, PALETTE, ink
from digimaturity.report.pdf.text import Text

_HEAD_BASE = 17 * MM  # from the upper edge to the middle of the running head
_TOP = 24 * MM
_FOOT = 17.5 * MM  # from the lower edge to the rule above the foot
_BOTTOM = 20.5 * MM

#: A last page that is filled less than this is tried to be avoided, by spaces scaled so.
_FILLED = 0.3
_SPACES = (0.85, 0.7, 0.55, 1.25, 1.5, 1.0)

#: Where that does not help, the last page but one ends here, so that the last has more.
_ENDS = (0.85, 0.75, 0.65)

#: A block on which more seconds were spent is given up; the longest real one takes some ten.
LONGEST = 120.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it will be drawn; without a chapter it has no head or foot (the cover).

    `head` is False where the page has a head of its own.
    """

    chapter: Chapter | None
    block: Block
    top: float
    first: bool
    head: bool = True


@dataclass(frozen=True, slots=True)
class Frame:
    """The page and its type area, in points."""

    size: tuple[float, float]
    margin: float = MARGIN

    @property
    def width(self) -> float:
        """The measure."""
        return self.size[0] - 2 * self.margin

    @property
    def top(self) -> float:
        """The upper edge of the type area."""
        return self.size[1] - _TOP

    @property
    def height(self) -> float:
        """The height of the type area."""
        return self.size[1] - _TOP - _BOTTOM


def paginate(frame: Frame, chapters: Sequence[tuple[Chapter, Block]]) -> list[Page]:
    """Every block on pages of its own; one of the same chapter as that before goes on with it.

    Ends for any content, since each page takes something.

    Raises:
        UserError: ``report.endless``, if against all that it does not.
    """
    pages: list[Page] = []
    known: Chapter | None = None
    for chapter, block in chapters:
        for part in _well_filled(frame, block):
            pages.append(Page(chapter, part, frame.top, first=chapter is not known))
            known = chapter
    return pages


def _well_filled(frame: Frame, block: Block) -> list[Block]:
    """The block's pages; with other spaces where the last page would be nearly empty."""
    parts = _parts(frame, block)
    if not isinstance(block, Stack):
        return parts
    for factor in _SPACES:
        if len(parts) == 1 or _filled(frame, parts[-1]):
            return parts
        parts = _parts(frame, block.respaced(factor))
    for end in _ENDS:
        if _filled(frame, parts[-1]):
            break
        parts = _parts(frame, block, (len(parts), end))
    return parts


def _filled(frame: Frame, page: Block) -> bool:
    return page.height(frame.width) >= frame.height * _FILLED


def _parts(frame: Frame, block: Block, ends: tuple[int, float] = (0, 1.0)) -> list[Block]:
    """The block's pages; `ends` shortens the one before the page of that number to a share."""
    parts: list[Block] = []
    rest: Block | None = block
    until = monotonic() + LONGEST
    while rest is not None:
        if monotonic() > until:
            raise UserError("report.endless", seconds=LONGEST)
        share = ends[1] if len(parts) + 2 == ends[0] else 1.0
        head, rest = rest.split(frame.width, frame.height * share)
        if head is None and rest is not None:
            head, rest = rest.split(frame.width, frame.height, force=True)
        if head is not None:
            parts.append(head)
    return parts


def draw_pages(
    canvas: TaggedCanvas,
    frame: Frame,
    running: Running,
    pages: Sequence[Page],
    brand: Brand = NO_BRAND,
) -> None:
    """Draw all pages in order."""
    for number, page in enumerate(pages, start=1):
        if running.draft:
            draw_watermark(canvas, frame.size, running.draft)
        if page.chapter is None or not page.head:
            draw_band(canvas, frame.size, brand)
        if page.chapter is not None:
            if page.first:
                canvas.addOutlineEntry(clean(page.chapter.name), page.chapter.key, 0)
            if page.head:
                _running_head(canvas, frame, running, page.chapter)
            words = running.page.format(page=number, pages=len(pages))
            _foot(canvas, frame, running, words, brand)
        if page.block.bookmark:
            canvas.bookmarkPage(page.block.bookmark)
        page.block.draw(canvas, frame.margin, page.top, frame.width)
        canvas.showPage()


def _running_head(canvas: TaggedCanvas, frame: Frame, running: Running, chapter: Chapter) -> None:
    top = frame.size[1] - _HEAD_BASE + NOTE.leading / 2
    one = NOTE.but(lines=1)
    mark = Text(running.mark, one.but(face=STRONG, colour=PALETTE.accent, align="right"), kind=None)
    room = frame.width - (30 * MM if running.mark else 0)
    company = Text((strong(running.company, PALETTE.ink),), one, kind=None)
    most = room * 0.6
    ours = company.used_width(most) + 1
    name = Text((plain("·  "), plain(chapter.name)), one, kind=None)
    with canvas.artifact():
        company.draw(canvas, frame.margin, top, most)
        name.draw(canvas, frame.margin + ours + 2.5, top, room - ours - 2.5)
        if running.mark:
            mark.draw(canvas, frame.margin, top, frame.width)


def _foot(canvas: TaggedCanvas, frame: Frame, running: Running, page: str, brand: Brand) -> None:
    one = NOTE.but(lines=1, hyphenate=False)
    left, top = frame.margin, _FOOT - 4
    with canvas.artifact():
        weight = 0.9 if brand.line else 0.5
        canvas.setFillColor(ink(brand.line or PALETTE.hairline))
        canvas.rect(frame.margin, _FOOT, frame.width, weight, stroke=0, fill=1)
        Text(running.foot, one, kind=None).draw(canvas, left, top, frame.width - 25 * MM)
        Text(page, one.but(align="right"), kind=None).draw(canvas, left, top, frame.width)
        if running.confidential:
            said = Text(running.confidential, one, kind=None)
            said.draw(canvas, left, top - NOTE.leading, frame.width)
