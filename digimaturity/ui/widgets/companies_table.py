"""The table of companies: what the model holds, painted row by row without any widgets."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.companies_model import Column, CompaniesModel, column_names
from digimaturity.ui.widgets.companies_painter import PAD, RowPainter
from digimaturity.ui.widgets.companies_rows import ClientRow
from digimaturity.ui.widgets.row_ring import draw_row_ring

#: Height of the headings (pixels at 100 %), and how many rows are to be seen at least.
_HEAD, _LEAST_ROWS = 36, 4

#: The least widths of the two columns that share what is left (pixels at 100 %).
_LEAST = {Column.NAME: 165, Column.SECTOR: 110}

#: Where there is no room for all, these go first.
_GIVE_WAY = (Column.SECTOR, Column.SIZE, Column.LAST, Column.LEVEL, Column.CHANGE, Column.SCORE)


class CompaniesTable(QTableView):
    """`opened` carries the id of a company; `typed` letters for the search.

    `menu_asked` carries a place in the window; `selected` the company that is marked, or None.
    """

    opened = Signal(str)
    typed = Signal(str)
    menu_asked = Signal(QPoint)
    selected = Signal(object)

    def __init__(self, theme: Theme, t: Translator, model: CompaniesModel) -> None:
        super().__init__()
        self._theme, self._rows = theme, model
        self._marked = ""
        self._painter = RowPainter(theme, model)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(t("Companies"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._set_up_headers(t)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        model.modelReset.connect(self._mark_again)

    def _set_up_headers(self, t: Translator) -> None:
        px, space = self._theme.px, self._theme.tokens.space
        lines = self.verticalHeader()
        lines.setVisible(False)
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(1)
        lines.setDefaultSectionSize(px(space.row))
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setMinimumSectionSize(1)
        heads.setSectionsClickable(True)
        heads.setHighlightSections(False)
        heads.setFixedHeight(px(_HEAD))
        self.setMinimumHeight(px(_HEAD + _LEAST_ROWS * space.row))
        heads.setCursor(Qt.CursorShape.PointingHandCursor)
        heads.setToolTip(t("Click a heading to sort by it; once more turns the order round."))
        heads.sectionClicked.connect(self.sort_by)

    # -- which company is marked

    @property
    def row(self) -> ClientRow | None:
        """The company that is marked."""
        return self._rows.row(self.currentIndex().row())

    def mark(self, company: str) -> bool:
        """Mark a company; False where it is not shown."""
        self._marked = company
        place = self._rows.place_of(company)
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place, Column.NAME))
        return place >= 0

    def mark_first(self) -> None:
        """Mark the first company that is shown, unless one is marked."""
        if self.row is None and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, Column.NAME))

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Another company is marked."""
        super().currentChanged(current, previous)
        row = self._rows.row(current.row())
        if row is not None:
            self._marked = row.client.id
        self._painter.marked = current.row()
        self.selected.emit(row)

    def _mark_again(self) -> None:
        """What is shown has changed: the company stays marked where it is still shown."""
        self._painter.marked = -1
        if not (self._marked and self.mark(self._marked)):
            self.selected.emit(None)

    # -- what the user does

    def sort_by(self, column: int) -> None:
        """Sort by a column; the same one once more turns the order round."""
        again = self._rows.column is Column(column) and not self._rows.descending
        order = Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder
        self._rows.sort(column, order)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, letters are for the search; all else as in any table."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        elif plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self._rows.rowCount() - 1
            place = 0 if event.key() == Qt.Key.Key_Home else last
            self.setCurrentIndex(self._rows.index(place, Column.NAME))
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # rows are walked through, not cells
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a company: under the pointer, or at its row for the menu key."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).bottomLeft()
        else:
            place = self.viewport().mapFromGlobal(event.globalPos())
            self.setCurrentIndex(self.indexAt(place))
        if self.row is not None:
            self.menu_asked.emit(self.viewport().mapToGlobal(place))

    def _open(self, place: int) -> None:
        row = self._rows.row(place)
        if row is not None:
            self.opened.emit(row.client.id)

    # -- how it looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give each column what it needs, and leave out what there is no room for."""
        room, widths = self.viewport().width(), self._widths()
        shown = set(Column)
        for column in _GIVE_WAY:
            if sum(widths[one] for one in shown) <= room:
                break
            shown.discard(column)
        spare = max(room - sum(widths[one] for one in shown), 0)
        if Column.SECTOR in shown:
            widths[Column.SECTOR] += round(0.4 * spare)
            spare -= round(0.4 * spare)
        widths[Column.NAME] += spare
        for column in Column:
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, widths[column])

    def _widths(self) -> dict[Column, int]:
        """What each column needs: its head, and the longest words in the rows that are seen."""
        px, model = self._theme.px, self._rows
        head = QFontMetrics(self._theme.font("small"))
        body = QFontMetrics(self._theme.font())
        strong = QFontMetrics(self._theme.font(strong=True))
        first = max(self.rowAt(0), 0)
        last = min(first + 40, model.rowCount())
        widths = {}
        for column, name in zip(Column, column_names(model.t), strict=True):
            needed = head.horizontalAdvance(f"{name} ↓")
            if column not in _LEAST:
                used = strong if column is Column.DUE else body
                texts = {model.text(place, column) for place in range(first, last)}
                needed = max([needed, *(used.horizontalAdvance(text) for text in texts)])
            widths[column] = max(needed + px(2 * PAD) + 2, px(_LEAST.get(column, 0)))
        return widths

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and a ring around the one where the keyboard is.

        All of the ground is painted here, so that what is scrolled needs not be painted anew.
        """
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("page"))
        painter.end()
        super().paintEvent(event)
        draw_row_ring(self, self._theme)
