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
    """Rows that can be opened, and some that can be moved. Signals carry the row's key.

    `moved` carries the quarter, from 0, too. Rows are kept while the plan changes: so is the
    keyboard, which goes along with its bar.
    """

    opened = Signal(str)
    moved = Signal(str, int)
    freed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._gantt = Gantt((), (), "", "")
        self.rows: dict[str, PlanRow] = {}
        self._heads = Painted(theme, lambda _: HEAD + 1, lambda on: draw_heads(on, self._gantt))
        self._parting = QWidget()
        parting = QVBoxLayout(self._parting)
        spaced(parting, 0, theme.px(4), 0, theme.px(4))
        parting.addWidget(line())
        self._column = QVBoxLayout(self)
        spaced(self._column, 0)
        self._column.addWidget(self._heads)
        self._column.addWidget(self._parting)
        self._column.addWidget(line())

    def show_plan(self, gantt: Gantt, movable: Collection[str]) -> None:
        """Show a plan in which these rows can be moved."""
        self._gantt = gantt
        self._heads.update()
        made = dict(self.rows)
        self.rows = {}
        for row in gantt.rows:
            shown = made.pop(row.key, None) or self._made(row.key)
            shown.show_row(row, len(gantt.quarters), movable=row.key in movable)
            self.rows[row.key] = shown
        for gone in made.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._put_in_order()

    def _made(self, key: str) -> PlanRow:
        made = PlanRow(self._theme)
        made.clicked.connect(lambda _checked: self.opened.emit(key))
        made.moved.connect(partial(self.moved.emit, key))
        made.freed.connect(partial(self.freed.emit, key))
        made.passed.connect(partial(self._pass, key))
        return made

    def _put_in_order(self) -> None:
        """Below the heads come the rows; a line parts projects from measures."""
        projects = [row for row in self._gantt.rows if not row.number]
        parted = 0 < len(projects) < len(self._gantt.rows)
        self._parting.setVisible(parted)
        order: list[QWidget] = list(self.rows.values())
        order.insert(len(projects), self._parting)
        for place, widget in enumerate(order, start=1):
            found = self._column.itemAt(place)
            if found is None or found.widget() is not widget:
                self._column.removeWidget(widget)
                self._column.insertWidget(place, widget)

    def mark(self, key: str) -> None:
        """Show which row is told of beside the plan; none where it is empty."""
        for one, row in self.rows.items():
            row.mark(marked=one == key)

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
