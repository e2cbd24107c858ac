"""What killed programs leave behind goes; a file with two names is not written."""

import os
import time
from pathlib import Path

import pytest

from digimaturity.errors import UserError
from digimaturity.files import unfinished
from digimaturity.services import companies
from digimaturity.services.workspace import backup_workspace, open_workspace
from digimaturity.store import backups
from tests.services.small import begin
from tests.store.places import posix_only


def left_behind(path: Path, age: float) -> Path:
    """What a program that was killed while it wrote `path` leaves, so many seconds later."""
    with unfinished(path) as temporary:
        pass
    for suffix in ("", "-wal", "-shm", "-journal"):
        part = temporary.with_name(temporary.name + suffix)
        part.write_text("half")
        os.utime(part, (time.time() - age,) * 2)
    return temporary


@pytest.mark.parametrize("name", ["work.db", f"{'long ' * 30}.db"])
def test_what_was_left_unfinished_is_swept_up_later(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with open_workspace(path) as workspace:
        copy = backup_workspace(workspace)
    (tmp_path / ".work.db.mine.part").write_text("somebody's own")
    fresh = left_behind(backups.folder_of(path) / "work-now-daily.db", age=60)
    for target in (path, copy):
        left_behind(target, age=7200)

    open_workspace(path).close()
    left = {entry.name for entry in tmp_path.iterdir()}
    assert left == {name, "backups", ".work.db.mine.part"}
    left = {entry.name for entry in backups.folder_of(path).iterdir()}
    assert {entry for entry in left if entry.startswith(".")} == {
        fresh.name + suffix for suffix in ("", "-wal", "-shm", "-journal")
    }


@posix_only
def test_a_file_of_two_names_is_read_and_not_written(tmp_path: Path) -> None:
    path, other = tmp_path / "work.db", tmp_path / "other.db"
    with open_workspace(path) as workspace:
        begin(workspace)
    other.hardlink_to(path)
    for name in (path, other):
        # SQLite keeps a log for each name, and the answers of one of them would vanish.
        with pytest.raises(UserError, match=r"workspace\.read_only"):
            open_workspace(name)
        with open_workspace(name, read_only=True) as workspace:
            assert companies.list_companies(workspace)
    other.unlink()
    open_workspace(path).close()
