"""A published distribution as one bar of bands, and where the firm stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise

from pptx.chart.datalabel import DataLabel
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION
from pptx.slide import Slide
from pptx.util import Pt

from digimaturity.charts.data import Distribution, Segment
from digimaturity.report.model.slides import Stack
from digimaturity.report.slides import look
from digimaturity.report.slides.chart import Series, categories_chart, finish, lay_out, scale
from digimaturity.report.slides.look import Box, rgb
from digimaturity.report.slides.measure import LINE, cut, text_height, text_width
from digimaturity.report.slides.writing import Words, clean, heading, line, text_box

_NAME, _RANGE, _SHARE = 14.0, 12.0, 15.0
_HEADS = _NAME * LINE + _RANGE * LINE + 4
_BAR = 80.0
_APART = 12.0
_SAID = 13.0


def stack(slide: Slide, part: Stack, box: Box, language: str, day: date) -> None:
    """The bands with their names above them, the firm's own in its colour, its place below."""
    box = heading(slide, box, part.heading, language).below(6)
    segments = part.distribution.segments
    total = sum(one.share for one in segments) or 100.0
    starts = [0.0, *accumulate(one.share * box.width / total for one in segments)]
    _heads(slide, segments, starts, box, language)
    _bar(slide, part, Box(box.left, box.top + _HEADS, box.width, _BAR), language, day)
    box = box.below(_HEADS + _BAR + 10)
    if part.distribution.at_least is not None and part.distribution.at_most is not None:
        box = _position(slide, part.distribution, total, box, language)
    if part.after:
        words = cut(clean(part.after), box.width, _SAID, 3)
        height = text_height(words, box.width, _SAID)
        place = Box(box.left, box.top + 10, box.width, height)
        text_box(slide, place, [[Words(words, _SAID, colour=look.palette().ink)]], language)


def _bar(slide: Slide, part: Stack, box: Box, language: str, day: date) -> None:
    segments, colours = part.distribution.segments, look.palette()
    plain = (colours.neutral_soft, colours.neutral)
    series = [
        Series(clean(one.name), (one.share,), (colours.accent if one.held else plain[place % 2],))
        for place, one in enumerate(segments)
    ]
    kind = XL_CHART_TYPE.BAR_STACKED
    chart = categories_chart(slide, kind, ["%"], series, box, part.words)
    scale(chart, ticks=False)
    total = sum(one.share for one in segments) or 100.0
    chart.value_axis.maximum_scale = total
    chart.value_axis.has_major_gridlines = False
    chart.category_axis.format.line.fill.background()
    for axis in (chart.category_axis, chart.value_axis):
        axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    chart.plots[0].gap_width, chart.plots[0].overlap = 0, 100
    lay_out(chart, box, Box(0, 0, box.width, box.height))
    for drawn, one in zip(chart.plots[0].series, segments, strict=True):
        drawn.format.line.color.rgb = rgb(colours.page)
        drawn.format.line.width = Pt(0.75)
        if _has_room(one, one.share * box.width / total):
            _share(drawn.points[0].data_label, one)
    finish(chart, ["%"], series, language, day)


def _has_room(segment: Segment, width: float) -> bool:
    return text_width(segment.label, _SHARE, strong=segment.held) + 10 <= width


def _share(label: DataLabel, segment: Segment) -> None:
    colours = look.palette()
    label.text_frame.word_wrap = False
    run = label.text_frame.paragraphs[0].add_run()
    run.text = clean(segment.label)
    run.font.size, run.font.bold = Pt(_SHARE), segment.held
    run.font.color.rgb = rgb(colours.on_accent if segment.held else colours.ink)
    label.position = XL_LABEL_POSITION.CENTER


def _heads(
    slide: Slide, segments: Sequence[Segment], starts: Sequence[float], box: Box, language: str
) -> None:
    """Names and ranges above the bands, pushed aside where a band is narrower than its name."""
    colours = look.palette()
    below = [
        one.range if _has_room(one, end - start) else f"{one.range}: {one.label}"
        for one, (start, end) in zip(segments, pairwise(starts), strict=True)
    ]
    most = box.width / max(len(segments), 1) - _APART
    widths = [
        min(max(text_width(s.name, _NAME, strong=True), text_width(text, _RANGE)) + 2, most)
        for s, text in zip(segments, below, strict=True)
    ]
    for one, text, left, width in zip(
        segments, below, _spread(starts, widths, box.width), widths, strict=True
    ):
        ink = colours.accent if one.held else colours.ink
        name = cut(clean(one.name), width, _NAME, 1, strong=True)
        shape = text_box(
            slide,
            Box(box.left + left, box.top, width, _HEADS),
            [
                [Words(name, _NAME, strong=one.held, colour=ink)],
                [Words(cut(clean(text), width, _RANGE, 1), _RANGE, colour=colours.secondary)],
            ],
            language,
        )
        shape.text_frame.word_wrap = False  # in a wider type they may be longer


def _spread(starts: Sequence[float], widths: Sequence[float], width: float) -> list[float]:
    """Left edges at or near `starts`, so that nothing overlaps and all end within `width`."""
    places: list[float] = []
    for start, previous in zip(starts, [0.0, *widths], strict=False):
        least = places[-1] + previous + _APART if places else 0.0
        places.append(max(start, least))
    places, limit = places[: len(widths)], width
    for place in reversed(range(len(places))):
        places[place] = min(places[place], limit - widths[place])
        limit = places[place] - _APART
    return places


def _position(
    slide: Slide, distribution: Distribution, total: float, box: Box, language: str
) -> Box:
    """A line of all firms, on it in strong colour where the firm stands; what that means below."""
    colours, unit = look.palette(), box.width / total
    low = min((distribution.at_least or 0) * unit, box.width)
    high = min((distribution.at_most or 0) * unit, box.width)
    line(slide, Box(box.left, box.top + 1, box.width, 0.75), colours.rule)
    line(slide, Box(box.left + low, box.top - 0.75, max(high - low, 2), 4.5), colours.accent)
    within = text_width(distribution.within, _SAID, strong=True) + 4
    start = max(min(low, box.width - within), 0)
    words = Words(distribution.within, _SAID, strong=True, colour=colours.accent)
    first = Box(box.left + start, box.top + 9, min(within, box.width), _SAID * LINE)
    text_box(slide, first, [[words]], language).text_frame.word_wrap = False
    below = box.below(9 + _SAID * LINE + 3)
    ahead = text_width(distribution.ahead, _SAID) + _APART if distribution.ahead else 0.0
    for text, align, left, width in (
        (distribution.behind, "l", 0.0, box.width - ahead),
        (distribution.ahead, "r", box.width - ahead, ahead),
    ):
        if text:
            words = Words(cut(clean(text), width, _SAID, 1), _SAID, colour=colours.secondary)
            place = Box(below.left + left, below.top, width, _SAID * LINE)
            text_box(slide, place, [[words]], language, align)
    return below.below(_SAID * LINE + 3)
