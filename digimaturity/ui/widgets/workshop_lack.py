"""A workshop in which nothing can be compared yet: why, and how to get there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.workshop import Lack
from digimaturity.report.wording import Wording
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.flow import flowing
from digimaturity.ui.widgets.terms import terms_of
from digimaturity.ui.widgets.workshop_sheet import WorkshopSheet
from digimaturity.ui.workshop_words import lack_words

_WIDTH = 640


class WorkshopLack(WorkshopSheet):
    """`begun` says that the questions are gone through all the same."""

    begun = Signal()
    people_asked = Signal()

    def __init__(self, lack: Lack | None, theme: Theme, w: Wording) -> None:
        """Without a `lack` there is no question that could be talked about."""
        t, px = w.t, theme.px
        what, more = (
            lack_words(lack, w)
            if lack is not None
            else (t("No question of this assessment has levels to agree on."), "")
        )
        super().__init__(theme, terms_of(w.evaluation.questionnaire, t), what)
        below = QWidget()
        below.setMaximumWidth(px(_WIDTH))
        words = QVBoxLayout(below)
        spaced(words, px(16), px(12), 0, 0, gap=px(16))
        if more:
            words.addWidget(label(more, wrap=True))
        ways = []
        if lack in (Lack.ONE_PERSON, Lack.ONE_VIEWPOINT, Lack.UNANSWERED):
            ways.append(button(t("Who takes &part"), self.people_asked.emit, "primary"))
        if lack is not None:
            ways.append(button(t("Go through the &questions all the same"), self.begun.emit))
        row = flowing(px(12), *ways)
        spaced(row, 0, gap=px(12))
        words.addLayout(row)
        self.column.addStretch(1)
        self.column.addWidget(self.heading)
        self.column.addWidget(below)
        self.column.addStretch(2)
