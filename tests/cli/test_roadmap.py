"""``digimaturity roadmap``: the ending tells the format; what cannot be done is said."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest
from icalendar import Calendar

from digimaturity.cli import main
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import open_workspace
from tests.services.small import begin

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("roadmap") / "work.db"
    with open_workspace(place) as workspace:
        load_sample(workspace, "en")
    return place


def written(sample: Path, out: Path) -> Path:
    said = ["--lang", "en", "roadmap", "--workspace", str(sample), "-o", str(out)]
    assert main(said) == 0
    return out


def test_other_programs_open_what_was_written(sample: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(sample, tmp_path / "r.xlsx"))
    assert {"Overview", "Plan", "Load", "Applications"} <= set(book.sheetnames)
    calendar = Calendar.from_ical(written(sample, tmp_path / "r.ics").read_bytes())
    assert len(calendar.walk("VEVENT")) > 10
    assert b"<Project xmlns=" in written(sample, tmp_path / "r.xml").read_bytes()
    document = docx.Document(str(written(sample, tmp_path / "r.docx")))
    assert any(one.text.startswith("Budget") for one in document.paragraphs)


def test_nothing_is_replaced_and_endings_are_told(
    sample: Path, tmp_path: Path, capsys: Capture
) -> None:
    there = tmp_path / "r.ics"
    there.write_text("mine")
    said = ["--lang", "en", "roadmap", "--workspace", str(sample), "-o"]
    assert main([*said, str(there)]) == 2
    assert there.read_text() == "mine"
    assert main([*said, str(tmp_path / "r.mpp")]) == 2
    assert ".xml (Project XML)" in capsys.readouterr().err
    assert not (tmp_path / "r.mpp").exists()


def test_a_company_without_a_roadmap_gets_a_sentence(tmp_path: Path, capsys: Capture) -> None:
    place = tmp_path / "work.db"
    with open_workspace(place) as workspace:
        begin(workspace)
    out = tmp_path / "r.xlsx"
    assert main(["--lang", "en", "roadmap", "--workspace", str(place), "-o", str(out)]) == 2
    assert "Nothing was put down for a roadmap yet." in capsys.readouterr().err
    assert not out.exists()


def test_of_many_clients_it_is_that_of_the_one_who_is_named(
    tmp_path: Path, capsys: Capture
) -> None:
    place, out = tmp_path / "work.db", tmp_path / "r.ics"
    with open_workspace(place) as workspace:
        load_sample(workspace, "en")
        begin(workspace)  # later than those of the sample
    said = ["--lang", "en", "roadmap", "--workspace", str(place), "-o", str(out)]
    assert main([*said, "--company", "Nobody Ltd"]) == 2
    assert "Nobody Ltd" in capsys.readouterr().err
    assert main([*said, "--company", "nordlicht maschinenbau gmbh"]) == 0
    assert "Nordlicht" in out.read_text("utf-8")
    assert main([*said, "--force"]) == 2  # the newest of all, which has none
