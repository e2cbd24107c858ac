"""The result on one page, and one chapter a dimension."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.charts.data import Bar, Scale
from digimaturity.report.model.parts import (
    Chapter,
    Finding,
    Findings,
    Hue,
    KeyFigure,
    Labelled,
    MeasureTable,
)


@dataclass(frozen=True, slots=True)
class DimensionBlock:
    """One dimension on the summary page; `key` is that of its chapter, or empty."""

    hue: Hue
    key: str
    name: str
    level: str
    score: str
    bars: tuple[Bar, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The result on one page."""

    chapter: Chapter
    figures: tuple[KeyFigure, ...]
    intro: str
    scale: Scale
    scale_words: str
    areas_title: str
    areas_note: str
    dimensions: tuple[DimensionBlock, ...]
    strengths: Findings
    weaknesses: Findings
    measures: MeasureTable
    compared: Labelled | None
    compared_key: str = ""


@dataclass(frozen=True, slots=True)
class MeasureRef:
    """A measure named in a dimension's chapter."""

    number: str
    key: str
    title: str
    detail: str
    reason: str


@dataclass(frozen=True, slots=True)
class AreaReading:
    """What an area's level means, and every answer behind it, the highest first.

    `score` and `bounds` are empty where it is not rated. A finding's figure is its level.
    """

    name: str
    level: str
    score: str
    bounds: str
    reading: str
    answers: tuple[Finding, ...]
    plan: Labelled | None = None


@dataclass(frozen=True, slots=True)
class DimensionChapter:
    """One dimension. `since` says what the marks of the year before mean."""

    chapter: Chapter
    hue: Hue
    figures: tuple[KeyFigure, ...]
    intro: str
    statement: str
    heads: tuple[str, ...]
    bars: tuple[Bar, ...]
    words: str
    note: Labelled | None
    strong: Findings
    holding: Findings
    unknown: Labelled | None
    measures_title: str
    measures: tuple[MeasureRef, ...]
    areas_title: str = ""
    areas: tuple[AreaReading, ...] = ()
    since: Labelled | None = None
