"""``report --all``: a file for each company, progress beside it, and what failed at the end."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from digimaturity import paths
from digimaturity.cli import main
from digimaturity.services.answers_file import save_answers
from digimaturity.services.workspace import open_workspace
from tests import samples

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def own() -> Path:
    """The user's workspace with three companies."""
    path = paths.default_workspace()
    path.parent.mkdir(parents=True, exist_ok=True)
    answers = samples.read("joinery", "en")
    with open_workspace(path) as workspace:
        for name in ("Ada", "Bauer", "Ça va"):
            save_answers(workspace, replace(answers, company=replace(answers.company, name=name)))
    return path


@pytest.mark.usefixtures("own")
def test_every_company_gets_its_file_and_what_failed_is_named(
    tmp_path: Path, capsys: Capture
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "Bauer 2026.json").write_text("mine")
    wanted = ["report", "--all", "-o", str(folder), "--format", "json"]
    assert main(wanted) == 2
    told = capsys.readouterr()
    files = [str(folder / f"{name} 2026.json") for name in ("Ada", "Ça va")]
    assert sorted(told.out.splitlines()) == files
    *progress, last = told.err.splitlines()
    assert {line.split(":")[0] for line in progress} == {"1 of 3", "2 of 3", "3 of 3"}
    assert last.startswith("digimaturity: Bauer: There is already a file")
    assert (folder / "Bauer 2026.json").read_text() == "mine"
    assert main([*wanted, "--force"]) == 0
    assert json.loads((folder / "Bauer 2026.json").read_text())


@pytest.mark.usefixtures("own")
def test_a_file_of_answers_is_no_portfolio(tmp_path: Path, capsys: Capture) -> None:
    assert main(["report", "answers.json", "--all", "-o", str(tmp_path)]) == 2
    assert "--all" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_whoever_stops_it_finds_whole_files_only(own: Path, tmp_path: Path) -> None:
    code = "import sys; from digimaturity.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "report", "--all", "--workspace", str(own)]
    with subprocess.Popen(
        [*command, "-o", str(tmp_path / "out")], stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stderr is not None
        running.stderr.readline()  # the first is done
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)
    assert running.returncode in {0, 1}
    assert "Traceback" not in told
    found = list((tmp_path / "out").iterdir())
    assert found
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in found)
