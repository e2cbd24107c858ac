"""The list of applications: a search above the table, where there are many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.systems_model import SystemRow, SystemsModel
from digimaturity.ui.widgets.systems_table import SystemsTable

#: From so many applications on there is a search; its width (pixels at 100 %).
_SEARCHED, _WIDTH = 12, 320


class SystemsList(QWidget):
    """`opened` carries the key of an application; `marked` where in this widget its row is."""

    opened = Signal(str)
    marked = Signal(QRect)

    def __init__(
        self, parts: Parts, rows: Sequence[SystemRow], year: int | None, sought: str
    ) -> None:
        super().__init__()
        t = parts.t
        self._model = SystemsModel(t, year)
        self.table = SystemsTable(parts.theme, t, self._model)
        self.search = QLineEdit(sought)
        self.search.setPlaceholderText(t("Find an application"))
        self.search.setAccessibleName(t("Find an application"))
        self.search.setMaximumWidth(parts.theme.px(_WIDTH))
        self.search.setAcceptDrops(False)  # a list may be dropped on it
        self.search.textChanged.connect(self._model.seek)
        self.search.returnPressed.connect(self._go_down)
        self.table.typed.connect(self._type)
        self.table.opened.connect(self.opened)
        self.table.marked.connect(self._tell)
        column = QVBoxLayout(self)
        spaced(column, 0, gap=parts.theme.px(8))
        if len(rows) >= _SEARCHED or sought:
            column.addWidget(self.search)
        else:
            self.search.setParent(self)
            self.search.hide()
        column.addWidget(self.table)
        self._model.load(rows)
        self._model.seek(sought)

    def _type(self, letters: str) -> None:
        if self.search.isVisible():
            self.search.setFocus()
            self.search.insert(letters)

    def _go_down(self) -> None:
        self.table.setFocus()
        if not self.table.key and self._model.rows:
            self.table.mark(self._model.rows[0].key)

    def _tell(self, room: QRect) -> None:
        place = self.table.mapTo(self, QPoint(0, room.top()))
        self.marked.emit(QRect(place, room.size()))
