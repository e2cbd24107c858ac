"""How far viewpoints are apart: a mark for each on the scale of 0 to 100, a line between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digimaturity.charts.data import Dot, Dumbbell, Dumbbells
from digimaturity.charts.lines import broken, lines_needed, width_of
from digimaturity.charts.surface import Align, Point, Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LEGEND = 15.0
_HEAD = 14.0
_ROW = 23.0
_LINE = 11.0  # of a name that stands above its scale
_SIZE = 8.1
_FIGURE = 7.7
_SMALL = 7.2

#: A longer name is a sentence and has lines of its own, four at most.
_SENTENCE = 40
_MOST_LINES = 4

#: Left and right of the scale there is room for the figures at its ends.
_BEFORE, _AFTER = 22.0, 36.0

#: From the middle of a mark to its figure; two marks nearer than `_TOUCH` hide each other.
_REACH, _TOUCH = 6.7, 7.8

#: Marks that would hide each other stand so far above one another.
_STEP = 7.2

#: Below so many points names and viewpoints have lines of their own.
_NARROW = 360.0

_MARKS = (0, 20, 40, 60, 80, 100)

#: The line between lowest and highest, by what the gap is worth.
_WEIGHTS = (0.9, 1.9, 3.4)
_STRONG = 2


def figure(chart: Dumbbells, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(chart, width), palette)
    draw(sheet, chart)
    return sheet.figure


def height(chart: Dumbbells, width: float) -> float:
    """The height in points."""
    return head_height(chart, width) + sum(row_height(chart, row, width) for row in chart.rows)


def head_height(chart: Dumbbells, width: float) -> float:
    """The height of what stands above the rows, in points."""
    lines = len(chart.views) if width < _NARROW else 1
    return _LEGEND * lines + _HEAD + (_LINE if _above(chart, width) else 0.0) + 0.5


def row_height(chart: Dumbbells, row: Dumbbell, width: float) -> float:
    """The height of a row, in points."""
    return _ROW + (4 + _LINE * _lines(chart, row, width) if _above(chart, width) else 0.0)


def draw(sheet: Surface, chart: Dumbbells) -> None:
    """Which mark is whose, the scale, and the rows."""
    draw_head(sheet, chart)
    top = head_height(chart, sheet.width)
    for row in chart.rows:
        draw_row(sheet, chart, row, top)
        top += row_height(chart, row, sheet.width)


def draw_head(sheet: Surface, chart: Dumbbells) -> None:
    """Which mark is whose, and what the columns are."""
    _legend(sheet, chart)
    palette, columns = sheet.palette, _Columns.of(sheet, chart)
    foot = head_height(chart, sheet.width) - 0.5
    at = (sheet.width, foot - 5 - (_LINE if columns.above else 0.0))
    sheet.text(at, chart.gap_head, size=_SMALL, colour=palette.secondary, align="right")
    for mark in _MARKS:
        at = (columns.at(mark), foot - 5)
        sheet.text(at, str(mark), size=_SMALL, colour=palette.secondary, align="center")
    sheet.line((0, foot), (sheet.width, foot), palette.rule, 0.9)


def draw_row(sheet: Surface, chart: Dumbbells, row: Dumbbell, top: float) -> None:
    """One of the rows, from `top` down."""
    palette, columns = sheet.palette, _Columns.of(sheet, chart)
    foot = top + row_height(chart, row, sheet.width)
    middle = foot - _ROW / 2
    for mark in _MARKS:
        x = columns.at(mark)
        start = foot - _ROW + 1 if columns.above else top
        sheet.line((x, start), (x, foot), palette.rule if not mark else "", 0.5)
    base = top + 11.5 if columns.above else middle + 2.9
    lines = _lines(chart, row, sheet.width) if columns.above else 1
    _name(sheet, row, columns, base, lines)
    colour, strong = (palette.ink, True) if row.weight else (palette.secondary, False)
    at = (sheet.width, base)
    sheet.text(at, row.gap, size=_SIZE, strong=strong, colour=colour, align="right")
    _dots(sheet, row, columns, middle)
    sheet.line((0, foot), (sheet.width, foot))


def draw_mark(sheet: Surface, view: str, centre: Point) -> None:
    """The mark of a viewpoint, by its id: known by its form and by its colour."""
    (x, y), palette = centre, sheet.palette
    if view == "management":
        corners = ((x, y - 4.6), (x + 4.6, y), (x, y + 4.6), (x - 4.6, y))
        sheet.polygon(corners, edge=palette.leadership, weight=0.3, fill=palette.leadership)
    elif view == "it":
        sheet.box(x - 3.3, y - 3.3, 6.6, 6.6, palette.it)
    else:
        sheet.dot(centre, 3.8, palette.business)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the scale begins and ends; `names` and `gaps` are the room for either.

    `above` says that names, and gaps with them, stand above the scale.
    """

    left: float
    right: float
    names: float
    above: bool

    @staticmethod
    def of(sheet: Surface, chart: Dumbbells) -> _Columns:
        """As wide as the words need."""
        width = sheet.width
        gaps = max((sheet.text_width(r.gap, _SIZE, strong=True) for r in chart.rows), default=0.0)
        if _above(chart, width):
            return _Columns(_BEFORE, width - _AFTER, width - gaps - 10, above=True)
        names = max((_name_width(sheet, row) for row in chart.rows), default=0.0)
        names = min(max(names, 0.15 * width), 0.38 * width)
        head = sheet.text_width(chart.gap_head, _SMALL) - _AFTER + 12
        right = width - max(gaps, head) - _AFTER
        return _Columns(names + _BEFORE, right, names, above=False)

    def at(self, points: float) -> float:
        """The place of a score on the scale."""
        return self.left + (self.right - self.left) * points / 100


