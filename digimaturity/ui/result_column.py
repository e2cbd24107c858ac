"""The results as one column of sections, in the words of the report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.report.model.report import ReportModel
from digimaturity.ui.comparing import comparison
from digimaturity.ui.going_on import going_on_box
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.comparison import Comparison
from digimaturity.ui.widgets.leading import Leading
from digimaturity.ui.widgets.meanings import meanings
from digimaturity.ui.widgets.next_measures import NextMeasures
from digimaturity.ui.widgets.result_head import ResultHead
from digimaturity.ui.widgets.result_side import ResultSide
from digimaturity.ui.widgets.score_list import ScoreList
from digimaturity.ui.widgets.what_if_list import WhatIfList

#: No section is wider (pixels at 100 %).
_WIDEST = 760


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """Makes the sections of one evaluation. `begin` begins to play with the levels.

    With `supposed` the scores can be moved. In a narrow window what else stands at the side
    follows the scores.
    """

    parts: Parts
    model: ReportModel
    evaluation: Evaluation
    asking: Asking
    begin: Callable[[], None]
    supposed: WhatIfList | None = None
    narrow: bool = False

    def build(self) -> QWidget:
        """All of them, one below the other."""
        px = self.parts.theme.px
        box = QWidget()
        box.setMaximumWidth(px(_WIDEST))
        column = QVBoxLayout(box)
        spaced(column, 0, gap=px(12))
        column.addWidget(ResultHead(self.model.summary, self.parts.theme))
        further = going_on_box(self.parts)
        if further is not None:
            column.addWidget(further)
        column.addWidget(self._how())
        for section in self._sections():
            column.addSpacing(px(8))
            column.addWidget(section)
        column.addStretch()
        return box

    def side(self) -> QWidget:
        """What stands beside the column while nothing is explained there."""
        return ResultSide(self.model, self.evaluation, self.parts.theme, self.asking)

    def _how(self) -> QWidget:
        how = button(
            self.parts.t("How is this &computed?"), lambda: self.asking.show("why "), "link"
        )
        self.asking.by(how, "why ")
        return how

    def _sections(self) -> list[QWidget]:
        theme, t, model = self.parts.theme, self.parts.t, self.model
        found = [self._scores()]
        if self.narrow:
            found.append(self.side())
        if (read := meanings(self.evaluation, theme, t, self.asking)) is not None:
            found.append(read)
        if model.leading is not None:
            found.append(Leading(model.leading, theme, t, self.asking, narrow=self.narrow))
        found.append(self._compared())
        if model.measures is not None and model.measures.items:
            found.append(NextMeasures(model.measures, self.evaluation, theme, t, self.asking))
        return found

    def _scores(self) -> QWidget:
        t, px = self.parts.t, self.parts.theme.px
        box = QWidget()
        column = QVBoxLayout(box)
        spaced(column, 0, gap=px(12))
        head = QHBoxLayout()
        spaced(head, 0, gap=px(12))
        head.addWidget(label(t("Dimensions and areas"), "large", wrap=True), stretch=1)
        column.addLayout(head)
        if self.supposed is not None:
            column.addWidget(label(_rules_of_play(t), "small", wrap=True))
            column.addWidget(self.supposed)
        else:
            if any(score.value is not None for score in self.evaluation.scores.areas.values()):
                play = button(t("What &if …"), self.begin)
                play.setToolTip(t("Move areas to other levels and see what follows"))
                self.asking.by(play, "what if")
                head.addWidget(play, alignment=Qt.AlignmentFlag.AlignTop)
            column.addWidget(self._score_list())
        column.addWidget(label(self.model.summary.areas_note, "small", wrap=True))
        return box

    def _score_list(self) -> ScoreList:
        scores = ScoreList(self.evaluation, self.parts.theme, self.parts.t)
        scores.chosen.connect(lambda key: self.asking.show(f"why {key}"))
        for key, row in scores.rows.items():
            self.asking.by(row, f"why {key}")
        return scores

    def _compared(self) -> Comparison:
        compared = comparison(self.parts, self.model.benchmark, self.evaluation)
        compared.card_asked.connect(lambda key: self.asking.show(f"source {key}"))
        compared.count_asked.connect(lambda: self.asking.show("index"))
        for key, link in compared.links.items():
            self.asking.by(link, f"source {key}")
        if compared.count is not None:
            self.asking.by(compared.count, "index")
        return compared


def _rules_of_play(t: Translator) -> str:
    return t(
        "Drag an area, or press Left and Right on it; Up and Down lead to the next area, Backspace"
        " takes a move back. An area at level n means that all of its answered questions are at"
        " level n. Open questions stay open, so the bounds stay. Your answers are not touched, and"
        " the rest of the page shows what was answered."
    )
