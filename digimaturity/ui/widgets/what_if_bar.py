"""The strip above the results while they are played with: that nothing is saved, and what moved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.scoring import Score, Scores
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.score_words import bounds, level_move, move, moved
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, row_of, spaced

#: From this text size on the buttons have no room beside the words.
_LARGE = 1.4


class WhatIfBar(QFrame):
    """`reset` asks for everything as it was answered, `ended` for the results alone."""

    reset = Signal()
    ended = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._t = t
        px = theme.px
        self.setObjectName("banner")
        self.setProperty("kind", "note")
        self._title = label(t("What if: nothing is saved"), "tag")
        self._whole = label("", "strong", wrap=True)
        self._parts = label("", "secondary", wrap=True)
        self.back = button(t("Reset &all"), self.reset.emit)
        self.end = button(t("&End what-if"), self.ended.emit)
        self.end.setToolTip(t("End what-if (Esc)"))
        words = QVBoxLayout()
        spaced(words, 0, gap=px(2))
        words.addLayout(row_of(self._title))
        words.addWidget(self._whole)
        words.addWidget(self._parts)
        self._large = theme.scale >= _LARGE
        rows: QBoxLayout = QVBoxLayout(self) if self._large else QHBoxLayout(self)
        spaced(rows, px(28), px(8), px(24), px(8), gap=px(8))
        rows.addLayout(words, stretch=1)
        buttons = row_of(self.back, self.end)
        rows.addLayout(buttons)
        rows.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)

    def show_moves(self, evaluation: Evaluation, after: Scores) -> None:
        """Say what moved, from where to where."""
        t, before = self._t, evaluation.scores
        self._whole.setText(_line(t("Overall score"), before.overall, after.overall, t))
        lines = [
            _line(text_in(one.name, t.language), before.dimensions[one.id], score, t)
            for one in evaluation.questionnaire.dimensions
            if moved(before.dimensions[one.id], score := after.dimensions[one.id])
        ]
        self._parts.setText("\n".join(lines) or t("Nothing is moved yet."))
        self._parts.setHidden(self._large and bool(lines))  # the rows say it, too


def _line(name: str, before: Score, after: Score, t: Translator) -> str:
    """``IT: 56 → 60 (+4.2), 58 to 64, level 3 → 4``."""
    parts = (move(before, after, t), bounds(after, t), level_move(before, after, t))
    return f"{name}: {', '.join(part for part in parts if part)}"
