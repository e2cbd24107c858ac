"""What is ticked or written on: boxes and lines, tagged as the fields of a printed form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlab.lib.colors import HexColor

from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.layout import Columns, Stack
from digimaturity.report.pdf.style import CELL_STRONG, MM, PALETTE
from digimaturity.report.pdf.text import Text

#: Draws a box with its lower left corner there, as an element of its own.
Mark = Callable[[TaggedCanvas, float, float], None]

#: The edge of a box, and where what stands beside it begins.
EDGE = 3.2 * MM
_TEXT = 5.6 * MM
_LABEL = 4 * MM


def _role(role: str) -> dict[str, str]:
    """The attributes of a field on paper: cb and rb are ticked, tv is written on."""
    state = "" if role == "tv" else "/checked/off"
    return {"A": f"<</O/PrintField/Role/{role}{state}>>"}


def printed(*, many: bool) -> Mark:
    """An empty box, to be ticked with a pen."""

    def draw(canvas: TaggedCanvas, left: float, bottom: float) -> None:
        with canvas.content("Form", None, _role("cb" if many else "rb")):
            canvas.setStrokeColor(HexColor(PALETTE.secondary))
            canvas.setLineWidth(0.7)
            canvas.rect(left + 0.35, bottom + 0.35, EDGE - 0.7, EDGE - 0.7, stroke=1, fill=0)

    return draw


class Tick(Block):
    """A box, the number of its level where it has one, and its text: an item of a list.

    `text` is made with ``kind=None``. With `inline` it lies within a cell and is no item.
    """

    def __init__(self, text: Text, mark: Mark, label: str = "", *, inline: bool = False) -> None:
        super().__init__()
        self.text = text
        self.mark = mark
        self.label = label
        self.inline = inline

    def natural_width(self) -> float:
        """The room that it takes on one line."""
        return self._edge() + self.text.natural_width() + self.text.style.size

    def _edge(self) -> float:
        return _TEXT + (_LABEL if self.label else 0)

    def height(self, width: float) -> float:
        """The height at that width."""
        return self.text.height(width - self._edge())

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        style = self.text.style
        bottom = top - (style.leading + EDGE) / 2
        if self.inline:
            self.mark(canvas, left, bottom)
            self.text.draw(canvas, left + _TEXT, top, width - _TEXT)
            return
        with canvas.group("LI"):
            with canvas.group("Lbl"):
                self.mark(canvas, left, bottom)
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


class Beside(Columns):
    """Short choices side by side, one below the other where they do not fit.

    `natural_width` is the room that they take.
    """

    def __init__(self, ticks: Sequence[Tick], width: float) -> None:
        cells: list[tuple[float, float, Block]] = []
        left = 0.0
        for tick in ticks:
            own = tick.natural_width()
            cells.append((left, own, tick))
            left += own + 4 * MM
        if left > width:
            cells = [(0, width, Stack([tick.spaced(before=0.7 * MM) for tick in ticks]))]
        super().__init__(cells)
        self.natural_width = min(left, width)


class Marked(Block):
    """A block that the outline names, `step` steps below its chapter."""

    def __init__(self, block: Block, name: str, key: str, step: int = 1) -> None:
        super().__init__()
        self.block = block
        self.name = name
        self.key = key
        self.step = step

    def height(self, width: float) -> float:
        """The height at that width."""
        return self.block.height(width)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        canvas.bookmarkPage(self.key, "XYZ", left=0, top=top + 24, zoom=0)
        canvas.addOutlineEntry(self.name, self.key, self.step)
        self.block.draw(canvas, left, top, width)
