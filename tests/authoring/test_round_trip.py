"""A pack becomes a workbook and a pack again: the same one, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from digimaturity.authoring.spreadsheet import exported_pack as export
from digimaturity.authoring.spreadsheet.conditions import condition_of_text, condition_text
from digimaturity.authoring.spreadsheet.content import Content, content_of, tidy
from digimaturity.authoring.spreadsheet.distribution import new_files
from digimaturity.authoring.spreadsheet.yaml_files import changed_file, says
from digimaturity.cli import main
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.packs import LoadedPack, document_of, load_pack
from digimaturity.packs.folder import read_folder
from digimaturity.packs.nodes import parse_yaml
from tests.authoring.books import (
    QUICK_CHECK,
    READINESS,
    SMALL,
    TEMPLATE,
    cell_of,
    changed,
    copy_of,
    exported,
    put_in,
    sheet_of,
    translator,
    tree,
)
from tests.domain.make import any_questionnaire

#: Raise the examples for a long search.
SLOW = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


def same(one: LoadedPack, other: LoadedPack) -> bool:
    assert one.questionnaire is not None
    assert other.problems == ()
    assert other.questionnaire is not None
    assert one.document == other.document
    return one.questionnaire.fingerprint == other.questionnaire.fingerprint


@pytest.mark.parametrize(
    ("folder", "language"),
    [(SMALL, "en"), (SMALL, "de"), (TEMPLATE, "en"), (READINESS, "de")],
    ids=lambda part: str(getattr(part, "name", part)),
)
def test_an_unchanged_workbook_makes_the_same_pack(
    folder: Path, language: str, tmp_path: Path
) -> None:
    own = copy_of(folder, tmp_path)
    done = put_in(exported(own, language), tmp_path)
    assert done.problems == ()
    assert same(load_pack(own), load_pack(tmp_path / "imported"))


def test_a_selection_goes_there_and_back_beside_its_pack(tmp_path: Path) -> None:
    copy_of(READINESS, tmp_path)
    own = copy_of(QUICK_CHECK, tmp_path)
    done = put_in(exported(own), tmp_path, tmp_path / "short")
    assert done.problems == ()
    assert same(load_pack(own), load_pack(tmp_path / "short"))


def test_a_selection_away_from_its_pack_is_refused(tmp_path: Path) -> None:
    done = put_in(exported(QUICK_CHECK), tmp_path, tmp_path / "short")
    assert [problem.code for problem in done.problems] == ["of.missing"]
    assert not (tmp_path / "short").exists()


@pytest.mark.parametrize("folder", [SMALL, TEMPLATE, READINESS], ids=lambda folder: folder.name)
def test_unchanged_it_changes_no_file_of_its_pack(folder: Path, tmp_path: Path) -> None:
    own = copy_of(folder, tmp_path)
    before = tree(own)
    done = put_in(exported(own), tmp_path, own)
    assert (done.files, done.problems) == ((), ())
    assert tree(own) == before


# -- any pack ------------------------------------------------------------------------------------

#: Texts that spreadsheets or YAML might take for something else.
TRICKY = [
    *("=1+1", "+49 89 123", "-5", "@home", "'quoted'", '"', "#REF!", "#N/A", "1", "1.10", "1e5"),
    *("null", "true", "yes", "~", "- a", "a: b", "a # b", "{x}", "[x]", "%s", "&a", "*a", "!x"),
    *("two\nlines", "two\n\nparagraphs", "tab\there", "a\u2028b", "😀 中文", "x" * 4000, "a, b; c"),
    *("2026-01-01", "10-49", "0x1F", "1_000", ".5", "=", "==", "no\u00a0break", "back\\slash"),
]
texts = st.one_of(
    st.sampled_from(TRICKY),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1)
    .map(str.strip)
    .filter(bool),
)
words = st.from_regex(r"[a-z][a-z0-9_]{0,6}(\.[a-z0-9_]{1,4})?", fullmatch=True) | st.sampled_from(
    ["and", "or", "not", "any", "all", "yes", "no", "true", "null"]
)


def leaves(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - JSON
    """The paths of all texts."""
    pairs = part.items() if isinstance(part, dict) else enumerate(part)
    for key, value in pairs:
        if isinstance(value, dict | list):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key)


def put_at(part: Any, path: tuple[Any, ...], value: object) -> None:  # noqa: ANN401 - JSON
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value


def round_trip(content: Content) -> None:
    """Write the content as a pack, export it, import it: the same again."""
    with TemporaryDirectory() as name:
        place = Path(name)
        for file, data in new_files(content).items():
            (place / "p" / file).parent.mkdir(parents=True, exist_ok=True)
            (place / "p" / file).write_bytes(data)
        loaded = load_pack(place / "p")
        assert loaded.problems == ()
        book, problems = export(place / "p", translator())
        assert problems == ()
        done = put_in(book, place)
        assert done.problems == ()
        assert same(loaded, load_pack(place / "imported"))
        assert put_in(book, place, place / "p").files == ()


@SLOW
@given(st.data())
def test_any_texts_come_back(data: st.DataObject) -> None:
    content = deepcopy(content_of(read_folder(SMALL)))
    for language, own in content.texts.items():
        paths = [path for path in leaves(own) if "forms" not in path]
        for path in data.draw(st.lists(st.sampled_from(paths), max_size=8), label=language):
            put_at(own, path, data.draw(texts))
    round_trip(content)


@SLOW
@given(any_questionnaire())
def test_any_structure_comes_back(asked: Questionnaire) -> None:
    round_trip(content_of_document(document_of(asked)))


def content_of_document(document: dict[str, Any]) -> Content:
    """The content of a pack from a document of levels, yes or no, and many options."""
    own: dict[str, Any] = {"dimensions": {}, "areas": {}, "questions": {}}
    dimensions = []
    for dimension in document["dimensions"]:
        own["dimensions"][dimension["id"]] = {"name": "d", "about": "d"}
        areas = []
        for area in dimension["areas"]:
            own["areas"][area["id"]] = {"name": "a", "about": "a"}
            questions = [_question(question, own["questions"]) for question in area["questions"]]
            areas.append({"id": area["id"], "weight": area["weight"], "questions": questions})
        dimensions.append({"id": dimension["id"], "weight": dimension["weight"], "areas": areas})
    structure = {
        "format": 1,
        "id": "any",
        "version": "1",
        "languages": ["en"],
        "licence": "CC0-1.0",
        "dimensions": dimensions,
    }
    own |= {"pack": {"name": "any"}, "level_names": list("abcde")}
    return Content(structure, [], {"en": own})


def _question(question: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    plain = {key: question[key] for key in ("id", "weight", "may_not_apply")}
    entry: dict[str, Any] = {"text": "q"}
    if question["kind"] == "levels":
        plain["levels"] = len(question["levels"])
        entry["levels"] = [f"level {number}" for number in range(len(question["levels"]))]
    else:
        plain["kind"] = question["kind"]
    if question.get("options"):
        # A pack asks for at least two.
        names = {option["id"]: option["points"] for option in question["options"]} | {"z": 0}
        plain["options"] = [{"id": name, "points": points} for name, points in names.items()]
        entry["options"] = dict.fromkeys(names, "option")
    said[question["id"]] = entry
    return plain


comparisons = st.one_of(
    st.builds(lambda q, v: {"question": q, "at_least": v}, words, st.integers(-9, 10**9)),
    st.builds(
        lambda q, v: {"question": q, "more_than": v},
        words,
        st.floats(-1e6, 1e6).filter(lambda value: not value.is_integer()),
    ),
    st.builds(
        lambda q, v: {"question": q, "equals": v},
        words,
        st.booleans() | words | st.integers(0, 9),
    ),
)
conditions = st.recursive(
    comparisons,
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=3).map(lambda own: {"any": own}),
        st.lists(parts, min_size=1, max_size=3).map(lambda own: {"all": own}),
        parts.map(lambda own: {"not": own}),
    ),
    max_leaves=8,
)


@given(conditions)
def test_any_condition_comes_back(condition: dict[str, Any]) -> None:
    found = condition_of_text(condition_text(condition))
    assert found == condition
    assert repr(found) == repr(condition)


@given(st.text(alphabet='ab.1>=() "andornot', max_size=30))
def test_any_text_is_a_condition_or_none(text: str) -> None:
    found = condition_of_text(text)
    if found is not None:
        assert condition_of_text(condition_text(found)) == found


# -- edited --------------------------------------------------------------------------------------


def test_only_files_with_a_change_are_written_and_keep_their_comments(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        cell_of(sheet_of(book, "question"), "text de", "backup.plan").value = "Was steht im Plan?"
        cell_of(sheet_of(book, "measure"), "weeks 250+", "restore_test").value = 12

    own = copy_of(TEMPLATE, tmp_path)
    before = tree(own)
    done = put_in(changed(TEMPLATE, edit), tmp_path, own)
    assert sorted(done.files) == ["de/questions.yaml", "measures.yaml"]
    after = tree(own)
    assert {name for name in before if before[name] != after[name]} == set(done.files)
    old = before["measures.yaml"].decode()
    assert after["measures.yaml"].decode() == old.replace("250+: 8}", "250+: 12}")
    question = "Was ist für den Tag aufgeschrieben, an dem die Daten weg sind?"
    old = before["de/questions.yaml"].decode()
    assert after["de/questions.yaml"].decode() == old.replace(question, "Was steht im Plan?")


def test_one_cell_of_a_shipped_pack_changes_one_line(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        cell_of(sheet_of(book, "measure"), "title en", "restore_test").value = "Try a restore"

    own, name = copy_of(READINESS, tmp_path), "en/measures_it.yaml"
    before = tree(own)[name].decode()
    assert put_in(changed(own, edit), tmp_path, own).files == (name,)
    old = "title: Test the restore of a core system"
    assert tree(own)[name].decode() == before.replace(old, "title: Try a restore")


@pytest.mark.parametrize("folder", [READINESS, QUICK_CHECK, TEMPLATE], ids=lambda path: path.name)
def test_shipped_packs_lie_as_they_are_written(folder: Path) -> None:
    # Otherwise a change of one word wraps the whole file anew.
    for path in sorted(folder.rglob("*.yaml")):
        data = path.read_bytes()
        root = parse_yaml(data, "").root
        assert root is not None
        plain = root.plain()
        content = next(
            own for texts in (True, False) if says(data, own := tidy(plain, texts=texts))
        )
        assert changed_file(data, content, content) == data, path


def test_what_is_new_goes_where_its_neighbours_are(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        sheet = sheet_of(book, "measure")
        keys = [cell.value for cell in sheet[1]]
        ids = [cell.value for cell in sheet["A"]]
        row = ids.index("restore_test") + 1
        sheet.insert_rows(row + 1)
        for column, key in enumerate(keys, start=1):
            value = sheet.cell(row, column).value
            sheet.cell(row + 1, column).value = "second_test" if key == "measure" else value

    own = copy_of(READINESS, tmp_path)
    defines = re.compile(rb"id: restore_test\b|^  restore_test:", re.MULTILINE)
    homes = {name for name, data in tree(own).items() if defines.search(data)}
    done = put_in(changed(own, edit), tmp_path, own)
    assert done.problems == ()
    assert set(done.files) == homes
    assert len(homes) == 3
    pack = load_pack(own).questionnaire
    assert pack is not None
    ids = [measure.id for measure in pack.measures]
    assert ids.index("second_test") == ids.index("restore_test") + 1


def test_a_deleted_row_takes_its_texts_along(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        for name, key in (("measure", "emergency_plan"), ("decision", "budget")):
            sheet = sheet_of(book, name)
            sheet.delete_rows([cell.value for cell in sheet["A"]].index(key) + 1)

    own = copy_of(SMALL, tmp_path)
    assert put_in(changed(SMALL, edit), tmp_path, own).problems == ()
    pack = load_pack(own).questionnaire
    assert pack is not None
    assert [measure.id for measure in pack.measures] == ["restore_test"]
    assert [decision.id for decision in pack.decisions] == ["choose_system"]
    assert not any(b"emergency_plan" in data for data in tree(own).values())


def test_a_new_language_gets_a_folder(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        cell_of(sheet_of(book, "setting"), "value", "languages").value = "en, de, fr"
        for sheet in book.worksheets[1:]:
            for cells in list(sheet.columns):
                key = str(cells[0].value)
                if key.endswith(" en"):
                    column = sheet.max_column + 1
                    for cell in cells:
                        sheet.cell(cell.row, column).value = cell.value
                    sheet.cell(1, column).value = key[:-2] + "fr"

    own = copy_of(TEMPLATE, tmp_path)
    done = put_in(changed(TEMPLATE, edit), tmp_path, own)
    assert done.problems == ()
    pack = load_pack(own).questionnaire
    assert pack is not None
    assert pack.languages == ("en", "de", "fr")
    assert sorted(path.name for path in (own / "fr").iterdir()) == sorted(
        path.name for path in (own / "en").iterdir()
    )


def test_texts_that_look_like_formulas_stay_texts_in_the_workbook() -> None:
    def edit(book: Workbook) -> None:
        cell = cell_of(sheet_of(book, "question"), "text en", "security.plan")
        cell.value = "=1+1?"
        cell.data_type = "s"

    with TemporaryDirectory() as name:
        assert put_in(changed(SMALL, edit), Path(name)).problems == ()
        book, _ = export(Path(name) / "imported", translator())
        (Path(name) / "b.xlsx").write_bytes(book)
        cell = cell_of(
            sheet_of(load_workbook(Path(name) / "b.xlsx"), "question"), "text en", "security.plan"
        )
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1?", "s", True)


def test_the_workbook_is_laid_out_for_people() -> None:
    from io import BytesIO

    book = load_workbook(BytesIO(exported(SMALL, "de")))
    assert book.sheetnames[:2] == ["Anleitung", "Paket"]
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "B3"
        assert all(cell.alignment.wrap_text for cell in sheet[3] if cell.value is not None)
    questions = sheet_of(book, "question")
    keys = [cell.value for cell in questions[1]]
    assert keys.index("level 1 de") == keys.index("level 1 en") + 1
    kinds = {str(rule.formula1) for rule in questions.data_validations.dataValidation}
    assert any("many_of" in kind for kind in kinds)


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "small.xlsx"
    assert main(["pack", "export-xlsx", str(SMALL), "-o", str(book)]) == 0
    assert main(["pack", "export-xlsx", str(SMALL), "-o", str(book)]) == 2
    assert main(["pack", "import-xlsx", str(book), str(tmp_path / "new")]) == 0
    assert main(["pack", "import-xlsx", str(book), str(tmp_path / "new")]) == 0
    assert "Nothing has changed." in capsys.readouterr().out
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "file").touch()
    assert main(["pack", "import-xlsx", str(book), str(tmp_path / "other")]) == 2
    assert main(["pack", "import-xlsx", str(tmp_path / "no.xlsx"), str(tmp_path / "x")]) == 2
    assert "Traceback" not in capsys.readouterr().err
