"""An area on the way to its target: pressed, it is edited; its mark is moved by mouse or keys."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy

from digimaturity.charts.gap_chart import Columns, draw_row, row_height
from digimaturity.charts.gap_data import GapRow
from digimaturity.domain.questionnaire import LEVELS
from digimaturity.domain.scoring import LEVEL_WIDTH
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import tip
from digimaturity.ui.widgets.chart import points_in, surface_on

#: Pixels at 100 %: any width will do; narrower nothing can be read; how near the mark is taken.
_USUAL, _LEAST, _NEAR = 400, 200, 12

#: Left and right move the mark by so many points, and it rests so many milliseconds before it is
#: saved, so that one way of the mark is one step to undo.
_STEP, _RESTS = 5, 700

_LEVEL_KEYS = {getattr(Qt.Key, f"Key_{level}"): level for level in range(2, LEVELS + 1)}
_AWAY = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)

#: Makes the row for another target; None: without one.
Shown = Callable[[float | None], GapRow]


class TargetRow(QPushButton):
    """`moved` carries the points to which the target was moved, None: it is taken away.

    `passed` says that the keyboard shall go so many rows down.
    """

    moved = Signal(object)
    passed = Signal(int)

    def __init__(self, theme: Theme, shown: Shown, target: float | None, *, fixed: bool) -> None:
        """A `fixed` one is only read."""
        super().__init__()
        self._theme, self._shown, self._fixed = theme, shown, fixed
        self._saved = self._target = target
        self._row = shown(target)
        self._unit = points_in(theme)
        self._hovered = self._dragging = False
        self._rest = QTimer(self, interval=_RESTS, singleShot=True)
        self._rest.timeout.connect(self.flush)
        self.setProperty("kind", "row")
        self.setAutoDefault(True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if not fixed:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tell()
        self._fit(theme.px(_USUAL))

    def flush(self) -> None:
        """Save now where the mark was moved to."""
        self._rest.stop()
        if self._target != self._saved:
            self._saved = self._target
            self.moved.emit(self._target)

    def _tell(self) -> None:
        self.setAccessibleName(self._row.words)
        self.setToolTip(tip(self._row.words))

    def _move(self, target: float | None) -> None:
        if target != self._target:
            self._target, self._row = target, self._shown(target)
            self._tell()
            self.update()

    # -- size and drawing

    def _fit(self, width: int) -> None:
        height = row_height(self._row, width / self._unit)
        self.setFixedHeight(ceil(height * self._unit))

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
        self._hovered = not self._fixed
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
        if self._hovered:
            painter.fillRect(self.rect(), self._theme.colour("hover"))
        ground = "hover" if self._hovered else "page"
        width, height = self.width() / self._unit, self.height() / self._unit
        draw_row(surface_on(painter, width, height, self._theme, ground), self._row, 0.0)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the mark, if the mouse is upon it; else it is a click on the row."""
        if event.button() is Qt.MouseButton.LeftButton and self._on_mark(event.position()):
            self._dragging = True
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the mark along."""
        if self._dragging:
            columns = Columns.of(self.width() / self._unit)
            self._move(float(round(columns.points(event.position().x() / self._unit))))
        elif not self._fixed:
            upon = self._on_mark(event.position())
            shape = Qt.CursorShape.SizeHorCursor if upon else Qt.CursorShape.PointingHandCursor
            self.setCursor(shape)
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The mark stays there."""
        if self._dragging:
            self._dragging = False
            self.flush()
        else:
            super().mouseReleaseEvent(event)

    def _on_mark(self, at: QPointF) -> bool:
        if self._fixed or self._target is None:
            return False
        mark = Columns.of(self.width() / self._unit).at(self._target) * self._unit
        return abs(at.x() - mark) <= self._theme.px(_NEAR)

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right by five points, a digit to where that level begins, Delete takes away."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.passed.emit(1 if key == Qt.Key.Key_Down else -1)
        elif self._fixed:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in _LEVEL_KEYS:
            self._move(float(LEVEL_WIDTH * (_LEVEL_KEYS[key] - 1)))
            self._rest.start()
        elif key in _AWAY:
            self._move(None)
            self.flush()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """To the next multiple of five points; the first step begins where the area stands."""
        start = self._row.value if self._target is None else self._target
        if start is None:
            return
        place = start // _STEP + 1 if by > 0 else -(-start // _STEP) - 1
        self._move(min(100.0, max(0.0, _STEP * place)))
        self._rest.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The user goes elsewhere."""
        super().focusOutEvent(event)
        self.flush()
