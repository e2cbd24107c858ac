"""A row of the plan: its bar can be opened, and moved to another quarter by mouse and by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy

from digimaturity.charts.gantt import draw_row, row_height
from digimaturity.charts.plan_columns import Columns, columns_of, grid
from digimaturity.charts.plan_data import GanttRow
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import tip
from digimaturity.ui.widgets.chart import points_in, surface_on

#: Widths in pixels at 100 %: below the least one nothing can be read.
_USUAL, _LEAST = 480, 200

#: The ring of the keyboard does not lie on the number (points).
_INSET = 2.4

#: What a row shows before it is told anything.
_NOTHING = GanttRow("", "", "", 0, 1, "", "")


class PlanRow(QPushButton):
    """`moved` carries the quarter, from 0, to which the bar was taken; `passed` -1 up, 1 down.

    `freed` says that the plan shall decide again when it begins.
    """

    moved = Signal(int)
    passed = Signal(int)
    freed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._quarters = theme, 1
        self._row, self._movable = _NOTHING, False
        self._held: float | None = None  # where the mouse took the bar
        self._shift = 0
        self._hovered = self._marked = False
        self.setProperty("kind", "row")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: GanttRow, quarters: int, *, movable: bool) -> None:
        """Show this row of a plan of so many quarters."""
        if (row, quarters, movable) == (self._row, self._quarters, self._movable):
            return
        self._row, self._quarters, self._movable = row, quarters, movable
        self._held, self._shift = None, 0
        self.setMouseTracking(movable)
        self.setAccessibleName(row.words)
        self.setToolTip(tip(row.words))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(self._theme.px(_USUAL), self.height())

    def mark(self, *, marked: bool) -> None:
        """Show that all of it is told beside the plan, or no longer."""
        self._marked = marked
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Narrower than this nothing can be read."""
        return QSize(self._theme.px(_LEAST), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow row has more lines."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row; while the bar is taken along, where it would begin."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_soft" if self._marked else "hover" if self._hovered else "page"
        painter.fillRect(self.rect(), self._theme.colour(ground))
        unit = points_in(self._theme)
        wide, tall = self.width() / unit, self.height() / unit
        surface = surface_on(painter, wide, tall, self._theme, ground)
        if not self._columns.narrow:
            grid(surface, self._columns, 0, tall)
        draw_row(surface, self._shown, self._columns, 0, _INSET)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left."""
        self._hovered = False
        super().leaveEvent(event)

    # -- moving the bar

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the bar."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self._on_bar(event.position().x()):
            self._held = event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the bar along, from quarter to quarter."""
        x = event.position().x()
        if self._held is None:
            held = self._on_bar(x)
            shape = Qt.CursorShape.SizeHorCursor if held else Qt.CursorShape.PointingHandCursor
            self.setCursor(shape)
            super().mouseMoveEvent(event)
            return
        step = self._columns.step * points_in(self._theme)
        self._shift = self._within(round((x - self._held) / step))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the bar go where it is; where it has not moved, it was a click."""
        shift, self._held, self._shift = self._shift, None, 0
        if shift:
            self.setDown(False)
            self.update()
            self.moved.emit(self._row.first + shift)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the bar, Backspace lets the plan decide; up and down go on."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._movable:
            shift = self._within(1 if key == Qt.Key.Key_Right else -1)
            if shift:
                self.moved.emit(self._row.first + shift)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self._movable:
            self.freed.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.passed.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    @property
    def _columns(self) -> Columns:
        return columns_of(self.width() / points_in(self._theme), self._quarters)

    @property
    def _shown(self) -> GanttRow:
        if not self._shift:
            return self._row
        first = self._row.first
        return replace(self._row, first=first + self._shift, before=first, note="")

    def _on_bar(self, x: float) -> bool:
        unit, row = points_in(self._theme), self._row
        left, right = self._columns.at(row.first), self._columns.at(row.first + row.quarters)
        return self._movable and left * unit <= x <= right * unit

    def _within(self, shift: int) -> int:
        """So far the bar can move without leaving the plan."""
        first, last = self._row.first, self._quarters - self._row.quarters
        return min(max(first + shift, 0), max(last, 0)) - first

    def _fit(self) -> None:
        unit = points_in(self._theme)
        tall = round(row_height(self._row, self.width() / unit) * unit)
        if self.height() != tall or self.maximumHeight() != tall:
            self.setFixedHeight(tall)
