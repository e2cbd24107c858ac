"""A workspace that is renamed or replaced while it is open keeps all that was saved in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from digimaturity.domain.responses import Answer
from digimaturity.errors import UserError
from digimaturity.services import assessments, companies, recording
from digimaturity.services.workspace import backup_workspace, open_workspace, restore_backup
from tests.services.small import Sitting, begin
from tests.store.places import posix_only

pytestmark = posix_only  # Windows moves no open file


def answer(sitting: Sitting, level: int) -> None:
    recording.record_answer(
        sitting.workspace, sitting.assessment, sitting.manager, "a.levels", Answer.of(level)
    )


def levels_in(path: Path, sitting: Sitting) -> list[object]:
    with open_workspace(path, read_only=True) as workspace:
        entries = assessments.history(workspace, sitting.assessment)
    return [entry.new["value"] for entry in entries if isinstance(entry.new, dict)]


def test_everything_is_in_the_file_wherever_it_is(tmp_path: Path) -> None:
    path, away = tmp_path / "work.db", tmp_path / "away.db"
    with open_workspace(path) as workspace:
        sitting = begin(workspace)
        answer(sitting, 3)
        path.rename(away)
    assert levels_in(away, sitting) == [3]


def test_it_is_there_from_the_moment_that_the_move_is_told(tmp_path: Path) -> None:
    path, away = tmp_path / "work.db", tmp_path / "away.db"
    with open_workspace(path) as workspace:
        sitting = begin(workspace)
        answer(sitting, 3)
        path.rename(away)
        with pytest.raises(UserError, match=r"workspace\.moved"):
            answer(sitting, 4)
        # Read as it stands now: the program could be killed in this moment.
        with closing(sqlite3.connect(f"file:{away}?mode=ro&immutable=1", uri=True)) as connection:
            assert connection.execute("SELECT count(*) FROM answer_log").fetchone() == (1,)


def test_another_file_that_took_its_place_is_not_mixed_with_it(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace:
        sitting = begin(workspace)
        answer(sitting, 3)
        copy = backup_workspace(workspace, tmp_path / "copy.db")
        answer(sitting, 4)
        path.rename(tmp_path / "away.db")
        copy.rename(path)
    assert levels_in(path, sitting) == [3]
    assert levels_in(tmp_path / "away.db", sitting) == [3, 4]


@pytest.mark.parametrize("restored", [False, True])
def test_a_log_that_was_left_behind_is_not_read_into_a_new_file(
    tmp_path: Path, restored: bool
) -> None:
    path, fresh = tmp_path / "work.db", tmp_path / "fresh.db"
    open_workspace(fresh).close()
    with open_workspace(path) as workspace:
        begin(workspace)
        log = (tmp_path / "work.db-wal").read_bytes()
    path.unlink()
    (tmp_path / "work.db-wal").write_bytes(log)  # as after a kill, and somebody took the file

    if restored:
        assert restore_backup(path, fresh) is None
    with open_workspace(path) as workspace:
        assert companies.list_companies(workspace) == ()
    (aside,) = tmp_path.glob("work-replaced-*-wal")
    assert aside.read_bytes() == log


def test_a_log_that_was_left_behind_does_not_spoil_a_copy(tmp_path: Path) -> None:
    path, copy = tmp_path / "work.db", tmp_path / "copy.db"
    with open_workspace(path) as workspace:
        begin(workspace)
        log = (tmp_path / "work.db-wal").read_bytes()
    with open_workspace(tmp_path / "empty.db") as empty:
        (tmp_path / "copy.db-wal").write_bytes(log)
        backup_workspace(empty, copy)
    with open_workspace(copy) as workspace:
        assert companies.list_companies(workspace) == ()
