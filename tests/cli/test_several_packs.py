"""The commands where several questionnaires are installed: a quick check, and one's own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from digimaturity import paths
from digimaturity.cli import main
from digimaturity.services.going_on import go_on
from digimaturity.services.packs import usable_questionnaires
from digimaturity.services.sample import read_sample
from digimaturity.services.workspace import open_workspace
from tests.packs.conftest import SMALL

SAMPLE = paths.resources_dir() / "sample" / "answers.json"


@pytest.fixture
def quick(tmp_path: Path) -> Path:
    """The answers of the sample company, as far as the quick check asks for them."""
    document = json.loads(SAMPLE.read_text("utf-8"))
    document["questionnaire"] = "quick-check"
    asked = usable_questionnaires()["quick-check"].by_id
    for person in document["respondents"]:
        person["answers"] = {key: said for key, said in person["answers"].items() if key in asked}
    path = tmp_path / "quick.json"
    path.write_text(json.dumps(document))
    return path


def test_a_quick_check_is_evaluated_by_its_own_questions(
    quick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(quick)]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["questionnaire"]["id"] == "quick-check"
    assert result["overall"]["coverage"] == 1
    assert (result["strategy"], result["decisions"]) == (None, None)
    assert result["index"] is not None


@pytest.mark.parametrize(
    ("language", "words"), [("en", "18 of the 54 questions"), ("de", "18 der 54 Fragen")]
)
def test_its_report_says_that_it_is_one(
    quick: Path, tmp_path: Path, language: str, words: str
) -> None:
    target = tmp_path / "r.pdf"
    assert main(["--lang", language, "report", str(quick), "-o", str(target)]) == 0
    text = "".join(page.extract_text() for page in PdfReader(target).pages)
    assert words in " ".join(text.split())


def test_the_newest_report_is_that_of_the_assessment_that_goes_on(
    quick: Path, tmp_path: Path
) -> None:
    from digimaturity.services.answers_file import read_answers, save_answers

    path, target = tmp_path / "w.db", tmp_path / "r.pdf"
    with open_workspace(path) as workspace:
        change = save_answers(workspace, read_answers(quick))
        go_on(workspace, str(change.assessment))
    assert main(["report", "--workspace", str(path), "-o", str(target)]) == 0
    text = " ".join("".join(page.extract_text() for page in PdfReader(target).pages).split())
    assert "54 questions" in text
    assert "18 of the 54" not in text


def test_a_pack_of_ones_own_changes_nothing_for_the_sample(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(SMALL, paths.own_questionnaires_dir() / "a_pack")
    assert main(["evaluate", str(SAMPLE)]) == 0
    assert json.loads(capsys.readouterr().out)["questionnaire"]["id"] == "readiness"
    assert read_sample().questionnaire.id == "readiness"


def test_a_selection_elsewhere_is_checked_against_the_pack_that_is_shipped(tmp_path: Path) -> None:
    shutil.copytree(paths.questionnaires_dir() / "quick-check", tmp_path / "mine")
    assert main(["pack", "check", str(tmp_path / "mine")]) == 0
