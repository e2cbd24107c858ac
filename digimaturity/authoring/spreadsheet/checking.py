"""Holds a draft against everything that a pack must keep; faults are told by their cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from digimaturity.authoring.spreadsheet.draft import Draft
from digimaturity.authoring.spreadsheet.lines import written
from digimaturity.authoring.spreadsheet.problems import Cell, CellProblem
from digimaturity.authoring.spreadsheet.tables import Path
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.packs.compiling import compiled
from digimaturity.packs.folder import MEASURES, PACK, PackFolder
from digimaturity.packs.problems import Problem, in_order
from digimaturity.packs.selection import BaseOf

#: One file for all texts of a language; only its folder counts.
_TEXTS = "texts.yaml"


def checked(draft: Draft, base_of: BaseOf) -> tuple[Questionnaire | None, list[CellProblem]]:
    """The questionnaire that the draft makes, or what is wrong with it, by cell.

    The draft is written as YAML with one value a line, so that each line leads back to a cell.
    """
    files: dict[str, bytes] = {}
    lines: dict[str, list[Path]] = {}
    for name, root, value in _parts(draft):
        own = list(written(value, root))
        files[name] = "\n".join(text for text, _ in own).encode() + b"\n"
        lines[name] = [path for _, path in own]
    questionnaire, found = compiled(PackFolder(files), base_of)
    return questionnaire, [_in_cell(problem, draft, lines) for problem in in_order(found)]


def _parts(draft: Draft) -> Iterator[tuple[str, Path, Any]]:
    content = draft.content
    yield PACK, ("structure",), content.structure
    if content.measures:
        yield MEASURES, ("measures",), {"measures": content.measures}
    for language, texts in content.texts.items():
        yield f"{language}/{_TEXTS}", ("texts", language), texts


def _in_cell(problem: Problem, draft: Draft, lines: dict[str, list[Path]]) -> CellProblem:
    paths = lines.get(problem.file, [])
    path = paths[problem.line - 1] if 0 < problem.line <= len(paths) else ()
    cell = draft.cell_of(path) if path else None
    details = {
        key: str(draft.cell_of(_path_of(paths, value)) or value) if key == "first" else value
        for key, value in problem.details.items()
    }
    return CellProblem(cell or Cell(), problem.code, details)


def _path_of(paths: list[Path], line: object) -> Path:
    return paths[line - 1] if isinstance(line, int) and 0 < line <= len(paths) else ()
