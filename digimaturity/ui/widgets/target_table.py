"""All areas by dimension with their targets, and below one of them what is being edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.charts.gap_chart import draw_head, head_height
from digimaturity.charts.gap_data import GapRow
from digimaturity.domain.questionnaire import Area, Dimension
from digimaturity.domain.roadmap.gap import AreaGap, GapAnalysis
from digimaturity.report.target_rows import area_row, dimension_row, gap_rows, overall_row
from digimaturity.report.wording import Wording
from digimaturity.ui.keyboard import scroll_to
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.gap_line import GapLine
from digimaturity.ui.widgets.target_row import TargetRow


class TargetTable(QWidget):
    """`pressed` carries the gap of the area whose row was pressed, `moved` also its new points.

    The points are None where the target was taken away.
    """

    pressed = Signal(object)
    moved = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        w: Wording,
        analysis: GapAnalysis,
        editors: Mapping[str, QWidget],
        *,
        fixed: bool,
    ) -> None:
        """`editors` stand below the rows of their areas; where all is `fixed` it is only read."""
        super().__init__()
        self._theme, self._w, self._fixed = theme, w, fixed
        self.rows: dict[str, TargetRow] = {}
        chart = gap_rows(w, analysis, notes=False)
        name = w.t("Targets by area")
        words = w.t("Dotted line: when agreed. Diamond: the target.")
        head = Chart(theme, name, words, head_height, lambda surface: draw_head(surface, chart))
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        spaced(self._column, 0)
        self._column.addWidget(head)
        of = {one.area: one for one in analysis.areas}
        for dimension in w.evaluation.questionnaire.dimensions:
            self._column.addWidget(GapLine(theme, dimension_row(w, analysis, dimension)))
            for area in dimension.areas:
                self.rows[area.id] = self._row(of[area.id], area, dimension)
                self._column.addWidget(self.rows[area.id])
                if area.id in editors:
                    self._column.addWidget(editors[area.id])
        self._column.addWidget(GapLine(theme, overall_row(w, analysis)))

    def lead_to(self, area: str) -> None:
        """Bring the keyboard to an area."""
        if area in self.rows:
            self.rows[area].setFocus()
            scroll_to(self.rows[area])

    def _row(self, gap: AreaGap, area: Area, dimension: Dimension) -> TargetRow:
        def shown(points: float | None) -> GapRow:
            target = None if points is None else replace(gap.aimed(), score=points)
            return area_row(self._w, replace(gap, target=target), area, dimension)

        points = gap.target.score if gap.target else None
        row = TargetRow(self._theme, shown, points, fixed=self._fixed)
        if not self._fixed:
            row.clicked.connect(lambda _checked=False: self.pressed.emit(gap))
            row.moved.connect(partial(self.moved.emit, gap))
        row.passed.connect(partial(self._pass, area.id))
        return row

    def _pass(self, area: str, down: int) -> None:
        keys = list(self.rows)
        place = min(max(keys.index(area) + down, 0), len(keys) - 1)
        self.lead_to(keys[place])
