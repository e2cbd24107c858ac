"""The scores of the results: a list that leads to explanations, or one to play with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.score_list import ScoreList
from digimaturity.ui.widgets.what_if_list import WhatIfList


class ScoreSection(QWidget):
    """Heading, scores, and below a `note` on how to read them. It is empty at first."""

    def __init__(self, note: str, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=theme.px(12))
        self._head = QHBoxLayout()
        spaced(self._head, 0, gap=theme.px(12))
        self._head.addWidget(label(t("Dimensions and areas"), "large", wrap=True), stretch=1)
        self._column.addLayout(self._head)
        self._note = note

    def show_scores(
        self, evaluation: Evaluation, asking: Asking, begin: Callable[[], None]
    ) -> None:
        """Show the scores; `begin` begins to play with the levels, where something is rated."""
        t = self._t
        if any(score.value is not None for score in evaluation.scores.areas.values()):
            play = button(t("What &if …"), begin)
            play.setToolTip(t("Move areas to other levels and see what follows"))
            asking.by(play, "what if")
            self._head.addWidget(play, alignment=Qt.AlignmentFlag.AlignTop)
        scores = ScoreList(evaluation, self._theme, t)
        scores.chosen.connect(lambda key: asking.show(f"why {key}"))
        for key, row in scores.rows.items():
            asking.by(row, f"why {key}")
        self._end_with(scores)

    def show_supposed(self, supposed: WhatIfList) -> None:
        """Show the scores to play with, and by which rules."""
        self._column.addWidget(label(_rules_of_play(self._t), "small", wrap=True))
        self._end_with(supposed)

    def _end_with(self, scores: QWidget) -> None:
        self._column.addWidget(scores)
        self._column.addWidget(label(self._note, "small", wrap=True))


def _rules_of_play(t: Translator) -> str:
    return t(
        "Drag an area, or press Left and Right on it; Up and Down lead to the next area, Backspace"
        " takes a move back. An area at level n means that all of its answered questions are at"
        " level n. Open questions stay open, so the bounds stay. Your answers are not touched, and"
        " the rest of the page shows what was answered."
    )
