"""Opening, refusing and protecting workspace files."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from digimaturity.domain.responses import Answer
from digimaturity.errors import UserError
from digimaturity.services import assessments, companies, recording
from digimaturity.services.first_look import look_at, look_into
from digimaturity.services.workspace import Workspace, open_workspace
from digimaturity.store.header import APPLICATION_ID, SCHEMA
from digimaturity.store.lock import Holder, lock_path
from tests.services.small import Sitting, begin
from tests.store.places import folder_of_all, ordinary_user, posix_only, small_disk

HOLDER = """
import sys
from pathlib import Path
from digimaturity.services.workspace import open_workspace
with open_workspace(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(UserError) as raised:
        action()
    return raised.value.code


def closed(path: Path) -> Path:
    """A workspace with some content, closed."""
    with open_workspace(path) as workspace:
        sitting = begin(workspace)
        answer(sitting, 4)
    return path


def answer(sitting: Sitting, level: int) -> None:
    recording.record_answer(
        sitting.workspace, sitting.assessment, sitting.manager, "a.levels", Answer.of(level)
    )


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def answers_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM answer_log").fetchone()[0])


def test_a_workspace_is_one_file_that_says_what_it_is(tmp_path: Path) -> None:
    path = closed(tmp_path / "work.db")

    assert [entry.name for entry in tmp_path.iterdir()] == ["work.db"]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_answers_are_forced_to_the_disk_and_references_checked(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "work.db") as workspace, workspace.reading() as stored:
        connection = stored._connection
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda data: data[:0], "workspace.corrupt"),
        (lambda data: b"Dear diary, " + data, "workspace.foreign"),
        (lambda data: data[:4096] + os.urandom(len(data) - 4096), "workspace.corrupt"),
        (lambda data: data[: len(data) // 2], "workspace.corrupt"),
        (lambda data: data[:100] + b"\xff" * (len(data) - 100), "workspace.corrupt"),
    ],
    ids=["empty", "diary", "garbled", "truncated", "headless"],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_no_sound_workspace_is_refused_and_left_alone(
    tmp_path: Path, damage: Callable[[bytes], bytes], code: str, read_only: bool
) -> None:
    path = closed(tmp_path / "work.db")
    path.write_bytes(damage(path.read_bytes()))
    before = content(tmp_path)

    assert code_of(lambda: open_workspace(path, read_only=read_only)) == code
    assert content(tmp_path) == before


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE company (id)")
        connection.commit()
    before = content(tmp_path)

    assert code_of(lambda: open_workspace(path)) == "workspace.foreign"
    assert code_of(lambda: open_workspace(tmp_path)) == "workspace.foreign"
    assert content(tmp_path) == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_workspace_of_a_newer_version_is_refused(tmp_path: Path, read_only: bool) -> None:
    path = closed(tmp_path / "work.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    before = content(tmp_path)

    assert code_of(lambda: open_workspace(path, read_only=read_only)) == "workspace.newer"
    assert content(tmp_path) == before


def test_what_is_not_there_is_told_apart(tmp_path: Path) -> None:
    nowhere = tmp_path / "no" / "work.db"

    assert code_of(lambda: open_workspace(nowhere)) == "workspace.missing_folder"
    assert code_of(lambda: open_workspace(nowhere, read_only=True)) == "workspace.missing_folder"
    missing = tmp_path / "work.db"
    assert code_of(lambda: open_workspace(missing, read_only=True)) == "workspace.missing"
    assert not list(tmp_path.iterdir())


@posix_only
def test_a_second_program_learns_who_holds_the_workspace(tmp_path: Path) -> None:
    path = closed(tmp_path / "work.db")
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"

        with pytest.raises(UserError) as raised:
            open_workspace(path)
        assert raised.value.code == "workspace.locked"
        holder = raised.value.details["holder"]
        assert isinstance(holder, Holder)
        assert holder.pid == other.pid
        assert holder.host
        assert raised.value.details["since"] == holder.since

        with open_workspace(path, read_only=True) as reading:
            assert [company.name for company in companies.list_companies(reading)]
            record = companies.CompanyRecord("Another")
            assert (
                code_of(lambda: companies.save_company(reading, record))
                == "workspace.opened_read_only"
            )
        # The lock of a program that was killed is free, and its file no obstacle.
        other.kill()
        other.wait()
    assert lock_path(path).exists()
    open_workspace(path).close()
    assert not lock_path(path).exists()


def test_a_lock_file_that_tells_nothing_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path):
        lock_path(path).write_text("?")
        with pytest.raises(UserError) as raised:
            open_workspace(path)
        assert raised.value.details["holder"] == Holder()


def test_a_reader_sees_what_the_writer_saves_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as writing:
        sitting = begin(writing)
        with open_workspace(path, read_only=True) as reading:
            answer(sitting, 2)
            said = assessments.responses(reading, sitting.assessment)
            assert said.answers[sitting.manager]["a.levels"] == Answer.of(2)


@posix_only
def test_a_workspace_that_is_moved_away_takes_no_more_answers(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    away = tmp_path / "away.db"
    with open_workspace(path) as workspace:
        sitting = begin(workspace)
        answer(sitting, 1)
        path.rename(away)
        assert code_of(lambda: answer(sitting, 2)) == "workspace.moved"
        shutil.copy(away, path)  # another file of the same name is not the one that is open
        assert code_of(lambda: answer(sitting, 2)) == "workspace.moved"
        path.unlink()
        away.rename(path)
        answer(sitting, 3)

        said = assessments.responses(workspace, sitting.assessment)
        assert said.answers[sitting.manager]["a.levels"] == Answer.of(3)
        assert len(assessments.history(workspace, sitting.assessment)) == 2


def full(workspace: Workspace) -> None:
    """From now on the workspace can take no more pages."""
    with workspace.reading() as stored:
        pages = stored._connection.exec_driver_sql("PRAGMA page_count").scalar()
        stored._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_an_answer_that_found_no_room_is_told_and_the_earlier_ones_hold(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "work.db") as workspace:
        sitting = begin(workspace)
        answer(sitting, 3)
        full(workspace)
        long = "x" * 100_000

        def comment() -> object:
            return recording.record_comment(
                workspace, sitting.assessment, sitting.manager, "a.levels", long
            )

        assert code_of(comment) == "workspace.full_disk"
        said = assessments.responses(workspace, sitting.assessment)
        assert said.answers[sitting.manager]["a.levels"] == Answer.of(3)
        # As soon as there is room again, work goes on.
        with workspace.reading() as stored:
            stored._connection.exec_driver_sql("PRAGMA max_page_count = 100000")
        comment()
        said = assessments.responses(workspace, sitting.assessment)
        assert said.answers[sitting.manager]["a.levels"].comment == long


@posix_only
def test_a_new_workspace_on_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        path = disk.folder / "work.db"
        for leave in (0, 8_192, 65_536):
            disk.fill(leave)
            code = code_of(lambda: open_workspace(path))
            assert code.partition(".")[2] in disk.refusals
            assert list(disk.folder.iterdir()) == [disk.filler]
        disk.clear()
        open_workspace(path).close()


def answers_until_full(sitting: Sitting) -> tuple[int, str]:
    saved = 0
    try:
        while saved < 100_000:
            answer(sitting, 1 + saved % 2)
            saved += 1
    except UserError as error:
        code = error.code
    return saved, code.partition(".")[2]


@posix_only
def test_a_disk_that_fills_up_loses_only_the_answer_it_could_not_take(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        path = disk.folder / "work.db"
        with open_workspace(path) as workspace:
            sitting = begin(workspace)
            answer(sitting, 3)
            disk.fill()
            saved, code = answers_until_full(sitting)
            assert code in disk.refusals
        disk.clear()
        assert answers_in(path) == 1 + saved


@posix_only
def test_a_folder_that_cannot_be_written_is_told_and_can_still_be_read() -> None:
    with folder_of_all() as folder:
        path = closed(folder / "work.db")
        path.chmod(0o444)
        folder.chmod(0o555)
        before = content(folder)
        with ordinary_user():
            assert code_of(lambda: open_workspace(path)) == "workspace.read_only"
            assert code_of(lambda: open_workspace(folder / "new.db")) == "workspace.read_only"
            with open_workspace(path, read_only=True) as workspace:
                assert companies.list_companies(workspace)[0].name == "Hansen Möbel"
        assert content(folder) == before
        folder.chmod(0o777)


@posix_only
def test_a_file_that_may_not_be_read_is_told() -> None:
    with folder_of_all() as folder:
        path = closed(folder / "work.db")
        path.chmod(0)
        with ordinary_user():
            assert code_of(lambda: open_workspace(path)) == "workspace.no_access"


def test_another_program_that_locks_the_file_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace, closing(sqlite3.connect(path)) as other:
        sitting = begin(workspace)
        other.execute("BEGIN IMMEDIATE")
        assert code_of(lambda: answer(sitting, 1)) == "workspace.locked"
        other.execute("ROLLBACK")
        answer(sitting, 1)


def test_the_answer_log_can_only_grow(tmp_path: Path) -> None:
    path = closed(tmp_path / "work.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        for attempt in ("UPDATE answer_log SET new_value = '1'", "DELETE FROM answer_log"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(attempt)
        connection.execute("DELETE FROM assessment")
        assert connection.execute("SELECT count(*) FROM answer_log").fetchone() == (0,)


@posix_only
def test_a_link_to_a_workspace_is_the_workspace(tmp_path: Path) -> None:
    path = closed(tmp_path / "work.db")
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "link.db"
    link.symlink_to(path)
    with open_workspace(link) as workspace:
        assert code_of(lambda: open_workspace(path)) == "workspace.locked"
        answer(begin(workspace), 5)
        assert look_into(link) == look_at(workspace)
    assert answers_in(path) == 2
    assert [entry.name for entry in link.parent.iterdir()] == ["link.db"]


@pytest.mark.parametrize("name", ["ä ö?#%41.db", "100%.db", "a'b\"c.db", "数据 🏭.db"])
def test_every_file_name_works(tmp_path: Path, name: str) -> None:
    path = closed(tmp_path / name)
    with open_workspace(path) as workspace:
        assert companies.list_companies(workspace)
    assert {entry.name for entry in tmp_path.iterdir()} == {name, "backups"}
