"""A change in three parts: what really changed, what the questionnaire did, what nobody checked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from digimaturity.report.trend_words import Part, Split
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced


class ChangeSplit(QWidget):
    """The parts side by side, each with its number of questions; one below the other if narrow."""

    def __init__(self, split: Split, theme: Theme, *, narrow: bool) -> None:
        super().__init__()
        self._theme = theme
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(way, self)
        spaced(row, 0, gap=theme.px(16 if narrow else 24))
        for part in (split.really, split.questionnaire, split.unchecked):
            row.addWidget(self._part(part), 1, Qt.AlignmentFlag.AlignTop)

    def _part(self, part: Part) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        spaced(column, 0, gap=self._theme.px(2))
        column.addWidget(label(part.title, "strong", wrap=True))
        column.addWidget(label(part.figure, "title"))
        column.addWidget(label(part.text, "secondary", wrap=True))
        return box
