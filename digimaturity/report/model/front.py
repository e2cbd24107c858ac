"""What comes before the result: the cover, and contents with how to read the report."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.charts.data import BarGroup
from digimaturity.report.model.parts import Chapter, Labelled


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
class Foreword:
    """What the sender writes to the reader; signed with a name and an organisation, if given."""

    chapter: Chapter
    paragraphs: tuple[str, ...]
    signed: Labelled | None
