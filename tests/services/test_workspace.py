"""What is known of a workspace before it is open, and what opening costs."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from digimaturity import paths
from digimaturity.domain.responses import Answer
from digimaturity.services import assessments, recording
from digimaturity.services.companies import CompanyRecord, save_company
from digimaturity.services.workspace import Workspace, backup_workspace, open_workspace, peek
from tests.services.small import Sitting, begin

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
from digimaturity.services.workspace import open_workspace, peek
heavy = {"alembic", "jsonschema", "yaml", "matplotlib", "reportlab", "babel"}
assert peek(Path(sys.argv[1])).companies == 1
assert not {"sqlalchemy", *heavy} & set(sys.modules), sorted(sys.modules)
for name in sys.argv[1:]:
    open_workspace(Path(name)).close()
assert "sqlalchemy" in sys.modules
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""


def test_a_peek_tells_what_the_first_screen_shows(sitting: Sitting) -> None:
    for respondent, level in ((sitting.manager, 3), (sitting.manager, 4), (sitting.expert, 2)):
        recording.record_answer(
            sitting.workspace, sitting.assessment, respondent, "a.levels", Answer.of(level)
        )
    recording.record_comment(
        sitting.workspace, sitting.assessment, sitting.manager, "a.yes", "a comment is no answer"
    )
    recording.record_answer(sitting.workspace, sitting.assessment, sitting.expert, "a.levels", None)
    assessments.finish(sitting.workspace, sitting.assessment)

    found = peek(sitting.workspace.path)
    assert found
    assert (found.companies, found.company, found.company_id) == (
        1,
        "Hansen Möbel",
        sitting.company,
    )
    (assessment,) = found.assessments
    assert (assessment.id, assessment.day.year, assessment.state, assessment.respondents) == (
        sitting.assessment,
        2026,
        "finished",
        2,
    )
    assert assessment.answers == 1


def test_a_peek_at_nothing_or_at_something_else_is_silent(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    assert peek(path) is None
    path.write_text("a diary")
    assert peek(path) is None
    with open_workspace(tmp_path / "empty.db"):
        pass
    empty = peek(tmp_path / "empty.db")
    assert empty
    assert (empty.companies, empty.assessments) == (0, ())
    assert {entry.name for entry in tmp_path.iterdir()} == {"work.db", "empty.db"}


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
    found = peek(copy)
    assert found
    assert found.company == "A"
