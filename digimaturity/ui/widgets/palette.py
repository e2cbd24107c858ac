"""The palette: a few letters find a page, a command, a company or a question; Enter does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, line, spaced
from digimaturity.ui.widgets.overlay import Overlay

_Index = QModelIndex | QPersistentModelIndex

#: Pixels at 100 %, and how many rows are seen at once.
_WIDTH, _ROW, _ROWS = 640, 36, 10


@dataclass(frozen=True, slots=True)
class Found:
    """One row: what it is called, what beside it says of its kind, its key, and what it does."""

    text: str
    beside: str
    run: Callable[[], object]
    search: str
    key: str = ""


class Palette(Overlay):
    """`find` gives the rows for what is typed."""

    def __init__(
        self, theme: Theme, t: Translator, over: QWidget, find: Callable[[str], list[Found]]
    ) -> None:
        super().__init__(theme, over, t("Find and do anything"))
        self._t, self._find = t, find
        px = theme.px
        self.field = QLineEdit()
        self.field.setPlaceholderText(t("Page, command, company or question"))
        self.field.setAccessibleName(t("Find and do anything"))
        self.field.textChanged.connect(self.look_up)
        self.rows = _Rows(self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Painter(theme, self))
        self.list.setAccessibleName(t("What was found"))
        self.list.setProperty("kind", "palette")
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps the keyboard
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._do)
        self._nothing = label(t("Nothing is called so."), "secondary")
        self._nothing.setContentsMargins(px(16), px(12), px(16), px(12))
        column = QVBoxLayout(self.card)
        spaced(column, 1)
        head = QVBoxLayout()
        spaced(head, px(8))
        head.addWidget(self.field)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.look_up("")

    def open(self) -> None:
        """Show it, with the keyboard in the field."""
        super().open()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def look_up(self, query: str) -> None:
        """Show what fits; the first of it is what Enter does."""
        self.rows.show(self._find(query))
        some = bool(self.rows.found)
        self.list.setVisible(some)
        self._nothing.setVisible(not some)
        if some:
            self._choose(0)
        else:
            self._say(self._nothing.text())
        self.card.setGeometry(self.place())

    def look_again(self) -> None:
        """There is more to be found now; what is chosen stays where it still is."""
        chosen = self.list.currentIndex().row()
        self.look_up(self.field.text())
        if 0 < chosen < len(self.rows.found):
            self._choose(chosen)

    def place(self) -> QRect:
        """In the middle, and as high as what was found, in the upper part of the window."""
        px = self.theme.px
        width = min(px(_WIDTH), self.width() - px(32))
        top = min(px(72), self.height() // 10)
        rows = min(len(self.rows.found), _ROWS) * px(_ROW) + px(10)
        head = self.field.sizeHint().height() + px(16) + 3
        body = rows if self.rows.found else self._nothing.sizeHint().height()
        height = min(head + body, self.height() - top - px(16))
        return QRect((self.width() - width) // 2, top, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through the rows, Enter does what is chosen, Escape leaves."""
        match event.key():
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_PageUp:
                self._step(-_ROWS, round_about=False)
            case Qt.Key.Key_PageDown:
                self._step(_ROWS, round_about=False)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._do(self.list.currentIndex())
            case Qt.Key.Key_K if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.leave()
            case _:
                super().keyPressEvent(event)
        event.accept()

    def _step(self, by: int, *, round_about: bool = True) -> None:
        number = len(self.rows.found)
        if not number:
            return
        place = self.list.currentIndex().row() + by
        self._choose(place % number if round_about else max(0, min(place, number - 1)))

    def _choose(self, row: int) -> None:
        index = self.rows.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        place = self._t("{n} of {all}", n=row + 1, all=len(self.rows.found))
        self._say(f"{_words(self.rows.found[row])}, {place}")

    def _say(self, words: str) -> None:
        """The field has the keyboard; so a screen reader is told what is chosen below it."""
        self.field.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _do(self, index: _Index) -> None:
        if index.isValid():
            chosen = self.rows.found[index.row()]
            self.leave()  # first, so that what is done finds the keyboard where it was
            chosen.run()


class _Rows(QAbstractListModel):
    """What was found."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.found: list[Found] = []

    def show(self, found: list[Found]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row, and all that is said of it."""
        if not index.isValid():
            return None
        one = self.found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return one.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return _words(one)
            case Qt.ItemDataRole.UserRole:
                return one
        return None


class _Painter(QStyledItemDelegate):
    """Draws a row: what it is called at the left, its kind and its key at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are of one height."""
        return QSize(self._theme.px(320), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        theme, px = self._theme, self._theme.px
        one = index.data(Qt.ItemDataRole.UserRole)
        room: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, theme.colour("accent_soft"))
            painter.fillRect(room.left(), room.top(), 3, room.height(), theme.colour("accent"))
        inner = room.adjusted(px(16), 0, -px(16), 0)
        right = inner.right()
        small = theme.font("small")
        metrics = QFontMetrics(small)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(small)
        painter.setPen(theme.colour("secondary"))
        if one.key:
            right = self._draw_key(painter, inner, one.key, metrics) - px(12)
        wanted = min(metrics.horizontalAdvance(one.beside) + 2, inner.width() // 3)
        beside = metrics.elidedText(one.beside, Qt.TextElideMode.ElideRight, wanted)
        box = QRect(right - wanted, inner.top(), wanted, inner.height())
        painter.drawText(box, middle | int(Qt.AlignmentFlag.AlignRight), beside)
        words = QRect(
            inner.left(), inner.top(), right - wanted - px(16) - inner.left(), box.height()
        )
        painter.setFont(theme.font())
        painter.setPen(theme.colour("ink"))
        cut = QFontMetrics(theme.font()).elidedText(
            one.text, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, middle, cut)
        painter.restore()

    def _draw_key(self, painter: QPainter, room: QRect, key: str, metrics: QFontMetrics) -> int:
        """Draw the key as a cap; returns where it begins."""
        px = self._theme.px
        width, height = metrics.horizontalAdvance(key) + px(12), px(20)
        cap = QRect(room.right() - width, room.center().y() - height // 2, width, height)
        painter.setPen(QPen(self._theme.colour("control_border"), 1))
        painter.drawRoundedRect(cap, 3, 3)
        painter.setPen(self._theme.colour("secondary"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        return cap.left()


def _words(one: Found) -> str:
    return ", ".join(part for part in (one.text, one.beside, one.key) if part)
