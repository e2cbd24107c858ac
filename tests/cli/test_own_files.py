"""No command writes over the file that it reads, not even when it is told to replace files."""

import shutil
from pathlib import Path

import pytest

from digimaturity.cli import main
from digimaturity.paths import resources_dir
from digimaturity.services.workspace import open_workspace
from tests.services.small import begin


def test_a_report_does_not_take_the_place_of_what_it_reports_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers, path = tmp_path / "answers.json", tmp_path / "work.db"
    shutil.copy(resources_dir() / "sample" / "answers.json", answers)
    with open_workspace(path) as workspace:
        begin(workspace)
    before = answers.read_bytes(), path.read_bytes()

    assert main(["report", str(answers), "--out", str(answers), "--force"]) == 2
    assert main(["report", "--workspace", str(path), "--out", str(path), "--force"]) == 2
    assert "already" in capsys.readouterr().err
    assert (answers.read_bytes(), path.read_bytes()) == before
