"""The commands by which scores are given, merged, checked and imported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from digimaturity.cli import main
from digimaturity.exchange.measured import measured
from digimaturity.services import assessments, companies, sign_off
from digimaturity.services.packs import usable_questionnaires
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import open_workspace
from tests.exchange.make import YEAR, many

Capture = pytest.CaptureFixture[str]


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "w.db"
    with open_workspace(path) as opened:
        load_sample(opened)
        (company,) = companies.list_companies(opened)
        sign_off.sign(opened, assessments.list_assessments(opened, company.id)[0].id)
    return path


@pytest.fixture
def contributions(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    asked = measured(usable_questionnaires()["readiness"])
    (folder / "many.jsonl").write_bytes(b"".join(many(asked, 300)))
    return folder


def test_contribute_prints_the_very_bytes_that_it_writes(
    tmp_path: Path, workspace: Path, capsys: Capture
) -> None:
    with open_workspace(workspace, read_only=True) as opened:
        (company,) = companies.list_companies(opened)
    out = tmp_path / "c.json"
    common = ("contribute", "--workspace", workspace, "--company", company.name)
    assert run(*common) == 0
    only_shown = capsys.readouterr()
    assert "the next look shows another id" in only_shown.err
    assert run(*common, "-o", out) == 0
    printed = capsys.readouterr()
    assert printed.out.encode() == out.read_bytes()
    assert without_id(only_shown.out) == without_id(printed.out)
    assert run(*common) == 0
    assert capsys.readouterr().out == printed.out
    assert "gives away the sum of their levels" in printed.err
    assert run(*common, "-o", out) == 2


def without_id(text: str) -> dict[str, object]:
    return {**json.loads(text), "id": ""}


def test_contribute_makes_no_workspace(tmp_path: Path, capsys: Capture) -> None:
    missing = tmp_path / "none.db"
    assert run("contribute", "--workspace", missing, "--company", "x") == 2
    assert not missing.exists()
    assert str(missing) in capsys.readouterr().err


def test_where_no_contribution_can_be_used_it_is_told_why(
    tmp_path: Path, contributions: Path, capsys: Capture
) -> None:
    key, out = tmp_path / "key.pem", tmp_path / "peers.json"
    assert run("peers", "keygen", key) == 0
    year = ("--year", str(YEAR - 1), "--first")
    merge = ("peers", "merge", contributions, "--key", key, "--publisher", "x", "-o", out)
    assert run(*merge, *year) == 2
    error = capsys.readouterr().err
    assert "0 contributions can be used" in error
    assert error.count("The scores are of another year.") == 5


def test_from_contributions_to_a_pack_that_somebody_imports(
    tmp_path: Path, contributions: Path, capsys: Capture
) -> None:
    (contributions / "odd.zip").write_bytes(b"PK\x03\x04")
    (contributions / "cut.json").write_bytes(b'{"format"')
    key, out = tmp_path / "key.pem", tmp_path / "peers.json"
    secret = tmp_path / "secret.txt"
    secret.write_text("correct horse\n")
    assert run("peers", "keygen", key, "--password-file", secret) == 0
    fingerprint = capsys.readouterr().out.splitlines()[1]

    merge = (
        *("peers", "merge", contributions, "--year", str(YEAR), "--key", key),
        *("--publisher", "Zentrum Nord", "-o", out),
    )
    with pytest.raises(SystemExit):
        run(*merge)  # neither the first edition nor one after another
    assert run(*merge, "--first") == 2
    assert not out.exists()
    capsys.readouterr()
    assert run(*merge, "--first", "--password-file", secret) == 0
    said = capsys.readouterr()
    assert "300 contributions counted" in said.out
    assert "odd.zip: " in said.err
    assert "cut.json: " in said.err

    assert run("peers", "verify", out) == 0
    assert fingerprint in capsys.readouterr().out
    assert run("peers", "import", out) == 2
    assert fingerprint in capsys.readouterr().err
    assert run("peers", "import", out, "--accept", fingerprint) == 0
    assert run("peers", "publishers") == 0
    assert f"{fingerprint}  Zentrum Nord" in capsys.readouterr().out
    assert run("peers", "forget", "0000") == 2
    assert run("peers", "forget", fingerprint) == 0
    capsys.readouterr()
    assert run("peers", "publishers") == 0
    assert not capsys.readouterr().out
    out.write_bytes(out.read_bytes().replace(b'"edition":1', b'"edition":2'))
    capsys.readouterr()
    assert run("peers", "verify", out) == 2
    assert "signature" in capsys.readouterr().err
