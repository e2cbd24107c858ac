"""A block that is a link to another place in the report."""

from __future__ import annotations

from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas


class Linked(Block):
    """Makes a text (made with ``kind=None``) a link to the bookmark `goal`.

    `words` tell a screen reader where it leads.
    """

    def __init__(self, block: Block, goal: str, words: str) -> None:
        super().__init__()
        self.block = block
        self.goal = goal
        self.words = words

    def height(self, width: float) -> float:
        """The height at that width."""
        return self.block.height(width)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        with canvas.group("P"), canvas.content("Link") as link:
            self.block.draw(canvas, left, top, width)
            box = (left, top - self.height(width), left + width, top)
            canvas.link(link, self.goal, box, self.words)
