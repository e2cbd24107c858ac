"""Workbooks for the tests: exported packs, changed cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from shutil import copytree
from typing import Any

from openpyxl import Workbook, load_workbook

from digimaturity import paths
from digimaturity.authoring.spreadsheet import CellProblem, Imported, exported_pack, imported_pack
from digimaturity.i18n import Translator

SMALL = Path(__file__).parents[1] / "packs" / "data" / "small"
TEMPLATE = paths.resources_dir() / "pack-template"
READINESS = paths.questionnaires_dir() / "readiness"
QUICK_CHECK = paths.questionnaires_dir() / "quick-check"


def translator(language: str = "en") -> Translator:
    return Translator.load(language, paths.resources_dir() / "locale")


@cache
def exported(folder: Path, language: str = "en") -> bytes:
    data, problems = exported_pack(folder, translator(language))
    assert problems == ()
    return data


def sheet_of(book: Workbook, name: str) -> Any:  # noqa: ANN401 - openpyxl has no types
    """The sheet with that key first."""
    return next(sheet for sheet in book.worksheets if sheet["A1"].value == name)


def cell_of(sheet: Any, key: str, row: int | str) -> Any:  # noqa: ANN401 - openpyxl has no types
    """The cell of a column by its key, in a row by its number or id."""
    keys = [cell.value for cell in sheet[1]]
    ids = [cell.value for cell in sheet["A"]]
    number = row if isinstance(row, int) else ids.index(row) + 1
    return sheet.cell(number, keys.index(key) + 1)


def changed(folder: Path, change: Callable[[Workbook], object]) -> bytes:
    """The workbook of a pack after somebody worked on it."""
    book = load_workbook(BytesIO(exported(folder)))
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def put_in(data: bytes, tmp_path: Path, target: Path | None = None) -> Imported:
    """Import the workbook, into a new folder where no other is named."""
    book = tmp_path / "book.xlsx"
    book.write_bytes(data)
    return imported_pack(book, target or tmp_path / "imported", translator())


def copy_of(folder: Path, tmp_path: Path) -> Path:
    return Path(copytree(folder, tmp_path / folder.name))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, temporary ones included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def named(problems: tuple[CellProblem, ...]) -> set[tuple[str, str]]:
    """The problems as pairs of place and code; each must have a sentence in both languages."""
    for problem in problems:
        english, german = (problem.sentence(translator(one)) for one in ("en", "de"))
        assert english
        assert german
        assert not re.search(r"\{[a-z_]+\}", english), "a word in braces is one left unfilled"
    return {(str(problem.cell), problem.code) for problem in problems}
