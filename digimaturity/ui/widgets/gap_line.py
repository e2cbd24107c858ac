"""The line of a dimension, or of the whole, among the targets of its areas: it is only read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from digimaturity.charts.gap_chart import draw_row, row_height
from digimaturity.charts.gap_data import GapRow
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.chart import Chart


class GapLine(Chart):
    """Tab passes it by; a screen reader finds it among the others."""

    def __init__(self, theme: Theme, row: GapRow) -> None:
        super().__init__(
            theme,
            row.name,
            row.words,
            partial(row_height, row),
            lambda surface: draw_row(surface, row, 0.0),
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
