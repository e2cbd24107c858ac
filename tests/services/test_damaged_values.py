"""A value that no version ever wrote is told as damage, wherever it is; never as our fault."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from digimaturity import paths
from digimaturity.cli import main
from digimaturity.errors import UserError
from digimaturity.files import write_whole
from digimaturity.services.assessments import get_assessment
from digimaturity.services.companies import get_company
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import open_workspace

DAMAGES = {
    "questionnaire": """UPDATE questionnaire SET document = '{"a": 1}'""",
    "no JSON": "UPDATE answer_log SET new_value = '{oops' WHERE aspect = 'answer'",
    "no state": """UPDATE answer_log SET new_value = '{"x": 1}' WHERE aspect = 'answer'""",
    "other state": """UPDATE answer_log SET new_value = '{"state": "lost"}'""",
    "viewpoint": "UPDATE respondent SET viewpoint = 'boss'",
    "day": "UPDATE assessment SET day = 'yesterday'",
    "turnover": "UPDATE company SET turnover_band = 'huge'",
    "peers": "UPDATE assessment SET peer_choice = 'what ever'",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_it_is_told_to_whoever_asks_for_a_report(
    damage: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_workspace(paths.default_workspace()) as workspace:
        load_sample(workspace)
    with closing(sqlite3.connect(paths.default_workspace(), isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("DROP TRIGGER answer_log_no_update")
        connection.execute(DAMAGES[damage])
    assert main(["report", "-o", str(tmp_path / "report.pdf")]) == 2
    said = capsys.readouterr().err
    assert "makes no sense" in said
    assert "fault of the program" not in said


def test_what_is_not_there_is_no_damage(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "work.db") as workspace:
        for ask in (get_company, get_assessment):
            with pytest.raises(KeyError):
                ask(workspace, "nobody")


def test_a_fault_of_ours_stays_one(tmp_path: Path) -> None:
    with (
        open_workspace(tmp_path / "work.db") as workspace,
        pytest.raises(ValueError, match="of ours"),
        workspace.reading(),
    ):
        raise ValueError("of ours")


@pytest.mark.parametrize("more", [[], ["--force"]])
def test_a_folder_is_no_file_to_write(
    more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "report.pdf"
    folder.mkdir()
    answers = paths.resources_dir() / "sample" / "answers.json"
    assert main(["report", str(answers), "-o", str(folder), *more]) == 2
    assert f"{folder} is a folder." in capsys.readouterr().err
    with pytest.raises(UserError, match=r"file\.is_folder"):
        write_whole(folder, b"content")
