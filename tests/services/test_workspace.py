"""What is known of a workspace before it is open, and what opening costs."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from digimaturity import paths
from digimaturity.domain.company import TurnoverBand
from digimaturity.domain.responses import Answer, State
from digimaturity.services import assessments, recording, sign_off
from digimaturity.services.companies import CompanyRecord, save_company
from digimaturity.services.first_look import FirstLook, Wanted, look_at, look_into
from digimaturity.services.workspace import Workspace, backup_workspace, open_workspace
from tests.services.small import Sitting, begin, small_questionnaire

FIRST_SCREEN = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from digimaturity.services import (
    answers_file,
    assessments,
    companies,
    messages,
    recording,
    results,
    sample,
)
from digimaturity.services.first_look import look_into
from digimaturity.services.workspace import open_workspace
heavy = {"alembic", "jsonschema", "yaml", "matplotlib", "reportlab", "babel"}
assert look_into(Path(sys.argv[1])).company.name == "Hansen Möbel"
assert not {"sqlalchemy", *heavy} & set(sys.modules), sorted(sys.modules)
for name in sys.argv[1:]:
    open_workspace(Path(name)).close()
assert "sqlalchemy" in sys.modules
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""


def test_the_first_look_tells_what_the_open_workspace_tells(sitting: Sitting) -> None:
    workspace, assessment = sitting.workspace, sitting.assessment
    manager, expert = sitting.manager, sitting.expert
    for respondent, level in ((manager, 3), (manager, 4), (expert, 2)):
        recording.record_answer(workspace, assessment, respondent, "a.levels", Answer.of(level))
    several, no_idea = Answer.of(frozenset("xy")), Answer(State.DONT_KNOW)
    recording.record_answer(workspace, assessment, manager, "a.many", several)
    recording.record_answer(workspace, assessment, manager, "a.may", no_idea)
    recording.record_comment(workspace, assessment, manager, "a.yes", "a comment is no answer")
    recording.record_comment(workspace, assessment, manager, "a.levels", "and one beside it")
    recording.record_answer(workspace, assessment, expert, "a.levels", None)
    recording.record_consensus(workspace, assessment, "a.levels", 5)
    found = look_into(workspace.path)
    assert found
    assert found == look_at(workspace)
    assert found.case
    assert found.case.responses.answers[manager]["a.levels"] == Answer.of(4, "and one beside it")
    assert found.case.responses.answers[expert] == {}

    sign_off.sign(workspace, assessment)
    asked, newer = small_questionnaire("another"), date(2027, 1, 1)
    assessments.create_assessment(workspace, sitting.company, asked, newer)
    for wanted in ("", assessment, "gone"):
        found = look_into(workspace.path, Wanted(assessment=wanted))
        assert found == look_at(workspace, Wanted(assessment=wanted))
    kept, newest = (
        look_into(workspace.path, Wanted(assessment=assessment)),
        look_into(workspace.path),
    )
    assert kept
    assert kept.case
    assert (kept.case.record.id, kept.case.record.open) == (assessment, False)
    assert newest
    assert newest.case
    assert newest.case.record.day == newer


def test_of_several_companies_both_see_the_first_by_name(workspace: Workspace) -> None:
    for name in ("b", "C", "a", "Ä"):
        save_company(
            workspace,
            CompanyRecord(name, "DE", "C", 12, TurnoverBand.UP_TO_2, "a contact", "notes"),
        )
    found = look_into(workspace.path)
    assert found
    assert found == look_at(workspace)
    assert found.company
    assert found.company.name == "a"


def test_a_first_look_at_nothing_or_at_something_else_is_silent(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    assert look_into(path) is None
    path.write_text("a diary")
    assert look_into(path) is None
    with open_workspace(tmp_path / "empty.db"):
        pass
    assert look_into(tmp_path / "empty.db") == FirstLook()
    assert {entry.name for entry in tmp_path.iterdir()} == {"work.db", "empty.db"}


@pytest.mark.parametrize("document", ["{", "[]", "{}", '{"format": "of tomorrow"}'])
def test_a_first_look_at_a_damaged_questionnaire_is_silent(tmp_path: Path, document: str) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace:
        begin(workspace)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE questionnaire SET document = ?", (document,))
    assert look_into(path) is None


def test_the_start_loads_nothing_heavy(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace:
        begin(workspace)
    names = [str(path), str(tmp_path / "new.db")]
    subprocess.run([sys.executable, "-c", FIRST_SCREEN, *names], check=True)


def test_the_programs_own_folder_is_made_on_the_first_start() -> None:
    path = paths.default_workspace()
    assert not path.parent.exists()
    with open_workspace(path) as workspace:
        assert workspace.path == path
        assert not workspace.read_only
        assert workspace.backup_fault is None


def test_a_workspace_can_be_opened_in_one_thread_and_used_in_another(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        other = pool.submit(open_workspace, tmp_path / "other.db").result()
        sitting = begin(other)
        levels = [1 + number % 5 for number in range(40)]
        changes = list(
            pool.map(
                lambda level: recording.record_answer(
                    other, sitting.assessment, sitting.manager, "a.levels", Answer.of(level)
                ),
                levels,
            )
        )
        copies = [
            pool.submit(backup_workspace, other, tmp_path / f"copy{number}.db")
            for number in range(2)
        ]
        assert all(copy.result().exists() for copy in copies)
    history = assessments.history(other, sitting.assessment)
    assert len(history) == sum(change.effective for change in changes)
    # Each line begins where the one before ended: no two threads were in at once.
    assert [entry.old for entry in history[1:]] == [entry.new for entry in history[:-1]]
    other.close()
    other.close()


def test_a_backup_is_a_workspace_of_its_own(workspace: Workspace) -> None:
    save_company(workspace, CompanyRecord("A"))
    copy = backup_workspace(workspace)
    found = look_into(copy)
    assert found
    assert found.company
    assert found.company.name == "A"
