"""Who leads, and by which strategy: the chapter of the report on the screen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.charts import area_bars, drives
from digimaturity.i18n import Translator
from digimaturity.report.model.comparison import ProfilePart, StrategyPart
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import button, label, plain, spaced
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.score_row import ScoreRow

#: The field of the drives is a square; wider than this (pixels at 100 %) it says no more.
_FIELD = 320


class Leading(QWidget):
    """Only what there is something to say about; `narrow` puts words under the chart."""

    def __init__(
        self,
        profile: ProfilePart | None,
        strategy: StrategyPart | None,
        theme: Theme,
        t: Translator,
        asking: Asking,
        *,
        narrow: bool,
    ) -> None:
        super().__init__()
        self._theme, self._t, self._asking, self._narrow = theme, t, asking, narrow
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=theme.px(8))
        name = t("Who leads, and by which strategy") if strategy else t("Who leads")
        self._column.addWidget(label(name, "large", wrap=True))
        if profile is not None:
            self._profile(profile)
        if strategy is not None:
            self._strategy(strategy)

    def _profile(self, part: ProfilePart) -> None:
        px = self._theme.px
        self._column.addWidget(label(part.statement, "strong", wrap=True))
        field = Chart(
            self._theme,
            part.statement,
            part.words,
            drives.height,
            partial(drives.draw, drives=part.drives),
        )
        field.setMaximumWidth(px(_FIELD))
        points = QVBoxLayout()
        spaced(points, 0, gap=px(4))
        for point in part.points:
            points.addWidget(label(point.label, "strong"))
            points.addWidget(label(point.text, "secondary", wrap=True))
            points.addSpacing(px(4))
        points.addStretch()
        if self._narrow:
            self._column.addWidget(field)
            self._column.addLayout(points)
        else:
            row = QHBoxLayout()
            spaced(row, 0, gap=px(24))
            row.addWidget(field, stretch=1, alignment=Qt.AlignmentFlag.AlignTop)
            row.addLayout(points, stretch=1)
            self._column.addLayout(row)
        self._ask("leadership", part.statement)

    def _strategy(self, part: StrategyPart) -> None:
        self._column.addSpacing(self._theme.px(8))
        self._column.addWidget(label(part.statement, "strong", wrap=True))
        self._column.addWidget(label(part.note, "small", wrap=True))
        colour = self._theme.colours.dimension("leadership")
        if self._narrow:
            self._rows(part, colour)
        else:
            chart = Chart(
                self._theme,
                part.statement,
                part.words,
                lambda _width: area_bars.height(part.bars),
                lambda surface: area_bars.draw(surface, part.bars, colour),
            )
            self._column.addWidget(chart)
        for gap in part.gaps:
            self._column.addWidget(label(gap.label, "strong", wrap=True))
            self._column.addWidget(label(gap.text, "secondary", wrap=True))
        self._ask("strategy", part.statement)

    def _rows(self, part: StrategyPart, colour: str) -> None:
        """The elements one below the other: where it is narrow, the chart would cut their names."""
        rows = QVBoxLayout()
        spaced(rows, 0)
        for bar in part.bars:
            told = f"{bar.name}: {bar.label}"
            shown = bar if bar.value else replace(bar, value=None)  # words instead of a bar of 0
            row = ScoreRow(self._theme, shown, colour, told)
            row.clicked.connect(lambda: self._asking.show("strategy"))
            rows.addWidget(row)
        self._column.addLayout(rows)

    def _ask(self, key: str, what: str) -> None:
        words = self._t("How is this computed?")
        link = button(plain(words), lambda: self._asking.show(key), "link", small=True)
        link.setAccessibleName(f"{words} {what}")
        self._asking.by(link, key)
        self._column.addWidget(link)
