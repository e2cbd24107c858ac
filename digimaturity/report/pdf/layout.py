"""Blocks made of blocks: stacked, side by side, kept together; and rules between them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from digimaturity.report.pdf.block import TOLERANCE, Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.style import PALETTE, ink


class Rule(Block):
    """A thin horizontal line, or a short thick one where `length` is given; decoration."""

    def __init__(
        self, weight: float = 0.5, colour: str = PALETTE.hairline, length: float = 0.0
    ) -> None:
        super().__init__()
        self.weight = weight
        self.colour = colour
        self.length = length

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """The height at that width."""
        return self.weight

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        with canvas.artifact():
            canvas.setFillColor(ink(self.colour))
            canvas.rect(
                left, top - self.weight, self.length or width, self.weight, stroke=0, fill=1
            )


class Gap(Block):
    """Empty space of a given height."""

    def __init__(self, space: float) -> None:
        super().__init__()
        self.space = space

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """The height at that width."""
        return self.space

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Nothing to draw."""


class Stack(Block):
    """Blocks one below the other; splits between them, or inside one that can be split.

    With `whole` it is only split when it is taller than a page. `kind` groups all parts of it,
    also on later pages, in one structure element. `tight` scales the spaces between its blocks.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        *,
        whole: bool = False,
        kind: str = "",
        key: Hashable = None,
        attributes: Mapping[str, str] | None = None,
        tight: float = 1.0,
    ) -> None:
        super().__init__()
        self.blocks = tuple(blocks)
        self.tight = tight
        self.whole = whole
        self.kind = kind
        self.key = key if key is not None else object()
        self.attributes = attributes
        self._heights: dict[float, float] = {}

    def height(self, width: float) -> float:
        """The height at that width."""
        if width not in self._heights:
            heights = sum(block.height(width) for block in self.blocks)
            self._heights[width] = heights + sum(self._gaps())
        return self._heights[width]

    def _gaps(self) -> list[float]:
        """The space above each block; none above the first."""
        pairs = zip(self.blocks, self.blocks[1:], strict=False)
        gaps = [0.0, *(max(above.after, below.before) * self.tight for above, below in pairs)]
        return gaps[: len(self.blocks)]

    def split(
        self, width: float, room: float, *, force: bool = False
    ) -> tuple[Block | None, Block | None]:
        """What fits into `room`, and the rest; with `force` something always does."""
        if self.height(width) <= room + TOLERANCE:
            return self, None
        if self.whole and not force:
            return None, self
        used = 0.0
        for place, (gap, block) in enumerate(zip(self._gaps(), self.blocks, strict=True)):
            height = block.height(width)
            if used + gap + height <= room + TOLERANCE:
                used += gap + height
                continue
            head, tail = block.split(width, room - used - gap, force=force and place == 0)
            return self._divided(place, head, tail, force=force)
        return self, None

    def _divided(
        self, place: int, head: Block | None, tail: Block | None, *, force: bool
    ) -> tuple[Block | None, Block | None]:
        cut = place
        if head is None:
            while cut and self.blocks[cut - 1].keep:
                cut -= 1
            if not cut and force:
                cut = place
        above = [*self.blocks[:cut], *([head] if head else [])]
        below = [*([tail] if tail else []), *self.blocks[place + 1 :]]
        if head is None:
            below = list(self.blocks[cut:])
        if not above:
            return None, self
        head_part = self._of(above)
        head_part.bookmark = self.bookmark
        return head_part, self._of(below) if below else None

    def respaced(self, factor: float) -> Stack:
        """The same with the spaces between its blocks, and theirs, scaled once more."""
        part = self._of([_respaced(block, factor) for block in self.blocks])
        part.bookmark = self.bookmark
        part.tight = self.tight * factor
        part.whole = self.whole
        return part

    def _of(self, blocks: Sequence[Block]) -> Stack:
        part = Stack(
            blocks, kind=self.kind, key=self.key, attributes=self.attributes, tight=self.tight
        )
        return part.spaced(self.before, self.after, keep=self.keep)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        if not self.kind:
            self._draw_blocks(canvas, left, top, width)
            return
        with canvas.group(self.kind, self.key, self.attributes):
            self._draw_blocks(canvas, left, top, width)

    def _draw_blocks(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        for gap, block in zip(self._gaps(), self.blocks, strict=True):
            top -= gap
            if block.bookmark:
                canvas.bookmarkPage(block.bookmark, "XYZ", left=0, top=top + 24, zoom=0)
            block.draw(canvas, left, top, width)
            top -= block.height(width)


def _respaced(block: Block, factor: float) -> Block:
    """A list breathes with its page; what is kept whole stays as it is."""
    return block.respaced(factor) if isinstance(block, Stack) and not block.whole else block


class Columns(Block):
    """Blocks side by side: (left edge, width, block) each, in reading order.

    `rule` draws a hairline below. Split, it goes on in the same columns.
    """

    def __init__(self, cells: Sequence[tuple[float, float, Block]], *, whole: bool = False) -> None:
        super().__init__()
        self.cells = tuple(cells)
        self.whole = whole

    def height(self, width: float) -> float:  # noqa: ARG002 - the cells have their own
        """The height at that width."""
        return max((block.height(own) for _, own, block in self.cells), default=0.0)

    def split(
        self, width: float, room: float, *, force: bool = False
    ) -> tuple[Block | None, Block | None]:
        """What fits into `room`, and the rest; with `force` something always does."""
        if self.height(width) <= room + TOLERANCE:
            return self, None
        if self.whole and not force:
            return None, self
        heads: list[tuple[float, float, Block]] = []
        tails: list[tuple[float, float, Block]] = []
        for left, own, block in self.cells:
            head, tail = block.split(own, room, force=force)
            if head is None:
                return None, self
            heads.append((left, own, head))
            tails.append((left, own, tail or Gap(0)))
        return self._of(heads), self._of(tails)

    def _of(self, cells: Sequence[tuple[float, float, Block]]) -> Columns:
        return Columns(cells).spaced(self.before, self.after, keep=self.keep)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:  # noqa: ARG002 - its cells know
        """Draw it with its upper left corner there."""
        for place, own, block in self.cells:
            block.draw(canvas, left + place, top, own)
