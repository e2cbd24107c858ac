"""What no list of a firm's applications exceeds, and what a row of one is."""

from __future__ import annotations

from collections.abc import Sequence

#: Bytes of a file, rows with something in them, columns, letters of a cell.
MOST_BYTES, MOST_ROWS, MOST_COLUMNS, LONGEST = 10_000_000, 5_000, 200, 10_000

#: The cells of a row behind its number in the file.
Row = tuple[int, Sequence[str]]
