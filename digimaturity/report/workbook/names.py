"""Names of sheets that every spreadsheet program takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
#: Letters that a name may have, and a name that programs keep for themselves.
_LONGEST = 31
_RESERVED = "history"


def sheet_names(wanted: Iterable[str]) -> Iterator[str]:
    """The names one after the other, legal and each only once, whatever its case."""
    taken = {_RESERVED, ""}
    for name in wanted:
        plain = " ".join(_FORBIDDEN.sub(" ", name).split()).strip("'")[:_LONGEST].strip("' ")
        found, number = plain, 1
        while found.casefold() in taken:
            number += 1
            tail = f" {number}"
            found = plain[: _LONGEST - len(tail)] + tail
        taken.add(found.casefold())
        yield found
