"""``trend`` and ``compare``: the years of a company in words, and as documents."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from digimaturity import paths
from digimaturity.cli import main
from digimaturity.services import sign_off
from digimaturity.services.workspace import open_workspace
from tests.services.five_years import five_years
from tests.services.small import begin

Capture = pytest.CaptureFixture[str]

GUIDE = Path(__file__).parents[2] / "docs" / "trend.md"
EXAMPLES = [
    json.loads(text)
    for text in re.findall(r"```json\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
]


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five years of a company."""
    place = tmp_path_factory.mktemp("years") / "work.db"
    five_years(place).close()
    return place


def run(work: Path, *arguments: str) -> int:
    return main([*arguments, "--workspace", str(work)])


def document(work: Path, capsys: Capture, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    assert run(work, *arguments, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    path = paths.resources_dir() / "schemas" / f"{found['format'].split('-')[1][:-2]}.schema.json"
    schema = json.loads(path.read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(found)
    return found


def said_in(example: Any, whole: Any) -> bool:  # noqa: ANN401 - JSON
    """Whether all that the example says stands in the whole."""
    if isinstance(example, dict):
        return all(key in whole and said_in(one, whole[key]) for key, one in example.items())
    if isinstance(example, list):
        return len(example) <= len(whole) and all(map(said_in, example, whole))
    return bool(example == (pytest.approx(whole) if isinstance(whole, float) else whole))


def test_the_trend_of_the_documentation(work: Path, capsys: Capture) -> None:
    assert said_in(
        EXAMPLES[0], document(work, capsys, "trend", "--company", "Weber Maschinenbau GmbH")
    )


def test_the_trend_in_words(work: Path, capsys: Capture) -> None:
    assert run(work, "trend") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Weber Maschinenbau GmbH"
    assert lines[1].startswith("Like for like 50 → 94 points since 2022.")
    (last,) = (line for line in lines if line.startswith("2025 → 2026"))
    assert last.split() == ["2025", "→", "2026", "±0", "+18", "−18", "±0", "5", "of", "6"]
    assert run(work, "trend", "--lang", "de") == 0
    assert "Auf gleicher Grundlage 50 → 94 Punkte seit 2022." in capsys.readouterr().out


def test_a_draft_counts_only_if_it_is_asked_for(tmp_path: Path, capsys: Capture) -> None:
    place = tmp_path / "small.db"
    with open_workspace(place) as opened:
        key = begin(opened).assessment
    assert run(place, "trend") == 2
    assert "No assessment of Hansen Möbel is signed off." in capsys.readouterr().err
    found = document(place, capsys, "trend", "--draft")
    assert [one["revision"] for one in found["years"]] == [None]
    assert found["nothing_compared_because"] == "not_answered"
    with open_workspace(place) as opened:
        sign_off.sign(opened, key)
    assert run(place, "trend") == 0
    assert "the second one makes a trend" in capsys.readouterr().out
    assert run(place, "trend", "--company", "Nobody") == 2
    assert "Nobody" in capsys.readouterr().err
