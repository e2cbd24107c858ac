"""What chapters have in common: statements, figures, findings, tables of measures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter's key (goal of links), its name in the contents, and the statement it opens with.

    `name` heads the pages and stands in the contents; `headline` is the large statement.
    """

    key: str
    name: str
    headline: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A short label and what it introduces."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large figure: what it is, the figure, and what it means. `small` follows the figure."""

    label: str
    figure: str
    meaning: str
    small: str = ""


@dataclass(frozen=True, slots=True)
class Hue:
    """Which dimension's colour to use: its id, and its place in the pack."""

    id: str
    place: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A strength or weakness: what, its figure, and the words of the answer behind it.

    `question` is what was answered with these words; empty where the title is the question.
    """

    title: str
    figure: str
    words: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings under a heading; `empty` is said where there are none."""

    title: str
    items: tuple[Finding, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure on one line of a table."""

    number: str
    title: str
    hue: Hue | None
    dimension: str
    days: str
    gain: str


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """Measures as a table; `heads` are those of dimension, person-days and gain."""

    title: str
    heads: tuple[str, str, str]
    lines: tuple[MeasureLine, ...]
