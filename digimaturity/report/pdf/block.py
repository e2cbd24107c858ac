"""What a page is filled with: blocks that know their height, can be split, and draw themselves."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Self

from digimaturity.report.pdf.canvas import TaggedCanvas

#: Rounding of heights must not push a block to the next page.
TOLERANCE = 0.01


class Block(ABC):
    """A part of a page. All measures are points; `top` is the upper edge, y grows upwards.

    `before` and `after` are the space to the neighbours (the larger of the two counts), `keep`
    holds the block on one page with what follows. `bookmark` is the key of a link's goal.
    """

    def __init__(self) -> None:
        self.before = 0.0
        self.after = 0.0
        self.keep = False
        self.bookmark = ""

    @abstractmethod
    def height(self, width: float) -> float:
        """The height at that width."""

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""

    def split(
        self, width: float, room: float, *, force: bool = False
    ) -> tuple[Block | None, Block | None]:
        """What fits into `room`, and the rest; with `force` something always does."""
        if force or self.height(width) <= room + TOLERANCE:
            return self, None
        return None, self

    def spaced(self, before: float = 0.0, after: float = 0.0, *, keep: bool = False) -> Self:
        """The same block with its spaces set."""
        self.before, self.after, self.keep = before, after, keep
        return self
