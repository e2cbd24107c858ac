"""From the sheets of a workbook to the content of a pack, or everything that is wrong there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digimaturity.authoring.spreadsheet.codecs import WORDS, CellError
from digimaturity.authoring.spreadsheet.draft import Draft, put
from digimaturity.authoring.spreadsheet.problems import Cell, CellProblem
from digimaturity.authoring.spreadsheet.reading import Sheet, SheetRow
from digimaturity.authoring.spreadsheet.settings import settings
from digimaturity.authoring.spreadsheet.sheets import selection_tables, tables
from digimaturity.authoring.spreadsheet.structure_sheets import (
    take_areas,
    take_options,
    take_questions,
    take_settings,
)
from digimaturity.authoring.spreadsheet.tables import Table
from digimaturity.authoring.spreadsheet.taking import Taking
from digimaturity.i18n import Translate
from digimaturity.packs.problems import nearest

#: The form of pack.yaml that is written.
_FORMAT = 1


def gathered(sheets: Mapping[str, Sheet], t: Translate) -> Draft:
    """What the sheets say together; the problems are in the draft."""
    draft = Draft()
    draft.content.structure["format"] = _FORMAT
    pack = sheets.get("setting")
    rows = {str(row.values.get("setting", "")).strip(): row for row in pack.rows} if pack else {}
    languages = _languages(pack, rows, draft)
    draft.content.texts = {language: {} for language in languages}
    selects = "of" in rows and "value" in rows["of"].values
    own = selection_tables(t) if selects else tables(t)
    _check_form(sheets, own, languages, draft)
    if draft.problems:
        return draft
    opened = {table.name: Taking(draft, table, sheets[table.name], languages) for table in own}
    take_settings(opened["setting"], {setting.key: setting for setting in settings(t)})
    if selects:
        _take_list(opened["chosen"], "questions")
    else:
        _take_whole(opened)
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


def _check_form(
    sheets: Mapping[str, Sheet], own: Sequence[Table], languages: Sequence[str], draft: Draft
) -> None:
    """Whether every sheet and column is there, and no other column."""
    for table in own:
        sheet = sheets.get(table.name)
        if sheet is None:
            draft.note(Cell(), "sheet.missing", title=table.title, name=table.name)
            continue
        known = [column.key for column in table.columns(languages)] if languages else []
        missing = [key for key in known if key not in sheet.keys]
        for key in missing:
            draft.note(Cell(sheet.title, "A1"), "column.missing", name=key)
        for key, letter in sheet.keys.items():
            if languages and table.column(key, languages) is None:
                details = {"name": key, "suggestion": nearest(key, missing)}
                draft.note(Cell(sheet.title, f"{letter}1"), "column.unknown", **details)


def _take_whole(opened: Mapping[str, Taking]) -> None:
    areas = take_areas(opened["area"])
    questions = take_questions(opened["question"], areas, opened["area"].sheet.title)
    take_options(opened["option of"], questions, opened["question"].sheet.title)
    measures = opened["measure"]
    for place, (row, key) in enumerate(measures.unique()):
        measures.add(("measures", place), measures.take(row, "measures", key), row)
    items = opened["item"]
    for place, (row, key) in enumerate(items.unique()):
        items.add(("structure", "index", "items", place), items.take(row, "index", key), row)
    _take_list(opened["decision"], "decisions")
    _take_readings(opened["reading of"])
    _take_spoken(opened["profile"])
    _take_spoken(opened["term"])


def _take_list(taking: Taking, name: str) -> None:
    """A list of ids, in the structure under `name`, with their texts where they have any."""
    for place, (row, key) in enumerate(taking.unique()):
        taking.take(row, taking.table.section, key)
        put(taking.draft.content.structure, (name, place), key)
        taking.draft.place(("structure",), (name, place), taking.cell(row))


def _take_readings(taking: Taking) -> None:
    """What each level means; the levels of one thing count up from 1."""
    following: dict[tuple[str, str], int] = {}
    for row, key in taking.rows():
        part = taking.needed(row, "part")
        level = following.get((part, key), 1)
        if part is None:
            continue
        if taking.value(row, "level") != level:
            taking.draft.note(taking.cell(row, "level"), "row.level", value=key)
            continue
        following[part, key] = level + 1
        taking.texts((f"{part}_readings", key, level - 1), taking.said(row, "text"))


def _take_spoken(taking: Taking) -> None:
    """Things that are nothing but their texts."""
    section = taking.table.section
    for row, key in taking.unique():
        taking.take(row, section, key)
        if not any(key in own.get(section, {}) for own in taking.draft.content.texts.values()):
            taking.needed(row, taking.table.columns(taking.languages)[1].key)


def problems_in_order(problems: list[CellProblem]) -> tuple[CellProblem, ...]:
    """The problems as they stand, each once."""
    unique = {(p.cell, p.code, repr(sorted(p.details.items(), key=str))): p for p in problems}
    return tuple(unique.values())
