"""The rows of two assessments side by side, as a list that Qt can show without widgets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from digimaturity.ui.compare_rows import CompareRow

#: A list has no rows below rows.
_ROOT = QModelIndex()


class CompareModel(QAbstractListModel):
    """What is shown, in its order; `opened` is the row below which all about it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[CompareRow, ...] = ()
        self.opened = ""
        #: What a screen reader hears of the row that is open, besides the row itself.
        self.more = ""

    def show(self, rows: Sequence[CompareRow]) -> None:
        """Show these from now on; what is open stays so where it is still shown."""
        if tuple(rows) == self.rows:
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        if self.place_of(self.opened) < 0:
            self.opened = self.more = ""
        self.endResetModel()

    def open(self, key: str, more: str) -> None:
        """Open one row, or with an empty key none."""
        before, self.opened, self.more = self.opened, key, more
        for one in {before, key}:
            if (place := self.place_of(one)) >= 0:
                self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, key: str) -> int:
        """Where a row stands; -1 where it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        if not index.isValid() or self.rows[index.row()].line is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """What the row is about; for a screen reader all that stands in it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            more = self.more if row.key == self.opened else ""
            return ". ".join(part for part in (row.words.said, more) if part)
        return None
