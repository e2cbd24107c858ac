"""What a file is: its form by what it begins with, its data set by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from digimaturity.errors import UserError
from digimaturity.packs.eurostat.cells import Contents, Wanted
from digimaturity.packs.eurostat.json_stat import is_json, read_json_stat
from digimaturity.packs.eurostat.sdmx_csv import is_resaved, is_sdmx_csv, read_sdmx_csv
from digimaturity.packs.eurostat.tsv import is_tsv, read_tsv
from digimaturity.packs.eurostat.unpacking import PACKED, Unpacked

#: Opens the file once more; how much of it was read before, and what share of the work this is.
Opener = Callable[[float, float], Unpacked]

_HEAD = 4096
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_NAME = re.compile(
    r"(estat_)?(?P<dataset>isoc_[a-z0-9_]+?)"
    r"(__custom.*|_page|_linear|_tabular|_en|_de|_fr)*( ?\([0-9]+\))?"
)


def contents_of(first: Unpacked, path: Path, opened: Opener, wanted: Wanted) -> Contents:
    """The contents, by the reader that fits what the file begins with.

    Raises:
        UserError: ``benchmark.format`` where none does, or more exactly ``benchmark.encoding``,
            ``benchmark.packed_twice``, ``benchmark.resaved``; and those of the reader.
    """
    head = first.stream.peek(_HEAD)[:_HEAD]
    if head.startswith(_UTF_16):
        raise UserError("benchmark.encoding", path=path, line=1)
    if head.startswith(PACKED):
        raise UserError("benchmark.packed_twice", path=path)
    text = head.decode("utf-8-sig", "replace")
    line = text.split("\n", 1)[0]
    if is_sdmx_csv(line):
        return read_sdmx_csv(opened(0.0, 1.0).stream, path)
    if is_resaved(line):
        raise UserError("benchmark.resaved", path=path)
    if is_tsv(line):
        return read_tsv(opened(0.0, 1.0).stream, path, wanted)
    if is_json(text):
        passes = iter((0.0, 0.5))

        def again() -> BinaryIO:
            return opened(next(passes), 0.5).stream

        return read_json_stat(again, path, wanted)
    raise UserError("benchmark.format", path=path)


def named(name: str) -> str:
    """The data set that a file's name tells, without what the data browser puts around it."""
    found = _NAME.fullmatch(name.lower().split(".", maxsplit=1)[0])
    return found["dataset"] if found else ""
