"""What holds for texts in every workbook that we write."""

from __future__ import annotations

import re
from typing import Any

#: What a spreadsheet program takes for a formula, a command, or the sign of a text.
_RISKY = ("=", "+", "-", "@", "'", "\t", "\n", "\r")
#: What Excel would read as a character by its number, and how that is written out.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def put_text(cell: Any, text: str) -> None:  # noqa: ANN401 - openpyxl has no types
    """Set a cell to a text that stays one, also when it looks like a formula, also when edited."""
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_RISKY):
        cell.quotePrefix = True


def escaped(text: str) -> str:
    """The text so that Excel shows ``_x0041_`` as it is, and not as ``A``."""
    return _ESCAPE.sub("_x005F_", text)
