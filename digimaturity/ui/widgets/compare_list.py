"""The list of two assessments side by side: walked through with the arrows, opened by Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from digimaturity.i18n import Translator
from digimaturity.report.comparison_details import Detail
from digimaturity.ui.compare_rows import CompareRow
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.compare_detail import CompareDetail, spoken
from digimaturity.ui.widgets.compare_model import CompareModel
from digimaturity.ui.widgets.compare_painter import ComparePainter

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class CompareList(QListView):
    """As high as all of its rows: the page around it scrolls.

    `marked` tells where in this widget the row is that has the keyboard; `swap` that A and B shall
    change places. `tell` gives what both sides say to the row with a key.
    """

    marked = Signal(QRect)
    swap = Signal()

    def __init__(
        self, theme: Theme, t: Translator, tell: Callable[[str], tuple[Detail, Detail]]
    ) -> None:
        super().__init__()
        self._theme, self._tell, self.rows = theme, tell, CompareModel()
        self._painter = ComparePainter(theme, self.rows)
        self._detail: CompareDetail | None = None
        self.page_step = 1
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(t("A and B side by side"))
        self.setAccessibleDescription(t("Enter shows what both say, X swaps A and B."))
        self.setMouseTracking(True)
        self.setProperty("kind", "rows")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # -- what is shown

    @property
    def current(self) -> str:
        """The row where the keyboard is; empty where there is none."""
        place = self.currentIndex().row()
        return self.rows.rows[place].key if 0 <= place < len(self.rows.rows) else ""

    def show_rows(self, rows: Sequence[CompareRow]) -> None:
        """Show these; the keyboard stays at its row where it is still shown."""
        before = self.current
        self.rows.show(rows)
        self._show_detail()
        if before:
            self.mark(before)

    def mark(self, key: str) -> bool:
        """Make a row the current one; False where it is not shown."""
        place = self.rows.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))
        return place >= 0

    def mark_first(self) -> None:
        """Make the first row the current one, where none is."""
        if not self.currentIndex().isValid():
            self._go(-1, 1)

    def turn(self, key: str) -> None:
        """Show what is said to a row below it, or no longer."""
        opened = "" if key == self.rows.opened else key
        self.rows.open(opened, spoken(self._tell(opened)) if opened else "")
        self._show_detail()
        self.marked.emit(self.visualRect(self.currentIndex()))

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Another row has the keyboard."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.marked.emit(self.visualRect(current))

    # -- keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter opens, X swaps; what else is typed is not for the list."""
        key, last = Qt.Key(event.key()), len(self.rows.rows)
        place = self.currentIndex().row()
        if key in _STEPS:
            self._go(place, _STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(*((-1, 1) if key == Qt.Key.Key_Home else (last, -1)))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn_page(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in _TURN and self.current:
            self.turn(self.current)
        elif key == Qt.Key.Key_Escape and self.rows.opened:
            self.turn(self.rows.opened)
        elif key == Qt.Key.Key_X and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.swap.emit()
        elif key == Qt.Key.Key_Escape or event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _go(self, place: int, step: int) -> None:
        """The next row that is no heading; where there is none, stay."""
        place += step
        while 0 <= place < len(self.rows.rows):
            if self.rows.rows[place].line is not None:
                self.setCurrentIndex(self.rows.index(place))
                return
            place += step

    def _turn_page(self, step: int) -> None:
        """So many pixels on: the list itself is as high as all of it."""
        aim = self.visualRect(self.currentIndex()).top() + step * self.page_step
        places = range(len(self.rows.rows))
        near = min(
            places,
            key=lambda place: abs(self.visualRect(self.rows.index(place)).top() - aim),
            default=0,
        )
        self._go(near - step, step)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens what was clicked."""
        super().mouseReleaseEvent(event)
        found = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and found.isValid():
            row = self.rows.rows[found.row()]
            if row.line is not None:
                self.turn(row.key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    # -- how it looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow rows are higher."""
        super().resizeEvent(event)
        if self._painter.width != self.width():
            self._painter.width = self.width()
            self._show_detail()

    def _show_detail(self) -> None:
        """Make what stands below the open row anew, and be as high as all."""
        if self._detail is not None:
            self._detail.deleteLater()
            self._detail.hide()
            self._detail = None
        self._painter.below, width = 0, self.width()
        place = self.rows.place_of(self.rows.opened)
        if place >= 0:
            row = self.rows.rows[place]
            made = CompareDetail(
                self._theme, self._tell(row.key), width, self._painter.name_starts(row)
            )
            made.setParent(self.viewport())
            self._detail, self._painter.below = made, made.height_for(width)
        self._fit()
        if self._detail is not None:
            top = self.visualRect(self.rows.index(place)).top()
            top += self._painter.height_of(self.rows.rows[place])
            self._detail.setGeometry(0, top, width, self._painter.below - 1)
            self._detail.show()

    def _fit(self) -> None:
        heights = sum(self._painter.height_of(row) for row in self.rows.rows)
        self.setFixedHeight(max(1, heights + self._painter.below))
        self.doItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and a ring around the one where the keyboard is."""
        super().paintEvent(event)
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            row = self.visualRect(current).adjusted(1, 1, -1, -2)
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(row, 3, 3)
            painter.end()
