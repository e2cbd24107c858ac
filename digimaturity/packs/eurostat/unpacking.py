"""A file as a stream of plain bytes, unpacked where it is packed, and never more than is sound."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import BinaryIO, cast

from digimaturity.errors import UserError
from digimaturity.files import explained
from digimaturity.progress import Watch

#: Bytes of a file, packed and unpacked. Eurostat's largest table of the survey has a tenth of it.
LARGEST_PACKED = 1_000_000_000
LARGEST = 2_000_000_000

#: A packed file may always unpack to this much, and beyond to so many times its own size: tables
#: shrink to a fiftieth, what was made to fill a disk to a thousandth.
ALWAYS = 64_000_000
RATIO = 200

_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
#: What a packed file begins with.
PACKED = (_ZIP, _GZIP)
#: What an archive holds that is a spreadsheet of Excel or LibreOffice.
_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The plain bytes of a file, the name it was packed under, and the day of the file itself."""

    stream: io.BufferedReader
    name: str
    day: date


@contextmanager
def unpacked(path: Path, watch: Watch) -> Iterator[Unpacked]:
    """Open a file; ``.zip`` and ``.gz`` are known by their first bytes, not by their names.

    Raises:
        UserError: ``benchmark.missing``, ``benchmark.damaged``, ``benchmark.archive``,
            ``benchmark.spreadsheet``, ``benchmark.too_large`` (also while reading), or those of
            reading a file.
    """
    if not path.is_file():
        raise UserError("benchmark.missing", path=path)
    with ExitStack() as stack, explained(path):
        size = path.stat().st_size
        if size > LARGEST_PACKED:
            raise UserError("benchmark.too_large", path=path)
        file = stack.enter_context(path.open("rb"))
        start = file.read(4)
        file.seek(0)
        metered = io.BufferedReader(_Metered(file, size, watch), _CHUNK)
        name, day = path.name, datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
        limit = max(ALWAYS, min(LARGEST, RATIO * size))
        inner: BinaryIO = metered
        with _damage_told(path):
            if start == _ZIP:
                inner, name, day = _member(stack, metered, path, limit)
            elif start.startswith(_GZIP):
                packed = stack.enter_context(gzip.GzipFile(fileobj=metered))
                packed.peek(1)
                if packed.mtime:
                    day = datetime.fromtimestamp(packed.mtime, UTC).date()
                inner, name = cast(BinaryIO, packed), path.name.removesuffix(".gz")
            else:
                limit = LARGEST
        yield Unpacked(io.BufferedReader(_Guarded(inner, path, limit), _CHUNK), name, day)


def _member(stack: ExitStack, file: BinaryIO, path: Path, limit: int) -> tuple[BinaryIO, str, date]:
    """The only file in an archive."""
    archive = stack.enter_context(zipfile.ZipFile(file))
    members = [
        info
        for info in archive.infolist()
        if not info.is_dir() and not info.filename.startswith("__MACOSX/")
    ]
    if not _OFFICE.isdisjoint(info.filename for info in members):
        raise UserError("benchmark.spreadsheet", path=path)
    if len(members) != 1:
        raise UserError("benchmark.archive", path=path, n=len(members))
    (info,) = members
    if info.file_size > limit:
        raise UserError("benchmark.too_large", path=path)
    opened = cast(BinaryIO, stack.enter_context(archive.open(info)))
    return opened, Path(info.filename).name, date(*info.date_time[:3])


class _Metered(io.RawIOBase):
    """The file itself; tells how much of it was read."""

    def __init__(self, file: BinaryIO, size: int, watch: Watch) -> None:
        self._file, self._size, self._watch = file, max(1, size), watch

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, place: int, whence: int = 0, /) -> int:
        return self._file.seek(place, whence)

    def tell(self) -> int:
        return self._file.tell()

    # Typeshed says it with a type that only a checker knows.
    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # above
        self._watch(min(1.0, self._file.tell() / self._size))
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Guarded(io.RawIOBase):
    """Plain bytes; refuses more of them than the limit, and says of packed ones what is wrong."""

    def __init__(self, inner: BinaryIO, path: Path, limit: int) -> None:
        self._inner, self._path, self._left = inner, path, limit

    def readable(self) -> bool:
        return True

    # Typeshed says it with a type that only a checker knows.
    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # above
        with explained(self._path), _damage_told(self._path):
            data = self._inner.read(len(buffer)) or b""
        self._left -= len(data)
        if self._left < 0:
            raise UserError("benchmark.too_large", path=self._path)
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    """What the libraries say of a damaged archive, as an error for the user."""
    try:
        yield
    except (
        EOFError,
        NotImplementedError,  # zipfile, of a way of packing that it does not know
        RuntimeError,  # zipfile, of an archive with a password
        ValueError,
        gzip.BadGzipFile,
        zipfile.BadZipFile,
        zlib.error,
    ) as error:
        raise UserError("benchmark.damaged", path=path) from error
