"""Places that real disks offer: full ones, and folders that cannot be written."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def small_disk(folder: Path) -> Iterator[Path | None]:
    """A disk of its own of 512 KiB; None where the machine lets nobody mount one."""
    folder.mkdir()
    size = ["-o", "size=512k", "tmpfs", str(folder)]
    mounted = subprocess.run(["mount", "-t", "tmpfs", *size], check=False, capture_output=True)
    if mounted.returncode:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path, leave: int = 0) -> Path:
    """Fill the disk of `folder` but for about `leave` bytes, and return what fills it."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            file.truncate(max(0, file.tell() - leave))
    return filler


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
