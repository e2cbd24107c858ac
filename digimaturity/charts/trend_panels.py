"""Dimensions or areas over the years: a small trend for each, beside each other on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digimaturity.charts.level_bands import LevelBands, levels_for
from digimaturity.charts.lines import broken, lines_needed
from digimaturity.charts.surface import Surface
from digimaturity.charts.time_scale import SMALL, TimeScale, named
from digimaturity.charts.trend_data import TrendPanel, TrendPanels
from digimaturity.charts.trend_line import scores_of
from digimaturity.charts.trend_marks import Marks, draw_legend, legend_height
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LEAST = 100.0  # points a panel needs
_MOST = 4  # panels in a row
_BETWEEN = 12.0
_FIGURES = 16.0
_SIZE = 8.1
_LINE, _LINES = 10.0, 3
_PLOT = 70.0
_AXIS = 16.0
_INSET = 12.0


def figure(chart: TrendPanels, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(chart, width), palette)
    draw(sheet, chart)
    return sheet.figure


def height(chart: TrendPanels, width: float) -> float:
    """The height in points."""
    rows = _rows(chart, width)
    return legend_height(chart.legend, width) + sum(_row_height(row, width) for row in rows)


def draw(sheet: Surface, chart: TrendPanels) -> None:
    """Row by row, all on one scale; the borders of the levels stand at the left of each row."""
    top = draw_legend(sheet, chart.legend, sheet.palette.secondary)
    ends = levels_for([one for panel in chart.panels for one in scores_of(panel.points)])
    wide = _panel_width(sheet.width)
    for row in _rows(chart, sheet.width):
        plot = top + _row_height(row, sheet.width) - _AXIS - _PLOT
        bands = LevelBands(*ends, plot, plot + _PLOT)
        bands.figures(sheet, _FIGURES - 3, SMALL)
        for place, panel in enumerate(row):
            left = _FIGURES + place * (wide + _BETWEEN)
            _panel(sheet, panel, bands, (left, left + wide))
        top = bands.foot + _AXIS


def _columns(width: float) -> int:
    fitting = int((width - _FIGURES + _BETWEEN) // (_LEAST + _BETWEEN))
    return max(1, min(_MOST, fitting))


def _panel_width(width: float) -> float:
    count = _columns(width)
    return (width - _FIGURES - (count - 1) * _BETWEEN) / count


def _rows(chart: TrendPanels, width: float) -> list[tuple[TrendPanel, ...]]:
    count = _columns(width)
    return [chart.panels[start : start + count] for start in range(0, len(chart.panels), count)]


def _row_height(row: tuple[TrendPanel, ...], width: float) -> float:
    room = _panel_width(width)
    lines = max(lines_needed(one.name, room, _SIZE, _LINES, strong=True) for one in row)
    return 4 + lines * _LINE + _PLOT + _AXIS


def _panel(sheet: Surface, panel: TrendPanel, bands: LevelBands, ends: tuple[float, float]) -> None:
    """Name, levels, the line in the dimension's colour, and the first and the last year."""
    palette, (left, right) = sheet.palette, ends
    lines = broken(sheet, panel.name, right - left, _LINES, size=_SIZE, strong=True)
    base = bands.top - 4 - (len(lines) - 1) * _LINE
    for number, words in enumerate(lines):
        at = (left, base + number * _LINE)
        colour = palette.dimension_text(*panel.hue)
        sheet.text(at, words, size=_SIZE, strong=True, colour=colour, room=right - left + 0.1)
    bands.draw(sheet, left, right)
    sheet.line((left, bands.foot), (right, bands.foot), palette.rule, 0.6)
    points = panel.points
    scale = TimeScale(left + _INSET, right - _INSET - 4, points[0].day, points[-1].day)
    places = [(scale.x(one.day), one) for one in points]
    marks = Marks(sheet, bands, ends, palette.dimension(*panel.hue))
    marks.draw(places)
    marks.label_ends(places)
    names = [(x, one.name) for x, one in (places[0], places[-1])]
    for x, words in named(sheet, names, ends):
        at = (x, bands.foot + 9.5)
        sheet.text(at, words, size=SMALL, colour=palette.secondary)
