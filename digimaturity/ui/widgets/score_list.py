"""The scores of all dimensions with their areas, one row each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.charts.data import Bar
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.scoring import Score
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.score_words import bounded, bounds, points, spoken
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import line, spaced
from digimaturity.ui.widgets.score_row import ScoreRow


class ScoreList(QWidget):
    """`chosen` carries the id of the dimension or area whose score shall be explained."""

    chosen = Signal(str)

    def __init__(self, evaluation: Evaluation, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self.rows: dict[str, ScoreRow] = {}
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
        row = ScoreRow(
            self._theme,
            bar_of(name, score, self._t),
            colour,
            spoken(name, score, self._t),
            strong=strong,
        )
        row.clicked.connect(lambda: self.chosen.emit(key))
        self.rows[key] = row
        return row


def bar_of(name: str, score: Score, t: Translator) -> Bar:
    """A score as the bar of a row."""
    low, high = (score.low, score.high) if bounded(score) else (None, None)
    return Bar(name, score.shown, points(score, t), low, high, bounds=bounds(score, t))
