"""A card of rows with hairlines between; a row is made anew only when it shows something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import line, spaced
from digimaturity.ui.widgets.slot import Slot

T = TypeVar("T")


class RowCard(QFrame):
    """Rows by their keys; without any it is hidden."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        spaced(self._column, theme.px(16), theme.px(4), theme.px(16), theme.px(4))
        self._rows: dict[str, _Row] = {}
        self.hide()

    @property
    def slots(self) -> list[Slot]:
        """The places of the rows, from top to bottom."""
        return [row.slot for row in self._rows.values()]

    def show_rows(self, pieces: Mapping[str, T], make: Callable[[str, T], QWidget]) -> None:
        """Show a row for each piece, in their order."""
        for key in [key for key in self._rows if key not in pieces]:
            gone = self._rows.pop(key)
            gone.hide()
            self._column.removeWidget(gone)
            gone.deleteLater()
        if list(self._rows) != list(pieces):
            self._rows = {key: self._rows.get(key) or _Row() for key in pieces}
            for place, row in enumerate(self._rows.values()):
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
        for place, (key, piece) in enumerate(pieces.items()):
            row = self._rows[key]
            row.line.setVisible(place > 0)
            row.slot.show_piece(piece, partial(make, key))
        self.setVisible(bool(pieces))


class _Row(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, 0)
        self.line, self.slot = line(), Slot()
        column.addWidget(self.line)
        column.addWidget(self.slot)
