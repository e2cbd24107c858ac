"""The results: level and score, where the firm is strong, how it compares, what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from digimaturity.charts.data import Bar
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.scoring import Score
from digimaturity.report.model.actions import MeasuresChapter
from digimaturity.report.model.parts import Findings, KeyFigure
from digimaturity.report.model.report import ReportModel
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.why import why
from digimaturity.ui.widgets.basics import button, label, line, spaced
from digimaturity.ui.widgets.drive_field import DriveField
from digimaturity.ui.widgets.index_bar import IndexBar
from digimaturity.ui.widgets.radar import Radar
from digimaturity.ui.widgets.score_row import ScoreRow
from digimaturity.ui.widgets.why_panel import WhyPanel

_SIDE = 368

#: Below this width (pixels at 100 %) two columns have no room.
_NARROW = 880
_FIRST_MEASURES = 5


class ResultsPage(Page):
    """Says on the screen what the report says on paper: both show the same model."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._why: str | None = None
        self._main, self._side = _scroll(), _scroll()
        self._border = QFrame()
        self._border.setProperty("kind", "line")
        self._border.setFixedWidth(1)
        self._was_narrow = False
        row = QHBoxLayout(self)
        spaced(row, 0)
        row.addWidget(self._main, stretch=1)
        row.addWidget(self._border)
        row.addWidget(self._side)

    def place(self) -> str:
        """The score that is being explained, if one is."""
        return "" if self._why is None else f"why {self._why}"

    def come_back(self, place: str) -> None:
        """Explain that score again."""
        self._why = place.removeprefix("why").strip() if place.startswith("why") else None

    def refresh(self) -> None:
        """Show the results as they stand now."""
        session = self.parts.session
        evaluation = session.evaluation
        if evaluation is None:
            return
        model = session.report_model(
            self.parts.t, sample=self.parts.shell.settings.mode == "sample"
        )
        narrow = self._is_narrow()
        self._side.setVisible(not narrow or self._why is not None)
        self._border.setVisible(not narrow)
        self._main.setVisible(not narrow or self._why is None)
        margin = self.parts.theme.px(32)
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(self.width())
            _show(self._main, self._both(model, evaluation), margin)
        else:
            self._side.setFixedWidth(self.parts.theme.px(_SIDE + 33))
            _show(self._main, self._left(model, evaluation), margin)
        if not narrow or self._why is not None:
            self._show_side(model, evaluation)

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

    def explain(self, key: str) -> None:
        """Show beside the results how a score came about: "" is the overall one."""
        self._why = key
        self._stale = False
        self.refresh()
        panel = self._side.findChild(WhyPanel)
        if panel is not None:
            panel.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_side(self, model: ReportModel, evaluation: Evaluation) -> None:
        parts = self.parts
        if self._why is None:
            content = self._right(model)
        else:
            panel = WhyPanel(parts.theme, parts.t, why(evaluation, self._why, parts.t))
            panel.followed.connect(self._follow)
            panel.closed.connect(self._close_why)
            content = panel
        _show(self._side, content, parts.theme.px(24))

    def _follow(self, target: str, is_question: bool) -> None:
        if is_question:
            self.parts.shell.open_question(target)
        else:
            self.explain(target)

    def _close_why(self) -> None:
        self._why = None
        self.refresh()
        self._how.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self._how = button(t("How is this &computed?"), lambda: self.explain(""), "link")
        column.addWidget(self._how)
        column.addSpacing(px(8))
        column.addWidget(label(t("Dimensions and areas"), "large"))
        column.addLayout(self._rows(evaluation))
        column.addWidget(label(model.summary.areas_note, "small", wrap=True))
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

    def _rows(self, evaluation: Evaluation) -> QVBoxLayout:
        column = QVBoxLayout()
        spaced(column, 0)
        column.addWidget(line())
        colours, language = self.parts.theme.colours, self.parts.t.language
        for place, dimension in enumerate(evaluation.questionnaire.dimensions):
            colour = colours.dimension(dimension.id, place)
            score = evaluation.scores.dimensions[dimension.id]
            name = dimension.name.get(language) or next(iter(dimension.name.values()))
            column.addWidget(self._row(dimension.id, name, score, colour, strong=True))
            for area in dimension.areas:
                score = evaluation.scores.areas[area.id]
                name = area.name.get(language) or next(iter(area.name.values()))
                column.addWidget(self._row(area.id, name, score, colour))
        return column

    def _row(
        self, key: str, name: str, score: Score, colour: str, *, strong: bool = False
    ) -> ScoreRow:
        t = self.parts.t
        bounded = score.applicable and score.coverage < 1 and score.shown is not None
        bounds = (
            t("{low} to {high}", low=t.number(score.low), high=t.number(score.high))
            if bounded
            else ""
        )
        words = t("not applicable") if not score.applicable else t("not rated")
        if score.shown is not None:
            words = t.number(score.shown)
        bar = Bar(
            name,
            score.shown,
            words,
            score.low if bounded else None,
            score.high if bounded else None,
            bounds=bounds,
        )
        row = ScoreRow(
            self.parts.theme, bar, colour, self._spoken(name, words, score, bounds), strong=strong
        )
        row.clicked.connect(lambda: self.explain(key))
        return row

    def _spoken(self, name: str, words: str, score: Score, bounds: str) -> str:
        t = self.parts.t
        if score.shown is None:
            return f"{name}: {words}"
        spoken = t(
            "{name}: {score} of 100, level {level}", name=name, score=words, level=score.level
        )
        return f"{spoken}, {bounds}" if bounds else spoken

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
        for finding in findings.items:
            column.addWidget(label(f"{finding.title} {finding.figure}", "strong", wrap=True))
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
        for item in chapter.items[:_FIRST_MEASURES]:
            column.addSpacing(px(4))
            column.addWidget(line())
            column.addSpacing(px(4))
            column.addWidget(label(f"{item.number}  {item.title}", "strong", wrap=True))
            column.addWidget(label(item.facts, "small", wrap=True))
            if item.reasons:
                column.addWidget(label(item.reasons[0], "secondary", wrap=True))
        return column

    # -- the right side

    def _right(self, model: ReportModel) -> QWidget:
        theme, px = self.parts.theme, self.parts.theme.px
        box = QWidget()
        column = QVBoxLayout(box)
        spaced(column, 0, gap=px(8))
        method = model.method
        column.addWidget(label(method.radar_title, "large"))
        column.addWidget(Radar(theme, method.radar_title, method.radar_words, method.radar))
        self._compared(model, column)
        self._leading(model, column)
        column.addStretch()
        return box

    def _compared(self, model: ReportModel, column: QVBoxLayout) -> None:
        t, px, chapter = self.parts.t, self.parts.theme.px, model.benchmark
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
            column.addWidget(
                IndexBar(self.parts.theme, index.kicker, index.words, index.distribution)
            )
            for source in index.sources:
                column.addWidget(label(f"{source.label}: {source.text}", "small", wrap=True))

    def _ask_for_facts(self, column: QVBoxLayout) -> None:
        """What has no data is no empty box: one line says how to get it."""
        t, session = self.parts.t, self.parts.session
        facts = session.questionnaire.facts if session.questionnaire else ()
        if not facts:
            return
        words = t("The technology facts compare the firm with official figures of similar firms.")
        column.addWidget(label(words, "secondary", wrap=True))
        first = facts[0].id
        column.addWidget(
            button(t("Answer the &facts"), lambda: self.parts.shell.open_question(first), "link")
        )

    def _leading(self, model: ReportModel, column: QVBoxLayout) -> None:
        px, chapter = self.parts.theme.px, model.leading
        if chapter is None:
            return
        profile, strategy = chapter.profile, chapter.strategy
        if profile is not None:
            column.addSpacing(px(16))
            column.addWidget(label(profile.statement, "large", wrap=True))
            column.addWidget(
                DriveField(self.parts.theme, profile.statement, profile.words, profile.drives)
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
    area.setWidget(page)
    area.verticalScrollBar().setValue(place)
