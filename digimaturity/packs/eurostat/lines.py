"""The lines of a file, one at a time, as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from digimaturity.errors import UserError

#: Bytes; a row with all its labels has about 400, one of a wide table about 2,000.
LONGEST = 100_000

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def lines_of(stream: BinaryIO, path: Path) -> Iterator[str]:
    """Each line with its end, without a byte order mark.

    Raises:
        UserError: ``benchmark.encoding`` or ``benchmark.line``, with the line.
    """
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            raise UserError("benchmark.line", path=path, line=number)
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise UserError("benchmark.encoding", path=path, line=number) from error
        if _FORBIDDEN.search(text):
            raise UserError("benchmark.encoding", path=path, line=number)
        yield text
