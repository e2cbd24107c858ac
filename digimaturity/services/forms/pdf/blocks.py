"""What can be ticked and typed into, as blocks of a page."""

from __future__ import annotations

from digimaturity.authoring.paper.blocks import Mark
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.services.forms.pdf.canvas import FormCanvas, Group


def radio(group: Group, value: str, words: str) -> Mark:
    """A round box: of its group one can be ticked."""

    def draw(canvas: TaggedCanvas, left: float, bottom: float) -> None:
        _form(canvas).radio(group, value, words, left, bottom)

    return draw


def tick(name: str, value: str, words: str) -> Mark:
    """A square box."""

    def draw(canvas: TaggedCanvas, left: float, bottom: float) -> None:
        _form(canvas).tick(name, value, words, left, bottom)

    return draw


class Entry(Block):
    """A field to type into, or to write into with a pen; with `lines` for more than one."""

    def __init__(self, name: str, words: str, height: float, *, lines: bool = False) -> None:
        super().__init__()
        self.name = name
        self.words = words
        self.space = height
        self.lines = lines

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """The height at that width."""
        return self.space

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        box = (left, top - self.space, width, self.space)
        with canvas.group("P"):
            _form(canvas).entry(self.name, self.words, box, lines=self.lines)


def _form(canvas: TaggedCanvas) -> FormCanvas:
    if not isinstance(canvas, FormCanvas):
        raise TypeError("fields need a canvas for them")
    return canvas
