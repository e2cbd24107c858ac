"""What stands beside the scores: the radar, and what is strong and weak."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.charts import radar
from digimaturity.report.build.method import Radar
from digimaturity.report.model.parts import Findings
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.chart import Chart


@dataclass(frozen=True, slots=True)
class BesideScores:
    """The radar and the findings, each kind with the ids of its areas."""

    radar: Radar
    findings: tuple[tuple[Findings, tuple[str, ...]], ...]


class ResultSide(QWidget):
    """The same findings as in the report; each leads to how its score came about."""

    def __init__(self, shown: BesideScores, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._theme, self._asking = theme, asking
        column = self._column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(4))
        title, words = shown.radar.title, shown.radar.words
        column.addWidget(label(title, "large"))
        draw = partial(radar.draw, spokes=shown.radar.spokes)
        column.addWidget(Chart(theme, title, words, radar.height, draw))
        for findings, areas in shown.findings:
            self._findings(findings, areas)
        column.addStretch()

    def _findings(self, findings: Findings, areas: tuple[str, ...]) -> None:
        px, column = self._theme.px, self._column
        column.addSpacing(px(16))
        column.addWidget(label(findings.title, "large"))
        for finding, area in zip(findings.items, areas, strict=True):
            column.addSpacing(px(4))
            title = f"{finding.title} {finding.figure}"
            column.addWidget(self._asking.link(self._theme, title, f"why {area}"))
            if finding.question:
                column.addWidget(label(finding.question, "small", wrap=True))
            column.addWidget(label(finding.words, "secondary", wrap=True))
        if not findings.items:
            column.addWidget(label(findings.empty, "secondary", wrap=True))
