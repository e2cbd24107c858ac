"""What is ticked or written on: boxes and lines, tagged as the fields of a printed form."""

from __future__ import annotations

from reportlab.lib.colors import HexColor

from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.style import CELL_STRONG, MM, PALETTE, Style
from digimaturity.report.pdf.text import Text

#: The edge of a box, and where what stands beside it begins.
_EDGE = 3.2 * MM
_TEXT = 5.6 * MM
_LABEL = 4 * MM


def _role(role: str) -> dict[str, str]:
    """The attributes of a field on paper: cb and rb are ticked, tv is written on."""
    state = "" if role == "tv" else "/checked/off"
    return {"A": f"<</O/PrintField/Role/{role}{state}>>"}


def _box(canvas: TaggedCanvas, left: float, top: float, leading: float, *, many: bool) -> None:
    """An empty box beside a line of text of that leading."""
    with canvas.content("Form", None, _role("cb" if many else "rb")):
        canvas.setStrokeColor(HexColor(PALETTE.secondary))
        canvas.setLineWidth(0.7)
        bottom = top - (leading + _EDGE) / 2
        canvas.rect(left + 0.35, bottom + 0.35, _EDGE - 0.7, _EDGE - 0.7, stroke=1, fill=0)


class Tick(Block):
    """A box, the number of its level where it has one, and its text: an item of a list.

    `text` is made with ``kind=None``. With `inline` it lies within a cell and is no item.
    """

    def __init__(
        self, text: Text, label: str = "", *, many: bool = False, inline: bool = False
    ) -> None:
        super().__init__()
        self.text = text
        self.label = label
        self.many = many
        self.inline = inline

    def _edge(self) -> float:
        return _TEXT + (_LABEL if self.label else 0)

    def height(self, width: float) -> float:
        """The height at that width."""
        return self.text.height(width - self._edge())

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        style = self.text.style
        if self.inline:
            _box(canvas, left, top, style.leading, many=self.many)
            self.text.draw(canvas, left + _TEXT, top, width - _TEXT)
            return
        with canvas.group("LI"):
            with canvas.group("Lbl"):
                _box(canvas, left, top, style.leading, many=self.many)
                if self.label:
                    number = CELL_STRONG.but(size=style.size, leading=style.leading)
                    with canvas.content("Span"):
                        words = Text(self.label, number, kind=None)
                        words.draw(canvas, left + _TEXT, top, _LABEL)
            with canvas.content("LBody"):
                self.text.draw(canvas, left + self._edge(), top, width - self._edge())


class Line(Block):
    """An empty line to write on."""

    def __init__(self, height: float = 8 * MM) -> None:
        super().__init__()
        self.space = height

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """The height at that width."""
        return self.space

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        with canvas.group("P"), canvas.content("Form", None, _role("tv")):
            canvas.setFillColor(HexColor(PALETTE.rule))
            canvas.rect(left, top - self.space + 0.6 * MM, width, 0.5, stroke=0, fill=1)


class Marked(Block):
    """A block that the outline names, one step below its chapter."""

    def __init__(self, block: Block, name: str, key: str) -> None:
        super().__init__()
        self.block = block
        self.name = name
        self.key = key

    def height(self, width: float) -> float:
        """The height at that width."""
        return self.block.height(width)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        canvas.bookmarkPage(self.key, "XYZ", left=0, top=top + 24, zoom=0)
        canvas.addOutlineEntry(self.name, self.key, 1)
        self.block.draw(canvas, left, top, width)


def tick_width(text: Text, style: Style) -> float:
    """The room that a box with a short text takes on one line."""
    return _TEXT + text.natural_width() + style.size
