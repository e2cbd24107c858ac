"""A table of the IT strategy sheet: columns as wide as the sheet says, figures at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digimaturity.report.model.strategy_sheet import SheetTable
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, line, spaced


def sheet_table(table: SheetTable, theme: Theme, *, narrow: bool) -> QWidget:
    """The table, as wide as the page allows; where that is `narrow`, row by row in lines."""
    return _lines(table, theme) if narrow else _grid(table, theme)


def _lines(table: SheetTable, theme: Theme) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    spaced(column, 0, gap=theme.px(4))
    for first, *others in table.rows:
        column.addWidget(line())
        column.addWidget(label(first, "strong", wrap=True))
        for head, words in zip(table.heads[1:], others, strict=True):
            if words:
                column.addWidget(label(f"{head}: {words}", wrap=True))
    return made


def _grid(table: SheetTable, theme: Theme) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    spaced(grid, 0)
    grid.setHorizontalSpacing(theme.px(16))
    grid.setVerticalSpacing(theme.px(5))
    top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
    for place, (head, share) in enumerate(zip(table.heads, table.shares, strict=True)):
        shown = label(head, "small", wrap=True)
        shown.setAlignment(_side(table.figures[place]) | bottom)
        grid.addWidget(shown, 0, place)
        grid.setColumnStretch(place, round(share))
    for number, row in enumerate(table.rows):
        grid.addWidget(line(), 2 * number + 1, 0, 1, len(table.heads))
        for place, words in enumerate(row):
            shown = label(words, wrap=True)
            shown.setAlignment(_side(table.figures[place]) | top)
            grid.addWidget(shown, 2 * number + 2, place)
    return made


def _side(figure: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft
