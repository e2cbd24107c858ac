"""The rows of the list of measures, as a list that Qt can show without widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from digimaturity.domain.roadmap.deciding import Standing

#: A list has no rows below rows.
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure in the words of its row; `about` stands below the title, `hue` is ``#rrggbb``."""

    id: str
    number: str
    title: str
    about: str
    gain: str
    days: str
    hue: str
    standing: Standing
    said: str


class MeasureModel(QAbstractListModel):
    """What is shown, in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[MeasureRow, ...] = ()

    def show(self, rows: Sequence[MeasureRow]) -> None:
        """Show these from now on."""
        if tuple(rows) == self.rows:
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def place_of(self, key: str) -> int:
        """Where a measure stands; -1 where it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.id == key), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The title; for a screen reader all that stands in the row."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.said
        return None
