"""What stands beside the scores: the radar, the comparison, who leads, the strategy check."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.report.model.report import ReportModel
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.drive_field import DriveField
from digimaturity.ui.widgets.index_bar import IndexBar
from digimaturity.ui.widgets.radar import Radar


class ResultSide(QWidget):
    """Only what there is something to say about; `facts_asked` leads to the missing facts."""

    facts_asked = Signal()

    def __init__(
        self, model: ReportModel, theme: Theme, t: Translator, *, asks_facts: bool
    ) -> None:
        super().__init__()
        self._model, self._theme, self._t = model, theme, t
        self._asks_facts = asks_facts
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(8))
        method = model.method
        column.addWidget(label(method.radar_title, "large"))
        column.addWidget(Radar(theme, method.radar_title, method.radar_words, method.radar))
        self._compared(column)
        self._leading(column)
        column.addStretch()

    def _compared(self, column: QVBoxLayout) -> None:
        t, px, chapter = self._t, self._theme.px, self._model.benchmark
        if chapter is None and not self._asks_facts:
            return
        column.addSpacing(px(16))
        column.addWidget(label(t("Compared with similar firms"), "large", wrap=True))
        if chapter is None:
            self._ask_for_facts(column)
            return
        for figure in chapter.figures[:1]:
            words = f"{figure.label} {figure.figure}{figure.small} {figure.meaning}"
            column.addWidget(label(words, "strong", wrap=True))
        column.addWidget(label(chapter.intro, wrap=True))
        if chapter.index is not None:
            index = chapter.index
            data = index.distribution
            column.addWidget(IndexBar(self._theme, t, index.kicker, index.words, data))
            for source in index.sources:
                column.addWidget(label(f"{source.label}: {source.text}", "small", wrap=True))

    def _ask_for_facts(self, column: QVBoxLayout) -> None:
        """What has no data is no empty box: one line says how to get it."""
        t = self._t
        words = t("The technology facts compare the firm with official figures of similar firms.")
        column.addWidget(label(words, "secondary", wrap=True))
        column.addWidget(button(t("Answer the &facts"), self.facts_asked.emit, "link"))

    def _leading(self, column: QVBoxLayout) -> None:
        px, chapter = self._theme.px, self._model.leading
        if chapter is None:
            return
        profile, strategy = chapter.profile, chapter.strategy
        if profile is not None:
            column.addSpacing(px(16))
            column.addWidget(label(profile.statement, "large", wrap=True))
            column.addWidget(
                DriveField(self._theme, profile.statement, profile.words, profile.drives)
            )
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
