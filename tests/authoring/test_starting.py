"""`pack new`: what it writes is a valid pack, and it never touches what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from digimaturity.authoring.starting import new_pack
from digimaturity.cli import main
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.errors import UserError
from digimaturity.packs import load_pack

Capture = pytest.CaptureFixture[str]


def new(folder: Path) -> Questionnaire:
    loaded = load_pack(new_pack(folder))
    assert loaded.problems == ()
    assert loaded.questionnaire is not None
    return loaded.questionnaire


def test_it_is_a_small_valid_pack_that_shows_every_common_part(tmp_path: Path) -> None:
    pack = new(tmp_path / "my-check")
    assert pack.id == "my-check"
    assert pack.languages == ("en", "de")
    assert (len(pack.dimensions), len(pack.rated_questions), len(pack.measures)) == (2, 3, 1)
    assert pack.glossary
    assert any(dimension.readings for dimension in pack.dimensions)
    assert any(question.show_if for question in pack.rated_questions)


def test_a_folder_whose_name_can_be_no_id_keeps_the_templates(tmp_path: Path) -> None:
    assert new(tmp_path / "Mein Fragebogen 2").id == "my_pack"


def test_its_comments_teach_the_format(tmp_path: Path) -> None:
    folder = new_pack(tmp_path / "p")
    assert all(path.read_text("utf-8").startswith("# ") for path in folder.rglob("*.yaml"))


def test_it_is_made_in_an_empty_folder_too(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    new(tmp_path / "empty")


def test_a_folder_with_something_in_it_is_refused_and_left_alone(
    tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["pack", "new", str(tmp_path)]) == 2
    assert "mine.txt" not in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    with pytest.raises(UserError, match=r"pack\.not_empty"):
        new_pack(tmp_path / "mine.txt")


def test_the_commands_say_that_all_is_well(tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "deep" / "check"
    assert main(["pack", "new", str(folder)]) == 0
    assert main(["pack", "check", str(folder)]) == 0
    assert "No faults found." in capsys.readouterr().out
    assert sorted(path.name for path in folder.parent.iterdir()) == ["check"]
