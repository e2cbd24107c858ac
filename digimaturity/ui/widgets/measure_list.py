"""The list of measures: walked through with the arrows, decided about with letters."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
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
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.measure_model import MeasureModel, MeasureRow
from digimaturity.ui.widgets.measure_painter import MeasurePainter

#: What the keys mean, by the names that `pressed` carries.
_KEYS = {
    Qt.Key.Key_A: "accept",
    Qt.Key.Key_D: "decline",
    Qt.Key.Key_E: "adapt",
    Qt.Key.Key_Delete: "reopen",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
}

_SELECT = QItemSelectionModel.SelectionFlag


class MeasureList(QListView):
    """As high as all of its rows: the page around it scrolls.

    `pressed` carries what the user wants of what is selected, `marked` that another row is current,
    with its place in this widget.
    """

    pressed = Signal(str)
    marked = Signal(QRect)

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self.rows = theme, MeasureModel()
        self._painter = MeasurePainter(theme, self.rows)
        self.page_step = 1
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(t("Measures"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setProperty("kind", "rows")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # -- what is shown and selected

    @property
    def current(self) -> str:
        """The measure where the keyboard is; empty where the list is."""
        place = self.currentIndex().row()
        return self.rows.rows[place].id if 0 <= place < len(self.rows.rows) else ""

    @property
    def selected(self) -> tuple[str, ...]:
        """The measures that are selected, from top to bottom."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.rows.rows[place].id for place in places)

    def show_rows(self, rows: Iterable[MeasureRow]) -> None:
        """Show these; the keyboard stays at its measure, or at the place where that was."""
        before, place = self.current, self.currentIndex().row()
        kept = set(self.selected)
        self.rows.show(tuple(rows))
        self._fit()
        if self.currentIndex().isValid() or not self.rows.rows or place < 0:
            return
        found = self.rows.place_of(before)
        self.mark(self.rows.rows[min(place, len(self.rows.rows) - 1) if found < 0 else found].id)
        others = [self.rows.place_of(key) for key in kept]
        if found >= 0 and len(kept) > 1:
            self._select(place for place in others if place >= 0)

    def mark(self, key: str) -> bool:
        """Make a measure the current one, and select it alone; False where it is not shown."""
        place = self.rows.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))
        return place >= 0

    def _select(self, places: Iterable[int]) -> None:
        chosen = QItemSelection()
        for place in places:
            index = self.rows.index(place)
            chosen.select(index, index)
        self.selectionModel().select(chosen, _SELECT.ClearAndSelect)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Another row is current."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.marked.emit(self.visualRect(current))

    # -- keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters decide, Enter opens, all else as in any list."""
        name = _KEYS.get(Qt.Key(event.key()))
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if name is not None and not control:
            if self.current:
                self.pressed.emit(name)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(self.page_step if event.key() == Qt.Key.Key_PageDown else -self.page_step)
        elif event.key() == Qt.Key.Key_Escape or (event.text().isprintable() and event.text()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _turn(self, height: int) -> None:
        """So many pixels on: the list itself is as high as all of it."""
        if not self.rows.rows:
            return
        steps = round(height / self._painter.height)
        place = self.currentIndex().row() + steps
        place = min(max(place, 0), len(self.rows.rows) - 1)
        self.setCurrentIndex(self.rows.index(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens what was clicked, unless it selects several."""
        super().mouseReleaseEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() == Qt.MouseButton.LeftButton
        if plain and left and self.indexAt(event.position().toPoint()).isValid():
            self.pressed.emit("open")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    # -- how it looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow rows are higher."""
        super().resizeEvent(event)
        if self._painter.fit(self.width()):
            self.scheduleDelayedItemsLayout()
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(1, len(self.rows.rows) * self._painter.height))

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
