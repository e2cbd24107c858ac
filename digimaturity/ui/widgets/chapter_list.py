"""The chapters of the handbook, or what a search found in them; walking shows them at once."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from digimaturity.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex

_BESIDE = Qt.ItemDataRole.UserRole
_WHERE = Qt.ItemDataRole.UserRole + 1
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole

#: Rows of one line and of two (pixels at 100 %).
_ONE, _TWO = 32, 48

#: Words, the chapter they stand in (empty for a chapter itself), its name, and the heading.
Row = tuple[str, str, str, str]


class ChapterList(QListView):
    """`chosen` carries the name of a chapter, and a heading in it or nothing.

    `taken` tells that the user wants to read it now, not only to walk on.
    """

    chosen = Signal(str, str)
    taken = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._items = QStandardItemModel(self)
        self._silent = False
        self.setModel(self._items)
        self.setItemDelegate(_Painter(theme, self))
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._walked)
        self.clicked.connect(self._taken)
        self.activated.connect(self._taken)

    def show_rows(self, rows: list[Row]) -> None:
        """Show other rows; nothing is chosen by that."""
        self._silent = True
        self._items.clear()
        for words, chapter, name, heading in rows:
            item = QStandardItem(words)
            item.setData(chapter, _BESIDE)
            item.setData((name, heading), _WHERE)
            item.setData(f"{words}, {chapter}" if chapter else words, _SPOKEN)
            item.setToolTip(words)
            self._items.appendRow(item)
        self._silent = False

    def mark(self, chapter: str) -> None:
        """Mark the chapter that is open, where its heading is not marked already."""
        for row in range(self._items.rowCount()):
            if self._items.index(row, 0).data(_WHERE) == (chapter, ""):
                self._silent = True
                self.setCurrentIndex(self._items.index(row, 0))
                self._silent = False

    def take_first(self) -> None:
        """Choose the first row."""
        first = self._items.index(0, 0)
        if first.isValid():
            self.setCurrentIndex(first)
            self.taken.emit()

    def _walked(self, index: _Index) -> None:
        if not self._silent and index.isValid():
            self.chosen.emit(*index.data(_WHERE))

    def _taken(self, index: _Index) -> None:
        self._walked(index)
        self.taken.emit()


class _Painter(QStyledItemDelegate):
    """Draws a row: a chapter, or a heading with its chapter below it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One line or two."""
        return QSize(self._theme.px(160), self._theme.px(_TWO if index.data(_BESIDE) else _ONE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        theme, px = self._theme, self._theme.px
        room: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(room, theme.colour("accent_soft"))
        beside = str(index.data(_BESIDE))
        inner = room.adjusted(px(8), px(4) if beside else 0, -px(8), -px(4) if beside else 0)
        lines = [(str(index.data()), theme.font(strong=chosen and not beside), "ink")]
        if beside:
            lines.append((beside, theme.font("small"), "secondary"))
        for number, (words, font, colour) in enumerate(lines):
            height = inner.height() // len(lines)
            box = QRect(inner.left(), inner.top() + number * height, inner.width(), height)
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), cut)
        painter.restore()
