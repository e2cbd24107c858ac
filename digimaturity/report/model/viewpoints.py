"""Where the viewpoints see different firms, and who holds which part of a decision."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.charts.data import Dumbbells
from digimaturity.report.model.parts import Hue, KeyFigure, Labelled


@dataclass(frozen=True, slots=True)
class GapChart:
    """Gaps as a chart; `note` says what is shown of how many, `words` tell all of it."""

    statement: str
    note: str
    chart: Dumbbells
    words: str


@dataclass(frozen=True, slots=True)
class Voice:
    """What one viewpoint says of a question: its id and name, its level and that level's words."""

    view: str
    name: str
    level: str
    words: str


@dataclass(frozen=True, slots=True)
class TalkPoint:
    """A question to talk about: who sees it how, the highest first, and what to ask each other."""

    number: str
    question: str
    area: str
    hue: Hue
    gap: str
    statement: str
    voices: tuple[Voice, ...]
    prompt: str


@dataclass(frozen=True, slots=True)
class TalkList:
    """The questions to talk about; `empty` is said where there are none."""

    title: str
    note: str
    points: tuple[TalkPoint, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table: a heading, what it says, its heads, and rows of as many texts."""

    title: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """What the group agreed on; `reason` is empty where nobody wrote one."""

    question: str
    level: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Workshop:
    """What came of talking: levels agreed on with their reasons, and topics put off."""

    agreed_title: str
    agreed: tuple[AgreedLine, ...]
    parked_title: str
    parked: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class ViewpointsPart:
    """Where the viewpoints differ. `statement` is the widest gap with its sign.

    `agreement` has a line for each viewpoint of three people or more. `notes` tell of viewpoints
    that are small, or told as one.
    """

    statement: str
    figures: tuple[KeyFigure, ...]
    intro: str
    areas: GapChart | None
    questions: GapChart
    talk: TalkList
    pairs: Grid
    agreement_title: str
    agreement: tuple[Labelled, ...]
    trend: Grid | None
    workshop: Workshop
    notes: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class HolderCell:
    """Who holds a part of a decision.

    `holder` is ``it``, ``business``, ``jointly``, ``nobody``, ``differ`` where what was said
    differs, or empty where it is not known.
    """

    holder: str
    text: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One kind of decision, a cell for each part."""

    name: str
    cells: tuple[HolderCell, ...]


@dataclass(frozen=True, slots=True)
class DecisionsFound:
    """Decisions that have something in common, each with what to do about it."""

    title: str
    items: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class DecisionPart:
    """The decision map; `heads` are those of the decisions and of the four parts."""

    statement: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[DecisionRow, ...]
    found: tuple[DecisionsFound, ...]
