"""The applications as a table that Qt can show without widgets: searched and sorted in memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from digimaturity.domain.roadmap.items import System
from digimaturity.domain.roadmap.landscape import Landscape
from digimaturity.i18n import Translator
from digimaturity.report.use_words import use_names
from digimaturity.ui.matching import folded

_ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Column(IntEnum):
    """The columns, in their order."""

    NAME = 0
    USE = 1
    OWNER = 2
    COST = 3
    USERS = 4
    WITH_IT = 5
    LINKS = 6


#: Columns of numbers stand at the right.
NUMBERS = frozenset({Column.COST, Column.USERS, Column.LINKS})


@dataclass(frozen=True, slots=True)
class SystemRow:
    """An application in the words of its row, and what each column is sorted by (None: last)."""

    key: str
    cells: tuple[str, ...]
    order: tuple[Any, ...]
    find: str
    spoken: str


class SystemsModel(QAbstractTableModel):
    """Rows are what is shown of all; a click on a head sorts by it."""

    def __init__(self, t: Translator, year: int | None) -> None:
        super().__init__()
        self.names = column_names(t, year)
        self._all: tuple[SystemRow, ...] = ()
        self.rows: tuple[SystemRow, ...] = ()
        self._words: tuple[str, ...] = ()
        self.column, self.descending = Column.NAME, False

    def load(self, rows: Sequence[SystemRow]) -> None:
        """Show these from now on."""
        self._all = tuple(rows)
        self._show()

    def seek(self, typed: str) -> None:
        """Show only those that are found by this."""
        self._words = tuple(folded(typed).split())
        self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what has nothing there stands at the end, whichever way."""
        self.column, self.descending = Column(column), order == Qt.SortOrder.DescendingOrder
        self._show()

    def _show(self) -> None:
        found = [row for row in self._all if all(word in row.find for word in self._words)]
        having = [row for row in found if row.order[self.column] is not None]
        having.sort(key=lambda row: row.order[self.column], reverse=self.descending)
        rest = [row for row in found if row.order[self.column] is None]
        self.beginResetModel()
        self.rows = (*having, *rest)
        self.endResetModel()

    def place_of(self, key: str) -> int:
        """Where an application stands; -1 where it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), -1)

    # -- what Qt asks

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = _ROLE.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own
        """What a cell shows, and what is said of it."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return row.cells[column]
        if role == _ROLE.AccessibleTextRole:
            return row.spoken if column == Column.NAME else row.cells[column]
        if role == _ROLE.TextAlignmentRole:
            return _RIGHT if column in NUMBERS else _LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own
        """The name of a column, with the way in which it is sorted."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.DisplayRole:
            sign = ("↓" if self.descending else "↑") if section == self.column else ""
            return f"{self.names[section]} {sign}".strip()
        if role == _ROLE.TextAlignmentRole:
            return _RIGHT if section in NUMBERS else _LEFT
        return None


def column_names(t: Translator, year: int | None) -> Sequence[str]:
    """What the columns are called; costs are of a year."""
    cost = t("Cost {year}", year=year) if year else t("Cost")
    return (
        t("Application"),
        t("Used for"),
        t("Owner"),
        cost,
        t("Users"),
        t("With IT"),
        t("Interfaces"),
    )


def rows_of(landscape: Landscape, t: Translator) -> list[SystemRow]:
    """A row for each application."""
    joined: dict[str, int] = dict.fromkeys(landscape.systems, 0)
    for link in landscape.links:
        joined[link.origin] += 1
        joined[link.to] += 1
    make = _maker(landscape.costs.by_system, joined, landscape.costs.year, t)
    return [make(key, system) for key, system in landscape.systems.items()]


def _maker(
    costs: Mapping[str, float], joined: Mapping[str, int], year: int | None, t: Translator
) -> Callable[[str, System], SystemRow]:
    names, uses = column_names(t, year), use_names(t)
    with_it = {True: t("yes"), False: t("no"), None: "?"}
    unsaid = t("not stated")

    def made(key: str, one: System) -> SystemRow:
        cost = costs.get(key)
        cells = (
            one.name,
            uses.get(one.use, "") or one.purpose,
            one.owner,
            "" if cost is None else t.number(cost),
            "" if one.users is None else t.number(one.users),
            with_it[one.with_it],
            t.number(joined[key]),
        )
        said = zip(names[1:], cells[1:], strict=True)
        spoken = ", ".join(f"{name}: {cell or unsaid}" for name, cell in said)
        order = (
            _numbered(folded(one.name)),
            folded(cells[Column.USE]) or None,
            folded(one.owner) or None,
            cost,
            one.users,
            one.with_it,
            joined[key],
        )
        find = folded(" ".join((one.name, cells[Column.USE], one.owner, one.vendor, one.purpose)))
        return SystemRow(key, cells, order, find, f"{one.name}. {spoken}")

    return made


def _numbered(name: str) -> tuple[str | int, ...]:
    """Pieces of a name by which “Application 2” comes before “Application 10”."""
    pieces = re.split(r"([0-9]+)", name)
    return tuple(int(one) if place % 2 else one for place, one in enumerate(pieces))
