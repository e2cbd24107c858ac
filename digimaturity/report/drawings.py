"""How each chart of plan, systems and years is drawn, on whatever it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digimaturity.charts import (
    gantt,
    gap_chart,
    impact_effort,
    index_years,
    landscape_map,
    load_bars,
    trend_line,
    trend_panels,
)
from digimaturity.charts.gap_data import GapRows
from digimaturity.charts.impact_effort import ImpactEffort
from digimaturity.charts.landscape_data import LandscapeMap
from digimaturity.charts.plan_data import Gantt, LoadBars
from digimaturity.charts.surface import Surface
from digimaturity.charts.trend_data import IndexYears, TrendLine, TrendPanels
from digimaturity.report.model.planning import PlanChart
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def height(chart: PlanChart, width: float) -> float:
    """Its height in points at that width."""
    match chart:
        case Gantt():
            return gantt.height(chart, width)
        case LoadBars():
            return load_bars.height(chart, width)
        case GapRows():
            return gap_chart.height(chart, width)
        case LandscapeMap():
            return landscape_map.height(chart, width)
        case ImpactEffort():
            return impact_effort.height(chart, width)
        case TrendLine():
            return trend_line.height(chart, width)
        case TrendPanels():
            return trend_panels.height(chart, width)
        case IndexYears():
            return index_years.height(chart, width)


def draw(sheet: Surface, chart: PlanChart) -> None:
    """Draw it on a surface."""
    match chart:
        case Gantt():
            gantt.draw(sheet, chart)
        case LoadBars():
            load_bars.draw(sheet, chart)
        case GapRows():
            gap_chart.draw(sheet, chart)
        case LandscapeMap():
            landscape_map.draw(sheet, chart)
        case ImpactEffort():
            impact_effort.draw(sheet, chart)
        case TrendLine():
            trend_line.draw(sheet, chart)
        case TrendPanels():
            trend_panels.draw(sheet, chart)
        case IndexYears():
            index_years.draw(sheet, chart)


def figure(chart: PlanChart, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(chart, width), palette)
    draw(sheet, chart)
    return sheet.figure
