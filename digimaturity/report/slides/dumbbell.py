"""Where the viewpoints differ: points in rows, each viewpoint known by its form and colour."""

from __future__ import annotations

from datetime import date
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import XyChartData
from pptx.chart.series import XySeries
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.slide import Slide
from pptx.util import Pt

from digimaturity.charts.data import Dot, Dumbbell, Dumbbells
from digimaturity.report.model.slides import Gaps
from digimaturity.report.slides import look
from digimaturity.report.slides.chart import keep_rows, lay_out, speak
from digimaturity.report.slides.look import Box, rgb
from digimaturity.report.slides.measure import LINE, cut
from digimaturity.report.slides.writing import Words, clean, described, heading, line, text_box

_KEY, _FOOT, _TICK = 13.0, 18.0, 10.0
_NAMES = 0.34
_GAP = 96.0
_SIZES = (14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
_PITCH = 1.5
_MARKER = 10
#: Marks nearer than so many points would hide each other; the share of a row that parts them.
_NEAR, _STEP = 3.0, 0.36
#: The line between lowest and highest, by what the gap is worth.
_LINES = (1.0, 2.0, 3.5)
_FORMS = {
    "management": ("\N{BLACK DIAMOND}", XL_MARKER_STYLE.DIAMOND),
    "it": ("\N{BLACK SQUARE}", XL_MARKER_STYLE.SQUARE),
    "business": ("\N{BLACK CIRCLE}", XL_MARKER_STYLE.CIRCLE),
}


def dumbbells(slide: Slide, part: Gaps, box: Box, language: str, day: date) -> None:
    """Names at the left, gaps at the right, and between them the marks of the viewpoints."""
    box = _keys(slide, part.chart, heading(slide, box, part.heading, language), language)
    rows = part.chart.rows
    pitch = min((box.height - _FOOT) / len(rows), 34.0)
    size = next((one for one in _SIZES if one * _PITCH <= pitch), _SIZES[-1])
    names = box.width * _NAMES
    plot = Box(box.left + names, box.top, box.width - names - _GAP, pitch * len(rows))
    for place, row in enumerate(rows):
        top = box.top + place * pitch
        _row(slide, row, Box(box.left, top, box.width, pitch), plot, size, language)
    frame = Box(box.left, box.top, box.width, plot.height + _FOOT)
    chart = _chart(slide, part, frame)
    lay_out(chart, frame, Box(names, 0, plot.width, plot.height))
    speak(chart, language)
    keep_rows(chart, _sheet(part.chart), day)


def _keys(slide: Slide, chart: Dumbbells, box: Box, language: str) -> Box:
    """The marks and names of the viewpoints, on one line."""
    words: list[Words] = []
    for view, name in chart.views:
        shown = cut(clean(name), box.width / len(chart.views) - 3 * _KEY, _KEY, 1)
        words += [
            Words(f"{_FORMS[view][0]}\N{NO-BREAK SPACE}", _KEY, colour=_colour(view)),
            Words(f"{shown}\N{EM SPACE}\N{EM SPACE}", _KEY, colour=look.palette().ink),
        ]
    text_box(slide, Box(box.left, box.top, box.width, _KEY * LINE), [words], language)
    return box.below(_KEY * LINE + 8)


def _colour(view: str) -> str:
    colours = look.palette()
    by_view = {"management": colours.leadership, "it": colours.it, "business": colours.business}
    return by_view[view]


def _row(slide: Slide, row: Dumbbell, box: Box, plot: Box, size: float, language: str) -> None:
    """The name, the line from the lowest to the highest, and the gap."""
    colours, middle = look.palette(), box.top + box.height / 2
    top, height = middle - size * LINE / 2, size * LINE
    name = cut(clean(row.name), plot.left - box.left - 14, size, 1)
    place = Box(box.left, top, plot.left - box.left - 8, height)
    text_box(slide, place, [[Words(name, size, colour=colours.ink)]], language)
    gap = cut(clean(row.gap), _GAP - 14, size, 1, strong=bool(row.weight))
    end = Box(plot.left + plot.width + 12, top, _GAP - 12, height)
    said = Words(gap, size, bool(row.weight), colours.ink)
    text_box(slide, end, [[said]], language, "r")
    values = [dot.value for dot in row.dots]
    left = plot.left + min(values) * plot.width / 100
    width = (max(values) - min(values)) * plot.width / 100
    thick = _LINES[row.weight]
    if width:
        line(slide, Box(left, middle - thick / 2, width, thick), colours.secondary)
    line(slide, Box(box.left, box.top + box.height - 0.25, box.width, 0.5), colours.hairline)


def _chart(slide: Slide, part: Gaps, box: Box) -> Chart:
    """Every viewpoint as a series; the rows count from below."""
    data, count = XyChartData(number_format="General"), len(part.chart.rows)
    for view, name in part.chart.views:
        series = data.add_series(clean(name))
        for x, y in _points(part.chart, view):
            series.add_data_point(x, y)
    points: Any = data  # the library's types know only charts of categories
    frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *box.emu(), points)
    described(frame, part.words)
    chart: Chart = frame.chart
    chart.has_legend = chart.has_title = False
    _axes(chart, count)
    for drawn, (view, _) in zip(chart.plots[0].series, part.chart.views, strict=True):
        _mark(drawn, view)
    return chart


def _points(chart: Dumbbells, view: str) -> list[tuple[float, float]]:
    count = len(chart.rows)
    return [
        (dot.value, count - place - 0.5 + _aside(row, dot))
        for place, row in enumerate(chart.rows)
        for dot in row.dots
        if dot.view == view
    ]


def _aside(row: Dumbbell, dot: Dot) -> float:
    """How far a mark stands above its row, so that it is not hidden by another."""
    near = [one for one in row.dots if abs(one.value - dot.value) < _NEAR]
    return ((len(near) - 1) / 2 - near.index(dot)) * _STEP


def _axes(chart: Chart, count: int) -> None:
    colours = look.palette()
    score, rows = chart.category_axis, chart.value_axis
    score.minimum_scale, score.maximum_scale, score.major_unit = 0, 100, 20
    score.has_major_gridlines = True
    score.major_gridlines.format.line.width = Pt(0.5)
    score.major_gridlines.format.line.color.rgb = rgb(colours.hairline)
    score.tick_labels.font.size = Pt(_TICK)
    score.tick_labels.font.color.rgb = rgb(colours.secondary)
    score.tick_labels.number_format, score.tick_labels.number_format_is_linked = "0", False
    rows.minimum_scale, rows.maximum_scale, rows.major_unit = 0, count, count
    rows.has_major_gridlines = False
    rows.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    for axis in (score, rows):
        axis.major_tick_mark = XL_TICK_MARK.NONE
        axis.format.line.fill.background()


def _mark(drawn: XySeries, view: str) -> None:
    drawn.format.line.fill.background()
    drawn.marker.style, drawn.marker.size = _FORMS[view][1], _MARKER
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = rgb(_colour(view))
    drawn.marker.format.line.color.rgb = rgb(look.palette().page)


def _sheet(chart: Dumbbells) -> list[list[str | float | None]]:
    """The rows behind the chart, where it looks for them: series below each other, a row apart."""
    rows: list[list[str | float | None]] = []
    for view, name in chart.views:
        rows.append([None, clean(name)])
        rows += [[x, y] for x, y in _points(chart, view)]
        rows.append([])
    return rows
