"""``trend`` and ``compare``: the years of a company in words, and as documents."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from digimaturity import paths
from digimaturity.cli import main
from digimaturity.services import sign_off
from digimaturity.services.assessments import create_assessment
from digimaturity.services.companies import list_companies
from digimaturity.services.workspace import open_workspace
from tests.services.five_years import answered, five_years
from tests.services.small import begin
from tests.services.versions import version_three

Capture = pytest.CaptureFixture[str]

ANSWERS = paths.resources_dir() / "sample" / "answers.json"

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


def test_a_year_just_begun_takes_nothing_from_those_before(tmp_path: Path, capsys: Capture) -> None:
    place = tmp_path / "work.db"
    with five_years(place) as opened:
        (company,) = list_companies(opened)
        create_assessment(opened, company.id, version_three(), date(2027, 3, 1))
    found = document(place, capsys, "trend", "--draft")
    scores = [one["like_for_like"]["overall"]["score"] for one in found["years"]]
    assert scores == [50, 56.25, 68.75, 75, 93.75, None]
    assert run(place, "trend", "--draft") == 0
    out = capsys.readouterr().out
    assert "Like for like 50 → 94 points since 2022." in out
    assert "Too few answers to be compared: 2027." in out


NAME = "Weber Maschinenbau GmbH"


def test_the_comparison_of_the_documentation(work: Path, capsys: Capture) -> None:
    found = document(work, capsys, "compare", f"{NAME}@2025", f"{NAME}@2026-03-01r1", "--changes")
    assert said_in(EXAMPLES[1], found)


def test_two_assessments_in_words(work: Path, capsys: Capture) -> None:
    assert run(work, "compare", f"{NAME}@2025", f"{NAME}@2026", "--changes") == 0
    out = capsys.readouterr().out
    assert "Like for like, the score rose by 18 points: 66 → 84." in out
    shown = [line.split()[:2] for line in out.splitlines() if "How is" in line]
    assert shown == [["75", "100"], ["25", "50"], ["75", "100"]]
    assert run(work, "compare", f"{NAME}@2025", f"{NAME}@2026", "--lang", "de") == 0
    assert "How is late?" in capsys.readouterr().out


def test_the_other_way_round_all_signs_are_turned(work: Path, capsys: Capture) -> None:
    there = document(work, capsys, "compare", f"{NAME}@2023", f"{NAME}@2026")
    back = document(work, capsys, "compare", f"{NAME}@2026", f"{NAME}@2023")
    assert (back["a"], back["b"]) == (there["b"], there["a"])
    for one, other in zip(there["questions"], back["questions"], strict=True):
        assert (one["in_a"], one["a"]) == (other["in_b"], other["b"])
        assert one["difference"] == (other["difference"] and -other["difference"])
    turned = {key: -part for key, part in back["overall"]["difference"].items()}
    assert there["overall"]["difference"] == pytest.approx(turned)
    only = [document["overall"]["questions"] for document in (there, back)]
    assert [(one["higher"], one["lower"], one["only_a"], one["only_b"]) for one in only] == [
        (3, 0, 1, 2),
        (0, 3, 2, 1),
    ]


def test_files_of_answers_are_sides_too(work: Path, tmp_path: Path, capsys: Capture) -> None:
    sample = json.loads(ANSWERS.read_text("utf-8"))
    earlier = sample | {"date": "2025-02-24", "company": {"name": "Another"}}
    (first, second, same) = (tmp_path / f"{name}.json" for name in ("first", "second", "same"))
    first.write_text(json.dumps(earlier), "utf-8")
    second.write_text(json.dumps(sample), "utf-8")
    same.write_text(json.dumps(sample | {"date": "2025-02-24"}), "utf-8")
    assert main(["compare", str(first), str(second)]) == 0
    assert f"A: Another, 24 February 2025 · {first.name}" in capsys.readouterr().out
    found = document(work, capsys, "compare", str(first), str(second))
    assert (found["one_firm"], found["overall"]["difference"]["really"]) == (False, 0)
    assert document(work, capsys, "compare", str(same), str(second))["one_firm"]
    own = document(work, capsys, "compare", str(second), f"{NAME}@2026")
    assert own["nothing_compared_because"] == "other_questions"
    assert run(work, "compare", str(tmp_path / "none.json"), str(second)) == 2
    assert "none.json" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (f"{NAME}@2021", "no assessment of Weber Maschinenbau GmbH from 2021"),
        (f"{NAME}@2025r3", "It was signed off once."),
        ("Nobody@2025", "Nobody"),
        ("nothing", "no assessment with the id “nothing”"),
    ],
)
def test_what_is_not_there_is_told(work: Path, capsys: Capture, named: str, said: str) -> None:
    assert run(work, "compare", f"{NAME}@2026", named) == 2
    assert said in capsys.readouterr().err


def test_of_two_in_a_year_the_day_is_wanted(tmp_path: Path, capsys: Capture) -> None:
    place = tmp_path / "work.db"
    with five_years(place) as opened:
        (company,) = list_companies(opened)
        answered(opened, company.id, version_three(), date(2026, 9, 1), {"kept": 2})
    assert run(place, "compare", f"{NAME}@2025", f"{NAME}@2026") == 2
    assert "1 March 2026, 1 September 2026" in capsys.readouterr().err
    found = document(place, capsys, "compare", f"{NAME}@2026-03-01", f"{NAME}@2026-09-01")
    assert found["overall"]["questions"]["not_answered"] == 5


def test_a_company_alone_means_its_newest_that_was_signed(tmp_path: Path, capsys: Capture) -> None:
    place = tmp_path / "work.db"
    with five_years(place) as opened:
        (company,) = list_companies(opened)
        create_assessment(opened, company.id, version_three(), date(2027, 3, 1))
    found = document(place, capsys, "compare", f"{NAME}@2025", NAME)
    assert found["b"]["day"] == "2026-03-01"
