"""Several programs on one workspace: none takes from another what that one has saved."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from digimaturity.errors import UserError
from digimaturity.services import assessments, companies
from digimaturity.services.workspace import open_workspace
from digimaturity.store.lock import lock_path
from tests.services.small import begin
from tests.store.places import posix_only

pytestmark = posix_only

#: Does what it is told, line by line; `answer` and `back_up` are the window's own calls.
WRITER = """
import sys
from pathlib import Path
from digimaturity.domain.responses import Answer
from digimaturity.services import recording
from digimaturity.services.workspace import backup_workspace, open_workspace
path, assessment, respondent = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
with open_workspace(path) as workspace:
    print("open", flush=True)
    for line in sys.stdin:
        if line == "back up\\n":
            backup_workspace(path)
        else:
            answer = Answer.of(int(line))
            recording.record_answer(workspace, assessment, respondent, "a.levels", answer)
        print("done", flush=True)
"""


class Writer:
    """Another program that has the workspace open."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def next_line(self) -> str:
        """The next line that it says."""
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def do(self, *orders: str | int) -> None:
        """Carry out orders, one after the other."""
        assert self.process.stdin
        for order in orders:
            self.process.stdin.write(f"{order}\n")
            self.process.stdin.flush()
            assert self.next_line() == "done"

    def kill(self) -> None:
        """Die without a last word."""
        self.process.kill()
        self.process.wait()


@contextmanager
def writer(path: Path, assessment: str, respondent: str) -> Iterator[Writer]:
    command = [sys.executable, "-c", WRITER, str(path), assessment, respondent]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        opened = Writer(process)
        assert opened.next_line() == "open"
        yield opened
        process.communicate()


def test_a_backup_does_not_let_a_reader_tidy_away_what_is_saved_later(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace:
        sitting = begin(workspace)
    with writer(path, sitting.assessment, sitting.manager) as window:
        window.do(1, "back up", 2)
        # SQLite removes the log with the last user of a file: the window must still count as one.
        open_workspace(path, read_only=True).close()
        window.do(3, 4)
        window.kill()
    with open_workspace(path) as workspace:
        assert len(assessments.history(workspace, sitting.assessment)) == 4


def test_a_lock_file_that_is_swept_away_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace:
        lock_path(path).unlink()
        begin(workspace)
        with pytest.raises(UserError, match=r"workspace\.locked"):
            open_workspace(path)
    assert not lock_path(path).exists()


def test_who_lost_the_lock_to_another_writes_no_more_and_leaves_it_alone(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as first:
        lock_path(path).unlink()
        with open_workspace(path) as second:
            record = companies.CompanyRecord("Another")
            with pytest.raises(UserError, match=r"workspace\.locked"):
                companies.save_company(first, record)
            companies.save_company(second, record)
            first.close()
            with pytest.raises(UserError, match=r"workspace\.locked"):
                open_workspace(path)


def test_a_link_in_the_place_of_the_lock_destroys_no_file(tmp_path: Path) -> None:
    path, thesis = tmp_path / "work.db", tmp_path / "thesis.doc"
    thesis.write_text("years of work")
    lock_path(path).symlink_to(thesis)
    with pytest.raises(UserError):
        open_workspace(path)
    assert thesis.read_text() == "years of work"
