"""Tables: hairlines only, header repeated on each page, rows that stay whole, tagged as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from digimaturity.report.pdf.block import TOLERANCE, Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.layout import Gap
from digimaturity.report.pdf.style import PALETTE, ink

#: So many rows stay together at the foot and at the head of a page.
_TOGETHER = 2
_COLUMN_HEAD = {"A": "<</O/Table/Scope/Column>>"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column's left edge and width in points."""

    left: float
    width: float


class Row(Block):
    """One row of cells, padded above and below, with a rule beneath."""

    def __init__(
        self,
        columns: Sequence[Column],
        cells: Sequence[Block],
        *,
        header: bool = False,
        padding: float = 3.0,
        weight: float = 0.5,
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.cells = tuple(cells)
        self.header = header
        self.padding = padding
        self.weight = weight
        self.key: object = object()

    def height(self, width: float) -> float:  # noqa: ARG002 - the columns have their own
        """The height at that width."""
        pairs = zip(self.columns, self.cells, strict=True)
        content = max(cell.height(column.width) for column, cell in pairs)
        return content + 2 * self.padding + self.weight

    def split(
        self, width: float, room: float, *, force: bool = False
    ) -> tuple[Block | None, Block | None]:
        """What fits into `room`, and the rest; with `force` something always does."""
        if self.height(width) <= room + TOLERANCE:
            return self, None
        if not force:
            return None, self
        inside = room - 2 * self.padding - self.weight
        heads: list[Block] = []
        tails: list[Block] = []
        for column, cell in zip(self.columns, self.cells, strict=True):
            head, tail = cell.split(column.width, inside, force=True)
            heads.append(head or Gap(0))
            tails.append(tail or Gap(0))
        return self._of(heads), self._of(tails)

    def _of(self, cells: Sequence[Block]) -> Self:
        part = type(self)(
            self.columns, cells, header=self.header, padding=self.padding, weight=self.weight
        )
        part.key = self.key
        return part

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        kind, attributes = ("TH", _COLUMN_HEAD) if self.header else ("TD", None)
        with canvas.group("TR", (self.key, "row")):
            for place, (column, cell) in enumerate(zip(self.columns, self.cells, strict=True)):
                with canvas.content(kind, (self.key, place), attributes):
                    cell.draw(canvas, left + column.left, top - self.padding, column.width)
        self.draw_rule(canvas, left, top, width)

    def draw_plain(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it as decoration: a header that is repeated on a later page."""
        with canvas.artifact():
            for column, cell in zip(self.columns, self.cells, strict=True):
                cell.draw(canvas, left + column.left, top - self.padding, column.width)
        self.draw_rule(canvas, left, top, width)

    def draw_rule(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw the rule beneath."""
        if not self.weight:
            return
        with canvas.artifact():
            colour = PALETTE.rule if self.header else PALETTE.hairline
            canvas.setFillColor(ink(colour))
            bottom = top - self.height(width)
            canvas.rect(left, bottom, width, self.weight, stroke=0, fill=1)


class Table(Block):
    """A header and rows. Split between rows; a row taller than a page goes on overleaf.

    The cells' texts are made with ``kind=None``: the table opens their elements.
    """

    def __init__(self, header: Row | None, rows: Sequence[Row], *, repeated: bool = False) -> None:
        super().__init__()
        self.header = header
        self.rows = tuple(rows)
        self.repeated = repeated
        self.key: object = object()

    def height(self, width: float) -> float:
        """The height at that width."""
        return self._head(width) + sum(row.height(width) for row in self.rows)

    def _head(self, width: float) -> float:
        return self.header.height(width) if self.header else 0.0

    def split(
        self, width: float, room: float, *, force: bool = False
    ) -> tuple[Block | None, Block | None]:
        """What fits into `room`, and the rest; with `force` something always does."""
        used = self._head(width)
        for place, row in enumerate(self.rows):
            height = row.height(width)
            if used + height <= room + TOLERANCE:
                used += height
                continue
            # A last row is not left alone overleaf.
            place = min(place, max(len(self.rows) - _TOGETHER, 1))  # noqa: PLW2901 - see above
            if place >= _TOGETHER or (place and force):
                return self._of(self.rows[:place]), self._of(self.rows[place:], repeated=True)
            if not force:
                return None, self
            head, tail = row.split(width, room - used, force=True)
            rest = [part for part in (tail, *self.rows[1:]) if isinstance(part, Row)]
            first = [part for part in (head,) if isinstance(part, Row)]
            return self._of(first), self._of(rest, repeated=True) if rest else None
        return self, None

    def _of(self, rows: Sequence[Row], *, repeated: bool = False) -> Table:
        part = Table(self.header, rows, repeated=repeated or self.repeated)
        part.key = self.key
        return part.spaced(self.before, self.after, keep=self.keep)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        with canvas.group("Table", self.key):
            if self.header:
                if self.repeated:
                    self.header.draw_plain(canvas, left, top, width)
                else:
                    self.header.draw(canvas, left, top, width)
                top -= self.header.height(width)
            for row in self.rows:
                row.draw(canvas, left, top, width)
                top -= row.height(width)
