"""Bars and columns as charts of the file's own kind, so that they can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pptx.chart.chart import Chart
from pptx.chart.datalabel import DataLabel
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION
from pptx.slide import Slide
from pptx.util import Pt

from digimaturity.report.model.slides import Bars, SlideBar
from digimaturity.report.slides import look
from digimaturity.report.slides.chart import Series, categories_chart, finish, lay_out, scale
from digimaturity.report.slides.look import Box, rgb
from digimaturity.report.slides.measure import LINE, cut, line_count, longest_word, text_width
from digimaturity.report.slides.writing import Words, clean, heading, text_box

_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0)
#: A bar with the space around it is at least so many lines of its name high.
_PITCH = 1.36
_MOST_PITCH = 54.0
#: Names that fit at no size are set in this one, and cut.
_CUT = 11.0
_FOOT = 18.0
#: Share of the width that names may take.
_NAMES = 0.42
_KEYS = (13.0, 12.0, 11.0, 10.0, 9.0)
_SQUARE = "\N{BLACK SQUARE}\N{NO-BREAK SPACE}"
_APART = "\N{EM SPACE}\N{EM SPACE}"


def bars(slide: Slide, part: Bars, box: Box, language: str, day: date) -> None:
    """Bars from above, each with its name at the left and its figure at its end."""
    box = heading(slide, box, part.heading, language)
    if part.keys:
        box = _keys(slide, part, box, language)
    pitch = min((box.height - _FOOT) / max(len(part.bars), 1), _MOST_PITCH)
    size, names = _names(part.bars, box.width * _NAMES - 12, pitch)
    room = min(max(text_width(name, size) for name in names) + 12, box.width * _NAMES)
    figure = max(text_width(one.bar.label, size) + _bounds_width(one, size) for one in part.bars)
    place = Box(box.left, box.top, box.width, pitch * len(part.bars) + _FOOT)
    series = _series(part)
    chart = categories_chart(slide, XL_CHART_TYPE.BAR_CLUSTERED, names, series, place, part.words)
    scale(chart)
    chart.category_axis.reverse_order = True
    chart.category_axis.tick_labels.font.size = Pt(size)
    chart.category_axis.tick_labels.font.color.rgb = rgb(look.palette().ink)
    chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    chart.plots[0].gap_width, chart.plots[0].overlap = 55, 100
    plot = Box(room, 0, max(box.width - room - figure - 10, 60), place.height - _FOOT)
    lay_out(chart, place, plot)
    _label(chart, part, series, size)
    finish(chart, names, series, language, day)


def _keys(slide: Slide, part: Bars, box: Box, language: str) -> Box:
    """The names of the colours in these colours, on one line."""
    room = box.width / len(part.keys)
    size = next((s for s in _KEYS if _key_width(part, s) <= box.width), _KEYS[-1])
    whole = _key_width(part, size) <= box.width
    words: list[Words] = []
    for name, hue in part.keys:
        shown = clean(name) if whole else cut(clean(name), room - 4 * size, size, 1, strong=True)
        words += [
            Words(_SQUARE, size, colour=look.fill(hue)),
            Words(shown, size, strong=True, colour=look.ink(hue)),
            Words(_APART, size),
        ]
    text_box(slide, Box(box.left, box.top, box.width, size * LINE), [words], language)
    return box.below(size * LINE + 4)


def _key_width(part: Bars, size: float) -> float:
    marks = text_width(_SQUARE + _APART, size) * len(part.keys)
    return marks + sum(text_width(clean(name), size, strong=True) for name, _ in part.keys)


def _names(bars_: Sequence[SlideBar], width: float, pitch: float) -> tuple[float, list[str]]:
    """The size of type, and the names as they stand at the bars; what has no value says so."""
    names = [
        clean(one.bar.name) + (f" ({one.bar.label})" if one.bar.value is None else "")
        for one in bars_
    ]
    sizes = [size for size in _SIZES if size * _PITCH <= pitch] or [_SIZES[-1]]
    for size in sizes:
        lines = max(int(pitch / (size * LINE)), 1)
        if all(
            longest_word(name, size) <= width and line_count(name, width, size) <= lines
            for name in names
        ):
            return size, names
    size = min(sizes[0], _CUT)
    lines = max(int(pitch / (size * LINE)), 1)
    return size, [cut(name, width, size, lines) for name in names]


def _series(part: Bars) -> list[Series]:
    """One series; one for each colour where colours have names."""
    if not part.keys:
        values = tuple(one.bar.value for one in part.bars)
        colours = tuple(look.palette().neutral if b.pale else look.fill(b.hue) for b in part.bars)
        return [Series("%", values, colours)]
    return [
        Series(
            clean(name),
            tuple(one.bar.value if one.hue == hue else None for one in part.bars),
            (look.fill(hue),) * len(part.bars),
        )
        for name, hue in part.keys
    ]


def _bounds_width(bar: SlideBar, size: float) -> float:
    return text_width(f" ({bar.bar.bounds})", size) if bar.bar.bounds else 0.0


def _label(chart: Chart, part: Bars, series: Sequence[Series], size: float) -> None:
    """The value at the end of each bar; words of their own where the value is not all of it."""
    for drawn, one in zip(chart.plots[0].series, series, strict=True):
        labels = drawn.data_labels
        labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
        labels.number_format, labels.number_format_is_linked = "0", False
        labels.font.size, labels.font.bold = Pt(size), True
        labels.font.color.rgb = rgb(look.palette().ink)
        for place, (bar, value) in enumerate(zip(part.bars, one.values, strict=True)):
            if value is not None and (bar.bar.bounds or not bar.bar.label.isdecimal()):
                _own_label(drawn.points[place].data_label, bar, size)


def _own_label(label: DataLabel, bar: SlideBar, size: float) -> None:
    colours = look.palette()
    words = [Words(bar.bar.label, size, strong=True, colour=colours.ink)]
    if bar.bar.bounds:
        words.append(Words(f"({bar.bar.bounds})", size, colour=colours.secondary))
    label.text_frame.word_wrap = False
    paragraph = label.text_frame.paragraphs[0]
    for number, one in enumerate(words):
        run = paragraph.add_run()
        run.text = (" " if number else "") + clean(one.text)
        run.font.size, run.font.bold = Pt(one.size), one.strong
        run.font.color.rgb = rgb(one.colour)
    label.position = XL_LABEL_POSITION.OUTSIDE_END
