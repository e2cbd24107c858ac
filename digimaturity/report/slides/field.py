"""The leadership profile as a point in the field of two drives: a chart over four quadrants."""

from __future__ import annotations

from datetime import date
from typing import Any

from pptx.chart.axis import ValueAxis
from pptx.chart.chart import Chart
from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.text import MSO_ANCHOR
from pptx.slide import Slide
from pptx.util import Pt

from digimaturity.charts.data import Drives
from digimaturity.report.model.slides import Field
from digimaturity.report.slides import look
from digimaturity.report.slides.chart import keep_rows, lay_out, speak
from digimaturity.report.slides.look import Box, emu, rgb
from digimaturity.report.slides.measure import cut
from digimaturity.report.slides.writing import Words, bare, clean, described, heading, write

_LEFT, _FOOT = 52.0, 42.0
_NAME, _AXIS, _TICK, _POINT = 12.0, 12.0, 10.0, 14.0
_INSET = 8.0
_HALF = 50
_CROWDED = 75.0  # beyond this the point's label stands left of it


def field(slide: Slide, part: Field, box: Box, language: str, day: date) -> None:
    """Drive from IT upwards, drive from business to the right, 0 to 100 each."""
    box = heading(slide, box, part.heading, language)
    plot = Box(_LEFT, 4, box.width - _LEFT - 8, box.height - _FOOT - 4)
    inside = Box(box.left + plot.left, box.top + plot.top, plot.width, plot.height)
    _quadrants(slide, part.drives, inside, language)
    drives = part.drives
    data = XyChartData(number_format="General")
    name = clean(drives.it_axis)
    data.add_series(name).add_data_point(drives.business, drives.it)
    points: Any = data  # the library's types know only charts of categories
    frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *box.emu(), points)
    described(frame, part.words)
    chart: Chart = frame.chart
    chart.has_legend = chart.has_title = False
    _axis(chart.value_axis, drives.it_axis)
    _axis(chart.category_axis, drives.business_axis)
    _point(chart, drives)
    lay_out(chart, box, plot)
    speak(chart, language)
    rows: list[list[str | float | None]] = [
        [clean(drives.business_axis), name],
        [drives.business, drives.it],
    ]
    keep_rows(chart, rows, day)


def _quadrants(slide: Slide, drives: Drives, box: Box, language: str) -> None:
    """The four profiles as areas behind the chart, the firm's own in its pale colour."""
    colours, width, height = look.palette(), box.width / 2, box.height / 2
    for place, name in enumerate(drives.quadrants):
        held = place == drives.held
        left, top = box.left + place % 2 * width, box.top + place // 2 * height
        area = Box(left + 1, top + 1, width - 2, height - 2)
        shape = slide.shapes.add_textbox(*area.emu())
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(colours.accent_soft if held else colours.rail)
        bare(shape.text_frame)
        if held and min(drives.it, 99) % _HALF >= _HALF / 2:  # the point is up there
            shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
            shape.text_frame.margin_bottom = emu(_INSET)
        shape.text_frame.margin_left = shape.text_frame.margin_top = emu(_INSET)
        ink = colours.accent if held else colours.secondary
        words = cut(clean(name), area.width - 2 * _INSET, _NAME, 2, strong=True)
        write(shape.text_frame, [[Words(words, _NAME, held, ink)]], language)


def _axis(axis: ValueAxis, name: str) -> None:
    grey = rgb(look.palette().secondary)
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, 100, _HALF
    axis.has_major_gridlines = False
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.fill.background()
    axis.tick_labels.font.size, axis.tick_labels.font.color.rgb = Pt(_TICK), grey
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0", False
    run = axis.axis_title.text_frame.paragraphs[0].add_run()
    run.text, run.font.size, run.font.bold = clean(name), Pt(_AXIS), False
    run.font.color.rgb = grey


def _point(chart: Chart, drives: Drives) -> None:
    colours, drawn = look.palette(), chart.plots[0].series[0]
    drawn.format.line.fill.background()
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 14
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = rgb(colours.accent)
    drawn.marker.format.line.color.rgb = rgb(colours.page)
    label = drawn.points[0].data_label
    run = label.text_frame.paragraphs[0].add_run()
    run.text, run.font.size, run.font.bold = clean(drives.point), Pt(_POINT), True
    run.font.color.rgb = rgb(colours.ink)
    right = drives.business < _CROWDED
    label.position = XL_LABEL_POSITION.RIGHT if right else XL_LABEL_POSITION.LEFT
