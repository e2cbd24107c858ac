"""What a question card wants done besides an answer; the page does it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from pathlib import Path


class Note(StrEnum):
    """What is written beside an answer."""

    COMMENT = "comment"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Write:
    """Record a note; an empty one takes it away."""

    question: str
    note: Note
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Mark the question as one to look at once more, or no longer."""

    question: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Attach:
    """Attach these files; without any, ask which."""

    question: str
    paths: tuple[Path, ...] = ()


class Deed(Enum):
    """What can be done with an attached file."""

    OPEN = auto()
    SAVE = auto()
    REMOVE = auto()


@dataclass(frozen=True, slots=True)
class Handle:
    """Do something with the attached file of that id and name."""

    deed: Deed
    attachment: str
    name: str


#: Everything that a card can want.
Wish = Write | Mark | Attach | Handle
