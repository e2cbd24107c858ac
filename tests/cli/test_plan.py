"""``plan``: problems that people and programs write, and plans that they can read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from digimaturity import paths
from digimaturity.cli import main
from digimaturity.commands import plan as plan_command

Capture = pytest.CaptureFixture[str]

PROBLEM, PLAN = (
    json.loads(text)
    for text in re.findall(
        r"```json\n(.*?)```",
        (Path(__file__).parents[2] / "docs" / "plan.md").read_text("utf-8"),
        re.DOTALL,
    )
)


def run(tmp_path: Path, problem: object, *more: str) -> int:
    path = tmp_path / "problem.json"
    text = problem if isinstance(problem, str) else json.dumps(problem)
    path.write_text(text, "utf-8")
    return main(["plan", str(path), *more])


def planned(tmp_path: Path, capsys: Capture, **changed: object) -> Any:  # noqa: ANN401 - JSON
    assert run(tmp_path, PROBLEM | changed) == 0
    return json.loads(capsys.readouterr().out)


def test_the_example_of_the_documentation(tmp_path: Path, capsys: Capture) -> None:
    plan = planned(tmp_path, capsys)
    assert plan["status"] == PLAN["status"]
    assert plan["value"] == plan["best"] == plan["bound"] == pytest.approx(PLAN["value"])
    for one, said in zip(plan["measures"], PLAN["measures"], strict=True):
        assert said.pop("reason", {}).items() <= (one.pop("reason") or {}).items()
        assert said.items() <= one.items()
    (over,) = plan["overloads"]
    assert (over["resource"], over["quarter"], over["by"]) == ("anna", "2026-Q2", ["move"])
    (pause,) = plan["pausing"]
    assert pause["ends"] == [{"resource": "anna", "quarter": "2026-Q2"}]
    assert pause["would_fit"] == ["portal"]
    loads = {(one["resource"], one["quarter"]): one for one in plan["loads"]}
    assert loads["it", "2026-Q3"] == {
        "resource": "it",
        "quarter": "2026-Q3",
        "capacity": 25,
        "running": 10,
        "planned": 12,
    }


def test_it_follows_its_schema_and_goes_to_a_file(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "plan.json"
    assert run(tmp_path, PROBLEM, "-o", str(out)) == 0
    schema = json.loads((paths.resources_dir() / "schemas" / "plan.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(json.loads(out.read_bytes()))
    assert run(tmp_path, PROBLEM, "-o", str(out)) == 2
    assert "already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("measures", "why"),
    [
        ([{"id": "a", "gain": 1, "requires": ["b"]}, {"id": "b", "gain": 1, "requires": ["a"]}], 0),
        ([{"id": "a", "gain": 1, "load": {"nobody": 1}}], 1),
        ([{"id": "a", "gain": 1, "quarters": 5}], 2),
        ([{"id": "a", "gain": 1, "cost": None}], 3),
    ],
)
def test_what_is_impossible_is_a_plan_with_reasons(
    tmp_path: Path, capsys: Capture, measures: list[object], why: int
) -> None:
    plan = planned(tmp_path, capsys, measures=measures, capacity={"nobody": 0})
    assert plan["status"] == "empty"
    reasons = {one["reason"]["why"] for one in plan["measures"]}
    assert reasons == {("circle", "capacity", "horizon", "cost_unknown")[why]}


def test_locks_that_cannot_hold_are_told(tmp_path: Path, capsys: Capture) -> None:
    locked = [{"id": key, "gain": 1, "lock": lock} for key, lock in _LOCKS.items()]
    plan = planned(tmp_path, capsys, measures=locked, running=[], parallel=1)
    by_id = {one["id"]: one for one in plan["measures"]}
    assert all(one["start"] for one in by_id.values())
    assert by_id["early"]["lock_not_held"]["why"] == "horizon"
    assert by_id["late"]["lock_not_held"]["why"] == "horizon"
    kept, moved = sorted((by_id["one"], by_id["two"]), key=lambda one: bool(one["lock_not_held"]))
    assert kept["start"] == "2026-Q3"
    assert (moved["lock_not_held"]["why"], moved["lock_not_held"]["quarter"]) == (
        *("parallel", "2026-Q3"),
    )


_LOCKS = {"early": "2025-Q1", "late": "2031-Q1", "one": "2026-Q3", "two": "2026-Q3"}

_FAULTS: list[tuple[object, str]] = [
    ("{", "line 1, column 2"),
    ('{"format": 1, "format": 2}', "“format” stands twice"),
    ('{"quarters": NaN}', "not valid JSON"),
    ([], "an object in braces"),
    (PROBLEM | {"format": "x/1"}, "format: The format is “x/1”"),
    (PROBLEM | {"first": "2026-5"}, "first: “2026-5” is no quarter"),
    (PROBLEM | {"first": "2026-Q1\n"}, "first: “2026-Q1"),
    (PROBLEM | {"first": "9999-Q2"}, "quarters: The horizon ends after the year 9999"),
    (PROBLEM | {"quarters": 0}, "quarters: This is less than 1"),
    (PROBLEM | {"budgets": 0}, "“budgets” means nothing here; take it out. Did you mean “budget”?"),
    (PROBLEM | {"budget": "much"}, "budget: Needed here: a number or null."),
    ({"format": PROBLEM["format"]}, "“measures” is missing"),
    (PROBLEM | {"running": [{"id": f"p{n}"} for n in range(201)]}, "running: "),
    (PROBLEM | {"capacity": {"it": [1, 2]}}, "capacity.it: There are 2 numbers for 4 quarters"),
    (PROBLEM | {"capacity": {"it": -1}}, "capacity.it: This is less than 0"),
    (PROBLEM | {"before": {"backup": "2026-Q2"}}, "before.backup: Nothing has the id “backup”"),
    (
        PROBLEM | {"running": [{"id": "portal"}]},
        "running[0].id: The id “portal” stands at measures[1].id already",
    ),
    (
        PROBLEM | {"measures": [{"id": "a", "gain": 1, "requires": ["b"]}]},
        "measures[0].requires[0]: Nothing has the id “b”",
    ),
    (json.dumps(PROBLEM).replace("2.5", "1e999"), "measures[1].gain: This is more than"),
    (json.dumps(PROBLEM).replace('"portal"', r'"\ud800"').replace("2.5", "-1"), "measures[1].gain"),
]


@pytest.mark.parametrize(("problem", "said"), _FAULTS)
def test_a_bad_file_is_refused_with_the_place(
    tmp_path: Path, capsys: Capture, problem: object, said: str
) -> None:
    assert run(tmp_path, problem) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert "Nothing was planned." in printed.err
    assert not printed.out


def test_odd_ids_and_the_end_of_the_calendar_are_no_fault(tmp_path: Path, capsys: Capture) -> None:
    odd = [{"id": r"\ud800", "gain": 1}, {"id": "\n<b>", "gain": 1}]
    text = json.dumps(PROBLEM | {"measures": odd, "first": "9998-Q4"}).replace(r"\\ud", r"\ud")
    assert run(tmp_path, text) == 0
    starts = [one["start"] for one in json.loads(capsys.readouterr().out)["measures"]]
    assert starts == ["9998-Q4", "9998-Q4"]


def test_a_file_that_is_not_there(tmp_path: Path, capsys: Capture) -> None:
    assert main(["plan", str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().err


def test_many_running_projects_do_not_take_for_ever(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan_command, "PAUSING", 0.0)
    (pause,) = planned(tmp_path, capsys)["pausing"]
    assert pause["ends"]
    assert pause["would_fit"] is None  # nobody had the time to look
