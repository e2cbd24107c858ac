"""From the content of a pack to the rows of its sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from digimaturity.authoring.spreadsheet.content import Content
from digimaturity.authoring.spreadsheet.settings import settings
from digimaturity.authoring.spreadsheet.tables import Field, Path, Table
from digimaturity.i18n import Translate

#: The cells of one row by the keys of their columns, as a spreadsheet holds them.
RowCells = dict[str, Any]


def dug(part: Any, path: Path) -> Any:  # noqa: ANN401 - walks through JSON values
    """The value at `path`, or None."""
    for key in path:
        there = isinstance(part, dict) and key in part
        if not there and not (isinstance(part, list) and isinstance(key, int) and key < len(part)):
            return None
        part = part[key]
    return part


def rows_of(content: Content, table: Table, t: Translate) -> list[RowCells]:
    """The rows of one sheet."""
    makers: dict[str, Callable[[], Iterable[RowCells]]] = {
        "setting": lambda: _settings(content, t),
        "area": lambda: _areas(content, table),
        "question": lambda: _questions(content, table),
        "option of": lambda: _options(content),
        "measure": lambda: (_entry(content, table, m["id"], m) for m in content.measures),
        "item": lambda: (
            _entry(content, table, item["code"], item)
            for item in content.structure.get("index", {}).get("items", ())
        ),
        "decision": lambda: (
            _entry(content, table, key, {}) for key in content.structure.get("decisions", ())
        ),
        "reading of": lambda: _readings(content),
        "profile": lambda: _spoken(content, table),
        "term": lambda: _spoken(content, table),
        "chosen": lambda: ({"chosen": key} for key in content.structure["questions"]),
    }
    return list(makers[table.name]())


def _settings(content: Content, t: Translate) -> Iterator[RowCells]:
    for setting in settings(t):
        row: RowCells = {"setting": setting.key, "note": setting.note}
        if setting.spoken:
            for language, texts in content.texts.items():
                row[f"text {language}"] = dug(texts, setting.path)
        elif (value := dug(content.structure, setting.path)) is not None:
            row["value"] = setting.codec.shown(value)
        yield row


def _areas(content: Content, table: Table) -> Iterator[RowCells]:
    for dimension in content.structure["dimensions"]:
        yield {
            **_entry(content, table, dimension["id"], dimension, "dimensions"),
            "part": "dimension",
        }
        for area in dimension["areas"]:
            yield {**_entry(content, table, area["id"], area, "areas"), "part": "area"}


def questions_of(structure: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Every question with the part that it belongs to and the id of its area or element."""
    for dimension in structure.get("dimensions", ()):
        for area in dimension["areas"]:
            for question in area["questions"]:
                yield "area", area["id"], question
    for element in structure.get("strategy", ()):
        yield "strategy", element["id"], element["question"]
    for plan in structure.get("plans", ()):
        yield "plan", plan["area"], plan["question"]
    for fact in structure.get("facts", ()):
        yield "fact", "", fact


def _questions(content: Content, table: Table) -> Iterator[RowCells]:
    for part, of, question in questions_of(content.structure):
        whole = {"kind": "levels", **question}
        row = _entry(content, table, question["id"], whole)
        yield {**row, "part": part, "of": of or None}


def _options(content: Content) -> Iterator[RowCells]:
    for _, _, question in questions_of(content.structure):
        for option in question.get("options", ()):
            path = ("questions", question["id"], "options", option["id"])
            yield {
                "option of": question["id"],
                "option": option["id"],
                "points": option.get("points"),
                **_localized("text", content, path),
            }


def _readings(content: Content) -> Iterator[RowCells]:
    for dimension in content.structure["dimensions"]:
        yield from _levels(content, "dimension", dimension["id"])
        for area in dimension["areas"]:
            yield from _levels(content, "area", area["id"])


def _levels(content: Content, part: str, key: str) -> Iterator[RowCells]:
    section = f"{part}_readings"
    lengths = [len(dug(texts, (section, key)) or ()) for texts in content.texts.values()]
    for level in range(max(lengths)):
        texts = _localized("text", content, (section, key, level))
        yield {"reading of": key, "part": part, "level": level + 1, **texts}


def _localized(name: str, content: Content, path: Path) -> RowCells:
    return {f"{name} {language}": dug(texts, path) for language, texts in content.texts.items()}


def _spoken(content: Content, table: Table) -> Iterator[RowCells]:
    keys = {key: None for texts in content.texts.values() for key in texts.get(table.section, ())}
    for key in keys:
        yield _entry(content, table, key, {})


def _entry(
    content: Content, table: Table, key: str, part: Mapping[str, Any], section: str = ""
) -> RowCells:
    """The row of one thing: its values from `part`, its texts from the section."""
    row: RowCells = {}
    for column in table.columns(content.languages):
        field = column.field
        if not field.path:
            continue
        if column.language:
            texts = content.texts[column.language]
            value = dug(texts, (section or table.section, key, *field.path))
        else:
            value = dug(part, field.path)
        if value is not None:
            row[column.key] = _shown(field, value)
    return {**row, table.name: key}


def _shown(field: Field, value: Any) -> Any:  # noqa: ANN401 - what a cell holds
    return field.codec.shown(value)
