"""How a score is drawn on a row: the scale of 0 to 100 with its levels, the bar, the bounds."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from digimaturity.domain.questionnaire import LEVELS
from digimaturity.domain.scoring import LEVEL_WIDTH
from digimaturity.ui.theme import Theme

#: Areas are drawn in a lighter shade of their dimension's colour.
_AREA_SHADE = 0.78

#: Where the bar begins (pixels at 100 %); the name stands before it.
BAR_FROM = 172


@dataclass(frozen=True, slots=True)
class ScorePainter:
    """Draws the parts of a row; `strong` ones are those of a dimension or of the whole."""

    painter: QPainter
    theme: Theme
    strong: bool = False

    @property
    def indent(self) -> int:
        """Names of areas begin further in than those of dimensions."""
        return self.theme.px(4 if self.strong else 20)

    def words(self, room: QRect, text: str, *, small: bool = False, right: bool = False) -> None:
        """Words on the middle line of `room`, cut with … where there is none."""
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter = self.painter
        font = self.theme.font("small") if small else self.theme.font(strong=self.strong)
        painter.setFont(font)
        painter.setPen(self.theme.colour("secondary" if small else "ink"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | side), shown)

    def scale(self, room: QRectF) -> None:
        """The line from 0 to 100, with thin marks where the levels change."""
        y, reach = int(room.center().y()), self.theme.px(4)
        self.painter.setPen(QPen(self.theme.colour("hairline"), 1))
        self.painter.drawLine(int(room.left()), y, int(room.right()), y)
        for mark in range(LEVEL_WIDTH, LEVELS * LEVEL_WIDTH, LEVEL_WIDTH):
            x = int(room.left() + room.width() * mark / 100)
            self.painter.drawLine(x, y - reach, x, y + reach)

    def bar(self, room: QRectF, value: float, colour: str) -> None:
        """The score as a bar of 0 to 100."""
        shade = QColor(colour)
        if not self.strong:
            shade.setAlphaF(_AREA_SHADE)
        height = self.theme.px(8 if self.strong else 6)
        length = room.width() * value / 100
        self.painter.fillRect(
            QRectF(room.left(), room.center().y() - height / 2, length, height), shade
        )

    def bounds(self, room: QRectF, low: float, high: float) -> None:
        """A thin line from the lowest to the highest score that full answers could give."""
        y, reach = int(room.center().y()), self.theme.px(3)
        self.painter.setPen(QPen(self.theme.colour("ink"), 1))
        ends = [int(room.left() + room.width() * value / 100) for value in (low, high)]
        self.painter.drawLine(ends[0], y, ends[1], y)
        for x in ends:
            self.painter.drawLine(x, y - reach, x, y + reach)

    def mark(self, room: QRectF, value: float) -> None:
        """A dotted line where the score stood before."""
        x = int(room.left() + room.width() * value / 100)
        reach = self.theme.px(9)
        self.painter.setPen(QPen(self.theme.colour("ink"), 1, Qt.PenStyle.DotLine))
        self.painter.drawLine(x, int(room.center().y()) - reach, x, int(room.center().y()) + reach)

    def handle(self, room: QRectF, value: float) -> None:
        """The knob by which a bar is dragged."""
        at = QPointF(room.left() + room.width() * value / 100, room.center().y())
        self.painter.setPen(QPen(self.theme.colour("accent"), self.theme.px(2)))
        self.painter.setBrush(self.theme.colour("page"))
        self.painter.drawEllipse(at, self.theme.px(6), self.theme.px(6))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def focus(self, room: QRect) -> None:
        """The ring where the keyboard is."""
        self.painter.setPen(QPen(self.theme.colour("accent"), 2))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 3, 3)
