"""Takes the rows of one sheet into a draft: ids, values, and texts in all languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from digimaturity.authoring.spreadsheet.draft import Draft, put
from digimaturity.authoring.spreadsheet.problems import Cell
from digimaturity.authoring.spreadsheet.reading import Sheet, SheetRow
from digimaturity.authoring.spreadsheet.tables import Column, Path, Table

#: A text in one language: the language, the text or None, and its cell.
Said = tuple[str, Any, Cell]


@dataclass(frozen=True, slots=True)
class Taken:
    """The values of a row, and where each of them stands."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Cell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taking:
    """One sheet that is taken into the draft."""

    draft: Draft
    table: Table
    sheet: Sheet
    languages: Sequence[str]

    def rows(self) -> Iterator[tuple[SheetRow, str]]:
        """The rows with their ids; a row without one is a problem."""
        for row in self.sheet.rows:
            if self.table.name not in row.values:
                self.draft.note(self.cell(row), "row.id")
            elif key := self.value(row, self.table.name):
                yield row, key

    def unique(self) -> Iterator[tuple[SheetRow, str]]:
        """The rows with their ids; an id that comes again is a problem."""
        first: dict[str, str] = {}
        for row, key in self.rows():
            cell = self.cell(row)
            if key in first:
                self.draft.note(cell, "cell.twice", value=key, first=first[key])
            else:
                first[key] = cell.address
                yield row, key

    def cell(self, row: SheetRow, key: str = "") -> Cell:
        """The place of a value, or of the row's id."""
        return self.sheet.cell(key or self.table.name, row.number)

    def value(self, row: SheetRow, key: str) -> Any:  # noqa: ANN401 - JSON values
        """What the cell in a column says; None where it is empty, or wrong."""
        column = self.table.column(key, self.languages)
        return self.draft.value(self.sheet, row, column) if column else None

    def needed(self, row: SheetRow, key: str) -> Any:  # noqa: ANN401 - JSON values
        """The same; an empty cell is a problem."""
        if key not in row.values:
            column = self.table.column(key, self.languages)
            what = column.title if column else key
            self.draft.note(self.cell(row, key), "cell.needed", what=what)
        return self.value(row, key)

    def unused(self, row: SheetRow, *keys: str) -> None:
        """Cells of this row that say something where nothing is read are problems."""
        for key in keys:
            if key in row.values:
                self.draft.note(self.cell(row, key), "cell.unused")

    def take(self, row: SheetRow, *base: str) -> Taken:
        """The values of a row; its texts go where `base`, the section and the id, says, if any."""
        taken = Taken()
        spoken: dict[Path, list[Said]] = {}
        for column in self._columns():
            path = column.field.path
            value = self.draft.value(self.sheet, row, column) if path else None
            cell = self.cell(row, column.key)
            if path and column.language:
                spoken.setdefault(path, []).append((column.language, value, cell))
            elif value is not None:
                put(taken.values, path, value)
                taken.places[path] = cell
        for path, said in spoken.items() if base else ():
            self.texts((*base, *path), said)
        return taken

    def _columns(self) -> list[Column]:
        found = (self.table.column(key, self.languages) for key in self.sheet.keys)
        return [column for column in found if column]

    def said(self, row: SheetRow, name: str) -> list[Said]:
        """The text of that name in each language."""
        keys = [(language, f"{name} {language}") for language in self.languages]
        return [(language, self.value(row, key), self.cell(row, key)) for language, key in keys]

    def texts(self, path: Path, said: Sequence[Said]) -> None:
        """Enter a text in all languages; one that only some have is a problem."""
        unsaid = all(value is None for _, value, _ in said)
        faulty = {problem.cell for problem in self.draft.problems}
        for language, value, cell in said:
            self.draft.text(language, path, value, cell)
            if value is None and not unsaid and path[-1] != "forms" and cell not in faulty:
                self.draft.note(cell, "cell.language", language=language)

    def add(self, base: Path, taken: Taken, row: SheetRow, **more: object) -> None:
        """Enter the values of a row at `base` in the structure or the measures."""
        self.place(base, taken.places)
        self.draft.place(base, (), self.cell(row))
        taken.values.update(more)
        content = self.draft.content
        put({"structure": content.structure, "measures": content.measures}, base, taken.values)

    def place(self, base: Path, places: Mapping[Path, Cell]) -> None:
        """Remember where values come from."""
        for path, cell in places.items():
            self.draft.place(base, path, cell)
