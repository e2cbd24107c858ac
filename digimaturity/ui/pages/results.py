"""The results: level and score, where the firm is strong, how it compares, what to do next."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from digimaturity.domain.evaluation import Evaluation
from digimaturity.report.model.actions import MeasuresChapter
from digimaturity.report.model.parts import Findings, KeyFigure
from digimaturity.report.model.report import ReportModel
from digimaturity.ui.comparing import comparison
from digimaturity.ui.going_on import going_on_box
from digimaturity.ui.keyboard import keyboard_kept
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.why import why
from digimaturity.ui.widgets.basics import button, label, line, spaced
from digimaturity.ui.widgets.comparison import Comparison, cards_of
from digimaturity.ui.widgets.meanings import meanings
from digimaturity.ui.widgets.result_side import ResultSide
from digimaturity.ui.widgets.score_list import ScoreList
from digimaturity.ui.widgets.side_panel import SidePanel
from digimaturity.ui.widgets.source_panel import SourcePanel
from digimaturity.ui.widgets.why_panel import WhyPanel

_SIDE = 368

#: Below this width (pixels at 100 %) two columns have no room.
_NARROW = 880
_FIRST_MEASURES = 5


class ResultsPage(Page):
    """Says on the screen what the report says on paper: both show the same model.

    `_beside` is what is explained at the right: ``why`` and the key of a score, or ``source`` and
    the key of a benchmark's card; "" where nothing is.
    """

    compares: ClassVar[bool] = True

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._beside = ""
        self._main, self._side = _scroll(), _scroll()
        self._border = QFrame()
        self._border.setProperty("kind", "line")
        self._border.setFixedWidth(1)
        self._was_narrow = False
        self._compared: Comparison | None = None
        row = QHBoxLayout(self)
        spaced(row, 0)
        row.addWidget(self._main, stretch=1)
        row.addWidget(self._border)
        row.addWidget(self._side)

    def place(self) -> str:
        """What is being explained, if anything is."""
        return self._beside

    def come_back(self, place: str) -> None:
        """Explain that again."""
        self._beside = place if place.startswith(("why", "source ")) else ""

    def refresh(self) -> None:
        """Show the results as they stand now."""
        session = self.parts.session
        evaluation = session.evaluation
        if evaluation is None:
            return
        model = session.report_model(self.parts.t, sample=self.parts.shell.settings.sample)
        narrow, panel = self._is_narrow(), self._panel(model, evaluation)
        self._side.setVisible(not narrow or panel is not None)
        self._border.setVisible(not narrow)
        self._main.setVisible(not narrow or panel is None)
        margin = self.parts.theme.px(32)
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(self.width())
            _show(self._main, self._both(model, evaluation), margin)
        else:
            self._side.setFixedWidth(self.parts.theme.px(_SIDE + 33))
            _show(self._main, self._left(model, evaluation), margin)
        if panel is not None or not narrow:
            _show(self._side, panel or self._right(model), self.parts.theme.px(24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for two columns there is one."""
        super().resizeEvent(event)
        if self._is_narrow() != self._was_narrow:
            self._was_narrow = self._is_narrow()
            if self.isVisible():
                self.refresh()

    def _is_narrow(self) -> bool:
        return self.width() < self.parts.theme.px(_NARROW)

    def _both(self, model: ReportModel, evaluation: Evaluation) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        spaced(column, 0, gap=self.parts.theme.px(24))
        column.addWidget(self._left(model, evaluation))
        column.addWidget(self._right(model))
        return box

    def _right(self, model: ReportModel) -> QWidget:
        return ResultSide(model, self.parts.theme)

    def explain(self, key: str) -> None:
        """Show beside the results how a score came about: "" is the overall one."""
        self._show_beside(f"why {key}")

    def tell_source(self, key: str) -> None:
        """Show beside the results where the figures of a chart come from, by its card's key."""
        self._show_beside(f"source {key}")

    def _show_beside(self, what: str) -> None:
        self._beside = what
        self._stale = False
        self.refresh()
        self._side.verticalScrollBar().setValue(0)
        panel = self._side.findChild(SidePanel)
        if panel is not None:
            panel.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _panel(self, model: ReportModel, evaluation: Evaluation) -> SidePanel | None:
        """What is explained; None where nothing is, or where its figures are not there (yet)."""
        parts = self.parts
        what, _, key = self._beside.partition(" ")
        panel: SidePanel | None = None
        if what == "why":
            panel = score = WhyPanel(parts.theme, parts.t, why(evaluation, key, parts.t))
            score.followed.connect(self._follow)
        elif what == "source" and model.benchmark is not None:
            card = cards_of(model.benchmark).get(key)
            panel = SourcePanel(parts.theme, parts.t, card) if card else None
        if panel is not None:
            panel.closed.connect(self._close_beside)
        return panel

    def _follow(self, target: str, is_question: bool) -> None:
        if is_question:
            self.parts.shell.open_question(target)
        else:
            self.explain(target)

    def _close_beside(self) -> None:
        what, _, key = self._beside.partition(" ")
        self._beside = ""
        self.refresh()
        links = self._compared.links if what == "source" and self._compared else {}
        links.get(key, self._how).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the left side

    def _left(self, model: ReportModel, evaluation: Evaluation) -> QWidget:
        t, px = self.parts.t, self.parts.theme.px
        box = QWidget()
        box.setMaximumWidth(px(760))
        column = QVBoxLayout(box)
        spaced(column, 0, gap=px(12))
        figures = QHBoxLayout()
        spaced(figures, 0, gap=px(48))
        for place, figure in enumerate(model.summary.figures):
            figures.addWidget(self._figure(figure, "secondary" if place else "title"))
        figures.addStretch()
        column.addLayout(figures)
        column.addWidget(label(model.summary.chapter.headline, "large", wrap=True))
        intro = label(model.summary.intro, wrap=True)
        intro.setMaximumWidth(px(640))
        column.addWidget(intro)
        further = going_on_box(self.parts)
        if further is not None:
            column.addWidget(further)
        self._how = button(t("How is this &computed?"), lambda: self.explain(""), "link")
        column.addWidget(self._how)
        column.addSpacing(px(8))
        column.addWidget(label(t("Dimensions and areas"), "large"))
        scores = ScoreList(evaluation, self.parts.theme, t)
        scores.chosen.connect(self.explain)
        column.addWidget(scores)
        column.addWidget(label(model.summary.areas_note, "small", wrap=True))
        column.addSpacing(px(8))
        if (read := meanings(evaluation, self.parts.theme, t)) is not None:
            column.addWidget(read)
            column.addSpacing(px(8))
        self._compared = comparison(self.parts, model.benchmark, evaluation)
        self._compared.card_asked.connect(self.tell_source)
        column.addWidget(self._compared)
        column.addSpacing(px(8))
        column.addLayout(self._strong_and_weak(model))
        if model.measures is not None and model.measures.items:
            column.addSpacing(px(8))
            column.addLayout(self._measures(model.measures))
        column.addStretch()
        return box

    def _figure(self, figure: KeyFigure, kind: str) -> QWidget:
        px = self.parts.theme.px
        box = QWidget()
        column = QVBoxLayout(box)
        spaced(column, 0, gap=px(2))
        column.addWidget(label(figure.label, "small"))
        row = QHBoxLayout()
        spaced(row, 0, gap=px(8))
        row.addWidget(label(figure.figure + figure.small, "figure"))
        meaning = label(figure.meaning, kind)
        meaning.setContentsMargins(0, 0, 0, px(6 if kind == "secondary" else 3))
        row.addWidget(meaning, alignment=Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        return box

    def _strong_and_weak(self, model: ReportModel) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.parts.theme.px(32))
        for place, findings in enumerate((model.summary.strengths, model.summary.weaknesses)):
            grid.addLayout(self._findings(findings), 0, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _findings(self, findings: Findings) -> QVBoxLayout:
        column = QVBoxLayout()
        spaced(column, 0, gap=self.parts.theme.px(4))
        column.addWidget(label(findings.title, "large"))
        for place, finding in enumerate(findings.items):
            column.addSpacing(self.parts.theme.px(6) if place else 0)
            column.addWidget(label(f"{finding.title} {finding.figure}", "strong", wrap=True))
            if finding.question:
                column.addWidget(label(finding.question, "small", wrap=True))
            column.addWidget(label(finding.words, "secondary", wrap=True))
        if not findings.items:
            column.addWidget(label(findings.empty, "secondary", wrap=True))
        column.addStretch()
        return column

    def _measures(self, chapter: MeasuresChapter) -> QVBoxLayout:
        t, px = self.parts.t, self.parts.theme.px
        column = QVBoxLayout()
        spaced(column, 0, gap=px(4))
        column.addWidget(label(t("What to do next"), "large"))
        column.addWidget(label(chapter.order, "small", wrap=True))
        for item in chapter.items[:_FIRST_MEASURES]:
            column.addSpacing(px(4))
            column.addWidget(line())
            column.addSpacing(px(4))
            column.addWidget(label(f"{item.number}  {item.title}", "strong", wrap=True))
            column.addWidget(label(item.facts, "small", wrap=True))
            if item.reasons:
                column.addWidget(label(item.reasons[0], "secondary", wrap=True))
            if item.at_size:
                size = f"{item.at_size.label}: {item.at_size.text}"
                column.addWidget(label(size, wrap=True))
        return column


def _scroll() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _show(area: QScrollArea, content: QWidget, margin: int) -> None:
    """Put `content` into the scroll area, and stay where it was scrolled to."""
    place = area.verticalScrollBar().value()
    page = QWidget()
    page.setObjectName("page")
    row = QHBoxLayout(page)
    spaced(row, margin, 24, margin, 32)
    row.addWidget(content, stretch=1)
    row.addStretch()
    with keyboard_kept(area):
        area.setWidget(page)
    layout = page.layout()
    if layout is not None:
        layout.activate()  # only then there is room to scroll to where it was
    area.verticalScrollBar().setValue(place)
