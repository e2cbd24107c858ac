"""Places that real disks offer: full ones, and folders that cannot be written."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

NOBODY = 65534

#: Full disks and other people's folders are made by means that only POSIX has.
posix_only = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")


@dataclass(slots=True)
class SmallDisk:
    """A disk that a test can fill: a real one, or where nobody may mount one, a limit on files.

    The limit makes the system refuse every byte beyond it, only with another number.
    """

    folder: Path
    real: bool

    @property
    def filler(self) -> Path:
        """The file that takes the room away."""
        return self.folder / "filler"

    @property
    def refusals(self) -> set[str]:
        """What SQLite's refusals may be called, without the part before the dot."""
        return {"full_disk"} if self.real else {"full_disk", "disk_failing", "failed"}

    def fill(self, leave: int = 0) -> None:
        """Leave room for about so many bytes."""
        self.filler.touch()
        if not self.real:
            _limit_files(leave)
            return
        with self.filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * 4096)
            except OSError:
                file.truncate(max(0, file.tell() - leave))

    def clear(self) -> None:
        """Give the room back."""
        if not self.real:
            _limit_files(None)
        self.filler.unlink(missing_ok=True)


def _limit_files(size: int | None) -> None:
    import resource  # not on every system

    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard if size is None else size, hard))


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """A disk of 512 KiB at `folder`."""
    folder.mkdir()
    size = ["-o", "size=512k", "tmpfs", str(folder)]
    mounted = subprocess.run(["mount", "-t", "tmpfs", *size], check=False, capture_output=True)
    disk = SmallDisk(folder, mounted.returncode == 0)
    try:
        yield disk
    finally:
        disk.clear()
        if disk.real:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may write everywhere: be somebody else meanwhile."""
    if os.getuid() != 0:
        yield
        return
    os.setresgid(NOBODY, NOBODY, 0)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)


@contextmanager
def folder_of_all() -> Iterator[Path]:
    """A folder that everybody may enter and write, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
