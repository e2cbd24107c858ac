"""The companies as a table: searched, filtered and sorted in memory, be they ten thousand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from digimaturity.domain.company import size_class_of
from digimaturity.domain.texts import Localized
from digimaturity.i18n import Translator
from digimaturity.report.peers import size_name
from digimaturity.services.client_words import (
    change_sign,
    change_words,
    due_words,
    level_words,
    size_words,
)
from digimaturity.services.clients import ClientScore, Due
from digimaturity.ui.matching import folded
from digimaturity.ui.widgets.companies_rows import ClientRow, Filter

_ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Column(IntEnum):
    """The columns, in their order."""

    NAME = 0
    SECTOR = 1
    SIZE = 2
    LAST = 3
    LEVEL = 4
    SCORE = 5
    CHANGE = 6
    DUE = 7


#: Columns of numbers stand at the right.
NUMBERS = frozenset({Column.SCORE, Column.CHANGE})

#: What is answered about a heading.
_OF_HEADINGS = frozenset({_ROLE.DisplayRole, _ROLE.AccessibleTextRole, _ROLE.TextAlignmentRole})

#: What they show is computed, and comes later.
_COMPUTED = frozenset({Column.LEVEL, Column.SCORE, Column.CHANGE})


class CompaniesModel(QAbstractTableModel):
    """Rows are what is shown of `all_rows`; `scores` come to it as they are computed."""

    def __init__(self, t: Translator, today: date) -> None:
        super().__init__()
        self.t, self._today = t, today
        self._names = column_names(t)  # Qt asks for them hundreds of times
        self.all_rows: tuple[ClientRow, ...] = ()
        self.scores: dict[str, ClientScore] = {}
        self._levels: dict[str, tuple[Localized, ...]] = {}
        self._words: tuple[str, ...] = ()
        self._filter = Filter()
        self.column, self.descending = Column.NAME, False
        self._ordered: list[ClientRow] = []
        self._shown: list[ClientRow] = []
        self._texts: dict[str, tuple[str, ...]] = {}

    # -- what is shown

    def load(self, rows: tuple[ClientRow, ...]) -> None:
        """Show these companies from now on; they come by name."""
        self.all_rows = rows
        self._texts.clear()
        self._order()

    def take(
        self, scores: Mapping[str, ClientScore], levels: Mapping[str, tuple[Localized, ...]]
    ) -> None:
        """Know more scores."""
        self.scores.update(scores)
        self._levels.update(levels)
        for company in scores:
            self._texts.pop(company, None)
        if self.column in _COMPUTED:
            self._order()
        elif self._shown:
            last = self.index(len(self._shown) - 1, Column.CHANGE)
            self.dataChanged.emit(self.index(0, Column.LEVEL), last)

    def seek(self, typed: str) -> None:
        """Show only companies that are found by this."""
        words = tuple(f" {word}" for word in folded(typed).split())
        if words != self._words:
            self._words = words
            self._show()

    def narrow(self, chosen: Filter) -> None:
        """Show only companies that pass this filter."""
        self._filter = chosen
        self._order()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what has nothing there stands at the end, whichever way."""
        self.column, self.descending = Column(column), order == Qt.SortOrder.DescendingOrder
        self._order()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def _order(self) -> None:
        rows = list(filter(self._filter.lets_pass, self.all_rows))
        key = self._keys()[self.column]
        keyed = [(key(row), row) for row in rows]
        having = [pair for pair in keyed if pair[0] is not None]
        having.sort(key=lambda pair: pair[0], reverse=self.descending)
        self._ordered = [row for _, row in having]
        self._ordered += [row for value, row in keyed if value is None]
        self._show()

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = self._found(self._ordered)
        self.endResetModel()

    def _found(self, rows: list[ClientRow]) -> list[ClientRow]:
        """Those with a word that begins so for each word that is sought."""
        for word in self._words:
            rows = [row for row in rows if word in row.find]
        return rows

    def _keys(self) -> dict[Column, Callable[[ClientRow], Any]]:
        scores = self.scores

        def scored(what: str) -> Callable[[ClientRow], Any]:
            return lambda row: getattr(scores.get(row.client.id), what, None)

        return {
            Column.NAME: lambda row: row.order,
            Column.SECTOR: lambda row: row.sector or None,
            Column.SIZE: lambda row: row.client.employees,
            Column.LAST: lambda row: row.client.last,
            Column.LEVEL: scored("level"),
            Column.SCORE: scored("points"),
            Column.CHANGE: scored("change"),
            Column.DUE: _due_order,
        }

    # -- what others ask

    @property
    def overdue(self) -> int:
        """How many of the companies that are shown are overdue."""
        return sum(row.due is Due.OVERDUE for row in self._shown)

    def row(self, place: int) -> ClientRow | None:
        """The company in that row of the table; None where there is none."""
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def place_of(self, company: str) -> int:
        """The row of a company; -1 where it is not shown."""
        found = (place for place, row in enumerate(self._shown) if row.client.id == company)
        return next(found, -1)

    def found_elsewhere(self) -> int:
        """How many archived companies the search would find, where these are not shown."""
        if self._filter.state is Due.ARCHIVED:
            return 0
        return len(self._found([row for row in self.all_rows if row.due is Due.ARCHIVED]))

    def text(self, place: int, column: int) -> str:
        """What stands in a cell."""
        return self._cells(self._shown[place])[column]

    def _cells(self, row: ClientRow) -> tuple[str, ...]:
        known = self._texts.get(row.client.id)
        if known is None:
            client, t, score = row.client, self.t, self.scores.get(row.client.id)
            points = "" if score is None or score.points is None else str(score.points)
            known = (
                row.name,
                row.sector,
                size_words(client),
                str(client.last.year) if client.last else "",
                level_words(score, self._levels.get(client.id, ()), t),
                points,
                change_sign(score),
                due_words(client, self._today, t),
            )
            self._texts[row.client.id] = known
        return known

    def spoken(self, row: ClientRow) -> str:
        """A whole row in words."""
        t, score, cells = self.t, self.scores.get(row.client.id), self._cells(row)
        parts = [row.sector]
        if row.client.employees is not None:
            parts.append(size_name(t, size_class_of(row.client.employees)))
        if row.client.last:
            parts.append(t("last assessed {year}", year=row.client.last.year))
        if cells[Column.LEVEL]:
            parts.append(t("level {level}", level=cells[Column.LEVEL]))
        if cells[Column.SCORE]:
            parts.append(t("score {points}", points=cells[Column.SCORE]))
        parts += [change_words(score, t), cells[Column.DUE]]
        return ", ".join(part.rstrip(".") for part in parts if part)

    # -- what Qt asks

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many companies are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = _ROLE.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own
        """A cell, in letters or in words."""
        row = self.row(index.row())
        if row is None:
            return None
        column = index.column()
        if role == _ROLE.DisplayRole:
            return self._cells(row)[column]
        if role == _ROLE.AccessibleTextRole:
            return self._said(row, Column(column))
        if role == _ROLE.AccessibleDescriptionRole and column == Column.NAME:
            return self.spoken(row)
        if role == _ROLE.ToolTipRole:
            return self._tip(row, Column(column))
        if role == _ROLE.TextAlignmentRole:
            return _RIGHT if column in NUMBERS else _LEFT
        return None

    def _said(self, row: ClientRow, column: Column) -> str:
        """What a screen reader says of a cell: no signs, and never nothing."""
        t, shown = self.t, self._cells(row)[column]
        if column is Column.CHANGE:
            return change_words(self.scores.get(row.client.id), t) or t("not known yet")
        if column is Column.SIZE and row.client.employees is not None:
            return size_name(t, size_class_of(row.client.employees))
        if shown:
            return shown
        return t("not known yet") if column in _COMPUTED and row.client.last else t("not stated")

    def _tip(self, row: ClientRow, column: Column) -> str:
        if column is Column.CHANGE:
            return change_words(self.scores.get(row.client.id), self.t)
        if column is Column.DUE and row.due_day is not None:
            return self.t.date(row.due_day)
        if column is Column.LAST and row.client.last is not None:
            return self.t.date(row.client.last)
        return self._cells(row)[column]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own
        """The name of a column, with the way in which it is sorted."""
        if orientation is not Qt.Orientation.Horizontal or role not in _OF_HEADINGS:
            return None
        column, name = Column(section), self._names[section]
        if role == _ROLE.DisplayRole:
            sign = ("↓" if self.descending else "↑") if column is self.column else ""
            return f"{name} {sign}".strip()
        if role == _ROLE.AccessibleTextRole:
            if column is not self.column:
                return name
            if self.descending:
                return self.t("{name}, sorted downwards", name=name)
            return self.t("{name}, sorted upwards", name=name)
        return _RIGHT if column in NUMBERS else _LEFT


def column_names(t: Translator) -> Sequence[str]:
    """What the columns are called."""
    return (
        t("Name"),
        t("Sector"),
        t("People"),
        t("Last"),
        t("Level"),
        t("Score"),
        t("Change"),
        t("Next due"),
    )


def _due_order(row: ClientRow) -> tuple[int, date] | None:
    """What has been due longest first; then what is under way."""
    if row.due is Due.IN_PROGRESS:
        return 1, row.due_day or date.max
    return None if row.due_day is None else (0, row.due_day)
