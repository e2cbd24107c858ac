"""The row of an area that can be supposed at another level, with the mouse or with keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from digimaturity.domain.questionnaire import LEVELS
from digimaturity.domain.scoring import shown_points
from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.moved_row import Moved, bar_room, draw, fit, told
from digimaturity.ui.widgets.score_painting import ScorePainter

#: A place where the knob stops: its points, and the level; None: as it was answered.
Stop = tuple[float, int | None]

_KEYS = {getattr(Qt.Key, f"Key_{level}"): level for level in range(1, LEVELS + 1)}
_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class AreaSlider(QAbstractSlider):
    """Its value is in points. It stops at the five levels, and where the area really stands.

    `supposed` carries the level that the user moved it to, None for as it was answered; `passed`
    that the keyboard shall go so many areas down.
    """

    supposed = Signal(object)
    passed = Signal(int)

    def __init__(self, theme: Theme, t: Translator, shown: Moved, level: int | None) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._shown, self._level = shown, level
        self._fixed = shown.before.value is None
        self._stops = stops(shown.before.value or 0.0)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, 100)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if self._fixed:
            self.setEnabled(False)
        else:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        self._tell()
        self.valueChanged.connect(self._value_set)
        fit(self, theme, strong=False)

    @property
    def level(self) -> int | None:
        """The level that is supposed; None: as it was answered."""
        return self._level

    def show_moved(self, shown: Moved, level: int | None) -> None:
        """Show where the area stands now."""
        if (shown, level) != (self._shown, self._level):
            self._shown, self._level = shown, level
            self._tell()
        elif self.value() != _value(shown):  # a value between two stops was asked for
            self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(told(self._shown, self._t))
        blocked = self.blockSignals(True)
        self.setValue(_value(self._shown))
        self.blockSignals(blocked)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow row has two lines."""
        super().resizeEvent(event)
        fit(self, self._theme, strong=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row and, where there is something to move, the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = draw(self, painter, self._theme, self._t, self._shown)
        row = ScorePainter(painter, self._theme)
        if not self._fixed:
            row.handle(room, self._shown.after.value or 0.0)
        if self.hasFocus():
            row.focus(self.rect())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the knob to where the mouse is."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._drag_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the knob along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(event.position().x())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, and moves nothing in passing."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right to the next stop, a digit to that level, Backspace back."""
        key = event.key()
        places = [level for _, level in self._stops]
        at = places.index(self._level) if self._level in places else 0
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._go(places[min(max(at + step, 0), len(places) - 1)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(places[0 if key == Qt.Key.Key_Home else -1])
        elif key in _KEYS:
            self._go(self._nearest(100 * (_KEYS[key] - 1) / (LEVELS - 1)))
        elif key in _BACK:
            self._go(None)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.passed.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            event.ignore()

    def _drag_to(self, x: float) -> None:
        room = bar_room(self, self._theme)
        if x >= room.left() - self._theme.px(8):
            self._go(self._nearest(100 * (x - room.left()) / room.width()))

    def _value_set(self, value: int) -> None:
        """Somebody else than the mouse and the keys set a value, such as a screen reader."""
        self._go(self._nearest(value))

    def _nearest(self, value: float) -> int | None:
        return min(self._stops, key=lambda stop: abs(stop[0] - value))[1]

    def _go(self, level: int | None) -> None:
        if level != self._level:
            self.supposed.emit(level)
        else:
            self.show_moved(self._shown, level)


def _value(shown: Moved) -> int:
    return shown_points(shown.after.value or 0.0)


def stops(answered: float) -> tuple[Stop, ...]:
    """The places where an area can stand, from left to right.

    Where the answers give exactly the points of a level, that place is theirs.
    """
    levels: list[Stop] = [(100 * (n - 1) / (LEVELS - 1), n) for n in range(1, LEVELS + 1)]
    others = [stop for stop in levels if stop[0] != answered]
    return tuple(sorted([*others, (answered, None)], key=lambda stop: stop[0]))
