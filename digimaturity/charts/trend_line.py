"""The overall score over the years on a true line of time, and below it the measures done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from digimaturity.charts import deed_bars
from digimaturity.charts.level_bands import LevelBands, levels_for
from digimaturity.charts.surface import Surface
from digimaturity.charts.time_scale import SMALL, TimeScale, named
from digimaturity.charts.trend_data import TrendLine, TrendPoint
from digimaturity.charts.trend_marks import Marks, draw_legend, legend_height
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_PLOT = 138.0
_AXIS = 15.0
_VERSION = 10.5
_FIGURES = 16.0  # the borders of the levels at the left
_NAMES = 0.24  # the names of the levels at the right, a share of the width
_EDGE = 2.0  # the last letter does not stand on the edge, where the ring of the keyboard is
_INSET = 16.0
_BESIDE = 26.0  # the room of the last full score and its label


def figure(line: TrendLine, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(line, width), palette)
    draw(sheet, line)
    return sheet.figure


def height(line: TrendLine, width: float) -> float:
    """The height in points."""
    versions = _VERSION if any(one.version for one in line.points) else 0.0
    return legend_height(line.legend, width) + _PLOT + _AXIS + versions + deed_bars.height(line)


def draw(sheet: Surface, line: TrendLine) -> None:
    """Levels, the line with its points, the years, and the measures between them."""
    top = draw_legend(sheet, line.legend, sheet.palette.accent)
    ends = levels_for(scores_of(line.points))
    bands = LevelBands(*ends, top, top + _PLOT)
    right = sheet.width - _room_of_names(sheet, line, bands)
    bands.draw(sheet, _FIGURES, right)
    _levels(sheet, line, bands, right)
    scale = TimeScale(_FIGURES + _INSET, right - _BESIDE, line.points[0].day, line.points[-1].day)
    _versions(sheet, line.points, scale, bands)
    marks = Marks(sheet, bands, (_FIGURES, right), sheet.palette.accent)
    places = [(scale.x(one.day), one) for one in line.points]
    marks.draw(places)
    marks.label_values(places)
    marks.label_full(places)
    _years(sheet, line.points, scale, bands.foot)
    foot = height(line, sheet.width) - deed_bars.height(line)
    deed_bars.draw(sheet, line, scale, foot)


def scores_of(points: Sequence[TrendPoint]) -> list[float]:
    """All scores that are shown of these."""
    return [one for point in points for one in (point.value, point.full) if one is not None]


def _room_of_names(sheet: Surface, line: TrendLine, bands: LevelBands) -> float:
    shown = [line.levels[level] for level in bands.levels if level < len(line.levels)]
    widest = max((sheet.text_width(one, SMALL) for one in shown), default=0.0)
    return min(widest, _NAMES * sheet.width) + 6 + _EDGE


def _levels(sheet: Surface, line: TrendLine, bands: LevelBands, right: float) -> None:
    """The borders of the levels at the left, their names at the right."""
    grey, room = sheet.palette.secondary, sheet.width - right - 6
    bands.figures(sheet, _FIGURES - 3, SMALL)
    for level in bands.levels:
        if level < len(line.levels):
            at = (right + 6, bands.middle(level) + 2.5)
            sheet.text(at, line.levels[level], size=SMALL, colour=grey, room=room + 0.1)
    sheet.line((_FIGURES, bands.foot), (right, bands.foot), sheet.palette.rule, 0.6)


def _versions(
    sheet: Surface, points: Sequence[TrendPoint], scale: TimeScale, bands: LevelBands
) -> None:
    """A dotted line where the questionnaire became another."""
    for one in points[1:]:
        if one.version:
            x, y = scale.x(one.day), bands.top
            while y < bands.foot:
                sheet.line((x, y), (x, min(y + 2.0, bands.foot)), sheet.palette.neutral, 0.8)
                y += 4.5


def _years(sheet: Surface, points: Sequence[TrendPoint], scale: TimeScale, foot: float) -> None:
    """A tick for each assessment; its name and its version where they have room."""
    grey = sheet.palette.secondary
    places = [scale.x(one.day) for one in points]
    for x in places:
        sheet.line((x, foot), (x, foot + 3), sheet.palette.rule, 0.6)
    ends = (0.0, sheet.width)
    names = [(x, one.name) for x, one in zip(places, points, strict=True)]
    for left, words in named(sheet, names, ends):
        sheet.text((left, foot + 11), words, size=SMALL)
    versions = [(x, one.version) for x, one in zip(places, points, strict=True)]
    for left, words in named(sheet, versions, ends):
        sheet.text((left, foot + 11 + _VERSION), words, size=SMALL, colour=grey)
