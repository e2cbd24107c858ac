"""The table of companies: what the model holds, painted row by row without any widgets."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QStaticText,
    QTransform,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from digimaturity.i18n import Translator
from digimaturity.services.clients import Due
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.companies_model import (
    NUMBERS,
    ClientRow,
    Column,
    CompaniesModel,
    column_names,
)

#: Space at the left and right of a cell (pixels at 100 %).
_PAD = 10

#: Height of the headings (pixels at 100 %), and how many rows are to be seen at least.
_HEAD, _LEAST_ROWS = 36, 4

#: The least widths of the two columns that share what is left (pixels at 100 %).
_LEAST = {Column.NAME: 165, Column.SECTOR: 110}

#: Where there is no room for all, these go first.
_GIVE_WAY = (Column.SECTOR, Column.SIZE, Column.LAST, Column.LEVEL, Column.CHANGE, Column.SCORE)

#: So many cut texts are remembered.
_REMEMBERED = 5000


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
        self._painter = _Painter(theme, model)
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
            widths[column] = max(needed + px(2 * _PAD) + 2, px(_LEAST.get(column, 0)))
        return widths

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and a ring around the one where the keyboard is.

        All of the ground is painted here, so that what is scrolled needs not be painted anew.
        """
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("page"))
        painter.end()
        super().paintEvent(event)
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            row = self.visualRect(current)
            row.setLeft(0)
            row.setRight(self.viewport().width() - 1)
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -2), 3, 3)
            painter.end()


class _Painter(QStyledItemDelegate):
    """Draws a cell straight from the model: nothing is asked for twice."""

    def __init__(self, theme: Theme, model: CompaniesModel) -> None:
        super().__init__()
        self.marked = -1
        self._model, self._pad = model, theme.px(_PAD)
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
