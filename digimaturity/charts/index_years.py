"""The firm's index over the years, and behind it how firms alike are distributed over its bands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from digimaturity.charts.apart import Apart, Box, around
from digimaturity.charts.lines import width_of
from digimaturity.charts.surface import Point, Surface
from digimaturity.charts.time_scale import SMALL, TimeScale, named
from digimaturity.charts.trend_data import IndexPoint, IndexYears, SurveyYear
from digimaturity.charts.trend_marks import along
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ROW = 34.0
_AXIS = 15.0
_LEGEND = 11.0
_NAMES = 0.24  # of the width
_WIDEST = 92.0
_BAR = 26.0  # the width of a bar, at most
_PART = 0.62  # of a year
_SHARES = 11.0  # at the foot of a row
_DOT = 3.2
_SIZE = 8.1


def figure(chart: IndexYears, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(chart, width), palette)
    draw(sheet, chart)
    return sheet.figure


def height(chart: IndexYears, width: float) -> float:
    """The height in points."""
    return _legend_height(chart, width) + _ROW * len(chart.bands) + _AXIS


def draw(sheet: Surface, chart: IndexYears) -> None:
    """Bands from the lowest at the foot up, bars of other firms, and the firm before them."""
    top = _legend(sheet, chart)
    left = min(_NAMES * sheet.width, _WIDEST)
    foot = top + _ROW * len(chart.bands)
    _bands(sheet, chart, (left, foot))
    first, last = _years(chart)
    scale = TimeScale(left, sheet.width, date(first, 1, 1), date(last, 12, 31))
    bars = [_Bars(sheet, chart, survey, scale, foot) for survey in chart.surveys]
    taken = Apart(Box(left, top, sheet.width, foot))
    for one in bars:
        one.draw()
        taken.taken += one.labels
    for year in chart.breaks:
        taken.taken += _break(sheet, chart, year, scale, (top, foot))
    _firm(sheet, chart, scale, taken)
    for one in bars:
        one.label()
    for point in reversed(chart.points):
        at = scale.x(point.day), _height((point.low + point.high) / 2, foot)
        _label(sheet, point.label, at, taken)
    middles = [(scale.x(date(year, 7, 1)), str(year)) for year in range(first, last + 1)]
    for x, words in named(sheet, middles, (left, sheet.width)):
        sheet.text((x, foot + 10.5), words, size=SMALL, colour=sheet.palette.secondary)


def _years(chart: IndexYears) -> tuple[int, int]:
    found = [one.day.year for one in chart.points] + [one.year for one in chart.surveys]
    return min(found), max(found)


def _bands(sheet: Surface, chart: IndexYears, corner: Point) -> None:
    palette, (left, foot) = sheet.palette, corner
    for number, (name, span) in enumerate(chart.bands):
        top = foot - _ROW * (number + 1)
        if number % 2 == 0:
            sheet.box(left, top, sheet.width - left, _ROW, palette.rail)
        sheet.text((0, top + _ROW / 2 - 0.5), name, size=_SIZE, room=left - 4)
        at = (0, top + _ROW / 2 + 8.5)
        sheet.text(at, span, size=SMALL, colour=palette.secondary, room=left - 4)
    sheet.line((left, foot), (sheet.width, foot), palette.rule, 0.6)


class _Bars:
    """The bars of a survey: in each band one as high as the share of firms.

    All shares are told, or none. Their labels come last, on the bar's own ground: a line of the
    firm may lead across.
    """

    def __init__(
        self, sheet: Surface, chart: IndexYears, survey: SurveyYear, scale: TimeScale, foot: float
    ) -> None:
        self._sheet, self._survey = sheet, survey
        first, last = (scale.x(date(survey.year, *day)) for day in ((1, 1), (12, 31)))
        self._middle, self._wide = (first + last) / 2, min(_BAR, _PART * (last - first))
        most = max(share for one in chart.surveys for share in one.shares) or 1.0
        self._bars = [
            (foot - _ROW * number, (_ROW - 3) * share / most)
            for number, share in enumerate(survey.shares)
        ]
        widest = max(sheet.text_width(one, SMALL) for one in survey.labels)
        left, right = self._middle - widest / 2, self._middle + widest / 2
        told = widest + 3 <= last - first
        bases = [base - self._above(tall) for base, tall in self._bars] if told else []
        self.labels = [Box(left, base - 6, right, base + 2) for base in bases]

    def draw(self) -> None:
        for base, tall in self._bars:
            left, colour = self._middle - self._wide / 2, self._sheet.palette.neutral_soft
            self._sheet.box(left, base - tall, self._wide, tall, colour)

    def label(self) -> None:
        sheet = self._sheet
        for (base, tall), words, box in zip(
            self._bars, self._survey.labels, self.labels, strict=False
        ):
            if tall >= _SHARES:
                left = max(box.left, self._middle - self._wide / 2)
                ground = left, box.top, 2 * (self._middle - left), box.bottom - box.top
                sheet.box(*ground, sheet.palette.neutral_soft)
            at = self._middle, base - self._above(tall)
            sheet.text(at, words, size=SMALL, align="center")

    @staticmethod
    def _above(tall: float) -> float:
        """How far above the foot of its bar a label stands: above one that is too low for it."""
        return tall + 2 if tall < _SHARES else 3.0


def _break(
    sheet: Surface, chart: IndexYears, year: int, scale: TimeScale, ends: tuple[float, float]
) -> Iterator[Box]:
    """A dashed line in the middle between the survey of that year and the one before it.

    Returns where it is.
    """
    before = max((one.year for one in chart.surveys if one.year < year), default=year - 1)
    x = (scale.x(date(before, 7, 1)) + scale.x(date(year, 7, 1))) / 2
    y = ends[0]
    while y < ends[1]:
        sheet.line((x, y), (x, min(y + 3.5, ends[1])), sheet.palette.rule, 0.8)
        y += 6
    return along((x, ends[0]), (x, ends[1]))


def _height(band: float, foot: float) -> float:
    """Where a band's mark stands: above the shares."""
    return foot - _ROW * (band + 0.5) - _SHARES / 2


