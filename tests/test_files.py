"""Files are written whole or not at all, and never in place of nothing."""

import os
from pathlib import Path

import pytest

from digimaturity.errors import UserError
from digimaturity.files import write_whole
from tests.store.places import folder_of_all, ordinary_user, posix_only, small_disk


def second(place: Path) -> None:
    place.write_bytes(b"second")


def test_a_file_is_written_and_replaced_by_bytes_or_by_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "Bericht 2026 🏭.pdf"
    write_whole(path, b"first")
    assert path.read_bytes() == b"first"
    write_whole(path, second)
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has a file mask")
def test_others_may_read_it_as_far_as_the_user_lets_them(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "a", b"")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_what_was_there_stays_when_the_writer_fails(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")

    def fail(place: Path) -> None:
        place.write_bytes(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_whole(path, fail)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@posix_only
def test_what_was_there_stays_on_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        path = disk.folder / "report.pdf"
        path.write_bytes(b"old")
        disk.fill(8192)
        with pytest.raises(UserError, match=r"file\.full_disk"):
            write_whole(path, b"x" * 100_000)
        assert path.read_bytes() == b"old"
        assert {path, disk.filler} == set(disk.folder.iterdir())


@posix_only
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"file\.missing_folder"):
        write_whole(tmp_path / "no" / "report.pdf", b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError, match=r"file\.is_folder"):
        write_whole(tmp_path / "folder", b"")
    with pytest.raises(UserError, match=r"file\.failed"):
        write_whole(tmp_path / ("x" * 300), b"")
    with folder_of_all() as closed:
        closed.chmod(0o555)
        with ordinary_user(), pytest.raises(UserError, match=r"file\.read_only"):
            write_whole(closed / "report.pdf", b"")
        assert not list(closed.iterdir())
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder"]
