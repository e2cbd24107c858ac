"""Where the columns of two assessments side by side stand, and their heads."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digimaturity.ui.theme import Theme

#: Pixels at 100 %: space at the edges, the columns of points and of the difference, the scale.
_PAD, _POINTS, _CHANGE, _SCALE, _GAP = 12, 52, 80, 152, 16
#: From these widths (pixels at 100 %) there is room for figures beside the names, and for a scale.
_WIDE, _WITH_SCALE = 560, 720
#: Height of the heads (pixels at 100 %).
_HEAD = 28


@dataclass(frozen=True, slots=True)
class Columns:
    """Places across, in pixels: where names end, and where each column begins and how wide it is.

    Not `wide`, figures stand in a line below the names; without a scale its width is 0.
    """

    wide: bool
    left: int
    names_end: int
    scale: tuple[int, int]
    a: tuple[int, int]
    b: tuple[int, int]
    change: tuple[int, int]


def columns_in(theme: Theme, width: int) -> Columns:
    """The columns of a list of that width."""
    px, right = theme.px, width - theme.px(_PAD)
    left = px(_PAD)
    if width < px(_WIDE):
        nowhere = (right, 0)
        return Columns(False, left, right, nowhere, nowhere, nowhere, nowhere)
    change = right - px(_CHANGE)
    b = change - px(_GAP) - px(_POINTS)
    a = b - px(_POINTS)
    scale = px(_SCALE) if width >= px(_WITH_SCALE) else 0
    begin = a - scale
    return Columns(
        True,
        left,
        begin - px(_GAP),
        (begin, scale),
        (a, px(_POINTS)),
        (b, px(_POINTS)),
        (change, px(_CHANGE)),
    )


class CompareHead(QWidget):
    """The heads of the columns; where there are none, it is not seen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._heads = ("A", "B", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(_HEAD))

    def name(self, a: str, b: str, change: str) -> None:
        """Call the columns so."""
        self._heads = (a, b, change)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the heads, and a line below them."""
        theme, columns = self._theme, columns_in(self._theme, self.width())
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("control_border"))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        if columns.wide:
            side = Qt.AlignmentFlag
            for (begin, width), words, align in zip(
                (columns.a, columns.b, columns.change),
                self._heads,
                (side.AlignRight, side.AlignRight, side.AlignLeft),
                strict=True,
            ):
                room = QRect(begin, 0, width, self.height())
                painter.drawText(room, int(align | side.AlignVCenter), words)
        painter.end()
