"""A company found among thousands by a few letters: a field, and below it what it finds."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout

from digimaturity.i18n import Translator
from digimaturity.services.clients import read_clients
from digimaturity.ui.icons import put_icon
from digimaturity.ui.matching import folded
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.boxes import as_list
from digimaturity.ui.widgets.companies_rows import ClientRow, rows_of

_ROOT = QModelIndex()
#: Rows that are seen at once, and how high each is (pixels at 100 %).
_ROWS, _ROW = 6, 30
#: So many are listed: to lay out thousands takes longer than to draw a letter.
_LISTED = 200


class CompanySearch(QFrame):
    """`chosen` carries the id of a company; `left` tells that none is wanted."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        t, px = parts.t, parts.theme.px
        self._parts, self._model = parts, _Companies(parts.t, px(_ROW))
        self._without = ""
        self._asked: object = None
        self.setProperty("kind", "card")
        self._title = label("", "strong", wrap=True)
        self.close_button = button("", self.left.emit, "icon")
        put_icon(self.close_button, "x", parts.theme.colour("secondary"), px(16))
        self.close_button.setAccessibleName(t("Close the search for a company"))
        self.field = _Field(self)
        self.field.setPlaceholderText(t("Search name, sector, place, contact"))
        self.field.setAccessibleName(t("Search the companies"))
        self.list = QListView()
        as_list(self.list)
        self.list.setModel(self._model)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(t("Companies that were found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps the keyboard
        self.list.setFixedHeight(px(_ROWS * _ROW))
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self._count = label("", "small")
        head = QHBoxLayout()
        spaced(head, 0)
        head.addWidget(self._title, stretch=1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        spaced(column, px(12), gap=px(8))
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self._count)
        # What was typed is sought once the letter itself has been drawn.
        self._seeking = QTimer(self, interval=0, singleShot=True)
        self._seeking.timeout.connect(self._seek)
        self.field.textChanged.connect(lambda _: self._seeking.start())

    def begin(self, title: str, without: str) -> None:
        """Offer all companies that were ever assessed but one."""
        self._title.setText(title)
        self._without = without
        self.field.clear()
        session, t = self._parts.session, self._parts.t
        workspace, aliases = session.workspace, session.aliases
        if workspace is None:
            return
        self._asked = asked = object()
        today = date.today()  # noqa: DTZ011 - the user's own day

        def read() -> tuple[object, tuple[ClientRow, ...]]:
            return asked, rows_of(read_clients(workspace), today, t, aliases)

        self._parts.tasks.run(read, self._read, self._parts.shell.report)

    def _read(self, found: tuple[object, tuple[ClientRow, ...]]) -> None:
        asked, rows = found
        if asked is self._asked:
            self._model.load(
                [
                    row
                    for row in rows
                    if row.client.id != self._without
                    and (row.client.last is not None or row.client.in_progress)
                ]
            )
            self._seek()

    def _seek(self) -> None:
        self._model.seek(self.field.text())
        t, n = self._parts.t, self._model.found
        words = [t.plural("{n} company", "{n} companies", n)]
        if n > _LISTED:
            words.append(t("the first {n} are listed", n=_LISTED))
        self._count.setText(" · ".join(words))
        self._mark(0)

    def _mark(self, place: int) -> None:
        n = self._model.rowCount()
        if n:
            index = self._model.index(min(max(place, 0), n - 1))
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
            self.field.setAccessibleDescription(str(index.data()))

    def step(self, key: Qt.Key) -> bool:
        """Walk through what was found, choose, or leave; False for any other key."""
        now = self.list.currentIndex().row()
        match key:
            case Qt.Key.Key_Down:
                self._mark(now + 1)
            case Qt.Key.Key_Up:
                self._mark(now - 1)
            case Qt.Key.Key_PageDown:
                self._mark(now + _ROWS)
            case Qt.Key.Key_PageUp:
                self._mark(now - _ROWS)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._seek_now()
                self._choose(self.list.currentIndex().row())
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                return False
        return True

    def _seek_now(self) -> None:
        if self._seeking.isActive():
            self._seeking.stop()
            self._seek()

    def _choose(self, place: int) -> None:
        row = self._model.row(place)
        if row is not None:
            self.chosen.emit(row.client.id)


class _Field(QLineEdit):
    """The arrows walk through what was found below."""

    def __init__(self, around: CompanySearch) -> None:
        super().__init__()
        self._around = around
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What leads on, and letters."""
        if not self._around.step(Qt.Key(event.key())):
            super().keyPressEvent(event)


class _Companies(QAbstractListModel):
    """Those that are found, by name; the first of them are its rows."""

    def __init__(self, t: Translator, height: int) -> None:
        super().__init__()
        # No wider than the list: what has no room is cut with ….
        self._t, self._size = t, QSize(1, height)
        self._all: list[ClientRow] = []
        self._shown: list[ClientRow] = []
        #: How many are found in all.
        self.found = 0

    def load(self, rows: list[ClientRow]) -> None:
        """Seek in these from now on."""
        self._all = rows

    def seek(self, typed: str) -> None:
        """Show only companies with a word that begins so for each word that was typed."""
        found = self._all
        for word in folded(typed).split():
            begun = f" {word}"
            found = [row for row in found if begun in row.find]
        self.beginResetModel()
        self.found, self._shown = len(found), found[:_LISTED]
        self.endResetModel()

    def row(self, place: int) -> ClientRow | None:
        """The company in that row; None where there is none."""
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """How many are listed."""
        return 0 if parent.isValid() else len(self._shown)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name, sector, and when it was assessed last."""
        row = self.row(index.row())
        if role == Qt.ItemDataRole.SizeHintRole:
            return self._size
        if row is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        last = str(row.client.last.year) if row.client.last else self._t("in progress")
        return " · ".join(part for part in (row.name, row.sector, last) if part)
