"""``digimaturity reminders``: what is due as lines, as JSON, and as a calendar file."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from digimaturity.cli import main
from digimaturity.services import assessments, companies, sign_off
from digimaturity.services.companies import CompanyRecord
from digimaturity.services.workspace import open_workspace
from tests.services.small import small_questionnaire

Capture = pytest.CaptureFixture[str]
TODAY = date.today()  # noqa: DTZ011 - as the program


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Two companies, of which one is overdue."""
    place = tmp_path / "work.db"
    with open_workspace(place) as workspace:
        for name, days in (("Late 🪚 GmbH", 400), ("Fresh", 30)):
            company = str(companies.save_company(workspace, CompanyRecord(name)).company)
            day = TODAY - timedelta(days=days)
            made = assessments.create_assessment(workspace, company, small_questionnaire(), day)
            sign_off.sign(workspace, str(made.assessment))
    return place


def said(place: Path, *more: str, language: str = "en") -> list[str]:
    return ["--lang", language, "reminders", "--workspace", str(place), *more]


def test_only_what_is_due_is_told(place: Path, capsys: Capture) -> None:
    assert main(said(place)) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("Late 🪚 GmbH\tNext assessment, overdue ")
    assert main(said(place, "--company", "Fresh")) == 0
    out, err = capsys.readouterr()
    assert (out, "Nothing is due." in err) == ("", True)
    with open_workspace(place) as workspace:
        for one in companies.list_companies(workspace):
            companies.archive_company(workspace, one.id)
    assert main(said(place)) == 0
    assert "Measures are looked at with --company alone." in capsys.readouterr().err


def test_other_programs_get_days_and_kinds(place: Path, capsys: Capture) -> None:
    assert main(said(place, "--json")) == 0
    (company,) = json.loads(capsys.readouterr().out)["companies"]
    assert company["name"] == "Late 🪚 GmbH"
    assert [one["kind"] for one in company["due"]] == ["assessment"]
    assert main(said(place, "--company", company["id"], "--json", language="de")) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["due"] == [{**company["due"][0], "words": "Nächste Standortbestimmung"}]
    assert told["next_assessment"] == told["due"][0]["day"] < TODAY.isoformat()


def test_a_calendar_is_written_whole_and_over_nothing(
    place: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "all.ics"
    assert main(said(place, "--ics", str(out))) == 0
    assert len(Calendar.from_ical(out.read_bytes()).walk("VEVENT")) == 2
    assert main(said(place, "--ics", str(out), "--company", "Fresh")) == 2
    assert len(Calendar.from_ical(out.read_bytes()).walk("VEVENT")) == 2
    assert main(said(place, "--ics", str(out), "--company", "Fresh", "--force")) == 0
    (event,) = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Next assessment: Fresh"
    assert main(said(place, "--company", "Nobody")) == 2
    assert "Nobody" in capsys.readouterr().err
