"""Files beside answers: copied whole, refused with a reason, taken back, and really gone."""

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from digimaturity.domain.responses import Answer
from digimaturity.errors import UserError
from digimaturity.services import assessments, attachments, recording, sign_off
from digimaturity.services.attachments import Attachment, attach, attachments_of
from digimaturity.services.changes import Change
from digimaturity.services.going_on import go_on
from digimaturity.services.workspace import Workspace, backup_workspace, open_workspace
from digimaturity.store.attachments import Attachments
from tests.services.small import Sitting, begin, small_questionnaire
from tests.services.test_going_on import WHOLE, quick

CONTENT = b"%PDF-1.7 \x00\xff certificate of the machines, issue 4711"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "Zertifikat Größe.pdf"
    path.write_bytes(CONTENT)
    return path


def put(sitting: Sitting, path: Path, question: str = "a.levels") -> Change:
    return attach(sitting.workspace, sitting.assessment, sitting.manager, question, path)


def there(sitting: Sitting) -> list[str]:
    return [one.name for one in attachments_of(sitting.workspace, sitting.assessment)]


def key_of(change: Change) -> str:
    assert isinstance(change.now, Attachment)
    return change.now.id


def test_a_file_is_kept_whole_though_the_original_goes(
    sitting: Sitting, paper: Path, tmp_path: Path
) -> None:
    change = put(sitting, paper)
    paper.unlink()
    (one,) = attachments_of(sitting.workspace, sitting.assessment)
    assert (one.name, one.size) == ("Zertifikat Größe.pdf", len(CONTENT))
    assert one.sha256 == sha256(CONTENT).hexdigest()
    assert (one.question, one.respondent) == ("a.levels", sitting.manager)
    target = tmp_path / "copy.pdf"
    attachments.save_copy(sitting.workspace, key_of(change), target)
    assert target.read_bytes() == CONTENT


def test_what_cannot_be_attached_is_refused_and_nothing_is_changed(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "LARGEST", 1000)
    large, pipe, closed = tmp_path / "large", tmp_path / "pipe", tmp_path / "closed"
    large.write_bytes(bytes(1001))
    refused = {
        tmp_path: "folder",
        large: "too_large",
        tmp_path / "none": "missing",
        large / "none": "missing",
    }
    if os.name == "posix":
        os.mkfifo(pipe)  # reading from it would never end
        closed.symlink_to(closed)
        refused |= {pipe: "folder", closed: "unreadable"}
    for path, code in refused.items():
        with pytest.raises(UserError) as raised:
            put(sitting, path)
        assert raised.value.code == f"attachment.{code}"
    assert there(sitting) == []
    large.write_bytes(bytes(1000))
    put(sitting, large)
    empty = tmp_path / "empty"
    empty.touch()
    put(sitting, empty)
    assert there(sitting) == ["large", "empty"]


def test_a_file_is_attached_once_to_a_question(
    sitting: Sitting, paper: Path, tmp_path: Path
) -> None:
    first = put(sitting, paper)
    again = tmp_path / "other name.pdf"
    shutil.copy(paper, again)
    with pytest.raises(UserError) as raised:
        put(sitting, again)
    assert raised.value.code == "attachment.twice"
    assert raised.value.details["there"] == paper.name
    put(sitting, again, "a.yes")
    attachments.remove(sitting.workspace, key_of(first))
    put(sitting, again)
    assert there(sitting) == [again.name] * 2


def test_adding_and_removing_is_undone_and_redone(sitting: Sitting, paper: Path) -> None:
    change = put(sitting, paper)
    assert change.undoable
    steps = [change]
    for expected in ([], [paper.name], []):
        steps.append(recording.undo(sitting.workspace, steps[-1]))
        assert there(sitting) == expected
    removed = attachments.remove(sitting.workspace, key_of(change))
    assert removed.undoable
    recording.undo(sitting.workspace, removed)
    assert there(sitting) == [paper.name]


def test_a_removed_file_is_gone_from_the_disk_when_the_workspace_was_opened_again(
    tmp_path: Path, paper: Path
) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace:
        sitting = begin(workspace)
        gone = put(sitting, paper)
        stays = tmp_path / "stays.txt"
        stays.write_bytes(b"stays")
        put(sitting, stays)
        attachments.remove(workspace, key_of(gone))
    assert b"issue 4711" in path.read_bytes()
    with open_workspace(path) as workspace:
        assert [one.name for one in attachments_of(workspace, sitting.assessment)] == ["stays.txt"]
        with pytest.raises(UserError) as raised:
            recording.undo(workspace, gone)
        assert raised.value.code == "attachment.gone"
    assert b"issue 4711" not in path.read_bytes()


