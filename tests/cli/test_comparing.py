"""With whom `evaluate` compares: as JSON, and as it was asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from digimaturity import paths
from digimaturity.cli import main
from digimaturity.services import companies, sign_off
from digimaturity.services.answers_file import save_answers
from digimaturity.services.sample import load_sample, read_sample
from digimaturity.services.workspace import open_workspace

SAMPLE = paths.resources_dir() / "sample" / "answers.json"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """The sample company among five others that answered the same, each in another sector."""
    path = tmp_path / "w.db"
    with open_workspace(path) as opened:
        load_sample(opened)
        for section in "CFGHJ":
            change = save_answers(opened, read_sample())
            record = companies.get_company(opened, str(change.company))
            other = companies.CompanyRecord("Other", record.country, section, 40, id=record.id)
            companies.save_company(opened, other)
            sign_off.sign(opened, str(change.assessment))
    return path


def evaluated(capsys: Capture, *arguments: str | Path) -> dict[str, Any]:
    assert main(["evaluate", *map(str, arguments)]) == 0
    result = json.loads(capsys.readouterr().out)
    path = paths.resources_dir() / "schemas" / "evaluation.schema.json"
    jsonschema.validate(result, json.loads(path.read_text("utf-8")))
    benchmark: dict[str, Any] = result["benchmark"]
    return benchmark


def test_the_newest_assessment_of_a_workspace_among_its_clients(
    capsys: Capture, workspace: Path
) -> None:
    found = evaluated(capsys, "--workspace", workspace, "--peers", "country")
    (sample,) = found["samples"]
    assert sample["basis"] == "chosen"
    assert sample["overall"]["percentile"] == 50
    assert (sample["overall"]["n"], sample["provenance"]["n"]) == (5, 5)
    assert sample["provenance"]["population"] == {
        "country": "DE",
        "size_class": "",
        "sector": None,
    }
    assert (sample["provenance"]["self_rated"], sample["provenance"]["context"]) == (True, False)


def test_a_file_of_answers_has_no_clients_but_a_choice(capsys: Capture) -> None:
    found = evaluated(capsys, SAMPLE)
    assert (found["choice"], found["samples"]) == (None, [])
    found = evaluated(capsys, SAMPLE, "--peers", "all")
    assert (found["choice"], found["basis"]) == ([], "chosen")
    distribution = found["distribution"]
    assert distribution["population"]["country"] == "EU27_2020"
    assert distribution["provenance"]["publisher"] == "Eurostat"


@pytest.mark.parametrize("words", ["galaxy", "", "country,galaxy"])
def test_other_words_are_refused(capsys: Capture, words: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["evaluate", str(SAMPLE), "--peers", words])
    assert "--peers" in capsys.readouterr().err
