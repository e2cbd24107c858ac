"""``digimaturity benchmark``: what would change, what changed, and what is wrong with a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from digimaturity.cli import main
from tests.packs.eurostat.forms import DATA, as_csv, cell


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "table.csv"
    content = as_csv([cell("E_CC", 60.0), cell("E_XY", 1.0)], "isoc_cicce_use")
    path.write_bytes(content.replace(b"14/12/26", b"01/03/26"))
    return str(path)


def test_import_says_what_changes_and_then_changes_it(
    table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["benchmark", "import", table, "--dry-run"]) == 0
    plan = capsys.readouterr().out
    assert "isoc_cicce_use" in plan
    assert "E_XY (1)" in plan
    assert "1 figure replaces an earlier one." in plan
    assert "52.85% → 60.00%" in plan
    assert main(["benchmark", "list"]) == 0
    assert "; imported" not in capsys.readouterr().out
    assert main(["benchmark", "import", table]) == 0
    assert main(["benchmark", "list"]) == 0
    listed = "Eurostat, isoc_cicce_use; 1 figure of 2025; data of 1 March 2026; imported"
    assert listed in capsys.readouterr().out
    assert main(["benchmark", "import", table]) == 0
    assert "There is nothing to change." in capsys.readouterr().out
    assert main(["benchmark", "remove", "isoc_cicce_use"]) == 0
    assert main(["benchmark", "list"]) == 0
    assert "; imported" not in capsys.readouterr().out


def test_a_wrong_file_is_named_with_the_reason_and_nothing_changes(
    table: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("<html>Not found</html>")
    assert main(["benchmark", "import", table, str(wrong)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "wrong.csv is not a file in which Eurostat publishes figures." in said.err
    assert main(["benchmark", "remove", "--all"]) == 0
    assert main(["benchmark", "remove", "isoc_cicce_use"]) == 2


def test_a_day_can_be_given_for_a_file_that_does_not_say_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = str(DATA / "estat_isoc_e_diin2.tsv")
    command = ["--lang", "de", "benchmark", "import", path, "--dry-run", "--updated", "2026-03-01"]
    assert main(command) == 0
    assert "Stand 1. März 2026" in capsys.readouterr().out
