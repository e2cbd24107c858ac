"""What stands at the end: all answers, the terms, the method, the sources."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.charts.data import Spoke
from digimaturity.report.model.parts import Chapter, Hue, Labelled


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
class GlossaryEntry:
    """A term and its meaning. `key` is the goal of links, `forms` are the words that lead here."""

    key: str
    word: str
    means: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GlossaryChapter:
    """The technical terms of the report, in the order of a dictionary."""

    chapter: Chapter
    intro: str
    entries: tuple[GlossaryEntry, ...]


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
