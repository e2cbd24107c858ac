"""What no list of a firm's applications exceeds, and what a row of one is."""

from __future__ import annotations

from collections.abc import Sequence

#: Bytes of a file, rows with something in them, columns, letters of a cell.
MOST_BYTES, MOST_ROWS, MOST_COLUMNS, LONGEST = 10_000_000, 2_000, 200, 10_000
#: Letters of a name or of any other text in one line, and of a head, a figure or a single word.
LONGEST_LINE, LONGEST_WORD = 400, 100

#: The cells of a row behind its number in the file.
Row = tuple[int, Sequence[str]]
