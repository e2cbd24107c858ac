"""A measure or project of the follow-up: its name opens what is noted; below it how it goes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.roadmap.following import Due, Followed
from digimaturity.i18n import Translator
from digimaturity.report.follow_up_words import kpi_words, owner_of, review_words, state_words
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.title_line import TitleLine


class FollowRow(QWidget):
    """`toggled` asks to open what is noted, or to close it."""

    toggled = Signal()

    def __init__(
        self, theme: Theme, t: Translator, one: Followed, title: str, detail: QWidget | None
    ) -> None:
        super().__init__()
        px = theme.px
        self.line = TitleLine(theme, title)
        self.line.tell(opened=detail is not None)
        self.line.clicked.connect(lambda _checked=False: self.toggled.emit())
        urgent, usual = row_words(t, one)
        self.line.setAccessibleDescription(" · ".join((*urgent, *usual)))
        words = QVBoxLayout()
        spaced(words, 0, gap=px(2))
        for parts, kind in ((urgent, "bad"), (usual, "small")):
            if parts:
                words.addWidget(label(" · ".join(parts), kind, wrap=True))
        column = QVBoxLayout(self)
        spaced(column, 0, px(4), 0, px(4), gap=px(2))
        column.addWidget(self.line)
        below = QVBoxLayout()
        spaced(below, px(22), 0, 0, 0, gap=px(12))
        below.addLayout(words)
        if detail is not None:
            below.addWidget(detail)
        column.addLayout(below)


def row_words(t: Translator, one: Followed) -> tuple[list[str], list[str]]:
    """What is urgent, and the rest of state, owner, figure and review."""
    state, review = state_words(t, one), review_words(t, one)
    urgent = [state] if one.late else []
    urgent += [review] if one.due is Due.REVIEW else []
    owner = owner_of(one) or t("nobody owns it")
    usual = (state, owner, kpi_words(t, one.follow_up), review)
    return urgent, [words for words in usual if words and words not in urgent]
