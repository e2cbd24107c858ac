"""From the sheets of a workbook to the content of a pack, or everything that is wrong there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from digimaturity.authoring.spreadsheet.codecs import WORDS, CellError
from digimaturity.authoring.spreadsheet.draft import Draft, put
from digimaturity.authoring.spreadsheet.problems import Cell, CellProblem
from digimaturity.authoring.spreadsheet.reading import Sheet, SheetRow
from digimaturity.authoring.spreadsheet.settings import settings
from digimaturity.authoring.spreadsheet.tables import (
    Column,
    Path,
    Table,
    selection_tables,
    tables,
)
from digimaturity.i18n import Translate
from digimaturity.packs.problems import nearest

#: The form of pack.yaml that is written.
_FORMAT = 1


def gathered(sheets: Mapping[str, Sheet], t: Translate) -> Draft:
    """What the sheets say together."""
    draft = Draft()
    draft.content.structure["format"] = _FORMAT
    pack = sheets.get("setting")
    rows = {str(row.values.get("setting", "")).strip(): row for row in pack.rows} if pack else {}
    languages = _languages(pack, rows, draft)
    draft.content.texts = {language: {} for language in languages}
    own = selection_tables(t) if "of" in rows and "value" in rows["of"].values else tables(t)
    gathering = _Gathering(draft, sheets, languages, own, t)
    gathering.check_form()
    if not draft.problems:
        gathering.run()
    return draft


def _languages(pack: Sheet | None, rows: Mapping[str, SheetRow], draft: Draft) -> list[str]:
    if pack is None:
        return []
    row = rows.get("languages")
    raw = row.values.get("value") if row else None
    cell = pack.cell("value", row.number) if row else Cell(pack.title)
    if raw is None:
        draft.note(cell, "cell.needed", what="languages")
        return []
    try:
        return list(dict.fromkeys(WORDS.read(raw)))
    except CellError as error:
        draft.note(cell, error.code, **error.details)
        return []


@dataclass(slots=True)
class _Gathering:
    draft: Draft
    sheets: Mapping[str, Sheet]
    languages: list[str]
    tables: tuple[Table, ...]
    t: Translate
    #: The dimensions, areas and questions of the structure by their ids.
    dimensions: dict[str, dict[str, Any]] = field(default_factory=dict)
    areas: dict[str, tuple[Path, dict[str, Any]]] = field(default_factory=dict)
    questions: dict[str, tuple[Path, dict[str, Any]]] = field(default_factory=dict)

    # -- form ----------------------------------------------------------------------------------

    def check_form(self) -> None:
        """Whether every sheet and column is there, and no other."""
        for table in self.tables:
            if table.name not in self.sheets:
                details = {"title": table.title, "name": table.name}
                self.draft.note(Cell(), "sheet.missing", **details)
            elif self.languages:
                self._check_columns(table, self.sheets[table.name])

    def _check_columns(self, table: Table, sheet: Sheet) -> None:
        known = [column.key for column in table.columns(self.languages)]
        missing = [key for key in known if key not in sheet.keys]
        for key, letter in sheet.keys.items():
            if table.column(key, self.languages) is None:
                near = nearest(key, missing)
                details = {"name": key, "suggestion": near}
                self.draft.note(Cell(sheet.title, f"{letter}1"), "column.unknown", **details)
        for key in missing:
            self.draft.note(Cell(sheet.title, "A1"), "column.missing", name=key)

    # -- content -------------------------------------------------------------------------------

    def run(self) -> None:
        """Take in every sheet."""
        takers = {
            "setting": self._settings,
            "area": self._areas,
            "question": self._questions,
            "option of": self._options,
            "measure": self._measures,
            "item": self._items,
            "decision": self._decisions,
            "reading of": self._readings,
            "profile": self._spoken,
            "term": self._spoken,
            "chosen": self._chosen,
        }
        for table in self.tables:
            takers[table.name](table, self.sheets[table.name])

    def _rows(self, table: Table, sheet: Sheet) -> Iterator[tuple[SheetRow, str]]:
        """The rows with their ids."""
        column = table.columns(self.languages)[0]
        for row in sheet.rows:
            if column.key not in row.values:
                self.draft.note(sheet.cell(column.key, row.number), "row.id")
            elif key := self.draft.value(sheet, row, column):
                yield row, key

    def _unique(self, table: Table, sheet: Sheet) -> Iterator[tuple[SheetRow, str]]:
        """The rows with their ids, each once."""
        first: dict[str, Cell] = {}
        for row, key in self._rows(table, sheet):
            cell = sheet.cell(table.name, row.number)
            if key in first:
                self.draft.note(cell, "cell.twice", value=key, first=first[key].address)
            else:
                first[key] = cell
                yield row, key

    def _take(
        self, table: Table, sheet: Sheet, row: SheetRow, key: str, section: str = ""
    ) -> tuple[dict[str, Any], dict[Path, Cell]]:
        """The values of a row, and where they stand; its texts go into the section."""
        part: dict[str, Any] = {}
        places: dict[Path, Cell] = {}
        spoken: dict[Path, list[tuple[str, Any, Cell]]] = {}
        for column in self._columns(table, sheet):
            if not column.field.path:
                continue
            value = self.draft.value(sheet, row, column)
            cell = sheet.cell(column.key, row.number)
            if column.language:
                spoken.setdefault(column.field.path, []).append((column.language, value, cell))
            elif value is not None:
                put(part, column.field.path, value)
                places[column.field.path] = cell
        self._texts((section or table.section, key), spoken)
        return part, places

    def _columns(self, table: Table, sheet: Sheet) -> list[Column]:
        found = (table.column(key, self.languages) for key in sheet.keys)
        return [column for column in found if column]

    def _texts(self, base: Path, spoken: Mapping[Path, list[tuple[str, Any, Cell]]]) -> None:
        for path, said in spoken.items():
            unsaid = all(value is None for _, value, _ in said)
            faulty = {problem.cell for problem in self.draft.problems}
            for language, value, cell in said:
                self.draft.text(language, (*base, *path), value, cell)
                if value is None and not unsaid and path != ("forms",) and cell not in faulty:
                    self.draft.note(cell, "cell.language", language=language)

    def _add(self, base: Path, part: dict[str, Any], places: Mapping[Path, Cell]) -> None:
        for path, cell in places.items():
            self.draft.place(base, path, cell)
        if places:
            self.draft.place(base, (), next(iter(places.values())))
        put(self.draft.content.structure, base[1:], part)

    # -- sheets --------------------------------------------------------------------------------

    def _settings(self, table: Table, sheet: Sheet) -> None:
        known = {setting.key: setting for setting in settings(self.t)}
        for row, key in self._unique(table, sheet):
            setting = known.get(key)
            if setting is None:
                near = nearest(key, known)
                cell = sheet.cell("setting", row.number)
                self.draft.note(
                    cell, "cell.choice", value=key, choices=", ".join(known), suggestion=near
                )
            elif setting.spoken:
                said = [
                    (
                        code,
                        self._text(sheet, row, f"text {code}"),
                        sheet.cell(f"text {code}", row.number),
                    )
                    for code in self.languages
                ]
                self._texts((), {setting.path: said})
            elif (raw := row.values.get("value")) is not None:
                cell = sheet.cell("value", row.number)
                try:
                    put(self.draft.content.structure, setting.path, setting.codec.read(raw))
                    self.draft.place(("structure",), setting.path, cell)
                except CellError as error:
                    self.draft.note(cell, error.code, **error.details)
        self.draft.place(("structure",), (), Cell(sheet.title))
        for language in self.languages:
            self.draft.place(("texts", language), (), Cell(sheet.title))

    def _text(self, sheet: Sheet, row: SheetRow, key: str) -> str | None:
        column = self.tables[0].column(key, self.languages)
        value = self.draft.value(sheet, row, column) if column else None
        return value if isinstance(value, str) else None

    def _areas(self, table: Table, sheet: Sheet) -> None:
        self.draft.place(("structure",), ("dimensions",), Cell(sheet.title))
        dimensions: list[dict[str, Any]] = []
        part_of = next(c for c in table.columns(self.languages) if c.key == "part")
        for row, key in self._rows(table, sheet):
            part = self.draft.value(sheet, row, part_of)
            section = {"dimension": "dimensions", "area": "areas"}.get(str(part), "")
            if not section:
                if "part" not in row.values:
                    cell = sheet.cell("part", row.number)
                    self.draft.note(cell, "cell.needed", what="dimension, area")
                continue
            own, places = self._take(table, sheet, row, key, section)
            if section == "dimensions":
                dimensions.append(own)
                base: Path = ("structure", "dimensions", len(dimensions) - 1)
                self._add(base, {**own, "areas": []}, places)
                self.draft.place(base, ("areas",), sheet.cell(table.name, row.number))
            elif not dimensions:
                self.draft.note(sheet.cell(table.name, row.number), "row.dimension")
            else:
                place = len(dimensions) - 1
                areas = self.draft.content.structure["dimensions"][place]["areas"]
                base = ("structure", "dimensions", place, "areas", len(areas))
                self._add(base, {**own, "questions": []}, places)
                self.draft.place(base, ("questions",), sheet.cell(table.name, row.number))
                self.areas.setdefault(key, (base, areas[-1]))

    def _questions(self, table: Table, sheet: Sheet) -> None:
        columns = {column.key: column for column in table.columns(self.languages)}
        structure = self.draft.content.structure
        for row, key in self._unique(table, sheet):
            part = self.draft.value(sheet, row, columns["part"])
            of = self.draft.value(sheet, row, columns["of"])
            own, places = self._take(table, sheet, row, key)
            if own.get("kind") == "levels":
                del own["kind"]
            base: Path
            match part:
                case "area":
                    if (found := self._area(sheet, row, of)) is None:
                        continue
                    base = (*found[0], "questions", len(found[1]["questions"]))
                case "fact":
                    base = ("structure", "facts", len(structure.get("facts", ())))
                case "strategy" | "plan":
                    if of is None:
                        cell = sheet.cell("of", row.number)
                        self.draft.note(cell, "cell.needed", what=columns["of"].title)
                        continue
                    group, name = {"strategy": ("strategy", "id"), "plan": ("plans", "area")}[part]
                    outer: Path = ("structure", group, len(structure.get(group, ())))
                    put(structure, (*outer[1:], name), of)
                    self.draft.place(outer, (name,), sheet.cell("of", row.number))
                    base = (*outer, "question")
                case _:
                    if "part" not in row.values:
                        cell = sheet.cell("part", row.number)
                        self.draft.note(cell, "cell.needed", what=columns["part"].title)
                    continue
            self._add(base, own, places)
            self.questions[key] = (base, own)

    def _area(
        self, sheet: Sheet, row: SheetRow, of: str | None
    ) -> tuple[Path, dict[str, Any]] | None:
        cell = sheet.cell("of", row.number)
        if of is None:
            if "of" not in row.values:
                self.draft.note(cell, "cell.needed", what=self.tables[1].title)
            return None
        if of not in self.areas:
            details = {"title": self.sheets["area"].title, "suggestion": nearest(of, self.areas)}
            self.draft.note(cell, "cell.unknown", value=of, **details)
            return None
        return self.areas[of]

    def _options(self, table: Table, sheet: Sheet) -> None:
        columns = {column.key: column for column in table.columns(self.languages)}
        seen: dict[tuple[str, str], Cell] = {}
        for row, key in self._rows(table, sheet):
            cell = sheet.cell(table.name, row.number)
            option = self.draft.value(sheet, row, columns["option"])
            if key not in self.questions:
                details = {"title": self.sheets["question"].title}
                near = nearest(key, self.questions)
                self.draft.note(cell, "cell.unknown", value=key, suggestion=near, **details)
            elif option is None:
                self.draft.note(sheet.cell("option", row.number), "row.id")
            elif (key, option) in seen:
                place = seen[key, option].address
                self.draft.note(cell, "cell.twice", value=f"{key}, {option}", first=place)
            else:
                seen[key, option] = cell
                self._option(table, sheet, row, (key, option))

    def _option(self, table: Table, sheet: Sheet, row: SheetRow, ids: tuple[str, str]) -> None:
        base, question = self.questions[ids[0]]
        own: dict[str, Any] = {}
        places: dict[Path, Cell] = {}
        said: list[tuple[str, Any, Cell]] = []
        for column in self._columns(table, sheet):
            value = self.draft.value(sheet, row, column)
            cell = sheet.cell(column.key, row.number)
            if column.language:
                said.append((column.language, value, cell))
            elif column.field.path and value is not None:
                put(own, column.field.path, value)
                places[column.field.path] = cell
        self._texts(("questions", ids[0], "options"), {(ids[1],): said})
        self._add((*base, "options", len(question.get("options", ()))), own, places)

    def _measures(self, table: Table, sheet: Sheet) -> None:
        for row, key in self._unique(table, sheet):
            own, places = self._take(table, sheet, row, key)
            base: Path = ("measures", len(self.draft.content.measures))
            self.draft.content.measures.append(own)
            for path, cell in places.items():
                self.draft.place(base, path, cell)
            self.draft.place(base, (), sheet.cell(table.name, row.number))

    def _items(self, table: Table, sheet: Sheet) -> None:
        for place, (row, key) in enumerate(self._unique(table, sheet)):
            own, places = self._take(table, sheet, row, key)
            self._add(("structure", "index", "items", place), own, places)

    def _decisions(self, table: Table, sheet: Sheet) -> None:
        for place, (row, key) in enumerate(self._unique(table, sheet)):
            self._take(table, sheet, row, key)
            put(self.draft.content.structure, ("decisions", place), key)
            cell = sheet.cell(table.name, row.number)
            self.draft.place(("structure",), ("decisions", place), cell)

    def _readings(self, table: Table, sheet: Sheet) -> None:
        columns = {column.key: column for column in table.columns(self.languages)}
        expected: dict[tuple[str, str], int] = {}
        for row, key in self._rows(table, sheet):
            part = self.draft.value(sheet, row, columns["part"])
            level = self.draft.value(sheet, row, columns["level"])
            if part is None:
                if "part" not in row.values:
                    cell = sheet.cell("part", row.number)
                    self.draft.note(cell, "cell.needed", what="dimension, area")
                continue
            following = expected.get((part, key), 1)
            if level != following:
                self.draft.note(sheet.cell("level", row.number), "row.level", value=key)
                continue
            expected[part, key] = following + 1
            said = [
                (
                    code,
                    self.draft.value(sheet, row, columns[f"text {code}"]),
                    sheet.cell(f"text {code}", row.number),
                )
                for code in self.languages
            ]
            self._texts((f"{part}_readings", key), {(following - 1,): said})

    def _spoken(self, table: Table, sheet: Sheet) -> None:
        texts = self.draft.content.texts.values()
        for row, key in self._unique(table, sheet):
            self._take(table, sheet, row, key)
            if not any(key in own.get(table.section, {}) for own in texts):
                column = table.columns(self.languages)[1]
                self.draft.note(
                    sheet.cell(column.key, row.number), "cell.needed", what=column.title
                )

    def _chosen(self, table: Table, sheet: Sheet) -> None:
        for place, (row, key) in enumerate(self._unique(table, sheet)):
            put(self.draft.content.structure, ("questions", place), key)
            cell = sheet.cell(table.name, row.number)
            self.draft.place(("structure",), ("questions", place), cell)


def problems_in_order(problems: list[CellProblem]) -> tuple[CellProblem, ...]:
    """The problems as they stand, each once."""
    unique = {(p.cell, p.code, repr(sorted(p.details.items(), key=str))): p for p in problems}
    return tuple(unique.values())
