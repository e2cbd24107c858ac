"""The plan as rows over quarters, and the load of the people below each other."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.charts import load_bars
from digimaturity.charts.gantt import draw_heads
from digimaturity.charts.plan_columns import HEAD, columns_of
from digimaturity.charts.plan_data import Gantt, LoadBars, LoadRow
from digimaturity.charts.surface import Surface
from digimaturity.ui.keyboard import scroll_to
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import line, spaced
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.painted import Painted
from digimaturity.ui.widgets.plan_row import PlanRow


class PlanChart(QWidget):
    """Rows that can be opened; those of `movable` can be moved. Signals carry the row's key.

    `moved` carries the quarter, from 0, too.
    """

    opened = Signal(str)
    moved = Signal(str, int)
    freed = Signal(str)

    def __init__(self, theme: Theme, gantt: Gantt, movable: Collection[str], chosen: str) -> None:
        super().__init__()
        self.rows: dict[str, PlanRow] = {}
        column = QVBoxLayout(self)
        spaced(column, 0)
        heads = partial(draw_heads, gantt=gantt)
        column.addWidget(Painted(theme, lambda _: HEAD + 1, heads))
        numbered = False
        for row in gantt.rows:
            if row.number and not numbered and self.rows:
                column.addSpacing(theme.px(4))
                column.addWidget(line())
                column.addSpacing(theme.px(4))
            numbered = numbered or bool(row.number)
            made = PlanRow(theme, row, len(gantt.quarters), movable=row.key in movable)
            made.setChecked(row.key == chosen)
            made.clicked.connect(lambda _checked, key=row.key: self.opened.emit(key))
            made.moved.connect(partial(self.moved.emit, row.key))
            made.freed.connect(partial(self.freed.emit, row.key))
            made.passed.connect(partial(self._pass, row.key))
            self.rows[row.key] = made
            column.addWidget(made)
        column.addWidget(line())

    def mark(self, key: str) -> None:
        """Show which row is told of beside the plan; none where it is empty."""
        for one, row in self.rows.items():
            row.setChecked(one == key)

    def lead_to(self, key: str) -> bool:
        """Give a row the keyboard; False where there is no such row."""
        row = self.rows.get(key)
        if row is None:
            return False
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        scroll_to(row)
        return True

    def _pass(self, key: str, down: int) -> None:
        keys = list(self.rows)
        place = min(max(keys.index(key) + down, 0), len(keys) - 1)
        self.lead_to(keys[place])


class LoadChart(QWidget):
    """What the colours mean, and a chart for each role and person."""

    def __init__(self, theme: Theme, load: LoadBars) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, 0)
        height = partial(load_bars.heads_height, load)
        column.addWidget(Painted(theme, height, partial(load_bars.draw_heads, load=load)))
        for row in load.rows:
            draw = partial(_draw, row, len(load.quarters))
            height = partial(load_bars.row_height, row)
            column.addWidget(Chart(theme, row.name, row.words, height, draw))


def _draw(row: LoadRow, quarters: int, surface: Surface) -> None:
    load_bars.draw_row(surface, row, columns_of(surface.width, quarters), 0)
