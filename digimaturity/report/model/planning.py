"""Plan, systems and years: chapters of sections, each with a few parts."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.charts.gap_data import GapRows
from digimaturity.charts.impact_effort import ImpactEffort
from digimaturity.charts.landscape_data import LandscapeMap
from digimaturity.charts.plan_data import Gantt, LoadBars
from digimaturity.charts.trend_data import IndexYears, TrendLine, TrendPanels
from digimaturity.report.model.parts import Chapter, KeyFigure, Labelled

#: The charts of these chapters (`report.drawings` knows how each is drawn).
PlanChart = (
    Gantt | LoadBars | GapRows | LandscapeMap | ImpactEffort | TrendLine | TrendPanels | IndexYears
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart; `words` tell all of it."""

    chart: PlanChart
    words: str


@dataclass(frozen=True, slots=True)
class PlanTable:
    """A table; each column has a head, a share of the width, and whether it holds figures."""

    title: str
    heads: tuple[str, ...]
    shares: tuple[float, ...]
    figures: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Short texts behind their labels; a few that belong `together` stay on one page."""

    items: tuple[Labelled, ...]
    together: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A statement, what it rests on, and what shows it."""

    statement: str
    note: str
    parts: tuple[Drawing | PlanTable | Lines, ...]


@dataclass(frozen=True, slots=True)
class PlanChapter:
    """A chapter of sections, with up to two large figures at its beginning."""

    chapter: Chapter
    figures: tuple[KeyFigure, ...]
    intro: str
    sections: tuple[Section, ...]

    @property
    def drawings(self) -> int:
        """How many charts it has."""
        return sum(isinstance(part, Drawing) for one in self.sections for part in one.parts)

    @property
    def tables(self) -> int:
        """How many tables it has."""
        return sum(isinstance(part, PlanTable) for one in self.sections for part in one.parts)
