"""A workspace that is moved is at its new place, whole, or where it was; never lost, never half."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from digimaturity.domain.responses import Answer
from digimaturity.errors import UserError
from digimaturity.progress import Stopped
from digimaturity.services import assessments, deleting, recording
from digimaturity.services.moving import complete, move_workspace, prepare, retire
from digimaturity.services.workspace import Workspace, open_workspace
from digimaturity.store.copying import contents_of
from tests.services.small import Sitting, begin
from tests.store.places import folder_of_all, ordinary_user, posix_only, small_disk


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    with _opened(tmp_path) as workspace:
        made = begin(workspace)
        answer(made, 3)
        yield made


def _opened(folder: Path) -> Workspace:
    (folder / "old").mkdir()
    (folder / "new").mkdir()
    return open_workspace(folder / "old" / "work.db")


def never(new: Path) -> None:
    pytest.fail(f"{new} is not to be known")


def answer(sitting: Sitting, level: int) -> None:
    recording.record_answer(
        sitting.workspace, sitting.assessment, sitting.manager, "a.levels", Answer.of(level)
    )


def level_in(path: Path, sitting: Sitting) -> object:
    with open_workspace(path, read_only=True) as workspace:
        given = assessments.responses(workspace, sitting.assessment).answers[sitting.manager]
    return given["a.levels"].value


def contents(path: Path) -> Mapping[str, str]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return contents_of(connection)


def files(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_it_is_at_its_new_place_with_everything_and_the_old_file_is_kept(
    sitting: Sitting, tmp_path: Path
) -> None:
    known: list[Path] = []
    before = contents(sitting.workspace.path)
    seen: list[float] = []
    new = move_workspace(sitting.workspace, tmp_path / "new", known.append, seen.append)
    assert known == [new] == [tmp_path / "new" / "work.db"]
    assert contents(new) == before
    assert files(tmp_path / "new") == ["work.db"]
    assert seen == sorted(seen)
    assert 0.9 < seen[-1] <= 1
    old = sitting.workspace.path
    sitting.workspace.close()
    aside = retire(old, delete=False)
    assert aside
    assert level_in(aside, sitting) == level_in(new, sitting) == 3
    assert not old.exists()
    retire(aside, delete=True)
    assert files(tmp_path / "old") == []


def test_what_is_answered_while_it_is_copied_goes_along(sitting: Sitting, tmp_path: Path) -> None:
    move = prepare(sitting.workspace, tmp_path / "new")
    answer(sitting, 5)
    assert not complete(sitting.workspace, move, never)
    assert files(tmp_path / "new") == []
    levels = iter((1, 2))

    def watch(done: float) -> None:
        if done > 0.7 and (level := next(levels, None)):
            answer(sitting, level)

    new = move_workspace(sitting.workspace, tmp_path / "new", lambda _: None, watch)
    assert level_in(new, sitting) == 2


def test_what_comes_when_the_new_place_is_known_is_not_written_into_the_old_file(
    sitting: Sitting, tmp_path: Path
) -> None:
    refused: list[str] = []

    def late() -> None:
        try:
            answer(sitting, 5)
        except UserError as error:
            refused.append(error.code)

    move = prepare(sitting.workspace, tmp_path / "new")
    worker = threading.Thread(target=late)
    assert complete(sitting.workspace, move, lambda _new: worker.start())
    worker.join()
    assert refused == ["workspace.moved"]
    sitting.workspace.close()
    assert level_in(tmp_path / "old" / "work.db", sitting) == 3


def test_the_log_of_an_earlier_file_at_the_new_place_is_not_read_into_this_one(
    sitting: Sitting, tmp_path: Path
) -> None:
    before = contents(sitting.workspace.path)
    log = tmp_path / "old" / "work.db-wal"
    answer(sitting, 5)
    shutil.copy(log, tmp_path / "new" / "work.db-wal")
    answer(sitting, 3)
    later = contents(sitting.workspace.path)
    assert later != before
    new = move_workspace(sitting.workspace, tmp_path / "new", lambda _: None)
    assert contents(new) == later
    assert level_in(new, sitting) == 3


def test_a_deletion_that_was_interrupted_is_known_at_the_new_place(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> bool:
        raise UserError("workspace.full_disk", path=sitting.workspace.path)

    monkeypatch.setattr(sitting.workspace, "compact", full)
    with pytest.raises(UserError, match=r"deletion\.unfinished"):
        deleting.delete_company(sitting.workspace, sitting.company)
    move = prepare(sitting.workspace, tmp_path / "new")
    with pytest.raises(UserError, match=r"file\.full_disk"):
        complete(sitting.workspace, move, _refuse)
    assert files(tmp_path / "new") == []
    new = move_workspace(sitting.workspace, tmp_path / "new", lambda _: None)
    sitting.workspace.close()
    retire(sitting.workspace.path, delete=True)
    assert files(tmp_path / "old") == []
    with open_workspace(new) as workspace:
        done = deleting.finish_deletion(workspace)
        assert done
        assert done.clean
        assert done.name == "Hansen Möbel"


def _refuse(new: Path) -> None:
    raise UserError("file.full_disk", path=new)


@pytest.mark.parametrize("wanted", ["old", "old/work.db", "new/thesis.doc", "none/work.db"])
def test_nothing_is_moved_onto_something_or_nowhere(
    sitting: Sitting, tmp_path: Path, wanted: str
) -> None:
    (tmp_path / "new" / "thesis.doc").write_text("years of work")
    codes = r"move\.(same|exists)|file\.missing_folder"
    with pytest.raises(UserError, match=codes) as refused:
        move_workspace(sitting.workspace, tmp_path / wanted, never)
    assert (
        refused.value.code
        == {
            "old": "move.same",
            "old/work.db": "move.same",
            "new/thesis.doc": "move.exists",
            "none/work.db": "file.missing_folder",
        }[wanted]
    )
    assert (tmp_path / "new" / "thesis.doc").read_text() == "years of work"
    answer(sitting, 4)


@pytest.mark.parametrize("at", [0.0, 0.3, 0.7, 0.95, 1.0])
def test_called_off_it_leaves_nothing_behind(sitting: Sitting, tmp_path: Path, at: float) -> None:
    def watch(done: float) -> None:
        if done >= at:
            raise Stopped

    with pytest.raises(Stopped):
        move_workspace(sitting.workspace, tmp_path / "new", never, watch)
    assert files(tmp_path / "new") == []
    answer(sitting, 4)


def test_where_the_new_place_cannot_be_remembered_the_old_one_holds(
    sitting: Sitting, tmp_path: Path
) -> None:
    def switch(_new: Path) -> None:
        raise UserError("file.full_disk", path="settings.json")

    with pytest.raises(UserError, match=r"file\.full_disk"):
        move_workspace(sitting.workspace, tmp_path / "new", switch)
    assert files(tmp_path / "new") == []
    answer(sitting, 4)
    assert level_in(sitting.workspace.path, sitting) == 4


def test_a_copy_that_is_not_the_same_is_no_new_place(sitting: Sitting, tmp_path: Path) -> None:
    def watch(done: float) -> None:
        if not 0.6 <= done < 0.8:
            return
        for copy in (tmp_path / "new").glob(".*.part"):
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                connection.execute("UPDATE company SET notes = notes || 'x'")

    with pytest.raises(UserError, match=r"move\.unsound"):
        move_workspace(sitting.workspace, tmp_path / "new", never, watch)
    assert files(tmp_path / "new") == []


@posix_only
def test_a_full_disk_changes_nothing(sitting: Sitting, tmp_path: Path) -> None:
    with small_disk(tmp_path / "small") as disk:
        disk.fill(leave=20_000)
        with pytest.raises(UserError) as refused:
            move_workspace(sitting.workspace, disk.folder, never)
        assert refused.value.code in {f"file.{what}" for what in disk.refusals}
        disk.clear()
        assert files(disk.folder) == []
    answer(sitting, 4)


@posix_only
def test_where_one_may_not_write_nothing_is_changed() -> None:
    with folder_of_all() as folder, ordinary_user():
        workspace = _opened(folder)
        with workspace:
            begin(workspace)
            (folder / "new").chmod(0o555)
            with pytest.raises(UserError, match=r"file\.read_only"):
                move_workspace(workspace, folder / "new", never)
            assert files(folder / "new") == []


@posix_only
def test_a_disk_that_goes_away_in_between_changes_nothing(sitting: Sitting, tmp_path: Path) -> None:
    gone = tmp_path / "gone"

    def watch(done: float) -> None:
        if done > 0.2 and not gone.exists():
            (tmp_path / "new").rename(gone)

    with pytest.raises(UserError, match=r"file\.|move\."):
        move_workspace(sitting.workspace, tmp_path / "new" / "work.db", never, watch)
    assert not (tmp_path / "new").exists()
    answer(sitting, 4)


def test_one_that_is_only_read_is_not_moved(sitting: Sitting, tmp_path: Path) -> None:
    with (
        open_workspace(sitting.workspace.path, read_only=True) as reading,
        pytest.raises(UserError, match="opened_read_only"),
    ):
        move_workspace(reading, tmp_path / "new", never)


def test_a_file_that_somebody_has_open_is_not_taken_away(sitting: Sitting) -> None:
    with pytest.raises(UserError, match=r"workspace\.locked"):
        retire(sitting.workspace.path, delete=True)
    assert sitting.workspace.path.exists()
