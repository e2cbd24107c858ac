"""A form as data: every word chosen, nothing drawn yet; HTML and PDF are made of it."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.domain.conditions import Condition
from digimaturity.domain.questionnaire import Kind
from digimaturity.report.model.parts import Hue
from digimaturity.services.forms.identity import Identity


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: `value` stands in the filled form, `text` beside the box.

    Values are the number of a level, ``yes`` and ``no``, or the id of an option.
    """

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question, worded for the viewpoint of the person.

    `choices` are there for all kinds but number and text; one can be chosen, of ``many_of``
    several. *Don't know* can always be said, *not applicable* where it `may_not_apply`. A question
    is asked if `show_if` holds; `note` says so in words, by the numbers of this form. With
    `comment` there is room for one.
    """

    id: str
    number: str
    kind: Kind
    text: str
    why: str = ""
    evidence: str = ""
    choices: tuple[Choice, ...] = ()
    may_not_apply: bool = False
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    show_if: Condition | None = None
    note: str = ""
    comment: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of an area, or follow-ups or facts; `group` names the dimension, if any."""

    key: str
    name: str
    about: str
    items: tuple[Item, ...]
    group: str = ""
    hue: Hue | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Who decides: for each of `rows` (decisions) and each of `parts` one of `holders`.

    The id of a cell's question is ``row.part``; don't know can be said in each.
    """

    name: str
    about: str
    parts: tuple[Choice, ...]
    rows: tuple[Choice, ...]
    holders: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One form in one language, for one person; `person` may be empty.

    `title` is the questionnaire's name, `levels` the names of the maturity levels, lowest first.
    `back_to` names who gets it back, if anybody can be named.
    """

    identity: Identity
    title: str
    company: str
    person: str
    viewpoint: str
    levels: tuple[str, ...]
    sections: tuple[Section, ...]
    grid: Grid | None = None
    back_to: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """All questions but those of the grid, in their order."""
        return tuple(item for section in self.sections for item in section.items)
