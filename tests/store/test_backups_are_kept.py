"""No copy is thinned away that may be the only one: wrong clocks, copies asked for, like names."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digimaturity.errors import UserError
from digimaturity.services import companies
from digimaturity.services.workspace import (
    backup_workspace,
    list_backups,
    open_workspace,
    restore_backup,
)
from digimaturity.store import backups
from tests.services.small import begin
from tests.store.places import posix_only, small_disk

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def days(first: datetime, number: int) -> list[datetime]:
    return [first + timedelta(days=day) for day in range(number)]


def test_a_clock_that_goes_back_costs_neither_old_copies_nor_new_ones(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    open_workspace(path).close()
    for day in days(NOON - timedelta(days=400), 400):
        backups.daily(path, day)
    before = {backup.path for backup in list_backups(path)}
    wrong = days(datetime(2000, 1, 1, tzinfo=UTC), 3)
    for day in wrong:
        backups.daily(path, day)

    after = list_backups(path)
    assert before < {backup.path for backup in after}
    assert [backup.taken for backup in after[-3:]] == wrong[::-1]


def test_copies_of_a_clock_that_was_ahead_do_not_drive_out_the_new_ones(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    open_workspace(path).close()
    for year in range(backups.KEEP_MONTHS):
        backups.daily(path, NOON.replace(year=2040 + year))
    right = days(NOON, backups.KEEP_DAYS)
    for day in right:
        backups.daily(path, day)
    assert set(right) <= {backup.taken for backup in list_backups(path)}


def test_a_copy_that_was_asked_for_is_never_thinned(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    open_workspace(path).close()
    asked = backup_workspace(path)
    start = datetime.now(UTC)
    for day in days(start, 500):
        backups.daily(path, day)
    assert asked.exists()
    assert len(list_backups(path)) < 30


def test_workspaces_of_almost_the_same_name_have_copies_of_their_own(tmp_path: Path) -> None:
    one, two = tmp_path / "firm.v1", tmp_path / "firm.v2"
    for path in (one, two):
        open_workspace(path).close()
        backups.daily(path, NOON)
    assert len(list_backups(one)) == len(list_backups(two)) == 1
    assert list_backups(one) != list_backups(two)


@posix_only
def test_a_workspace_on_a_full_disk_can_be_read_and_copied_elsewhere(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        path = disk.folder / "work.db"
        with open_workspace(path) as workspace:
            begin(workspace)
        disk.fill()
        if disk.real:
            with pytest.raises(UserError, match=r"workspace\.full_disk"):
                open_workspace(path)
            copy = backup_workspace(path, tmp_path / "copy.db")
        with open_workspace(path, read_only=True) as workspace:
            assert companies.list_companies(workspace)
        disk.clear()
    if disk.real:
        with open_workspace(copy) as workspace:
            assert companies.list_companies(workspace)


@posix_only
def test_a_name_that_no_disk_takes_is_told(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    open_workspace(path).close()
    with pytest.raises(UserError, match=r"file\.failed"):
        backup_workspace(path, tmp_path / f"{'long ' * 100}.db")


def test_restoring_twice_at_once_keeps_what_was_there(tmp_path: Path) -> None:
    path, copy = tmp_path / "work.db", tmp_path / "copy.db"
    open_workspace(path).close()
    backup_workspace(path, copy)
    path.write_bytes(b"damaged, but the only one of its kind")
    aside = restore_backup(path, copy)
    for _ in range(3):
        restore_backup(path, copy)
    assert aside
    assert aside.read_bytes() == b"damaged, but the only one of its kind"


def test_what_was_put_aside_is_found_where_nothing_took_its_place(tmp_path: Path) -> None:
    """A program that is killed in between must not begin an empty workspace at the next start."""
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace:
        begin(workspace)
    aside = path.rename(tmp_path / "work-replaced-20261122T120000.000000Z.db")
    with pytest.raises(UserError, match=r"workspace\.lost") as lost:
        open_workspace(path)
    newest = lost.value.details["newest"]
    assert isinstance(newest, backups.Backup)
    assert newest.path == aside
    assert not path.exists()
    restore_backup(path, aside)
    with open_workspace(path) as workspace:
        assert companies.list_companies(workspace)
