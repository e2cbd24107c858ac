"""A questionnaire on paper as data: every word chosen, nothing drawn yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from digimaturity.report.model.parts import Chapter, Hue, Labelled
from digimaturity.report.model.report import Running


@dataclass(frozen=True, slots=True)
class Choice:
    """One box to tick with its text; `label` is the number of a level, or empty."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question.

    `notes` stand below it (when to answer it, whom it is for, why it matters); a label may be
    empty. `beside` are short choices that share one line: yes, no, don't know. `unit` follows the
    line for a number, None where no number is asked for; `lines` are empty lines to write on,
    `comment` the word in front of a short one. One choice is ticked, or with `many` several.
    """

    number: str
    text: str
    notes: tuple[Labelled, ...] = ()
    choices: tuple[Choice, ...] = ()
    beside: tuple[str, ...] = ()
    many: bool = False
    unit: str | None = None
    lines: int = 0
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of an area under its name; `key` is the goal of its bookmark."""

    key: str
    name: str
    about: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The decisions: a row each (number, name), under each head the same choices to tick."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """A chapter: what it is about, then sections or a grid."""

    chapter: Chapter
    about: str
    hue: Hue | None = None
    sections: tuple[Section, ...] = ()
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class Front:
    """The first page: what to fill in about oneself, how to answer, the contents."""

    chapter: Chapter
    intro: str
    fields: tuple[str, ...]
    viewpoint: str
    viewpoints: tuple[str, ...]
    how_title: str
    how: tuple[Labelled, ...]
    contents_title: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One questionnaire in one language; `day` is the file's only date."""

    language: str
    title: str
    author: str
    subject: str
    day: date
    running: Running
    front: Front
    chapters: tuple[Pages, ...]
