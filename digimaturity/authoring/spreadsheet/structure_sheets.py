"""The sheets that make the structure: settings, areas, questions, options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from digimaturity.authoring.spreadsheet.codecs import CellError
from digimaturity.authoring.spreadsheet.draft import put
from digimaturity.authoring.spreadsheet.problems import Cell
from digimaturity.authoring.spreadsheet.reading import SheetRow
from digimaturity.authoring.spreadsheet.settings import Setting
from digimaturity.authoring.spreadsheet.tables import Path
from digimaturity.authoring.spreadsheet.taking import Taking
from digimaturity.packs.problems import nearest

#: Things by their ids: where each stands, and its values.
Known = Mapping[str, tuple[Path, dict[str, Any]]]


def take_settings(taking: Taking, settings: Mapping[str, Setting]) -> None:
    """What there is once in a pack."""
    draft = taking.draft
    for row, key in taking.unique():
        setting = settings.get(key)
        if setting is None:
            details = {"choices": ", ".join(settings), "suggestion": nearest(key, settings)}
            draft.note(taking.cell(row), "cell.choice", value=key, **details)
            continue
        if setting.spoken:
            taking.unused(row, "value")
            taking.texts(setting.path, taking.said(row, "text"))
            continue
        taking.unused(row, *(f"text {language}" for language in taking.languages))
        if (raw := row.values.get("value")) is not None:
            cell = taking.cell(row, "value")
            try:
                put(draft.content.structure, setting.path, setting.codec.read(raw))
                draft.place(("structure",), setting.path, cell)
            except CellError as error:
                draft.note(cell, error.code, **error.details)
    whole = Cell(taking.sheet.title)
    draft.place(("structure",), (), whole)
    for language in taking.languages:
        draft.place(("texts", language), (), whole)


def take_areas(taking: Taking) -> Known:
    """Dimensions and their areas; the areas."""
    draft = taking.draft
    draft.place(("structure",), ("dimensions",), Cell(taking.sheet.title))
    dimension: tuple[Path, list[Any]] | None = None
    count = 0
    found: dict[str, tuple[Path, dict[str, Any]]] = {}
    for row, key in taking.rows():
        part = taking.needed(row, "part")
        if part == "dimension":
            base: Path = ("structure", "dimensions", count)
            areas: list[Any] = []
            taking.add(base, taking.take(row, "dimensions", key), row, areas=areas)
            dimension, count = (base, areas), count + 1
        elif part == "area" and dimension is None:
            draft.note(taking.cell(row), "row.dimension")
        elif part == "area" and dimension is not None:
            base = (*dimension[0], "areas", len(dimension[1]))
            taken = taking.take(row, "areas", key)
            taking.add(base, taken, row, questions=[])
            found.setdefault(key, (base, taken.values))
    return found


def take_questions(taking: Taking, areas: Known, title: str) -> Known:
    """Every question; `title` is that of the sheet with the areas."""
    found: dict[str, tuple[Path, dict[str, Any]]] = {}
    for row, key in taking.unique():
        base = _place_of_question(taking, row, areas, title)
        taken = taking.take(row, "questions", key)
        if taken.values.get("kind") == "levels":
            del taken.values["kind"]
        if base:
            taking.add(base, taken, row)
            found[key] = (base, taken.values)
    return found


def _place_of_question(taking: Taking, row: SheetRow, areas: Known, title: str) -> Path:
    """Where a question belongs; nothing where that cannot be said."""
    structure = taking.draft.content.structure
    match taking.needed(row, "part"):
        case "fact":
            taking.unused(row, "of")
            return ("structure", "facts", len(structure.get("facts", ())))
        case "strategy":
            return _with_question(taking, row, "strategy", "id")
        case "plan":
            return _with_question(taking, row, "plans", "area")
        case "area":
            of = taking.needed(row, "of")
            if of in areas:
                base, area = areas[of]
                return (*base, "questions", len(area["questions"]))
            if of is not None:
                details = {"title": title, "suggestion": nearest(of, areas)}
                taking.draft.note(taking.cell(row, "of"), "cell.unknown", value=of, **details)
    return ()


def _with_question(taking: Taking, row: SheetRow, group: str, name: str) -> Path:
    """A new element of the strategy, or a new plan, for one question."""
    of = taking.needed(row, "of")
    if of is None:
        return ()
    draft = taking.draft
    base: Path = ("structure", group, len(draft.content.structure.get(group, ())))
    put(draft.content.structure, (*base[1:], name), of)
    draft.place(base, (name,), taking.cell(row, "of"))
    return (*base, "question")


def take_options(taking: Taking, questions: Known, title: str) -> None:
    """What can be chosen; `title` is that of the sheet with the questions."""
    draft = taking.draft
    first: dict[tuple[str, str], str] = {}
    for row, key in taking.rows():
        cell = taking.cell(row)
        option = taking.value(row, "option")
        if key not in questions:
            details = {"title": title, "suggestion": nearest(key, questions)}
            draft.note(cell, "cell.unknown", value=key, **details)
        elif option is None:
            draft.note(taking.cell(row, "option"), "row.id")
        elif (key, option) in first:
            draft.note(cell, "cell.twice", value=f"{key}, {option}", first=first[key, option])
        else:
            first[key, option] = cell.address
            base, question = questions[key]
            taking.texts(("questions", key, "options", option), taking.said(row, "text"))
            place = len(question.get("options", ()))
            taking.add((*base, "options", place), taking.take(row), row)
