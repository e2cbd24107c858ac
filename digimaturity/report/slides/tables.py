"""Tables: hairlines only, numbers at the right, as large as they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.table import _Cell as GridCell

from digimaturity.report.model.slides import Cell, Column, Table
from digimaturity.report.slides import look
from digimaturity.report.slides.look import BODY_SIZES, HEADING, Box, emu
from digimaturity.report.slides.measure import LINE, cut, longest_word, text_height
from digimaturity.report.slides.writing import Words, bare, clean, described, write

#: Office's own style without lines and fills; ours are on the cells.
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_GAP = 12.0
_PADDING = (9.0, 7.0, 5.0)
_HEAD = 11.0
_HEAD_PADDING = 4.0
_WORD_ROOM = 1.08
_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a table is set: its type, the padding of its rows, widths without gaps, and heights."""

    table: Table
    size: float
    padding: float
    widths: tuple[float, ...]
    head: float
    rows: tuple[float, ...]


def draw(slide: Slide, tables: Sequence[tuple[Table, Box]], language: str) -> None:
    """Tables beside each other, in one size; those of equally many rows have them in line."""
    size = min(_planned(table, box).size for table, box in tables)
    plans = [_planned(table, box, size) for table, box in tables]
    heights = [max(row) for row in zip(*(plan.rows for plan in plans), strict=False)]
    head = max(plan.head for plan in plans)
    level = len({len(plan.rows) for plan in plans}) == 1
    fits = all(head + sum(heights) <= box.height for _, box in tables)
    for plan, (_, box) in zip(plans, tables, strict=True):
        even = replace(plan, head=head, rows=tuple(heights)) if level and fits else plan
        _draw(slide, even, box, language)


def _draw(slide: Slide, plan: _Plan, box: Box, language: str) -> None:
    columns, rows = plan.table.columns, plan.table.rows
    place = Box(box.left, box.top, box.width, plan.head + sum(plan.rows))
    shape = slide.shapes.add_table(len(rows) + 1, len(columns), *place.emu())
    described(shape, plan.table.words)
    _plain(shape)
    grid = shape.table
    for number, width in enumerate(plan.widths):
        grid.columns[number].width = emu(width + (_GAP if number < len(columns) - 1 else 0))
    for number, height in enumerate((plan.head, *plan.rows)):
        grid.rows[number].height = emu(height)
    for number, column in enumerate(columns):
        _fill_column(shape, number, column, plan, language)


def _plain(shape: GraphicFrame) -> None:
    """Take the library's stripes and colours away; the row of heads stays one."""
    for properties in shape.element.iter(f"{{{_SPACE}}}tblPr"):
        properties.attrib.pop("bandRow", None)
        for style in properties.iter(f"{{{_SPACE}}}tableStyleId"):
            style.text = _NO_STYLE


def _fill_column(
    shape: GraphicFrame, number: int, column: Column, plan: _Plan, language: str
) -> None:
    grid, colours, last = shape.table, look.palette(), number == len(plan.widths) - 1
    words = Words(column.head, _HEAD, colour=colours.secondary)
    if column.strong:
        words = Words(column.head, HEADING, strong=True, colour=colours.ink)
    head = _laid_out(grid.cell(0, number), _HEAD_PADDING, last=last)
    head.vertical_anchor = MSO_ANCHOR.BOTTOM
    _set(head, [[words]], column, language)
    _edge(head, colours.rule, 1.0)
    for line, row in enumerate(plan.table.rows, start=1):
        cell = _laid_out(grid.cell(line, number), plan.padding, last=last)
        _set(cell, _paragraphs(row[number], plan.size), column, language)
        _edge(cell, colours.hairline, 0.75)


def _planned(table: Table, box: Box, most: float = BODY_SIZES[0]) -> _Plan:
    """The largest type and then the widest padding that fit; at the last, texts are cut."""
    for size in (one for one in BODY_SIZES if one <= most):
        widths = _widths(table, box.width, size)
        head = _head(table, widths)
        for padding in _PADDING:
            rows = _heights(table, widths, size, padding)
            if sum(rows) + head <= box.height and _unbroken(table, widths, size):
                return _Plan(table, size, padding, widths, head, rows)
    size, padding = BODY_SIZES[-1], _PADDING[-1]
    widths = _widths(table, box.width, size)
    head = _head(table, widths)
    rows = _heights(table, widths, size, padding)
    if sum(rows) + head > box.height:
        table = _shortened(table, widths, size, (box.height - head) / len(rows) - 2 * padding)
        rows = _heights(table, widths, size, padding)
    return _Plan(table, size, padding, widths, head, rows)


