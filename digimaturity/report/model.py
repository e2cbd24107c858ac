"""The report as data: every word chosen, every number formatted, nothing drawn yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from digimaturity.charts.data import (
    Bar,
    BarGroup,
    Distribution,
    Drives,
    Scale,
    Spoke,
    Technologies,
)


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
class Cover:
    """The first page. `mark` is a word such as "Sample report", or empty."""

    mark: str
    sender: Labelled | None
    company: str
    title: str
    groups: tuple[BarGroup, ...]
    chart_words: str
    caption: str
    facts: tuple[Labelled, ...]
    notes: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """Contents and how to read the report."""

    chapter: Chapter
    reading_title: str
    reading: tuple[Labelled, ...]


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
class Finding:
    """A strength or weakness: what, its figure, and the words of the answer behind it."""

    title: str
    figure: str
    words: str


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
class IndexPart:
    """The index on the official distribution."""

    kicker: str
    statement: str
    note: str
    distribution: Distribution
    words: str
    sources: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class TechnologyPart:
    """The technologies against the share of peers."""

    kicker: str
    statement: str
    technologies: Technologies
    words: str
    sources: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class BenchmarkChapter:
    """The comparison; without one, `intro` says why and how to get it."""

    chapter: Chapter
    figures: tuple[KeyFigure, ...]
    intro: str
    index: IndexPart | None
    technologies: TechnologyPart | None
    not_compared: Labelled


@dataclass(frozen=True, slots=True)
class MeasureRef:
    """A measure named in a dimension's chapter."""

    number: str
    key: str
    title: str
    detail: str
    reason: str


@dataclass(frozen=True, slots=True)
class DimensionChapter:
    """One dimension."""

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


@dataclass(frozen=True, slots=True)
class ProfilePart:
    """The leadership profile."""

    statement: str
    drives: Drives
    words: str
    points: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class StrategyPart:
    """The IT strategy check; `gaps` are the weak elements with what was answered, worst first."""

    statement: str
    note: str
    bars: tuple[Bar, ...]
    words: str
    gaps: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class LeadingChapter:
    """Who leads, and whether there is a strategy."""

    chapter: Chapter
    profile: ProfilePart | None
    strategy: StrategyPart | None


@dataclass(frozen=True, slots=True)
class MeasureItem:
    """One measure in full."""

    number: str
    key: str
    title: str
    hue: Hue | None
    dimension: str
    facts: str
    reasons: tuple[str, ...]
    what: str
    steps: tuple[str, ...]
    notes: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class MeasuresChapter:
    """The measures in full, the first ones; and the others in a table."""

    chapter: Chapter
    intro: str
    items: tuple[MeasureItem, ...]
    others: MeasureTable | None


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote to an answer; line breaks count."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One question with its answer. `level` is empty where there is none."""

    question: str
    level: str
    answer: str
    known: bool
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerSection:
    """The answers of one area; `group` is its dimension, and heads the first of its sections."""

    group: str
    title: str
    hue: Hue | None
    heads: tuple[str, str]
    lines: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class AnswersChapter:
    """All answers."""

    chapter: Chapter
    intro: str
    sections: tuple[AnswerSection, ...]


@dataclass(frozen=True, slots=True)
class MethodChapter:
    """How it is computed, and where the figures come from."""

    chapter: Chapter
    points: tuple[Labelled, ...]
    radar: tuple[Spoke, ...]
    radar_title: str
    radar_words: str
    sources_title: str
    sources: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page: at the head the company, at the foot the assessment.

    `page` has the places ``{page}`` and ``{pages}``, filled when the pages are known.
    """

    company: str
    mark: str
    foot: str
    page: str


@dataclass(frozen=True, slots=True)
class ReportModel:
    """One report in one language. `day` is the assessment's, and the file's only date."""

    language: str
    title: str
    subject: str
    author: str
    day: date
    running: Running
    cover: Cover
    contents: Contents
    summary: Summary
    benchmark: BenchmarkChapter | None
    dimensions: tuple[DimensionChapter, ...]
    leading: LeadingChapter | None
    measures: MeasuresChapter | None
    answers: AnswersChapter
    method: MethodChapter
    page_size: str = field(default="A4")
