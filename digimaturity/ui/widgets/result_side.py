"""What stands beside the scores: the radar, who leads, the strategy check."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digimaturity.charts import drives, radar
from digimaturity.report.model.report import ReportModel
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.chart import Chart

#: The field of the drives is a square; wider than this (pixels at 100 %) it says no more.
_FIELD = 320


class ResultSide(QWidget):
    """Only what there is something to say about."""

    def __init__(self, model: ReportModel, theme: Theme) -> None:
        super().__init__()
        self._model, self._theme = model, theme
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(8))
        method = model.method
        column.addWidget(label(method.radar_title, "large"))
        draw = partial(radar.draw, spokes=method.radar)
        title, words = method.radar_title, method.radar_words
        column.addWidget(Chart(theme, title, words, radar.height, draw))
        self._leading(column)
        column.addStretch()

    def _leading(self, column: QVBoxLayout) -> None:
        px, chapter = self._theme.px, self._model.leading
        if chapter is None:
            return
        profile, strategy = chapter.profile, chapter.strategy
        if profile is not None:
            column.addSpacing(px(16))
            column.addWidget(label(profile.statement, "large", wrap=True))
            draw = partial(drives.draw, drives=profile.drives)
            field = Chart(self._theme, profile.statement, profile.words, drives.height, draw)
            field.setMaximumWidth(px(_FIELD))
            column.addWidget(field)
            for point in profile.points:
                column.addWidget(label(point.label, "strong"))
                column.addWidget(label(point.text, "secondary", wrap=True))
        if strategy is not None:
            column.addSpacing(px(16))
            column.addWidget(label(strategy.statement, "large", wrap=True))
            grid = QGridLayout()
            spaced(grid, 0, gap=px(4))
            for place, bar in enumerate(strategy.bars):
                grid.addWidget(label(bar.name, wrap=True), place, 0)
                number = label(bar.label, "strong")
                grid.addWidget(number, place, 1, Qt.AlignmentFlag.AlignRight)
            grid.setColumnStretch(0, 1)
            column.addLayout(grid)
            column.addWidget(label(strategy.note, "small", wrap=True))
