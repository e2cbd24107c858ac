"""A portfolio's reports: each company has its file, and no failure stops the others."""

from __future__ import annotations

import multiprocessing
import os
from dataclasses import replace
from pathlib import Path

import pytest

from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.services import batch, exports
from digimaturity.services.answers_file import AnswersFile, save_answers
from digimaturity.services.batch import Done, Task, tasks_of, write_all
from digimaturity.services.companies import save_company
from digimaturity.services.exports import Format, Order
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import CompanyRecord
from tests import samples

EN = Translator.load("en", Path())
NAMES = (
    "Müller: Bau/Holz GmbH",
    "mÜLLER  Bau Holz GmbH",
    "Mu\u0308ller Bau Holz GmbH",
    "Zuletzt",
)


@pytest.fixture
def portfolio(workspace: Workspace) -> Workspace:
    """Four short assessments; three firms have nearly one name, another was never assessed."""
    for name in NAMES:
        save_answers(workspace, named(samples.read("joinery", "en"), name))
    save_company(workspace, CompanyRecord("Never assessed"))
    return workspace


def named(answers: AnswersFile, name: str) -> AnswersFile:
    return replace(answers, company=replace(answers.company, name=name))


def written(workspace: Workspace, tasks: tuple[Task, ...], processes: int = 2) -> list[Done]:
    return list(write_all(workspace, tasks, EN, processes=processes))


def test_each_company_has_a_file_of_its_own(portfolio: Workspace, tmp_path: Path) -> None:
    tasks = tasks_of(portfolio, tmp_path / "out", Format.PDF)
    assert len({task.path.name.casefold() for task in tasks}) == len(NAMES)
    assert {task.company for task in tasks} == set(NAMES)
    assert all(done.error is None for done in written(portfolio, tasks))
    found = sorted((tmp_path / "out").iterdir())
    assert found == sorted(task.path for task in tasks)
    assert all(path.read_bytes().startswith(b"%PDF") for path in found)


def test_several_processes_write_the_same_bytes_as_one(
    portfolio: Workspace, tmp_path: Path
) -> None:
    contents = []
    for processes in (1, 2):
        tasks = tasks_of(portfolio, tmp_path / str(processes), Format.PDF)[:2]
        assert [done.error for done in written(portfolio, tasks, processes)] == [None, None]
        contents.append([task.path.read_bytes() for task in tasks])
    assert contents[0] == contents[1]


def test_of_several_assessments_the_newest_counts(portfolio: Workspace, tmp_path: Path) -> None:
    answers = samples.read("joinery", "en")
    year = answers.day.year
    save_answers(portfolio, replace(named(answers, "Later"), day=answers.day.replace(year=2030)))
    names = {task.company: task.path.name for task in tasks_of(portfolio, tmp_path, Format.PDF)}
    assert names["Later"] == "Later 2030.pdf"
    assert names["Zuletzt"] == f"Zuletzt {year}.pdf"


def test_a_file_that_is_there_stays_and_stops_nobody(portfolio: Workspace, tmp_path: Path) -> None:
    tasks = tasks_of(portfolio, tmp_path, Format.PDF)[-2:]
    tasks[0].path.write_text("mine")
    outcome = {done.task: done.error for done in written(portfolio, tasks, 1)}
    error = outcome[tasks[0]]
    assert isinstance(error, UserError)
    assert error.code == "file.exists"
    assert tasks[0].path.read_text() == "mine"
    assert outcome[tasks[1]] is None


def test_a_fault_of_ours_is_told_and_stops_nobody(
    portfolio: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = exports.exported

    def failing(order: Order, form: Format) -> bytes:
        if order.evaluation.company.name == "Zuletzt":
            raise ZeroDivisionError
        return make(order, form)

    monkeypatch.setattr(batch, "exported", failing)
    tasks = tasks_of(portfolio, tmp_path, Format.PDF)[-2:]
    outcome = {done.task.company: done.error for done in written(portfolio, tasks, 1)}
    assert isinstance(outcome["Zuletzt"], ZeroDivisionError)
    assert [error for error in outcome.values() if error is None] == [None]
    assert [path.name for path in tmp_path.glob("*.pdf")] == [tasks[0].path.name]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs copies of this process")
def test_a_process_that_dies_stops_nobody(
    portfolio: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "_context", lambda: multiprocessing.get_context("fork"))
    make = exports.exported

    def dying(order: Order, form: Format) -> bytes:
        if order.evaluation.company.name == "Zuletzt":
            os._exit(9)
        return make(order, form)

    monkeypatch.setattr(batch, "exported", dying)
    tasks = tasks_of(portfolio, tmp_path, Format.PDF)
    outcome = {done.task.company: done.error for done in written(portfolio, tasks)}
    assert [name for name, error in outcome.items() if error] == ["Zuletzt"]
    assert len(list(tmp_path.glob("*.pdf"))) == len(NAMES) - 1


def test_a_name_of_any_length_makes_the_name_of_a_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    answers = samples.read("joinery", "en")
    for name in ("数字化" * 100, "数字化" * 100 + "!", "..."):
        save_answers(workspace, named(answers, name))
    names = [task.path.name for task in tasks_of(workspace, tmp_path, Format.PDF)]
    assert len(set(names)) == 3
    assert all(len(name.encode()) < 200 and "2026" in name for name in names)


def test_without_assessments_there_is_nothing_to_write(
    workspace: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match=r"assessment\.none"):
        tasks_of(workspace, tmp_path, Format.PDF)
