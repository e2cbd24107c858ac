"""The archive of a stranger: only what is stored as it is, under known names, one beside another.

Nothing in it is compressed, so that it can never hold more than its own size.
"""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from digimaturity.exchange.refused import RefusedError
from digimaturity.services.client_package import form

_BEGINNING = b"PK\x03\x04"
#: The end of an archive without a comment: signature, four numbers of discs and entries, size and
#: place of the directory, length of the comment (.ZIP File Format Specification, 4.3.16).
_END = struct.Struct("<4s4H2LH")
_END_SIGNATURE, _ZIP64_LOCATOR = b"PK\x05\x06", b"PK\x06\x07"
_LOCATOR_SIZE = 20
#: The fixed part of what stands before each content (4.3.7).
_HEADER_SIZE = 30
#: Bytes of the directory for each entry: 46, and no name has more.
_ENTRY = 46 + 100
_DATABASE = b"SQLite format 3\x00"
_FOREIGN = re.compile(rb"\s*[\[{<]|%PDF|\x1f\x8b|Rar!|7z\xbc\xaf")


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts by their names; `size` is that of the file."""

    parts: Mapping[str, zipfile.ZipInfo]
    size: int
    _zip: zipfile.ZipFile

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """A part as a stream; what the archive itself finds wrong is told as ``checksum``."""
        try:
            with self._zip.open(self.parts[name]) as stream:
                yield cast(BinaryIO, stream)
        except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
            raise RefusedError("checksum", part=name) from error
        except OSError as error:  # of this file, and not of the workspace that it is read into
            raise RefusedError("unreadable", reason=error.strerror or "") from error


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The archive at `path`.

    Raises:
        RefusedError: ``no_package`` (another kind of file), ``workspace``, ``cut_off``,
            ``too_large``, ``odd_part``, ``repeated_part``, ``compressed``, ``no_part``.
        OSError: The system cannot read the file.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2)
        _look_at_ends(file, size)
        file.seek(0)
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
            raise RefusedError("cut_off") from error
        with archive:
            yield Archive(_checked(archive, size), size, archive)


def _look_at_ends(file: BinaryIO, size: int) -> None:
    """Refuse what is no archive, or one whose directory would cost memory, before it is read."""
    file.seek(0)
    start = file.read(len(_DATABASE))
    if start == _DATABASE:
        raise RefusedError("workspace")
    if not start.startswith(_BEGINNING):
        raise RefusedError("no_package" if not start or _FOREIGN.match(start) else "no_archive")
    if size > form.LARGEST:
        raise RefusedError("too_large", part="", limit=form.LARGEST)
    if size < _END.size + _LOCATOR_SIZE:
        raise RefusedError("cut_off")
    file.seek(size - _END.size - _LOCATOR_SIZE)
    tail = file.read(_END.size + _LOCATOR_SIZE)
    signature, _, _, _, entries, length, place, _ = _END.unpack(tail[_LOCATOR_SIZE:])
    if signature != _END_SIGNATURE or tail.startswith(_ZIP64_LOCATOR):
        raise RefusedError("cut_off")
    if entries > form.MOST_PARTS or length > entries * _ENTRY:
        raise RefusedError("odd_part", name="")
    if place + length != size - _END.size:
        raise RefusedError("cut_off")


def _checked(archive: zipfile.ZipFile, size: int) -> Mapping[str, zipfile.ZipInfo]:
    parts: dict[str, zipfile.ZipInfo] = {}
    infos = archive.infolist()
    if form.MANIFEST not in {info.filename for info in infos}:
        raise RefusedError("no_package")
    for info in infos:
        name = info.filename
        if not form.known_name(info.orig_filename):
            raise RefusedError("odd_part", name=ascii(info.orig_filename)[1:-1][:60])
        if name in parts:
            raise RefusedError("repeated_part", part=name)
        stored = info.compress_type == zipfile.ZIP_STORED and info.file_size == info.compress_size
        if not stored or info.flag_bits:
            raise RefusedError("compressed")
        if info.file_size > form.largest(name):
            raise RefusedError("too_large", part=name, limit=form.largest(name))
        parts[name] = info
    _one_beside_another(list(parts.values()), size)
    return parts


def _one_beside_another(infos: list[zipfile.ZipInfo], size: int) -> None:
    """Entries that share bytes would make much of little."""
    end = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset < end:
            raise RefusedError("compressed")
        end = info.header_offset + _HEADER_SIZE + len(info.filename) + info.file_size
    if end > size:
        raise RefusedError("cut_off")
