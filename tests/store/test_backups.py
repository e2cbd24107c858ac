"""Copies of the workspace: complete, checked, thinned; never over something else."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity.domain.responses import Answer
from digimaturity.errors import UserError
from digimaturity.services import assessments, companies, recording
from digimaturity.services.workspace import (
    backup_workspace,
    list_backups,
    open_workspace,
    restore_backup,
)
from digimaturity.store import backups
from digimaturity.store.backups import Backup
from tests.services.small import Sitting, begin
from tests.store.places import posix_only, small_disk

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def answers_in(path: Path) -> int:
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM answer_log").fetchone()[0])


def answer(sitting: Sitting, level: int) -> None:
    recording.record_answer(
        sitting.workspace, sitting.assessment, sitting.manager, "a.levels", Answer.of(level)
    )


def test_a_copy_of_an_open_workspace_has_the_last_answer(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "work.db") as workspace:
        sitting = begin(workspace)
        answer(sitting, 3)
        target = backup_workspace(workspace, tmp_path / "copy.db")
        answer(sitting, 4)
        assert answers_in(target) == 1
        # A plain copy of the file would have lost it: it still waits in SQLite's log.
        assert (tmp_path / "work.db-wal").stat().st_size

    with open_workspace(target) as copied:
        assert companies.list_companies(copied)[0].name == "Hansen Möbel"


def test_a_copy_of_a_closed_workspace_leaves_no_traces(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    open_workspace(path).close()
    copy = backup_workspace(path)

    assert copy == list_backups(path)[0].path
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["backups", "work.db"]
    assert [entry.name for entry in copy.parent.iterdir()] == [copy.name]


def test_a_copy_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    open_workspace(path).close()
    (tmp_path / "thesis.doc").write_text("years of work")

    with pytest.raises(UserError, match=r"backup\.exists"):
        backup_workspace(path, tmp_path / "thesis.doc")
    with pytest.raises(UserError, match=r"backup\.exists"):
        backup_workspace(path, path)
    assert (tmp_path / "thesis.doc").read_text() == "years of work"


def test_what_cannot_be_copied_is_told(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with pytest.raises(UserError, match=r"workspace\.missing "):
        backup_workspace(path, tmp_path / "copy.db")
    open_workspace(path).close()
    with pytest.raises(UserError, match=r"file\.missing_folder"):
        backup_workspace(path, tmp_path / "no" / "copy.db")
    data = path.read_bytes()
    path.write_bytes(data[:8192] + b"\x5a" * (len(data) - 8192))
    with pytest.raises(UserError, match=r"backup\.damaged|workspace\.corrupt"):
        backup_workspace(path, tmp_path / "copy.db")
    path.write_bytes(b"no workspace at all")
    with pytest.raises(UserError, match=r"workspace\.foreign"):
        backup_workspace(path, tmp_path / "copy.db")
    assert [entry.name for entry in tmp_path.iterdir()] == ["work.db"]


@posix_only
def test_a_full_disk_leaves_no_half_copy(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    open_workspace(path).close()
    with small_disk(tmp_path / "disk") as disk:
        for leave in (0, 16_384):
            disk.fill(leave)
            with pytest.raises(UserError) as raised:
                backup_workspace(path, disk.folder / "copy.db")
            assert raised.value.code.partition(".")[2] in disk.refusals
            assert list(disk.folder.iterdir()) == [disk.filler]


def test_a_backup_takes_the_place_of_a_damaged_workspace(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace:
        sitting = begin(workspace)
        answer(sitting, 3)
        backup = backup_workspace(workspace)
        answer(sitting, 4)
        with pytest.raises(UserError, match=r"workspace\.locked"):
            restore_backup(path, backup)
    damaged = path.read_bytes()[:10_000]
    path.write_bytes(damaged)

    aside = restore_backup(path, backup)
    assert aside
    assert aside.read_bytes() == damaged
    assert backup.exists()
    with open_workspace(path) as workspace:
        said = assessments.responses(workspace, sitting.assessment)
        assert said.answers[sitting.manager] == {"a.levels": Answer.of(3)}

    path.unlink()
    assert restore_backup(path, backup) is None
    open_workspace(path).close()


def test_a_backup_that_cannot_be_read_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    open_workspace(path).close()
    before = path.read_bytes()
    (tmp_path / "bad.db").write_text("no backup")

    with pytest.raises(UserError, match=r"workspace\.foreign"):
        restore_backup(path, tmp_path / "bad.db")
    assert path.read_bytes() == before
    assert {entry.name for entry in tmp_path.iterdir()} == {"work.db", "bad.db"}


def test_opening_takes_one_copy_a_day(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    open_workspace(path).close()
    assert list_backups(path) == ()
    for _ in range(2):
        open_workspace(path).close()
    (backup,) = list_backups(path)
    assert backup.reason == "daily"
    assert backup.size == backup.path.stat().st_size

    backups.daily(path, backup.taken + timedelta(days=1))
    assert len(list_backups(path)) == 2


def test_work_goes_on_where_the_copy_cannot_be_made(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    open_workspace(path).close()
    (tmp_path / "backups").write_text("a file where the folder should be")

    with open_workspace(path) as workspace:
        assert workspace.backup_fault
        assert workspace.backup_fault.code.startswith(("file.", "workspace."))
        begin(workspace)


def test_only_the_copies_of_this_workspace_are_listed_and_thinned(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    open_workspace(path).close()
    folder = tmp_path / "backups"
    folder.mkdir()
    others = ["work.db", "work-2-20200101T000000Z-daily.db", "work-notes.db", "holiday.jpg"]
    old = [f"work-{2000 + year}0101T000000Z-daily.db" for year in range(20)]
    for name in [*others, *old]:
        (folder / name).write_text("")

    backups.daily(path, NOON)

    left = {entry.name for entry in folder.iterdir()}
    assert left > set(others)
    assert len(list_backups(path)) == len(left) - len(others) == backups.KEEP_MONTHS


def at(moment: datetime, reason: str = "daily") -> Backup:
    return Backup(Path(f"{moment.isoformat()}-{reason}"), moment, reason, 1)


def test_seven_days_four_weeks_and_twelve_months_are_kept() -> None:
    daily = [at(NOON - timedelta(days=days)) for days in range(800)]
    before = at(NOON - timedelta(days=799), "before-2")

    dropped = backups.to_delete([before, *daily])
    kept = [backup for backup in daily if backup not in dropped]

    assert before not in dropped
    days = [(NOON - backup.taken).days for backup in kept]
    assert days[:7] == list(range(7))
    # 22 November 2026 is a Sunday: of each week the Sunday is kept, of each month the last day.
    assert {0, 7, 14, 21} <= set(days)
    ends = {backup.taken.date().isoformat() for backup in kept if backup.taken < NOON}
    assert {"2026-10-31", "2026-09-30", "2026-02-28", "2025-12-31"} <= ends
    assert len({(backup.taken.year, backup.taken.month) for backup in kept}) == 12
    assert len(kept) <= 7 + 4 + 12


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2027, 1, 1)), unique=True))  # noqa: DTZ001 - hypothesis wants naive bounds
def test_thinning_twice_drops_nothing_more_and_the_newest_always_stays(
    moments: list[datetime],
) -> None:
    taken = [at(moment.replace(tzinfo=UTC)) for moment in moments]
    dropped = backups.to_delete(taken)
    kept = [backup for backup in taken if backup not in dropped]

    assert backups.to_delete(kept) == []
    assert bool(kept) == bool(taken)
    if taken:
        assert max(taken, key=lambda backup: backup.taken) in kept


def test_of_two_backups_of_one_second_the_later_is_the_newer(tmp_path: Path) -> None:
    path, moment = tmp_path / "work.db", datetime(2026, 11, 23, tzinfo=UTC)
    open_workspace(path).close()
    for reason in ("daily", "asked"):
        backups.take(path, reason, moment)
    assert [one.reason for one in backups.list_of(path) if one.taken == moment] == [
        "asked",
        "daily",
    ]
