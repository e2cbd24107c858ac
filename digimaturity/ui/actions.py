"""What a thing that the window can do is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto


class Context(Enum):
    """Where a key counts, in the order of the keyboard map."""

    EVERYWHERE = auto()
    COMPANIES = auto()
    QUESTIONNAIRE = auto()
    DECISIONS = auto()
    FACTS = auto()
    RESULTS = auto()
    PLAN = auto()
    TARGETS = auto()
    MEASURES = auto()
    COMPARISON = auto()
    LAST_PLAN = auto()
    WORKSHOP = auto()


class Kind(Enum):
    """What the palette calls it."""

    PAGE = auto()
    COMMAND = auto()


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the window can do, in the user's words.

    `keys` are those of Qt (``Ctrl+Z``), the one to show first. `run` is None where only the page
    knows what it is done to: such a key stands in the map alone. `by_page` says that the page
    takes the key itself. `applies` tells whether there is something to do; what is run all the
    same does nothing. `also` are further words that the palette finds it by.
    """

    id: str
    text: str
    run: Callable[[], object] | None = None
    keys: tuple[str, ...] = ()
    context: Context = Context.EVERYWHERE
    applies: Callable[[], bool] = _always
    by_page: bool = False
    kind: Kind = Kind.COMMAND
    also: str = ""