def _firm(sheet: Surface, chart: IndexYears, scale: TimeScale, taken: Apart) -> None:
    """A dot in its band, a line across bands where it may be in several; joined where alike."""
    palette, foot = sheet.palette, taken.ground.bottom

    def y(band: float) -> float:
        return _height(band, foot)

    places = [(scale.x(one.day), (one.low + one.high) / 2, one) for one in chart.points]
    for (x, band, one), (after, other, later) in pairwise(places):
        if _joined(chart, one, later):
            ends = (x, y(band)), (after, y(other))
            sheet.line(*ends, palette.accent, 1.4)
            taken.taken += along(*ends)
    for x, _band, one in places:
        alike = one.definition == chart.points[-1].definition
        if one.low != one.high:
            ends = (x, y(one.low)), (x, y(one.high))
            sheet.line(*ends, palette.accent, 1.8)
            taken.taken += along(*ends)
        for band in {one.low, one.high}:
            sheet.dot((x, y(band)), _DOT, palette.accent, hollow=not alike)
            taken.taken.append(around((x, y(band)), _DOT))


def _joined(chart: IndexYears, one: IndexPoint, later: IndexPoint) -> bool:
    """Whether both were counted alike."""
    broken = any(one.day.year < year <= later.day.year for year in chart.breaks)
    return one.definition == later.definition and not broken


def _label(sheet: Surface, words: str, at: Point, taken: Apart) -> None:
    """Beside the mark at the right or left, or above it."""
    wide, (x, y) = sheet.text_width(words, _SIZE, strong=True), at
    boxes = [
        Box(left, up, left + wide, up + 9)
        for left, up in (
            (x + _DOT + 2, y - 5),
            (x - _DOT - 2 - wide, y - 5),
            (x - wide / 2, y - _DOT - 10),
            (x - wide / 2, y + _DOT + 1),
            (x + _DOT, y - _DOT - 9),
            (x + _DOT, y + _DOT + 1),
        )
    ]
    found = taken.first(boxes)
    if found is not None:
        box = boxes[found]
        place = (box.left, box.bottom - 1.6)
        sheet.text(place, words, size=_SIZE, strong=True, colour=sheet.palette.accent)


def _legend_height(chart: IndexYears, width: float) -> float:
    whole = sum(16 + width_of(words, SMALL) for words in chart.legend) + 16
    return 5 + _LEGEND * (1 if whole <= width or not chart.surveys else 2)


def _legend(sheet: Surface, chart: IndexYears) -> float:
    """What dots and bars are; returns where it ends."""
    palette, foot = sheet.palette, _legend_height(chart, sheet.width)
    x, base, grey = 0.0, 8.0, palette.secondary
    sheet.dot((x + 6, base - 2.6), _DOT, palette.accent)
    sheet.text((x + 16, base), chart.legend[0], size=SMALL, colour=grey, room=sheet.width - 16)
    if not chart.surveys:
        return foot
    if foot > 5 + _LEGEND:
        base += _LEGEND
    else:
        x = 32 + sheet.text_width(chart.legend[0], SMALL)
    sheet.box(x + 3, base - 6.5, 7, 7, palette.neutral_soft)
    at = (x + 16, base)
    sheet.text(at, chart.legend[1], size=SMALL, colour=grey, room=sheet.width - x - 16)
    return foot
