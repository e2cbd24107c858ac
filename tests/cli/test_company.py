"""A company from one computer to another, without a window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from digimaturity.cli import main
from digimaturity.domain.responses import Answer
from digimaturity.services import assessments, companies, recording, sign_off
from digimaturity.services.workspace import open_workspace
from tests.services.client_package.make import another_company, full_company
from tests.services.small import Sitting

Capture = pytest.CaptureFixture[str]
NAME = "Hansen Möbel"


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def here(tmp_path: Path) -> tuple[Path, Sitting]:
    path = tmp_path / "here.db"
    with open_workspace(path) as opened:
        sitting = full_company(opened, tmp_path)
        another_company(opened)
    return path, sitting


def exported(here: Path, tmp_path: Path, *more: str) -> Path:
    out = tmp_path / "x.digimaturity"
    common = ("company", "export", "hansen  möbel", "-o", out, "--force")
    assert run(*common, "--workspace", here, *more) == 0
    return out


def test_a_company_goes_from_one_computer_to_another_and_back(
    here: tuple[Path, Sitting], tmp_path: Path, capsys: Capture
) -> None:
    path, sitting = here
    there, out = tmp_path / "there.db", exported(here[0], tmp_path)
    assert "2 assessments · 4 people" in capsys.readouterr().out
    assert run("company", "import", out, "--workspace", there) == 0
    told = capsys.readouterr()
    assert "This company is not here yet." in told.out
    assert "The private notes are not in it." in told.out
    assert "--accept" in told.err
    assert not there.exists()
    assert run("company", "import", out, "--workspace", there, "--accept") == 0
    assert "is taken in" in capsys.readouterr().out
    with open_workspace(there) as opened:
        place = (sitting.assessment, sitting.manager, "a.levels")
        recording.record_answer(opened, *place, Answer.of(5), "Bo")
    back = exported(there, tmp_path)
    capsys.readouterr()
    assert run("company", "import", back, "--workspace", path) == 0
    told = capsys.readouterr()
    assert "1 answer or note differs" in told.out
    assert "the same" in told.out
    assert run("company", "import", back, "--workspace", path, "--accept") == 2
    assert "--as merge" in capsys.readouterr().err
    merge = ("company", "import", back, "--workspace", path, "--accept", "--as", "merge", "--json")
    assert run(*merge) == 0
    done = json.loads(capsys.readouterr().out)["done"]
    assert (done["added"], done["changed"], done["lines"]) == (0, 1, 1)
    assert run(*merge) == 0
    assert json.loads(capsys.readouterr().out)["done"]["changed"] == 0


def test_everything_is_said_as_json_too(
    here: tuple[Path, Sitting], tmp_path: Path, capsys: Capture
) -> None:
    path, sitting = here
    out = exported(path, tmp_path, "--json", "--with-notes")
    told = json.loads(capsys.readouterr().out)
    assert (told["path"], told["notes"], told["counts"]["files"]) == (str(out), True, 2)
    with open_workspace(path) as opened:
        sign_off.correct(
            opened, assessments.list_assessments(opened, sitting.company)[1].id, "A slip"
        )
    assert run("company", "import", out, "--workspace", path, "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["known"]
    assert [one["standing"] for one in shown["assessments"]] == ["same", "changed"]
    assert shown["assessments"][1]["to_be_chosen"]
    accept = ("company", "import", out, "--workspace", path, "--accept", "--as")
    assert run(*accept, "merge") == 2
    assert "1 March 2025" in capsys.readouterr().err
    assert run(*accept, "merge", "--finished", "theirs") == 0
    capsys.readouterr()
    assert run(*accept, "replace", "--json") == 0
    backup = json.loads(capsys.readouterr().out)["done"]["backup"]
    assert Path(backup).exists()


def test_a_copy_has_a_name_of_its_own(
    here: tuple[Path, Sitting], tmp_path: Path, capsys: Capture
) -> None:
    out = exported(here[0], tmp_path)
    for _ in range(2):
        copy = ("company", "import", out, "--workspace", here[0], "--accept", "--as", "copy")
        assert run(*copy) == 0
    assert f"{NAME} (copy 2)" in capsys.readouterr().out
    with open_workspace(here[0]) as opened:
        names = [company.name for company in companies.list_companies(opened)]
    assert names == [NAME, f"{NAME} (copy 2)", f"{NAME} (copy)", "Other"]


def test_what_cannot_be_done_is_told_in_words(
    here: tuple[Path, Sitting], tmp_path: Path, capsys: Capture
) -> None:
    out = exported(here[0], tmp_path)
    common = ("company", "export", NAME, "-o", out, "--workspace", here[0])
    assert run(*common) == 2  # it is there already
    assert run("company", "export", "Nobody", "-o", tmp_path / "n", "--workspace", here[0]) == 2
    assert run("company", "export", NAME, "-o", tmp_path / "n", "--workspace", tmp_path / "no") == 2
    out.write_bytes(out.read_bytes()[:-9])
    capsys.readouterr()
    assert run("company", "import", out, "--workspace", here[0], "--accept") == 2
    told = capsys.readouterr().err
    assert "it was cut off" in told
    assert "Nothing has been changed." in told
    assert not (tmp_path / "n").exists()


def test_a_package_that_is_not_there_need_not_be_sent_once_more(
    here: tuple[Path, Sitting], tmp_path: Path, capsys: Capture
) -> None:
    missing = tmp_path / "nowhere.digimaturity"
    assert run("company", "import", missing, "--workspace", here[0]) == 2
    told = capsys.readouterr().err
    assert "Check the name" in told
    assert "send it" not in told
