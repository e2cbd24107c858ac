"""A bad workbook is refused with the sheet and the cell of each fault, and nothing is written."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from digimaturity.authoring.spreadsheet import exported_pack
from digimaturity.cli import main
from digimaturity.errors import UserError
from digimaturity.packs import load_pack
from tests.authoring.books import (
    SMALL,
    TEMPLATE,
    cell_of,
    changed,
    copy_of,
    exported,
    named,
    put_in,
    sheet_of,
    translator,
    tree,
)

Edit = Callable[[Workbook], object]


def refused(data: bytes, tmp_path: Path) -> set[tuple[str, str]]:
    """Import into a pack: its problems; not one byte of the pack may change."""
    own = copy_of(SMALL, tmp_path)
    before = tree(own)
    done = put_in(data, tmp_path, own)
    assert done.problems
    assert done.files == ()
    assert tree(own) == before
    return named(done.problems)


def to(name: str, key: str, row: int | str, value: object) -> Edit:
    def edit(book: Workbook) -> None:
        cell_of(sheet_of(book, name), key, row).value = value

    return edit


def delete_column(name: str, key: str) -> Edit:
    def edit(book: Workbook) -> None:
        sheet = sheet_of(book, name)
        sheet.delete_cols([cell.value for cell in sheet[1]].index(key) + 1)

    return edit


def extra_column(book: Workbook, key: str | None) -> None:
    sheet = sheet_of(book, "decision")
    sheet.cell(1, 15).value = key
    sheet.cell(4, 15).value = "mine"


def twice(book: Workbook) -> None:
    copy = book.copy_worksheet(sheet_of(book, "term"))
    copy.title = "Copy"


def typed(value: object) -> Callable[[Any], object]:
    return lambda cell: setattr(cell, "value", value)


CASES: dict[str, tuple[Edit, set[tuple[str, str]]]] = {
    "a sheet is gone": (
        lambda book: book.remove(sheet_of(book, "measure")),
        {("", "sheet.missing")},
    ),
    "the first sheet is gone": (
        lambda book: book.remove(sheet_of(book, "setting")),
        {("", "sheet.missing")},
    ),
    "a sheet is there twice": (twice, {("Copy!A1", "sheet.twice")}),
    "a column is gone": (
        delete_column("question", "weight"),
        {("Questions!A1", "column.missing")},
    ),
    "a column has another name": (
        to("question", "weight", 1, "wieght"),
        {("Questions!A1", "column.missing"), ("Questions!<weight>1", "column.unknown")},
    ),
    "a column is there twice": (
        lambda book: extra_column(book, "name en"),
        {("Decisions!O1", "column.twice")},
    ),
    "a column too many": (
        lambda book: extra_column(book, "notes"),
        {("Decisions!O1", "column.unknown")},
    ),
    "a column without a name": (
        lambda book: extra_column(book, None),
        {("Decisions!O4", "column.unnamed")},
    ),
    "a row without an id": (
        to("decision", "name de", 9, "Noch eine"),
        {("Decisions!A9", "row.id")},
    ),
    "an id twice": (to("decision", "decision", 4, "budget"), {("Decisions!A4", "cell.twice")}),
    "a number where a text should be": (
        to("decision", "name de", 3, 7),
        {("Decisions!<name de>3", "cell.text")},
    ),
    "a date": (
        to("decision", "name de", 3, datetime(2026, 1, 10)),  # noqa: DTZ001 - as Excel has it
        {("Decisions!<name de>3", "cell.text")},
    ),
    "a version that became a number": (
        to("setting", "value", "version", 1.1),
        {("Pack!B4", "cell.text")},
    ),
    "a text where a number should be": (
        to("question", "weight", "security.restore", "viel"),
        {("Questions!<weight>3", "cell.number")},
    ),
    "a formula": (to("decision", "name de", 3, "=A1"), {("Decisions!<name de>3", "cell.formula")}),
    "an error": (to("decision", "name de", 3, "#REF!"), {("Decisions!<name de>3", "cell.error")}),
    "merged cells": (
        lambda book: sheet_of(book, "decision").merge_cells("B3:C3"),
        {("Decisions!B3:C3", "cell.merged")},
    ),
    "a text in one language only": (
        to("decision", "name de", 3, None),
        {("Decisions!<name de>3", "cell.language")},
    ),
    "a kind that there is not": (
        to("question", "kind", "customers.portal", "yesno"),
        {("Questions!<kind>6", "cell.choice")},
    ),
    "an area that there is not": (
        to("question", "of", "customers.portal", "custmers"),
        {("Questions!<of>6", "cell.unknown")},
    ),
    "no area": (
        to("question", "of", "customers.portal", None),
        {("Questions!<of>6", "cell.needed")},
    ),
    "an option of no question": (
        to("option of", "option of", 3, "customers.chanels"),
        {("Options!A3", "cell.unknown")},
    ),
    "no condition": (
        to("question", "show if", "security.plan", "security.restore at least 2"),
        {("Questions!<show if>4", "cell.condition")},
    ),
    "a condition on no question": (
        to("question", "show if", "security.plan", "security.resore >= 2"),
        {("Questions!<show if>4", "question.unknown")},
    ),
    "a condition that can never hold": (
        to("question", "show if", "security.plan", "security.restore > 2 and security.restore = 1"),
        {("Questions!<show if>4", "condition.never")},
    ),
    "no lift": (
        to("measure", "lifts", "restore_test", "security.restore"),
        {("Measures!<lifts>3", "cell.lifts")},
    ),
    "a lift too high": (
        to("measure", "lifts", "restore_test", "security.restore: 2 → 7"),
        {("Measures!<lifts>3", "lift.beyond")},
    ),
    "a measure that there is not": (
        to("measure", "requires", "emergency_plan", "restor_test"),
        {("Measures!<requires>4", "measure.unknown")},
    ),
    "an area above every dimension": (
        to("area", "part", 3, "area"),
        {("Areas!A3", "row.dimension"), ("Areas!A4", "row.dimension")},
    ),
    "levels out of order": (
        to("reading of", "level", 4, 5),
        {(f"Readings!<level>{row}", "row.level") for row in (4, 5, 6, 7)},
    ),
    "an id that can be none": (
        to("decision", "decision", 3, "Das Budget"),
        {("Decisions!A3", "value.form")},
    ),
    "a gap between levels": (
        lambda book: [
            to("question", f"level 2 {language}", "security.plan", None)(book)
            for language in ("en", "de")
        ],
        {("Questions!<level 2 en>4", "value.empty")},
    ),
    "no languages": (to("setting", "value", "languages", None), {("Pack!<value>5", "cell.needed")}),
    "a setting that there is not": (
        to("setting", "setting", 4, "versoin"),
        {("Pack!A4", "cell.choice")},
    ),
    "a value where a text is read": (
        to("setting", "value", "name", "Another"),
        {("Pack!<value>7", "cell.unused")},
    ),
    "an area for a fact": (
        to("question", "of", "fact.website", "security"),
        {("Questions!<of>10", "cell.unused")},
    ),
    "half a measure": (
        to("measure", "weeks 10-49", "restore_test", None),
        {("Measures!<weeks 50-249>3", "key.missing")},
    ),
}


def place(cell: str) -> str:
    """The address of a cell whose column is named by its key: ``Questions!<show if>4``."""
    title, _, address = cell.partition("!")
    if (match := re.fullmatch(r"<(.+)>(\d+)", address)) is None:
        return cell
    sheet = load_workbook(BytesIO(exported(SMALL)))[title]
    keys = [str(head.value) for head in sheet[1]]
    return f"{title}!{get_column_letter(keys.index(match[1]) + 1)}{match[2]}"


@pytest.mark.parametrize("case", CASES)
def test_each_fault_is_named_with_its_cell(case: str, tmp_path: Path) -> None:
    edit, expected = CASES[case]
    found = refused(changed(SMALL, edit), tmp_path)
    assert {(place(cell), code) for cell, code in expected} <= found
    assert len(found) <= len(expected) + 3


def old_format() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


def another_archive() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    return buffer.getvalue()


def bomb() -> bytes:
    buffer = BytesIO(exported(SMALL))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros.bin", bytes(120_000_000))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (old_format, "book.old"),
        (another_archive, "book.damaged"),
        (bomb, "book.large"),
        (lambda: b"", "book.damaged"),
        (lambda: b"id;text\n", "book.damaged"),
        (lambda: exported(SMALL)[:-2000], "book.damaged"),
    ],
)
def test_what_is_no_workbook_is_refused(
    make: Callable[[], bytes], code: str, tmp_path: Path
) -> None:
    assert refused(make(), tmp_path) == {("", code)}


def test_a_workbook_of_something_else_lacks_every_sheet(tmp_path: Path) -> None:
    book = Workbook()
    buffer = BytesIO()
    book.save(buffer)
    assert refused(buffer.getvalue(), tmp_path) == {("", "sheet.missing")}


def test_sheets_and_columns_may_be_moved_and_others_added(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book.move_sheet(sheet_of(book, "decision"), -5)
        book.create_sheet("My notes")["A1"] = "mine"
        sheet = sheet_of(book, "decision")
        for row in range(1, 5):
            first, second = sheet.cell(row, 2), sheet.cell(row, 3)
            first.value, second.value = second.value, first.value

    done = put_in(changed(SMALL, edit), tmp_path)
    assert done.problems == ()
    assert load_pack(tmp_path / "imported").document == load_pack(SMALL).document


def test_into_a_pack_with_faults_nothing_is_written(tmp_path: Path) -> None:
    own = copy_of(SMALL, tmp_path)
    (own / "measures.yaml").write_text("measures: 3\n")
    before = tree(own)
    with pytest.raises(UserError, match=r"pack\.broken"):
        put_in(exported(SMALL), tmp_path, own)
    assert tree(own) == before


def test_into_another_pack_nothing_is_written(tmp_path: Path) -> None:
    own = copy_of(TEMPLATE, tmp_path)
    before = tree(own)
    with pytest.raises(UserError, match=r"pack\.another"):
        put_in(exported(SMALL), tmp_path, own)
    assert tree(own) == before


def test_when_the_disk_fails_halfway_the_pack_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edit(book: Workbook) -> None:
        to("decision", "name de", 3, "Anders")(book)
        to("question", "text de", "security.plan", "Anders?")(book)

    own = copy_of(SMALL, tmp_path)
    before = tree(own)
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "questions.yaml":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(UserError, match=r"file\.full_disk"):
        put_in(changed(SMALL, edit), tmp_path, own)
    assert tree(own) == before


def test_what_a_cell_cannot_keep_is_said_at_the_export(tmp_path: Path) -> None:
    own = copy_of(SMALL, tmp_path)
    pack = own / "en" / "pack.yaml"
    pack.write_text(pack.read_text().replace("name: Small check", r'name: "a\rb"'))
    data, problems = exported_pack(own, translator())
    assert data == b""
    assert {code for _, code in named(problems)} == {"export.character"}


def test_the_command_names_file_sheet_and_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "book.xlsx"
    book.write_bytes(changed(SMALL, to("decision", "name de", 3, 7)))
    assert main(["pack", "import-xlsx", str(book), str(tmp_path / "new")]) == 2
    captured = capsys.readouterr()
    assert captured.out.startswith(f"{book}:Decisions!C3: ")
    assert "1 fault found." in captured.err
    assert not (tmp_path / "new").exists()


# -- anything --------------------------------------------------------------------------------------

#: Raise the examples for a long search.
FUZZ = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))

values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.datetimes(),
    st.sampled_from(
        ["=1+1", "=", "#N/A", "security.plan", "yes", "levels", "a: 1 → 2", "x = 1", " ", "it, it"]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20),
)


@FUZZ
@given(st.data())
def test_any_values_in_any_cells(data: st.DataObject) -> None:
    book = load_workbook(BytesIO(exported(SMALL)))
    for _ in range(data.draw(st.integers(1, 4))):
        sheet: Any = data.draw(st.sampled_from(book.worksheets[1:]))
        row = data.draw(st.integers(1, sheet.max_row + 2))
        column = data.draw(st.integers(1, sheet.max_column + 2))
        sheet.cell(row, column).value = data.draw(values)
    buffer = BytesIO()
    book.save(buffer)
    written_or_refused(buffer.getvalue())


@FUZZ
@given(st.data())
def test_any_damage(data: st.DataObject) -> None:
    book = bytearray(exported(SMALL))
    for _ in range(data.draw(st.integers(1, 5))):
        book[data.draw(st.integers(0, len(book) - 1))] = data.draw(st.integers(0, 255))
    written_or_refused(bytes(book))


@FUZZ
@given(st.data())
def test_any_damage_within_the_parts(data: st.DataObject) -> None:
    """The same inside the archive, where a checksum would otherwise find it first."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(exported(SMALL))) as archive,
        zipfile.ZipFile(buffer, "w") as damaged,
    ):
        names = archive.namelist()
        hit = data.draw(st.sampled_from(names))
        for name in names:
            part = bytearray(archive.read(name))
            if name == hit:
                start = data.draw(st.integers(0, len(part)))
                end = min(len(part), start + data.draw(st.integers(0, 40)))
                part[start:end] = data.draw(st.binary(max_size=20))
            damaged.writestr(name, bytes(part))
    written_or_refused(buffer.getvalue())


def written_or_refused(book: bytes) -> None:
    """Whole or not at all: a faultless pack, or problems and no folder."""
    with TemporaryDirectory() as name:
        done = put_in(book, Path(name))
        named(done.problems)
        target = Path(name) / "imported"
        assert target.exists() == (not done.problems)
        if not done.problems:
            assert load_pack(target).problems == ()
        assert sorted(path.name for path in Path(name).iterdir()) in (
            ["book.xlsx"],
            ["book.xlsx", "imported"],
        )
