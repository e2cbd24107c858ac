"""Strict reading of a CSV table: fixed columns, and every fault with its line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection
from dataclasses import dataclass, field

from digimaturity.packs.nodes import decoded
from digimaturity.packs.problems import Problem

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


@dataclass(slots=True)
class Table:
    """The rows of a file, and the faults that were found in it so far."""

    name: str
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def fault(self, line: int, code: str, **details: object) -> None:
        """Note what is wrong in a line."""
        self.problems.append(Problem(self.name, line, code, details))


@dataclass(frozen=True, slots=True)
class Row:
    """One row; each getter notes a fault and gives a stand-in where the cell is wrong."""

    table: Table
    line: int
    cells: dict[str, str]

    def text(self, column: str, pattern: str = r".{1,200}") -> str:
        """The cell, which must match `pattern`."""
        cell = self.cells[column]
        if not re.fullmatch(pattern, cell):
            self.table.fault(self.line, "csv.cell", column=column, value=cell)
        return cell

    def choice(self, column: str, choices: Collection[str]) -> str:
        """The cell, which must be one of `choices`."""
        cell = self.cells[column]
        if cell not in choices:
            self.table.fault(
                self.line, "csv.choice", column=column, value=cell, choices=list(choices)
            )
        return cell

    def number(self, column: str, lowest: float, highest: float) -> float:
        """The cell as a number within the bounds; the lowest where it is none."""
        cell = self.cells[column]
        number = float(cell) if _NUMBER.fullmatch(cell) else None
        if number is None or not lowest <= number <= highest:
            self.table.fault(
                self.line, "csv.number", column=column, value=cell, lowest=lowest, highest=highest
            )
            return float(lowest)
        return number

    def whole(self, column: str, lowest: int, highest: int) -> int:
        """The cell as a whole number within the bounds; the lowest where it is none."""
        number = self.number(column, lowest, highest)
        if not number.is_integer():
            self.table.fault(self.line, "csv.cell", column=column, value=self.cells[column])
        return int(number)


def read_table(data: bytes, name: str, columns: Collection[str]) -> Table:
    """The table in `data`, whose first line must name exactly `columns` in this order."""
    table = Table(name)
    text, problem = decoded(data, name)
    if problem:
        table.problems.append(problem)
        return table
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        if next(reader, []) != list(columns):
            table.fault(1, "csv.header", columns=list(columns))
            return table
        for cells in reader:
            if len(cells) != len(columns):
                table.fault(reader.line_num, "csv.columns", wanted=len(columns), found=len(cells))
            else:
                found = dict(zip(columns, cells, strict=True))
                table.rows.append(Row(table, reader.line_num, found))
    except csv.Error:
        table.fault(reader.line_num, "csv.quotes")
    return table
