"""A pack as it comes out of a workbook: its content, and from which cell each value came."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from digimaturity.authoring.spreadsheet.codecs import CellError
from digimaturity.authoring.spreadsheet.content import Content
from digimaturity.authoring.spreadsheet.problems import Cell, CellProblem
from digimaturity.authoring.spreadsheet.reading import Sheet, SheetRow
from digimaturity.authoring.spreadsheet.tables import Column, Path


@dataclass(slots=True)
class Draft:
    """`places` maps paths to cells: ("structure", …), ("measures", …), ("texts", language, …)."""

    content: Content = field(default_factory=Content)
    places: dict[Path, Cell] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)

    def note(self, cell: Cell, code: str, **details: object) -> None:
        """Note a problem."""
        self.problems.append(CellProblem(cell, code, details))

    def value(self, sheet: Sheet, row: SheetRow, column: Column) -> Any:  # noqa: ANN401 - JSON
        """What a cell says; None where it is empty, or says nothing that is possible there."""
        raw = row.values.get(column.key)
        if raw is None:
            return None
        try:
            return column.field.codec.read(raw)
        except CellError as error:
            self.note(sheet.cell(column.key, row.number), error.code, **error.details)
            return None

    def place(self, base: Path, path: Path, cell: Cell) -> None:
        """Remember where the value at `path` below `base` comes from."""
        self.places[base + path] = cell

    def cell_of(self, path: Path) -> Cell | None:
        """The cell of the value at `path`, or of the nearest around it, or of the first in it."""
        if path in self.places:
            return self.places[path]
        for known, cell in self.places.items():
            if known[: len(path)] == path:
                return cell
        return self.cell_of(path[:-1]) if path else None

    def text(self, language: str, path: Path, value: str | None, cell: Cell) -> None:
        """Enter a text; an empty cell is remembered as the place of what may be missing."""
        self.place(("texts", language), path, cell)
        if value is not None:
            put(self.content.texts[language], path, value)


def put(part: Any, path: Path, value: Any) -> None:  # noqa: ANN401 - builds JSON values
    """Enter `value` at `path`, making mappings and lists on the way; gaps in lists are None."""
    for key, following in zip(path, [*path[1:], None], strict=True):
        fresh: Any = [] if isinstance(following, int) else {}
        if isinstance(key, int):
            part += [None] * (key + 1 - len(part))
            part[key] = value if following is None else part[key] or fresh
        elif following is None:
            part[key] = value
        else:
            part.setdefault(key, fresh)
        part = part[key]
