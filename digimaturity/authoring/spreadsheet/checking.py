"""Holds a draft against everything that a pack must keep; faults are told by their cells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from digimaturity.authoring.spreadsheet.draft import Draft
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
        written = list(_written(value, root, ""))
        files[name] = "\n".join(text for text, _ in written).encode() + b"\n"
        lines[name] = [path for _, path in written]
    questionnaire, found = compiled(PackFolder(files), base_of)
    return questionnaire, [_in_cell(problem, draft, lines) for problem in in_order(found)]


def _parts(draft: Draft) -> Iterator[tuple[str, Path, Any]]:
    content = draft.content
    yield PACK, ("structure",), content.structure
    if content.measures:
        yield MEASURES, ("measures",), {"measures": content.measures}
    for language, texts in content.texts.items():
        yield f"{language}/{_TEXTS}", ("texts", language), texts


def _written(value: Any, path: Path, indent: str) -> Iterator[tuple[str, Path]]:  # noqa: ANN401
    """The lines of a mapping or list, each with the path of what stands in it."""
    pairs: list[tuple[str, str | int, Any]]
    if isinstance(value, dict):
        pairs = [(f"{_scalar(key)}:", key, own) for key, own in value.items()]
    else:
        pairs = [("-", place, own) for place, own in enumerate(value)]
    if not pairs:
        yield f"{indent}{_scalar(value)}", path
    for head, key, own in pairs:
        # In the file of the measures all stand below one key, which no path has.
        below = path if (path, key) == (("measures",), "measures") else (*path, key)
        if isinstance(own, dict | list) and own:
            yield f"{indent}{head}", below
            yield from _written(own, below, f"{indent}  ")
        else:
            yield f"{indent}{head} {_scalar(own)}", below


def _scalar(value: Any) -> str:  # noqa: ANN401 - JSON is YAML
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


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
