"""Forms made and taken in on the command line: both kinds, from the empty form to the answers."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject

from digimaturity.cli import main
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.paths import config_dir
from digimaturity.services import assessments
from digimaturity.services.forms.fields import Field, Role
from digimaturity.services.forms.identity import Identity, read_identity
from digimaturity.services.forms.returned import return_document
from digimaturity.services.respondents import add_respondent
from digimaturity.services.workspace import open_workspace
from digimaturity.settings import Settings, save_settings
from tests.services.forms.filled import at, saved
from tests.services.small import Sitting, begin

Capture = pytest.CaptureFixture[str]


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def here(tmp_path: Path) -> tuple[Path, Sitting]:
    path = tmp_path / "here.db"
    with open_workspace(path) as opened:
        return path, begin(opened)


def made(path: Path, out: Path, capsys: Capture, *whose: str) -> Identity:
    capsys.readouterr()
    assert run("form", "make", "-o", out, "--json", "--workspace", path, *whose) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["path"] == str(out)
    identity = read_identity(told["form"])
    assert identity is not None
    return identity


def filled_pdf(path: Path) -> Path:
    """What a viewer saves: level 3 chosen, a number and a comment written."""
    writer = PdfWriter(clone_from=path)
    form: Any = writer.root_object["/AcroForm"]
    levels, number = Field(Role.LEVELS, "a.levels").name, Field(Role.NUMBER, "f.number").name
    comment = Field(Role.COMMENT, "a.levels").name
    texts = {number: "12,5", comment: "seit Mai"}
    for entry in form["/Fields"]:
        field = entry.get_object()
        if field.get("/T") == levels:
            field[NameObject("/V")] = NameObject("/3")
        if field.get("/T") in texts:
            field[NameObject("/V")] = TextStringObject(texts[field["/T"]])
    out = BytesIO()
    writer.write(out)
    back = path.with_name("back.pdf")
    back.write_bytes(out.getvalue())
    return back


def test_a_pdf_goes_out_and_comes_back(
    here: tuple[Path, Sitting], tmp_path: Path, capsys: Capture
) -> None:
    path, sitting = here
    whose = ("--respondent", "ada", "--company", "hansen  möbel", "--language", "de")
    out = tmp_path / "ada.pdf"
    identity = made(path, out, capsys, *whose)
    assert (identity.respondent, identity.language) == (sitting.manager, "de")
    assert out.read_bytes().startswith(b"%PDF")
    back = filled_pdf(out)
    assert run("form", "import", back, "--workspace", path) == 0
    told = capsys.readouterr()
    assert "Hansen Möbel · Ada · Management" in told.out
    assert "2 of 13 answered · 2 new answers · 1 new or changed comment" in told.out
    assert "version 1 · Deutsch · PDF" in told.out
    assert "--accept" in told.err
    assert run("form", "import", back, "--workspace", path, "--accept") == 0
    assert "1 form taken in · 2 answers saved · 1 comment saved" in capsys.readouterr().out
    with open_workspace(path, read_only=True) as opened:
        said = assessments.responses(opened, sitting.assessment).answers[sitting.manager]
    assert (said["a.levels"].value, said["a.levels"].comment) == (3, "seit Mai")
    assert said["f.number"].value == 12.5


def test_a_form_in_a_browser_goes_to_somebody_new_and_its_answers_come_back(
    here: tuple[Path, Sitting], tmp_path: Path, capsys: Capture
) -> None:
    path, sitting = here
    save_settings(config_dir(), Settings(mentor="Jule Kern"))
    out = tmp_path / "bo.html"
    whose = ("--viewpoint", "business", "--name", "Bo")
    first = made(path, out, capsys, *whose)
    page = out.read_text("utf-8")
    assert first.checksum in page
    assert "Jule Kern" in page
    again = made(path, out, capsys, *whose, "--force")
    assert first.form != again.form
    assert first.respondent == again.respondent
    with open_workspace(path, read_only=True) as opened:
        people = assessments.get_assessment(opened, sitting.assessment).respondents
    assert [one.viewpoint for one in people if one.name == "Bo"] == [Viewpoint.BUSINESS]
    back = saved(tmp_path, again, {"a.yes": True, "a.levels": {"value": 2, "comment": "<b>x</b>"}})
    damaged = tmp_path / "damaged.json"
    damaged.write_text(json.dumps(return_document(first, at(0), {}))[:-40])
    common = ("form", "import", back, damaged, "--workspace", path, "--json")
    assert run(*common) == 2
    told = capsys.readouterr()
    shown = json.loads(told.out)["forms"]
    assert [one["refused"] for one in shown] == [None, "damaged"]
    assert shown[0]["respondent"]["name"] == "Bo"
    assert "damaged.json" in told.err
    assert run(*common, "--accept") == 2
    assert json.loads(capsys.readouterr().out)["done"]["answers"] == 2
    assert run("form", "import", back, "--workspace", path, "--accept", "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["forms"][0]["taken_before"], shown["done"]["forms"]) == (True, 0)


def test_of_two_with_one_name_none_is_guessed(
    here: tuple[Path, Sitting], tmp_path: Path, capsys: Capture
) -> None:
    path, sitting = here
    whose = ("--viewpoint", "business", "--name")
    first = made(path, tmp_path / "1.html", capsys, *whose, "Bo")
    assert made(path, tmp_path / "2.html", capsys, *whose, "bo").respondent == first.respondent
    with open_workspace(path) as opened:
        add_respondent(opened, sitting.assessment, Viewpoint.BUSINESS, "Bo")
    third = ("-o", tmp_path / "3.html", "--workspace", path)
    assert run("form", "make", *whose, "Bo", *third) == 2
    assert "Several people called “Bo”" in capsys.readouterr().err


def test_what_cannot_be_made_leaves_nothing(
    here: tuple[Path, Sitting], tmp_path: Path, capsys: Capture
) -> None:
    path, sitting = here
    common = ("form", "make", "--workspace", path, "--viewpoint", "it", "--name", "Cy")
    assert run(*common, "-o", tmp_path / "x.doc") == 2
    assert run(*common, "-o", tmp_path / "nowhere" / "x.html") == 2
    assert run(*common, "-o", path) == 2
    assert run(*common, "-o", tmp_path / "x.html", "--assessment", "other") == 2
    assert run(*common, "-o", tmp_path / "x.html", "--company", "other") == 2
    nobody = ("form", "make", "--workspace", path, "--respondent", "Cy")
    assert run(*nobody, "-o", tmp_path / "x.html") == 2
    assert "Nobody called “Cy”" in capsys.readouterr().err
    with open_workspace(path, read_only=True) as opened:
        people = assessments.get_assessment(opened, sitting.assessment).respondents
        with opened.reading() as stored:
            assert not stored.forms.of_assessment(sitting.assessment)
    assert [one.id for one in people] == [sitting.manager, sitting.expert]
    assert not (tmp_path / "x.html").exists()