def _widths(table: Table, width: float, size: float) -> tuple[float, ...]:
    """The columns' shares of the width; one with a wider word takes from those that have more."""
    room = width - _GAP * (len(table.columns) - 1)
    least = _least(table, size)
    whole = sum(column.share for column in table.columns)
    wanted = [column.share * room / whole for column in table.columns]
    short = sum(max(need - have, 0) for need, have in zip(least, wanted, strict=True))
    spare = sum(max(have - need, 0) for need, have in zip(least, wanted, strict=True))
    if short > spare:
        return tuple(wanted)
    part = short / spare if spare else 0.0
    return tuple(
        need if need > have else have - (have - need) * part
        for need, have in zip(least, wanted, strict=True)
    )


def _least(table: Table, size: float) -> list[float]:
    """The width of the longest word in each column, with room for a wider type."""
    columns = zip(*table.rows, strict=True)
    return [
        _WORD_ROOM
        * max(
            longest_word(clean(column.head), HEADING if column.strong else _HEAD),
            *(longest_word(clean(cell.text), size, strong=cell.strong) for cell in cells),
            *(longest_word(clean(cell.small), _small(size), strong=True) for cell in cells),
        )
        for column, cells in zip(table.columns, columns, strict=True)
    ]


def _unbroken(table: Table, widths: tuple[float, ...], size: float) -> bool:
    return all(a <= b + 0.01 for a, b in zip(_least(table, size), widths, strict=True))


def _head(table: Table, widths: tuple[float, ...]) -> float:
    heights = [
        text_height(clean(c.head), width, HEADING if c.strong else _HEAD, strong=c.strong)
        for c, width in zip(table.columns, widths, strict=True)
    ]
    return max(*heights, _HEAD * LINE) + 2 * _HEAD_PADDING


def _heights(
    table: Table, widths: tuple[float, ...], size: float, padding: float
) -> tuple[float, ...]:
    return tuple(
        max(_height(cell, width, size) for cell, width in zip(row, widths, strict=True))
        + 2 * padding
        for row in table.rows
    )


def _height(cell: Cell, width: float, size: float) -> float:
    text = text_height(clean(cell.text), width, size, strong=cell.strong)
    small = text_height(clean(cell.small), width, _small(size), strong=_is_key(cell))
    return max(text + small, size * LINE)


def _small(size: float) -> float:
    return max(size - 2, BODY_SIZES[-1])


def _is_key(cell: Cell) -> bool:
    """Whether the small text names a colour, and is strong to carry it."""
    return cell.hue is not None


def _shortened(table: Table, widths: tuple[float, ...], size: float, room: float) -> Table:
    """Every text cut so that no row is higher than `room`."""
    lines = max(int(room / (size * LINE)), 1)

    def short(cell: Cell, width: float) -> Cell:
        of_text = max(lines // 2, 1) if cell.small else lines
        text = cut(clean(cell.text), width, size, of_text, strong=cell.strong)
        of_small = max(lines - of_text, 1)
        small = cut(clean(cell.small), width, _small(size), of_small, strong=_is_key(cell))
        return replace(cell, text=text, small=small if cell.small else "")

    rows = tuple(
        tuple(short(cell, width) for cell, width in zip(row, widths, strict=True))
        for row in table.rows
    )
    return replace(table, rows=rows)


def _paragraphs(cell: Cell, size: float) -> list[list[Words]]:
    colours = look.palette()
    text = [Words(cell.text, size, cell.strong, colours.ink)]
    if not cell.small:
        return [text]
    colour = look.ink(cell.hue)
    return [text, [Words(cell.small, _small(size), strong=_is_key(cell), colour=colour)]]


def _laid_out(cell: GridCell, padding: float, *, last: bool) -> GridCell:
    bare(cell.text_frame)
    cell.margin_left, cell.margin_right = emu(0), emu(0 if last else _GAP)
    cell.margin_top = cell.margin_bottom = emu(padding)
    return cell


def _set(cell: GridCell, paragraphs: list[list[Words]], column: Column, language: str) -> None:
    write(cell.text_frame, paragraphs, language)
    for paragraph in cell.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.RIGHT if column.number else PP_ALIGN.LEFT


def _edge(cell: GridCell, colour: str, width: float) -> None:
    """A line under the cell; no line and no colour elsewhere."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - the library has no borders
    none = '<a:{side} xmlns:a="{space}" w="0"><a:noFill/></a:{side}>'
    for side in ("lnL", "lnR", "lnT"):
        properties.append(parse_xml(none.format(side=side, space=_SPACE)))
    properties.append(
        parse_xml(
            f'<a:lnB xmlns:a="{_SPACE}" w="{emu(width)}"><a:solidFill>'
            f'<a:srgbClr val="{colour[1:]}"/></a:solidFill></a:lnB>'
        )
    )
    properties.append(parse_xml(f'<a:noFill xmlns:a="{_SPACE}"/>'))
