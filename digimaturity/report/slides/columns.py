"""The cover's picture: all areas as columns, in groups by dimension."""

from __future__ import annotations

from datetime import date

from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION
from pptx.slide import Slide

from digimaturity.charts.data import BarGroup
from digimaturity.report.model.parts import Hue
from digimaturity.report.model.slides import Columns
from digimaturity.report.slides import look
from digimaturity.report.slides.chart import Series, categories_chart, finish, lay_out, scale
from digimaturity.report.slides.look import Box
from digimaturity.report.slides.measure import LINE, cut, text_width
from digimaturity.report.slides.writing import Words, clean, text_box

_NAME, _CAPTION = 14.0, 10.0
_HEADS = 54.0
_APART = 8.0


def columns(slide: Slide, part: Columns, box: Box, language: str, day: date) -> None:
    """Columns without gaps but between the dimensions, whose names and scores stand below."""
    groups = [group for group in part.groups if group.bars]
    if all(bar.value is None for group in groups for bar in group.bars):
        return  # an empty picture says nothing
    names: list[str] = []
    starts: list[int] = []
    for group in groups:
        if names:
            names.append("")
        starts.append(len(names))
        names += [clean(bar.name) for bar in group.bars]
    series = [
        _series(group, start, len(names)) for group, start in zip(groups, starts, strict=True)
    ]
    place = Box(box.left, box.top, box.width, box.height - _HEADS)
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED
    chart = categories_chart(slide, kind, names, series, place, part.words)
    scale(chart, ticks=False)
    for axis in (chart.category_axis, chart.value_axis):
        axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    chart.plots[0].gap_width, chart.plots[0].overlap = 18, 100
    lay_out(chart, place, Box(0, 2, place.width, place.height - 4))
    finish(chart, names, series, language, day)
    unit = box.width / len(names)
    top = place.top + place.height + 4
    for group, start in zip(groups, starts, strict=True):
        room = Box(box.left + start * unit, top, len(group.bars) * unit, _NAME * LINE)
        _head(slide, group, room, language)
    words = cut(clean(part.caption), box.width, _CAPTION, 2)
    caption = Box(box.left, top + _NAME * LINE + 7, box.width, 2 * _CAPTION * LINE)
    text_box(slide, caption, [[Words(words, _CAPTION, colour=look.palette().secondary)]], language)


def _series(group: BarGroup, start: int, length: int) -> Series:
    values: list[float | None] = [None] * length
    for place, bar in enumerate(group.bars, start=start):
        values[place] = bar.value
    return Series(
        clean(group.name), tuple(values), (look.fill(Hue(group.id, group.place)),) * length
    )


def _head(slide: Slide, group: BarGroup, box: Box, language: str) -> None:
    """The dimension's name at the left, its score at the right, as wide as its columns."""
    colours = look.palette()
    score = text_width(group.label, _NAME) + _APART
    name = cut(clean(group.name), max(box.width - score, _NAME * 2), _NAME, 1, strong=True)
    words = Words(name, _NAME, strong=True, colour=look.ink(Hue(group.id, group.place)))
    left = Box(box.left, box.top, max(box.width - score, _NAME * 2), box.height)
    text_box(slide, left, [[words]], language)
    right = Box(box.left + box.width - score, box.top, score, box.height)
    text_box(slide, right, [[Words(group.label, _NAME, colour=colours.ink)]], language, "r")
