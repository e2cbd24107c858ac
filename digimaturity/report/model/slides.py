"""The slides for the management meeting as data: every word and figure, nothing drawn yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from digimaturity.charts.data import Bar, BarGroup, Distribution, Drives, Dumbbells
from digimaturity.report.model.brand import NO_BRAND, Brand
from digimaturity.report.model.parts import Hue, KeyFigure, Labelled


@dataclass(frozen=True, slots=True)
class SlideBar:
    """A bar in the colour of a dimension; without one in that of the firm, or pale."""

    bar: Bar
    hue: Hue | None = None
    pale: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from 0 to 100, from above. `words` tell all of it to those who cannot see it.

    A bar's `label` is its value as a whole number, or words that stand in place of it.
    `keys` are the names of the colours, where the bars' own names do not tell them.
    """

    heading: str
    bars: tuple[SlideBar, ...]
    words: str
    keys: tuple[tuple[str, Hue], ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """The areas as columns, in groups by dimension."""

    groups: tuple[BarGroup, ...]
    words: str
    caption: str


@dataclass(frozen=True, slots=True)
class Stack:
    """A published distribution as one bar; `after` follows it."""

    heading: str
    distribution: Distribution
    words: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """The two drives as a point in a field."""

    heading: str
    drives: Drives
    words: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """How far apart the viewpoints are, row by row."""

    heading: str
    chart: Dumbbells
    words: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Large figures, one below the other."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """Short paragraphs, each with its label."""

    heading: str
    points: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` is its part of the width, numbers stand at the right.

    The head of a `strong` one is the heading of the table.
    """

    head: str
    share: float
    number: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `small` stands below its text, in the colour of `hue` where it has one."""

    text: str
    small: str = ""
    strong: bool = False
    hue: Hue | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of heads; `words` say what it holds."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    words: str


Part = Bars | Stack | Field | Gaps | Figures | Points | Table


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: a statement, what it rests on, and one or two parts beside each other.

    `key` names it within the file. `split` is the share of the width that the first of two parts
    takes. `notes` are for the speaker, a paragraph each.
    """

    key: str
    title: str
    lead: str
    source: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    split: float = 0.5


@dataclass(frozen=True, slots=True)
class CoverSlide:
    """The first slide; `line` says when and with which questionnaire."""

    company: str
    title: str
    line: str
    sender: str
    columns: Columns
    confidential: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prompts:
    """What the layouts are called, and what stands in their places as long as these are empty."""

    cover: str
    statement: str
    title: str
    lead: str
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class SlidesModel:
    """The slides in one language. `day` is the assessment's, and the file's only date.

    `foot` follows the company's name at the foot of every slide; `mark` stands at the head where
    it is a sample or a draft.
    """

    language: str
    title: str
    subject: str
    author: str
    day: date
    foot: str
    mark: str
    cover: CoverSlide
    slides: tuple[Slide, ...]
    prompts: Prompts
    brand: Brand = NO_BRAND
