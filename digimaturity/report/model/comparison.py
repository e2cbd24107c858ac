"""The benchmark, and leadership and strategy."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.charts.data import Bar, Distribution, Drives, PeerRows, Technologies
from digimaturity.report.model.parts import Chapter, KeyFigure, Labelled


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
class PeersPart:
    """The firm among a group of others that were rated alike, or as context, differently."""

    kicker: str
    statement: str
    rows: PeerRows
    words: str
    notes: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class BenchmarkChapter:
    """The comparison; without one, `intro` says why and how to get it."""

    chapter: Chapter
    figures: tuple[KeyFigure, ...]
    intro: str
    index: IndexPart | None
    technologies: TechnologyPart | None
    not_compared: Labelled
    peers: tuple[PeersPart, ...] = ()


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
