"""A backup is checked and brought back beside the workspace before anything is replaced."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from digimaturity.domain.responses import Answer
from digimaturity.errors import UserError
from digimaturity.progress import Stopped
from digimaturity.services import recording
from digimaturity.services.backup_care import bring_back, check, present, use_instead
from digimaturity.services.workspace import backup_workspace, open_workspace
from digimaturity.store.header import SCHEMA
from digimaturity.store.inspection import count
from digimaturity.store.records import PlanLine
from tests.services.small import Sitting, begin

RELEASED = Path(__file__).parent.parent / "store" / "released"


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    with open_workspace(tmp_path / "work.db") as workspace:
        made = begin(workspace)
        answer(made, "a.levels", 3)
        yield made


def answer(sitting: Sitting, question: str, level: int | None) -> None:
    given = None if level is None else Answer.of(level)
    recording.record_answer(sitting.workspace, sitting.assessment, sitting.manager, question, given)


def files(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_a_backup_is_checked_and_tells_what_is_in_it(sitting: Sitting) -> None:
    answer(sitting, "a.may", 2)
    answer(sitting, "a.may", 4)
    answer(sitting, "a.levels", None)
    contents = check(backup_workspace(sitting.workspace))
    assert (contents.companies, contents.assessments, contents.answers) == (1, 1, 1)
    assert contents.schema == SCHEMA
    assert contents.last_change.startswith("20")


def test_an_entry_of_the_roadmap_is_a_change_like_an_answer(sitting: Sitting) -> None:
    before = count(sitting.workspace.path).last_change
    with sitting.workspace.writing() as stored:
        line = PlanLine("targets", "a", None, {"score": 60}, "2099-01-01T00:00:00.000+00:00")
        stored.plan_log.append(sitting.company, [line])
    assert before < count(sitting.workspace.path).last_change == line.at
    assert check(backup_workspace(sitting.workspace)).last_change == line.at


@pytest.mark.parametrize("damage", ["page", "reference", "cut", "empty"])
def test_a_damaged_backup_is_found_out_and_never_used(
    sitting: Sitting, tmp_path: Path, damage: str
) -> None:
    copy = backup_workspace(sitting.workspace, tmp_path / "copy.db")
    content = bytearray(copy.read_bytes())
    if damage == "page":
        middle = len(content) // 2
        content[middle : middle + 8192] = b"\xa5" * 8192
    elif damage == "cut":
        del content[len(content) // 2 :]
    elif damage == "empty":
        content.clear()
    copy.write_bytes(content)
    if damage == "reference":
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            connection.execute("UPDATE respondent SET assessment_id = 'nobody'")
    before = files(tmp_path)
    with pytest.raises(UserError, match=r"backup\.(unsound|damaged)|workspace\.corrupt"):
        check(copy)
    with pytest.raises(UserError, match=r"backup\.(unsound|damaged)|workspace\.corrupt"):
        bring_back(sitting.workspace.path, copy)
    assert files(tmp_path) == before


def test_it_is_brought_back_beside_the_present_one_which_stays_open(
    sitting: Sitting, tmp_path: Path
) -> None:
    backup = backup_workspace(sitting.workspace)
    answer(sitting, "a.may", 5)
    seen: list[float] = []
    found = bring_back(sitting.workspace.path, backup, watch=seen.append)
    assert found.path.parent == tmp_path
    assert (found.contents.answers, present(sitting.workspace.path).answers) == (1, 2)
    assert seen == sorted(seen)
    answer(sitting, "a.may", 1)
    with pytest.raises(UserError, match=r"workspace\.locked"):
        use_instead(sitting.workspace.path, found.path)
    assert found.path.exists()
    sitting.workspace.close()
    aside = use_instead(sitting.workspace.path, found.path)
    assert aside
    assert check(sitting.workspace.path).answers == 1
    assert check(aside).answers == 2
    assert not found.path.exists()


def test_called_off_it_leaves_nothing(sitting: Sitting, tmp_path: Path) -> None:
    backup, before = backup_workspace(sitting.workspace, tmp_path / "copy.db"), files(tmp_path)
    for at in (0.3, 0.6):

        def watch(done: float, at: float = at) -> None:
            if done >= at:
                raise Stopped

        with pytest.raises(Stopped):
            bring_back(sitting.workspace.path, backup, watch=watch)
        assert files(tmp_path) | {"copy.db"} == before | {"copy.db"}


@pytest.mark.parametrize("old", sorted(RELEASED.glob("*.db")), ids=lambda path: path.name)
def test_backups_of_all_earlier_versions_are_checked_and_brought_up_to_date(
    old: Path, tmp_path: Path
) -> None:
    was = check(old)
    assert was.schema < SCHEMA
    found = bring_back(tmp_path / "work.db", old)
    assert found.contents.schema == SCHEMA
    assert found.contents.answers == was.answers > 0
    with open_workspace(found.path) as opened:
        assert opened.path == found.path


def test_nothing_is_brought_back_over_a_file(sitting: Sitting, tmp_path: Path) -> None:
    backup = backup_workspace(sitting.workspace)
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(UserError, match=r"backup\.exists"):
        bring_back(sitting.workspace.path, backup, tmp_path / "thesis.doc")
    assert (tmp_path / "thesis.doc").read_text() == "years of work"


def test_what_waits_in_the_log_of_what_was_brought_back_goes_along(sitting: Sitting) -> None:
    other = bring_back(sitting.workspace.path, backup_workspace(sitting.workspace)).path
    with open_workspace(other) as opened:
        changed = Sitting(
            opened, sitting.company, sitting.assessment, sitting.manager, sitting.expert
        )
        answer(changed, "a.may", 5)
        # As after a crash: closing would bring the log into the file.
        content, log = other.read_bytes(), other.with_name(f"{other.name}-wal").read_bytes()
    other.write_bytes(content)
    other.with_name(f"{other.name}-wal").write_bytes(log)
    path = sitting.workspace.path
    sitting.workspace.close()
    use_instead(path, other)
    with closing(sqlite3.connect(path)) as connection:
        held = connection.execute("SELECT count(*) FROM answer_log WHERE question_id = 'a.may'")
        assert held.fetchone() == (1,)
