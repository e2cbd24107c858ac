"""Many files of contributions, one line or small file after the other, in bounded memory."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from digimaturity.errors import UserError
from digimaturity.exchange.contribution import LIMIT
from digimaturity.exchange.parsing import packed
from digimaturity.exchange.refused import RefusedError

#: A file with one contribution, and one with a contribution on each line.
ONE, MANY = ".json", ".jsonl"


class Piece(NamedTuple):
    """One contribution as it was found, or why it could not even be read; `line` is from 1."""

    file: str
    line: int | None
    content: bytes | RefusedError


def pieces(paths: Iterable[Path]) -> Iterator[Piece]:
    """Every contribution in these files, and in the files of these folders, by name.

    Nothing is unpacked, no folder is entered twice or deeper, and hidden files are passed over.

    Raises:
        UserError: ``peers.missing``, with the path of what was named but is not there.
    """
    for path in paths:
        try:
            files = _files_in(path)
        except OSError as error:
            yield Piece(path.name, None, _unreadable(error))
            continue
        for file in files:
            yield from _of_file(file)


def _files_in(path: Path) -> list[Path]:
    if not path.exists():
        raise UserError("peers.missing", path=path)
    if not path.is_dir():
        return [path]
    own = sorted(file for file in path.iterdir() if not file.name.startswith("."))
    return [file for file in own if not file.is_dir()]


def _of_file(path: Path) -> Iterator[Piece]:
    name = path.name
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
        if not regular or path.suffix.lower() not in (ONE, MANY):
            yield Piece(name, None, RefusedError("packed" if regular and _packed(path) else "kind"))
            return
        with path.open("rb") as file:
            if path.suffix.lower() == MANY:
                yield from lines_of(file, name)
            else:
                yield Piece(name, None, file.read(LIMIT + 1))
    except OSError as error:
        yield Piece(name, None, _unreadable(error))


def _unreadable(error: OSError) -> RefusedError:
    return RefusedError("unreadable", reason=error.strerror or "")


def lines_of(file: BinaryIO, name: str) -> Iterator[Piece]:
    """The lines of an open file that are not empty; one that never ends costs no memory."""
    number = 0
    while line := file.readline(LIMIT + 2):
        number += 1
        if number == 1 and packed(line):
            yield Piece(name, None, RefusedError("packed"))
            return
        rest = line
        while len(rest) == LIMIT + 2 and not rest.endswith(b"\n"):
            rest = file.readline(LIMIT + 2)
        if line.strip():
            yield Piece(name, number, line)


def _packed(path: Path) -> bool:
    with path.open("rb") as file:
        return packed(file.read(8))
