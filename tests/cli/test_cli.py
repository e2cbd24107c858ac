"""Each command: what it prints, what it writes, and one clear line when it cannot."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from pypdf import PdfReader

from digimaturity import __version__, paths
from digimaturity.cli import main
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import open_workspace
from digimaturity.settings import Settings, save_settings

SAMPLE = paths.resources_dir() / "sample" / "answers.json"
Capture = pytest.CaptureFixture[str]


def schema(name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((paths.resources_dir() / "schemas" / name).read_text())
    return found


def refused(capsys: Capture, *arguments: str | Path) -> str:
    """Run a command that must fail by the user's mistake; what it says: a line, then its points."""
    assert main([str(argument) for argument in arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    first, *points = captured.err.splitlines()
    assert first.startswith("digimaturity: ")
    assert all(point.startswith("  ") for point in points)
    assert "Traceback" not in captured.err
    return captured.err


def test_evaluate_prints_what_its_schema_promises(capsys: Capture) -> None:
    assert main(["evaluate", str(SAMPLE)]) == 0
    result = json.loads(capsys.readouterr().out)
    jsonschema.validate(result, schema("evaluation.schema.json"))
    assert result["overall"]["low"] <= result["overall"]["score"] <= result["overall"]["high"]


def test_the_sample_is_a_valid_file_of_answers() -> None:
    jsonschema.validate(json.loads(SAMPLE.read_text("utf-8")), schema("answers.schema.json"))


@pytest.mark.parametrize(("language", "word"), [("en", "Strengths"), ("de", "Stärken")])
def test_demo_writes_the_report_in_the_language_asked_for(
    tmp_path: Path, language: str, word: str
) -> None:
    assert main(["--lang", language, "demo", "--out", str(tmp_path)]) == 0
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "sample-report.pdf").pages)
    assert "Nordlicht Maschinenbau GmbH" in text
    assert word in text
    assert "Roadmap" in text


def test_report_writes_once_and_replaces_only_when_told(tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "r.pdf"
    assert main(["report", str(SAMPLE), "-o", str(target)]) == 0
    capsys.readouterr()
    first = target.read_bytes()
    assert str(target) in refused(capsys, "report", SAMPLE, "-o", target)
    assert main(["report", str(SAMPLE), "-o", str(target), "--force"]) == 0
    assert target.read_bytes() == first


@pytest.mark.parametrize(("arguments", "word"), [((), "Stärken"), (("--lang", "en"), "Strengths")])
def test_report_speaks_the_language_of_the_application_unless_told(
    tmp_path: Path, arguments: tuple[str, ...], word: str
) -> None:
    save_settings(paths.config_dir(), Settings(language="de"))
    target = tmp_path / "r.pdf"
    assert main(["report", str(SAMPLE), "-o", str(target), *arguments]) == 0
    assert word in "".join(page.extract_text() for page in PdfReader(target).pages)


def test_report_takes_the_newest_assessment_of_the_workspace(
    tmp_path: Path, capsys: Capture
) -> None:
    path, target = tmp_path / "w.db", tmp_path / "r.pdf"
    with open_workspace(path) as workspace:
        empty = refused(capsys, "report", "--workspace", path, "-o", target)
        assert str(path) in empty
        load_sample(workspace)
        # The application may be open meanwhile: a report only reads.
        assert main(["report", "--workspace", str(path), "-o", str(target)]) == 0
    assert "Nordlicht" in PdfReader(target).pages[0].extract_text()


def test_before_anything_was_begun_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    assert "no assessment yet" in refused(capsys, "report", "-o", tmp_path / "r.pdf")
    assert "no assessment yet" in refused(capsys, "evaluate")


def test_pack_check_names_every_fault_with_file_and_line(tmp_path: Path, capsys: Capture) -> None:
    assert main(["pack", "check", str(paths.questionnaires_dir() / "readiness")]) == 0
    (tmp_path / "pack.yaml").write_text("format: 1\nid: x\nversoin: 1\n")
    capsys.readouterr()
    assert main(["pack", "check", str(tmp_path)]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith(f"{tmp_path / 'pack.yaml'}:3: ") for line in lines)


def test_backup_writes_a_copy_that_opens(tmp_path: Path, capsys: Capture) -> None:
    path, copy = tmp_path / "w.db", tmp_path / "copy.db"
    open_workspace(path).close()
    assert main(["backup", "--workspace", str(path), str(copy)]) == 0
    open_workspace(copy, read_only=True).close()
    capsys.readouterr()
    assert str(copy) in refused(capsys, "backup", "--workspace", path, copy)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "JSON"),
        (b"[1]", "object"),
        (b"\xff\xfe\x00", "JSON"),
        (b'{"format": "digimaturity-answers/99"}', "digimaturity-answers/99"),
    ],
)
def test_a_file_that_is_no_answers_is_refused_with_its_faults(
    tmp_path: Path, capsys: Capture, content: bytes, said: str
) -> None:
    path = tmp_path / "answers.json"
    path.write_bytes(content)
    assert said in refused(capsys, "evaluate", path)


def test_unknown_questions_and_levels_out_of_range_are_all_named(
    tmp_path: Path, capsys: Capture
) -> None:
    document = json.loads(SAMPLE.read_text("utf-8"))
    given = document["respondents"][0]["answers"]
    given["no.such.question"] = 3
    rated = next(key for key, value in given.items() if value == 3)
    given[rated] = 6
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(document))
    said = refused(capsys, "evaluate", path)
    assert "no.such.question" in said
    assert rated in said
    target = tmp_path / "r.pdf"
    refused(capsys, "report", path, "-o", target)
    assert not target.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("evaluate", "missing.json"),
        ("pack", "check", "missing"),
        ("demo", "--out", "missing"),
        ("backup", "--workspace", "missing.db"),
        ("report", str(SAMPLE), "-o", "missing/r.pdf"),
    ],
)
def test_what_is_not_there_is_named(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "missing" in refused(capsys, *arguments)


def test_without_a_display_the_application_says_so(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "--help" in refused(capsys)


_WITHOUT_A_COMMAND = """
import sys
from digimaturity.cli import main
sys.platform = "linux"  # where it sees that there is no display, before it loads Qt
print(main([]), {"argparse", "digimaturity.commands.line"} & set(sys.modules))
"""


def test_the_window_does_not_wait_for_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    command = [sys.executable, "-c", _WITHOUT_A_COMMAND]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "2 set()"


def test_the_self_test_passes(capsys: Capture) -> None:
    assert main(["--self-test"]) == 0
    assert "FAILED" not in capsys.readouterr().out


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "digimaturity", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **environment}, check=False
    )


def test_version_help_and_unknown_commands() -> None:
    assert run("--version").stdout == f"digimaturity {__version__}\n"
    assert "evaluate" in run("--help").stdout
    unknown = run("frobnicate")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert unknown.stderr.count("\n") == 1


def test_our_own_fault_is_told_without_a_traceback_unless_asked_for() -> None:
    broken = {"DIGIMATURITY_HOME": "/dev/null"}
    quiet = run("backup", **broken)
    assert quiet.returncode in (1, 2)
    assert "Traceback" not in quiet.stderr
    assert "Traceback" in run("--debug", "backup", **broken).stderr


def test_a_reader_that_stops_early_is_no_fault() -> None:
    command = f'"{sys.executable}" -m digimaturity evaluate "{SAMPLE}" | head -1'
    done = subprocess.run(  # noqa: S602 - a real pipe that closes early
        command, shell=True, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("{\n", "")
