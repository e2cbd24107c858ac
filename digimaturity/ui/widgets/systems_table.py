"""The table of applications: as high as all of its rows, painted without widgets."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.row_ring import draw_row_ring
from digimaturity.ui.widgets.systems_model import NUMBERS, Column, SystemsModel

#: Height of the heads, space beside words, least width of a name (pixels at 100 %).
_HEAD, _PAD, _NAME = 36, 10, 168
#: The most that a column of words takes (pixels at 100 %).
_MOST = {Column.USE: 232, Column.OWNER: 168}
#: What of it they leave to names that are longer, and the most that names get so.
_LEAST, _LONG_NAME = {Column.USE: 136, Column.OWNER: 112}, 320
#: Where there is no room for all, these go first.
_GIVE_WAY = (Column.LINKS, Column.USERS, Column.OWNER, Column.USE, Column.WITH_IT)


class SystemsTable(QTableView):
    """`opened` carries the key of an application; `typed` letters for the search.

    `marked` tells where in this widget the row is that has the keyboard.
    """

    opened = Signal(str)
    typed = Signal(str)
    marked = Signal(QRect)

    def __init__(self, theme: Theme, t: Translator, model: SystemsModel) -> None:
        super().__init__()
        self._theme, self._rows = theme, model
        self.setModel(model)
        self._painter = _CellPainter(theme, self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(t("Applications"))
        self.setAccessibleDescription(t("Enter opens an application."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self._set_up_heads(t)
        model.modelReset.connect(self.fit)
        self.fit()

    def _set_up_heads(self, t: Translator) -> None:
        lines = self.verticalHeader()
        lines.setVisible(False)
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(1)
        lines.setDefaultSectionSize(self._row_height)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setMinimumSectionSize(1)
        heads.setSectionsClickable(True)
        heads.setHighlightSections(False)
        heads.setFixedHeight(self._theme.px(_HEAD))
        heads.setToolTip(t("Click a heading to sort by it; once more turns the order round."))
        heads.sectionClicked.connect(self._sort_by)

    @property
    def _row_height(self) -> int:
        return self._theme.px(self._theme.tokens.space.row)

    # -- which row is marked

    @property
    def key(self) -> str:
        """The application where the keyboard is; empty where there is none."""
        place = self.currentIndex().row()
        return self._rows.rows[place].key if 0 <= place < len(self._rows.rows) else ""

    def mark(self, key: str) -> bool:
        """Mark an application; False where it is not shown."""
        place = self._rows.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place, Column.NAME))
        return place >= 0

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Another row has the keyboard."""
        super().currentChanged(current, previous)
        if current.isValid():
            room = self.visualRect(current)
            self.marked.emit(room.translated(0, self.horizontalHeader().height()))

    # -- what the user does

    def _sort_by(self, column: int) -> None:
        again = self._rows.column is Column(column) and not self._rows.descending
        kept = self.key
        order = Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder
        self._rows.sort(column, order)
        self.mark(kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, letters are for the search; all else as in any table."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        last = len(self._rows.rows) - 1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.key:
                self.opened.emit(self.key)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            place = 0 if event.key() == Qt.Key.Key_Home else last
            self.setCurrentIndex(self._rows.index(place, Column.NAME))
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape):
            event.ignore()  # rows are walked through, not cells
        elif plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens what was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            found = self.indexAt(event.position().toPoint())
            if found.isValid():
                self.opened.emit(self._rows.rows[found.row()].key)

    # -- how it looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width."""
        super().resizeEvent(event)
        self._share(self.viewport().width())

    def fit(self) -> None:
        """As high as all rows."""
        rows = max(1, len(self._rows.rows))
        self.setFixedHeight(self._theme.px(_HEAD) + rows * self._row_height + 2)
        self._share(self.viewport().width())

    def _share(self, room: int) -> None:
        widths, shown = self._widths(), set(Column)
        for column in _GIVE_WAY:
            if sum(widths[one] for one in shown) <= room:
                break
            shown.discard(column)
        widths[Column.NAME] += max(room - sum(widths[one] for one in shown), 0)
        for column, least in _LEAST.items():
            if column in shown:
                spare = max(widths[column] - self._theme.px(least), 0)
                given = min(spare, max(self._name_width() - widths[Column.NAME], 0))
                widths[column] -= given
                widths[Column.NAME] += given
        for column in Column:
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, widths[column])

    def _name_width(self) -> int:
        """What the longest name needs, up to a measure."""
        px, strong = self._theme.px, QFontMetrics(self._theme.font(strong=True))
        names = (row.cells[Column.NAME] for row in self._rows.rows[:60])
        needed = max((strong.horizontalAdvance(name) for name in names), default=0)
        return min(needed + px(2 * _PAD) + 2, px(_LONG_NAME))

    def _widths(self) -> dict[Column, int]:
        """What each column needs for its head and its longest words, up to a measure."""
        px = self._theme.px
        head = QFontMetrics(self._theme.font("small"))
        body = QFontMetrics(self._theme.font())
        widths = {}
        for column in Column:
            needed = head.horizontalAdvance(f"{self._rows.names[column]} ↓")
            if column is not Column.NAME:
                texts = {row.cells[column] for row in self._rows.rows[:60]}
                needed = max([needed, *(body.horizontalAdvance(text) for text in texts)])
            needed += px(2 * _PAD) + 2
            widths[column] = min(needed, px(_MOST[column])) if column in _MOST else needed
        widths[Column.NAME] = max(widths[Column.NAME], px(_NAME))
        return widths

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and a ring around the one where the keyboard is."""
        super().paintEvent(event)
        draw_row_ring(self, self._theme)


class _CellPainter(QStyledItemDelegate):
    """A cell: words cut with …, and a hairline below; what is missing or without IT stands out."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme, self._pad = theme, theme.px(_PAD)
        self._font, self._strong = theme.font(), theme.font(strong=True)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """A row of the grid."""
        return QSize(1, self._theme.px(self._theme.tokens.space.row))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Words and hairline."""
        rect: QRect = option.rect
        painter.fillRect(
            rect.left(), rect.bottom(), rect.width(), 1, self._theme.colour("hairline")
        )
        words = str(index.data() or "—")
        column = Column(index.column())
        strong = column is Column.NAME
        painter.setFont(self._strong if strong else self._font)
        painter.setPen(self._theme.colour("ink" if index.data() else "secondary"))
        room = rect.adjusted(self._pad, 0, -self._pad, 0)
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
