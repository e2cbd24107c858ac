"""What commands print, and the status that they end with."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from digimaturity.errors import UserError

if TYPE_CHECKING:
    from digimaturity.i18n import Translator

#: Exit statuses: the user can mend it; it is our fault.
USER_FAULT = 2
OUR_FAULT = 1


def say(line: str) -> None:
    """Tell the user something that is not the result: on the error stream, after our name."""
    print(f"digimaturity: {line}", file=sys.stderr)


def tell_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows of as many texts, each column as wide as its widest."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())


def tell(error: BaseException, t: Translator, about: str = "") -> int:
    """Say in words what went wrong, `about` what, and return the exit status for it."""
    whose = f"{about}: " if about else ""
    if isinstance(error, UserError):
        say(whose + _sentence(error, t))
        return USER_FAULT
    if isinstance(error, KeyboardInterrupt):
        say(t("Stopped. Nothing that was saved before is lost."))
        return OUR_FAULT
    name = f"{type(error).__name__}: {error}".replace("\n", " ")
    say(whose + t("This is a fault of the program: {name}. More details: --debug.", name=name))
    return OUR_FAULT


def _sentence(error: UserError, t: Translator) -> str:
    from digimaturity.services.messages import sentence

    message = sentence(error, t)
    return "\n".join([message.line, *(f"  {detail}" for detail in message.details)])
