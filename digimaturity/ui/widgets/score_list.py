"""The scores of all dimensions with their areas, one row each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.charts.data import Bar
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.scoring import Score
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import line, spaced
from digimaturity.ui.widgets.score_row import ScoreRow


class ScoreList(QWidget):
    """`chosen` carries the id of the dimension or area whose score shall be explained."""

    chosen = Signal(str)

    def __init__(self, evaluation: Evaluation, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addWidget(line())
        colours, language = theme.colours, t.language
        for place, dimension in enumerate(evaluation.questionnaire.dimensions):
            colour = colours.dimension(dimension.id, place)
            score = evaluation.scores.dimensions[dimension.id]
            name = text_in(dimension.name, language)
            column.addWidget(self._row(dimension.id, name, score, colour, strong=True))
            for area in dimension.areas:
                score = evaluation.scores.areas[area.id]
                name = text_in(area.name, language)
                column.addWidget(self._row(area.id, name, score, colour))

    def _row(
        self, key: str, name: str, score: Score, colour: str, *, strong: bool = False
    ) -> ScoreRow:
        t = self._t
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
            self._theme, bar, colour, self._spoken(name, words, score, bounds), strong=strong
        )
        row.clicked.connect(lambda: self.chosen.emit(key))
        return row

    def _spoken(self, name: str, words: str, score: Score, bounds: str) -> str:
        t = self._t
        if score.shown is None:
            return f"{name}: {words}"
        spoken = t(
            "{name}: {score} of 100, level {level}", name=name, score=words, level=score.level
        )
        return f"{spoken}, {bounds}" if bounds else spoken
