"""What commands print, and the status that they end with."""

from __future__ import annotations

import sys

#: Exit statuses: the user can mend it; it is our fault.
USER_FAULT = 2
OUR_FAULT = 1


def say(line: str) -> None:
    """Tell the user something that is not the result: on the error stream, after our name."""
    print(f"digimaturity: {line}", file=sys.stderr)