def _above(chart: Dumbbells, width: float) -> bool:
    return width < _NARROW or any(len(row.name) > _SENTENCE for row in chart.rows)


def _lines(chart: Dumbbells, row: Dumbbell, width: float) -> int:
    """How many lines a name may need, with its note, which is never parted."""
    strong = row.weight == _STRONG
    gaps = max((width_of(one.gap, _SIZE, strong=True) for one in chart.rows), default=0.0)
    words = f"{row.name} _{row.note.replace(' ', '_')}" if row.note else row.name
    return lines_needed(words, width - gaps - 10, _SIZE, _MOST_LINES, strong=strong)


def _name_width(sheet: Surface, row: Dumbbell) -> float:
    note = sheet.text_width(row.note, _SMALL) + 6 if row.note else 0.0
    return sheet.text_width(row.name, _SIZE, strong=row.weight == _STRONG) + note


def _legend(sheet: Surface, chart: Dumbbells) -> None:
    x, base = 0.0, _LEGEND - 5.5
    for view, name in chart.views:
        draw_mark(sheet, view, (x + 5, base - 2.6))
        sheet.text((x + 13, base), name, room=sheet.width - x - 13)
        if sheet.width < _NARROW:
            base += _LEGEND
        else:
            x += 13 + sheet.text_width(name, _FIGURE) + 16


def _name(sheet: Surface, row: Dumbbell, columns: _Columns, base: float, lines: int) -> None:
    """The name, cut into lines where it stands above its scale, and the note behind it."""
    strong = row.weight == _STRONG
    written = broken(sheet, row.name, columns.names, lines, size=_SIZE, strong=strong)
    for place, words in enumerate(written):
        sheet.text((0, base + place * _LINE), words, size=_SIZE, strong=strong, room=columns.names)
    if row.note:
        x = sheet.text_width(written[-1], _SIZE, strong=strong) + 6
        line = len(written) - 1
        if x + sheet.text_width(row.note, _SMALL) > columns.names and len(written) < lines:
            x, line = 0.0, len(written)
        at, grey = (x, base + line * _LINE), sheet.palette.secondary
        if columns.names - x > sheet.text_width(row.note[:4], _SMALL):
            sheet.text(at, row.note, size=_SMALL, colour=grey, room=columns.names - x)


def _dots(sheet: Surface, row: Dumbbell, columns: _Columns, middle: float) -> None:
    """The line from the lowest to the highest, the marks upon it, and their figures beside them."""
    palette, groups = sheet.palette, _groups(row.dots, columns)
    ends = columns.at(groups[0][0].value), columns.at(groups[-1][-1].value)
    for place, group in enumerate(groups):
        _figures(sheet, group, columns, middle, (place == 0, place == len(groups) - 1))
    if ends[1] > ends[0]:
        colour = palette.secondary if row.weight else palette.control_border
        sheet.line((ends[0], middle), (ends[1], middle), colour, _WEIGHTS[row.weight])
    for group in groups:
        for dot, y in zip(group, _heights(group, columns), strict=True):
            draw_mark(sheet, dot.view, (columns.at(dot.value), middle + y))


def _groups(dots: Sequence[Dot], columns: _Columns) -> list[list[Dot]]:
    """From the lowest to the highest; what would hide each other is together."""
    groups: list[list[Dot]] = []
    for dot in sorted(dots, key=lambda dot: dot.value):
        if groups and columns.at(dot.value) - columns.at(groups[-1][-1].value) < _TOUCH:
            groups[-1].append(dot)
        else:
            groups.append([dot])
    return groups


def _heights(group: Sequence[Dot], columns: _Columns) -> list[float]:
    """How far below the line the marks of a group stand, so that each is seen."""
    last: list[float] = []
    rows = []
    for dot in group:
        x = columns.at(dot.value)
        row = next((i for i, other in enumerate(last) if x - other >= _TOUCH), len(last))
        last[row : row + 1] = [x]
        rows.append(row)
    return [(row - (len(last) - 1) / 2) * _STEP for row in rows]


def _figures(
    sheet: Surface,
    group: Sequence[Dot],
    columns: _Columns,
    middle: float,
    outermost: tuple[bool, bool],
) -> None:
    """The figures of marks that stand together: at the side where nothing else is."""
    lowest, highest = outermost
    words = " · ".join(dict.fromkeys(dot.label for dot in group))
    room = sheet.text_width(words, _FIGURE)
    first, last = columns.at(group[0].value), columns.at(group[-1].value)
    align: Align = "left"
    start, base = last + _REACH, middle + 2.7
    fits = start + room <= columns.right + _AFTER - 2
    if not lowest and not highest:
        align, start, base = "center", (first + last - room) / 2, middle - 5.6
    elif lowest and not (highest and fits):
        align, start = "right", first - _REACH - room
    sheet.box(start - 1.5, base - 5.7, room + 3, 7.2, sheet.palette.page)
    x = start + {"left": 0.0, "center": room / 2, "right": room}[align]
    sheet.text((x, base), words, size=_FIGURE, align=align)