def test_a_file_that_could_not_be_kept_whole_is_not_there(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "large"
    large.write_bytes(os.urandom(1_200_000))
    keep = Attachments.add_piece

    def full(stored: Attachments, key: str, number: int, piece: bytes) -> None:
        if number == 2:
            raise UserError("workspace.full_disk", path=sitting.workspace.path)
        keep(stored, key, number, piece)

    monkeypatch.setattr(Attachments, "add_piece", full)
    with pytest.raises(UserError, match=r"full_disk"):
        put(sitting, large)
    assert _rows(sitting.workspace) == (0, 0)
    monkeypatch.undo()
    put(sitting, large)
    assert _rows(sitting.workspace) == (1, 3)


def test_a_file_that_is_whole_only_after_the_sign_off_is_not_attached(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "large.pdf"
    large.write_bytes(bytes(900_000))

    def signed_off(content: bytes) -> Iterator[bytes]:
        sign_off.sign(sitting.workspace, sitting.assessment)
        yield content

    monkeypatch.setattr(attachments, "pieces_of", signed_off)
    with pytest.raises(UserError, match=r"assessment\.finished"):
        put(sitting, large)
    assert _rows(sitting.workspace) == (0, 0)


def test_what_a_crash_left_of_a_file_is_gone_at_the_next_opening(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace:
        sitting = begin(workspace)
        place = (sitting.assessment, sitting.manager, "a.levels")
        with workspace.writing() as stored:
            half = stored.attachments.begin(place, "half", "0", 900_000)
            stored.attachments.add_piece(half.id, 0, b"half of a secret")
        assert there(sitting) == []
    with open_workspace(path) as workspace:
        assert _rows(workspace) == (0, 0)
    assert b"half of a secret" not in path.read_bytes()


def _rows(workspace: Workspace) -> tuple[int, int]:
    """How many files and pieces there are, removed ones too."""
    with closing(sqlite3.connect(workspace.path)) as connection:
        counts = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - ours
            for table in ("attachment", "attachment_part")
        ]
    return counts[0], counts[1]


def test_a_finished_assessment_keeps_its_files(sitting: Sitting, paper: Path) -> None:
    change = put(sitting, paper)
    sign_off.sign(sitting.workspace, sitting.assessment)
    with pytest.raises(UserError, match=r"assessment\.finished"):
        put(sitting, paper, "a.yes")
    with pytest.raises(UserError, match=r"assessment\.finished"):
        attachments.remove(sitting.workspace, key_of(change))
    assert there(sitting) == [paper.name]


def test_a_file_goes_on_with_its_answer_and_into_backups(
    workspace: Workspace, paper: Path, tmp_path: Path
) -> None:
    sitting = begin(workspace, quick())
    recording.record_answer(
        workspace, sitting.assessment, sitting.manager, "a.levels", Answer.of(3)
    )
    before = backup_workspace(workspace, tmp_path / "before.db").stat().st_size
    paper.write_bytes(os.urandom(1_000_000))
    put(sitting, paper)
    gone = go_on(workspace, sitting.assessment, {"whole": WHOLE})
    (one,) = attachments_of(workspace, str(gone.change.assessment))
    target = tmp_path / "copy.pdf"
    attachments.save_copy(workspace, one.id, target)
    assert target.read_bytes() == paper.read_bytes()
    assert backup_workspace(workspace, tmp_path / "after.db").stat().st_size - before > 2_000_000


def test_deleting_an_assessment_deletes_its_files(sitting: Sitting, paper: Path) -> None:
    change = put(sitting, paper)
    assessments.delete_assessment(sitting.workspace, sitting.assessment)
    with pytest.raises(UserError) as raised:
        attachments.save_copy(sitting.workspace, key_of(change), paper)
    assert raised.value.code == "attachment.gone"


def test_a_file_is_handed_out_as_a_private_copy_that_goes_with_the_workspace(
    tmp_path: Path, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with open_workspace(tmp_path / "work.db") as workspace:
        key = key_of(put(begin(workspace, small_questionnaire()), paper))
        copy = attachments.take_out(workspace, key)
        assert (copy.name, copy.read_bytes()) == (paper.name, CONTENT)
        assert not copy.stat().st_mode & stat.S_IWUSR
        if os.name == "posix":
            assert stat.S_IMODE(copy.stat().st_mode) == 0o400
            assert stat.S_IMODE(copy.parent.parent.stat().st_mode) == 0o700
        assert attachments.take_out(workspace, key) == copy
    assert not copy.parent.parent.exists()


@pytest.mark.parametrize(
    "name", ["a.exe", "a.PDF.bat", "a", "a.desktop", "a.docm", "pdf", "a.html"]
)
def test_what_might_run_is_never_handed_to_the_system(
    sitting: Sitting, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"MZ")
    with pytest.raises(UserError) as raised:
        attachments.take_out(sitting.workspace, key_of(put(sitting, path)))
    assert raised.value.code == "attachment.not_opened"
