"""Draws the rows of companies straight from their model: nothing is asked for twice."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QStaticText, QTransform
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from digimaturity.services.clients import Due
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.companies_model import NUMBERS, Column, CompaniesModel
from digimaturity.ui.widgets.companies_rows import ClientRow

#: Space at the left and right of a cell (pixels at 100 %).
PAD = 10

#: So many texts are remembered as they are set.
_REMEMBERED = 5000


class RowPainter(QStyledItemDelegate):
    """`marked` is the row that is marked, -1 where none is."""

    def __init__(self, theme: Theme, model: CompaniesModel) -> None:
        super().__init__()
        self.marked = -1
        self._model, self._pad = model, theme.px(PAD)
        self._height = theme.px(theme.tokens.space.row)
        self._font, self._strong = theme.font(), theme.font(strong=True)
        self._metrics = {False: QFontMetrics(self._font), True: QFontMetrics(self._strong)}
        self._line = self._metrics[False].height()
        self._known: dict[tuple[str, int, bool], tuple[QStaticText, int]] = {}
        self._colours = {
            name: theme.colour(name)
            for name in ("ink", "secondary", "hairline", "accent_soft", "good", "bad")
        }

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """A row of the grid."""
        return QSize(1, self._height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, hairline and words."""
        place, column = index.row(), index.column()
        row = self._model.row(place)
        if row is None:
            return
        rect = option.rect
        left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
        if place == self.marked:
            painter.fillRect(rect, self._colours["accent_soft"])
        painter.fillRect(left, top + height - 1, width, 1, self._colours["hairline"])
        words = self._model.text(place, column)
        if not words:
            return
        strong = column == Column.NAME or (column == Column.DUE and row.due is Due.OVERDUE)
        room = width - 2 * self._pad
        laid, long = self._laid(words, room, strong=strong)
        painter.setFont(self._strong if strong else self._font)
        painter.setPen(self._colours[self._tone(column, words, row)])
        at = left + self._pad + (room - long if column in NUMBERS else 0)
        painter.drawStaticText(at, top + (height - self._line) // 2, laid)

    def _laid(self, words: str, room: int, *, strong: bool) -> tuple[QStaticText, int]:
        """The words as they are set, cut with … where there is no room, and how long they are.

        To set them takes longer than to draw them, and rows are scrolled: so it is remembered.
        """
        key = (words, room, strong)
        known = self._known.get(key)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            metrics = self._metrics[strong]
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            laid = QStaticText(cut)
            laid.setTextFormat(Qt.TextFormat.PlainText)
            laid.prepare(QTransform(), self._strong if strong else self._font)
            known = self._known[key] = (laid, metrics.horizontalAdvance(cut))
        return known

    @staticmethod
    def _tone(column: int, words: str, row: ClientRow) -> str:
        if column == Column.DUE:
            return "bad" if row.due is Due.OVERDUE else "secondary"
        if column == Column.CHANGE:
            return {"▲": "good", "▼": "bad"}.get(words[0], "secondary")
        return "secondary" if row.due is Due.ARCHIVED and column != Column.NAME else "ink"
