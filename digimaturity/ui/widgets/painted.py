"""Something drawn as in a chart that takes neither the keyboard nor a word of a screen reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digimaturity.charts.surface import Surface
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.chart import points_in, surface_on


class Painted(QWidget):
    """Draws with `draw`, as high as `height` says for its width, both in points."""

    def __init__(
        self, theme: Theme, height: Callable[[float], float], draw: Callable[[Surface], None]
    ) -> None:
        super().__init__()
        self._theme, self._height, self._draw = theme, height, draw
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def sizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may be another height."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        unit = points_in(self._theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, tall = self.width() / unit, self.height() / unit
        self._draw(surface_on(painter, wide, tall, self._theme))
        painter.end()

    def _fit(self) -> None:
        unit = points_in(self._theme)
        tall = round(self._height(self.width() / unit) * unit)
        if self.height() != tall or self.maximumHeight() != tall:
            self.setFixedHeight(tall)
