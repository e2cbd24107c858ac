"""The chart of the gaps with rows that can be pressed; each leads to what is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from digimaturity.charts.data import Dumbbell, Dumbbells
from digimaturity.charts.dumbbell import (
    draw_head,
    draw_mark,
    draw_row,
    head_height,
    row_height,
)
from digimaturity.report.model.viewpoints import GapChart
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import spaced, tip
from digimaturity.ui.widgets.chart import Chart, points_in, surface_on

#: Pixels at 100 %.
_USUAL, _LEAST = 400, 200

#: A mark of a viewpoint in a line of words, in points.
_MARK = 11.0


class GapRows(QWidget):
    """`chosen` carries the key of the row that was pressed; `keys` are those of the rows."""

    chosen = Signal(str)

    def __init__(self, part: GapChart, keys: Sequence[str], theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, 0)
        chart = part.chart
        column.addWidget(
            Chart(
                theme,
                part.statement,
                part.words,
                partial(head_height, chart),
                lambda surface: draw_head(surface, chart),
            )
        )
        self.rows: dict[str, GapRow] = {}
        names = dict(chart.views)
        for key, row in zip(keys, chart.rows, strict=True):
            made = GapRow(theme, chart, row, names)
            made.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self.rows[key] = made
            column.addWidget(made)


class GapRow(QPushButton):
    """One row of the chart."""

    def __init__(
        self, theme: Theme, chart: Dumbbells, row: Dumbbell, names: dict[str, str]
    ) -> None:
        super().__init__()
        self._theme, self._chart, self._row = theme, chart, row
        self._unit = points_in(theme)
        self._hovered = False
        seen = ", ".join(f"{names[dot.view]} {dot.label}" for dot in row.dots)
        told = f"{row.name}: {seen}. {chart.gap_head}: {row.gap}"
        self.setAccessibleName(told)
        self.setToolTip(tip(told))
        self.setProperty("kind", "row")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit(theme.px(_USUAL))

    def _fit(self, width: int) -> None:
        height = row_height(self._chart, self._row, width / self._unit)
        self.setFixedHeight(ceil(height * self._unit + 0.5))  # the line at its foot is seen

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow row has its name above."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def sizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(self._theme.px(_USUAL), self.height())

    def minimumSizeHint(self) -> QSize:
        """Narrower than this nothing can be read."""
        return QSize(self._theme.px(_LEAST), self.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self._hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left."""
        self._hovered = False
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row, and the ring where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "hover" if self._hovered else "page"
        if self._hovered:
            painter.fillRect(self.rect(), self._theme.colour("hover"))
        width, height = self.width() / self._unit, self.height() / self._unit
        surface = surface_on(painter, width, height, self._theme, ground)
        draw_row(surface, self._chart, self._row, 0.0)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()


def view_picture(theme: Theme, view: str) -> QPixmap:
    """The mark of a viewpoint for a line of words."""
    fine, size = 2, round(_MARK * points_in(theme))
    picture = QPixmap(size * fine, size * fine)
    picture.setDevicePixelRatio(fine)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(surface_on(painter, _MARK, _MARK, theme), view, (_MARK / 2, _MARK / 2))
    painter.end()
    return picture
