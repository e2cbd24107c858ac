"""The benchmark, and leadership and strategy."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.charts.data import Bar, Distribution, Drives, PeerRows, Technologies
from digimaturity.report.model.parts import Chapter, KeyFigure, Labelled
from digimaturity.report.model.viewpoints import DecisionPart, ViewpointsPart


@dataclass(frozen=True, slots=True)
class Card:
    """Where some figures come from, line by line; on paper `sources` and notes say the same.

    `about` names the figures, `origin` is the shortest name of their source. `context` marks those
    of another yardstick.
    """

    about: str
    origin: str
    lines: tuple[Labelled, ...]
    context: bool = False


@dataclass(frozen=True, slots=True)
class IndexPart:
    """The index on the official distribution; as context without the firm's place in it."""

    kicker: str
    statement: str
    note: str
    distribution: Distribution
    words: str
    sources: tuple[Labelled, ...]
    card: Card


@dataclass(frozen=True, slots=True)
class TechnologyPart:
    """The technologies against the share of peers."""

    kicker: str
    statement: str
    technologies: Technologies
    words: str
    sources: tuple[Labelled, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PeersPart:
    """The firm among a group of others that were rated alike, or as context, differently.

    `about` says why it is this group, and what else there is to know of it.
    """

    kicker: str
    statement: str
    about: str
    rows: PeerRows
    words: str
    notes: tuple[Labelled, ...]
    card: Card


@dataclass(frozen=True, slots=True)
class BenchmarkChapter:
    """The comparison; without one, `intro` says why and how to get it.

    `context` is a distribution by another yardstick.
    """

    chapter: Chapter
    figures: tuple[KeyFigure, ...]
    intro: str
    index: IndexPart | None
    technologies: TechnologyPart | None
    not_compared: Labelled
    peers: tuple[PeersPart, ...] = ()
    context: IndexPart | None = None


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
    """Where the viewpoints differ, who leads and decides, and whether there is a strategy."""

    chapter: Chapter
    profile: ProfilePart | None
    strategy: StrategyPart | None
    viewpoints: ViewpointsPart | None = None
    decisions: DecisionPart | None = None
