"""What opens the results: level and score in large figures, and what they say in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.report.model.parts import KeyFigure
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced

#: From this text size on the figures stand closer together.
_LARGE = 1.4


class ResultHead(QWidget):
    """The same figures and words as on the summary page of the report."""

    def __init__(self, shown: Sequence[KeyFigure], headline: str, intro: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(12))
        figures = QHBoxLayout()
        spaced(figures, 0, gap=theme.px(16 if theme.scale >= _LARGE else 48))
        for place, figure in enumerate(shown):
            figures.addWidget(self._figure(figure, "secondary" if place else "title"))
        figures.addStretch()
        column.addLayout(figures)
        column.addWidget(label(headline, "large", wrap=True))
        words = label(intro, wrap=True)
        words.setMaximumWidth(theme.px(640))
        column.addWidget(words)

    def _figure(self, figure: KeyFigure, kind: str) -> QWidget:
        px = self._theme.px
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
