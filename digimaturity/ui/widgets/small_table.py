"""A small table in the words of the report: heads, and rows of as many texts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from digimaturity.report.model.viewpoints import Grid
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, line, spaced


class SmallTable(QWidget):
    """Figures stand at the right of their column, words at its left.

    `first` makes what begins a row, from its number: such as a link in place of its words.
    """

    def __init__(
        self, grid: Grid, theme: Theme, first: Callable[[int], QWidget] | None = None
    ) -> None:
        super().__init__()
        widest = theme.px(640)
        table = _Layout(self, widest)
        spaced(table, 0)
        table.setHorizontalSpacing(theme.px(16))
        table.setVerticalSpacing(theme.px(5))
        self.setMaximumWidth(widest)
        figures = [
            bool(grid.rows) and all(_is_figure(row[place]) for row in grid.rows)
            for place in range(len(grid.heads))
        ]
        # A link has room for its ring; beside it words stand in the middle.
        upright = Qt.AlignmentFlag.AlignVCenter if first else Qt.AlignmentFlag.AlignTop
        for place, head in enumerate(grid.heads):
            made = label(head, "small", wrap=True)
            made.setAlignment(_side(figures[place]) | Qt.AlignmentFlag.AlignBottom)
            table.addWidget(made, 0, place)
            table.setColumnStretch(place, 1 if figures[place] else 2)
        for number, row in enumerate(grid.rows):
            table.addWidget(line(), 2 * number + 1, 0, 1, len(grid.heads))
            for place, words in enumerate(row):
                if first is not None and place == 0:
                    table.addWidget(first(number), 2 * number + 2, place)
                    continue
                made = label(words, wrap=not figures[place])
                made.setAlignment(_side(figures[place]) | upright)
                table.addWidget(made, 2 * number + 2, place)


class _Layout(QGridLayout):
    """The layout of a table that is no wider than `widest` pixels."""

    def __init__(self, parent: QWidget, widest: int) -> None:
        super().__init__(parent)
        self._widest = widest

    def heightForWidth(self, width: int) -> int:
        """The layout around asks with all its width, even where the table may not be as wide."""
        return super().heightForWidth(min(width, self._widest))

    def minimumHeightForWidth(self, width: int) -> int:
        """As `heightForWidth`."""
        return super().minimumHeightForWidth(min(width, self._widest))


def _is_figure(words: str) -> bool:
    digits = words.lstrip("+±\N{MINUS SIGN}").replace(".", "").replace(",", "")
    return digits.isdecimal() or words == "–"


def _side(figure: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft
