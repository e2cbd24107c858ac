"""What all charts have in common: data, scale, place of the plot, language, workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import ChartData
from pptx.chart.series import BarSeries
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Pt
from xlsxwriter import Workbook

from digimaturity.report.slides import look
from digimaturity.report.slides.look import Box, rgb
from digimaturity.report.slides.places import tag
from digimaturity.report.slides.writing import described

_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
#: Grid lines stand where one maturity level ends and the next begins.
_STEP = 20
_TICKS = 10.0
#: Names from a questionnaire are text, whatever they begin with.
_TEXT_ONLY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_WIDE = 30


@dataclass(frozen=True, slots=True)
class Series:
    """Values under one name, one for each category; None: none. Each has its colour."""

    name: str
    values: tuple[float | None, ...]
    colours: tuple[str, ...]


def categories_chart(
    slide: Slide,
    kind: XL_CHART_TYPE,
    names: Sequence[str],
    series: Sequence[Series],
    box: Box,
    words: str,
) -> Chart:
    """A chart of named values without legend and title, in its colours, with its description."""
    data = ChartData(number_format="General")
    data.categories = names
    for one in series:
        data.add_series(one.name, one.values)
    frame: Any = slide.shapes.add_chart(kind, *box.emu(), data)
    described(frame, words)
    chart: Chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(_TICKS)
    for drawn, one in zip(chart.plots[0].series, series, strict=True):
        _colour(drawn, one)
    return chart


def _colour(drawn: BarSeries, series: Series) -> None:
    """The series' colour, and for each value its own where it is another."""
    first = series.colours[0]
    _paint(drawn.format.fill, first)
    for number, colour in enumerate(series.colours):
        if colour != first:
            _paint(drawn.points[number].format.fill, colour)


def _paint(fill: FillFormat, colour: str) -> None:
    fill.solid()
    fill.fore_color.rgb = rgb(colour)


def scale(chart: Chart, *, ticks: bool = True) -> None:
    """Values from 0 to 100 with a fine line at each level; names without a line of their own."""
    values, names, colours = chart.value_axis, chart.category_axis, look.palette()
    values.minimum_scale, values.maximum_scale, values.major_unit = 0, 100, _STEP
    values.has_major_gridlines, values.major_gridlines.format.line.width = True, Pt(0.5)
    values.major_gridlines.format.line.color.rgb = rgb(colours.hairline)
    values.format.line.fill.background()
    names.format.line.width = Pt(1)
    names.format.line.color.rgb = rgb(colours.rule)
    values.major_tick_mark = names.major_tick_mark = XL_TICK_MARK.NONE
    if ticks:
        values.tick_labels.font.size = Pt(_TICKS)
        values.tick_labels.font.color.rgb = rgb(colours.secondary)
        values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "0", False


def lay_out(chart: Chart, frame: Box, plot: Box) -> None:
    """Fix where the plot itself stands in the chart's frame; `plot` counts from its corner."""
    area = next(chart.element.iter(f"{{{_SPACE}}}plotArea"))
    for old in area.findall(f"{{{_SPACE}}}layout"):
        area.remove(old)
    shares = {
        "x": plot.left / frame.width,
        "y": plot.top / frame.height,
        "w": plot.width / frame.width,
        "h": plot.height / frame.height,
    }
    inside = "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in shares.items())
    area.insert(
        0,
        parse_xml(
            f'<c:layout xmlns:c="{_SPACE}"><c:manualLayout><c:layoutTarget val="inner"/>'
            f'<c:xMode val="edge"/><c:yMode val="edge"/>{inside}</c:manualLayout></c:layout>'
        ),
    )


def finish(
    chart: Chart, names: Sequence[str], series: Sequence[Series], language: str, day: date
) -> None:
    """Set the language of all its text, and put a workbook of our own behind it."""
    heads: list[str | float | None] = ["", *(one.name for one in series)]
    columns = [one.values for one in series]
    rows = [[name, *(c[place] for c in columns)] for place, name in enumerate(names)]
    speak(chart, language)
    keep_rows(chart, [heads, *rows], day)


def speak(chart: Chart, language: str) -> None:
    """Set the language of all its text."""
    for text in chart.element.iter("{*}defRPr", "{*}rPr", "{*}endParaRPr"):
        text.set("lang", tag(language))


def keep_rows(chart: Chart, rows: Sequence[Sequence[str | float | None]], day: date) -> None:
    """Put a workbook with these rows, dated `day`, behind the chart, in place of the library's.

    The library's own takes a name that begins with "=" for a formula, and tells the time of day.
    """
    buffer = BytesIO()
    book = Workbook(buffer, _TEXT_ONLY)
    book.set_properties({"created": datetime(day.year, day.month, day.day)})  # noqa: DTZ001 - a day
    sheet = book.add_worksheet("Sheet1")
    sheet.set_column(0, 0, _WIDE)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, column, value)
            elif value is not None:
                sheet.write_number(number, column, value)
    book.close()
    part: Any = chart.part  # the library tells only that it is some part of XML
    part.chart_workbook.update_from_xlsx_blob(buffer.getvalue())
