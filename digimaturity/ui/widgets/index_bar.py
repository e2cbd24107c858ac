"""The official distribution of an index as one bar, with the band of the firm filled."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent

from digimaturity.charts.data import Distribution, Segment
from digimaturity.i18n import Translator
from digimaturity.report.standing import share_words
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.picture import Picture

#: Middle of the first line of names, and from one line to the next (pixels at 100 %).
_FIRST, _LINE = 28, 18


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a band with its share: where it starts, how long it is, on which line."""

    segment: Segment
    text: str
    start: float
    length: float
    line: int


class IndexBar(Picture):
    """Each band is as long as its share of firms."""

    def __init__(
        self, theme: Theme, t: Translator, name: str, words: str, data: Distribution
    ) -> None:
        self._t = t
        super().__init__(theme, name, words, _FIRST + _LINE)
        self._data = data

    def names(self) -> list[Name]:
        """The names of the bands, each below its band and clear of the others."""
        placed: list[Name] = []
        gap, end = self.theme.px(10), self.width() - 4.0
        for segment, left, _width in self._bands():
            text = f"{segment.name} {share_words(self._t, segment.share)}"
            font = self.theme.font("small", strong=segment.held)
            length = QFontMetricsF(font).horizontalAdvance(text)
            start = max(0.0, min(left, end - length))
            taken = {
                one.line
                for one in placed
                if start < one.start + one.length + gap and one.start < start + length + gap
            }
            line = next(line for line in range(len(placed) + 1) if line not in taken)
            placed.append(Name(segment, text, start, length, line))
        return placed

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the lines of names ask for."""
        super().resizeEvent(event)
        lines = max((name.line for name in self.names()), default=0)
        self.setFixedHeight(self.theme.px(_FIRST + _LINE * (lines + 1)))

    def draw(self, painter: QPainter) -> None:
        """Draw the bands with their names and shares."""
        px, theme = self.theme.px, self.theme
        for place, (segment, left, width) in enumerate(self._bands()):
            colour = "accent" if segment.held else ("neutral_soft", "neutral")[place % 2]
            painter.fillRect(QRectF(left, px(4), width - 1, px(12)), theme.colour(colour))
        for name in self.names():
            held = name.segment.held
            at = QPointF(name.start, px(_FIRST + _LINE * name.line))
            ink = "ink" if held else "secondary"
            self.write(painter, at, name.text, Qt.AlignmentFlag.AlignLeft, ink, strong=held)

    def _bands(self) -> list[tuple[Segment, float, float]]:
        """Each band with its left edge and its width."""
        whole = sum(segment.share for segment in self._data.segments) or 100.0
        left, room = 4.0, self.width() - 8.0
        bands = []
        for segment in self._data.segments:
            width = room * segment.share / whole
            bands.append((segment, left, width))
            left += width
        return bands
