"""The official distribution of an index as one bar, with the band of the firm filled."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from digimaturity.charts.data import Distribution
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.picture import Picture


class IndexBar(Picture):
    """Each band is as long as its share of firms."""

    def __init__(self, theme: Theme, name: str, words: str, data: Distribution) -> None:
        super().__init__(theme, name, words, 64)
        self._data = data

    def draw(self, painter: QPainter) -> None:
        """Draw the bands with their names and shares, those of narrow bands on the line below."""
        px, theme = self.theme.px, self.theme
        whole = sum(segment.share for segment in self._data.segments) or 100.0
        left, end = 4.0, self.width() - 4.0
        taken = 0.0
        for place, segment in enumerate(self._data.segments):
            width = (end - 4.0) * segment.share / whole
            shades = ("neutral_soft", "neutral")
            colour = "accent" if segment.held else shades[place % 2]
            painter.fillRect(QRectF(left, px(4), width - 1, px(12)), theme.colour(colour))
            text = f"{segment.name} {round(segment.share)}"
            painter.setFont(theme.font("small", strong=segment.held))
            length = painter.fontMetrics().horizontalAdvance(text)
            start = min(left, end - length)
            y = px(28) if start >= taken else px(46)
            taken = max(taken, start + length + px(8)) if y == px(28) else taken
            ink = "ink" if segment.held else "secondary"
            self.write(
                painter,
                QPointF(start, y),
                text,
                Qt.AlignmentFlag.AlignLeft,
                ink,
                strong=segment.held,
            )
            left += width
