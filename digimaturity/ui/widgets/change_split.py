"""A change in three parts: what really changed, what the questionnaire did, what nobody checked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from digimaturity.report.trend_split import Split
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced


class ChangeSplit(QWidget):
    """The parts side by side, each with its number of questions; one below the other if narrow."""

    def __init__(self, split: Split, theme: Theme, *, narrow: bool) -> None:
        super().__init__()
        grid = QGridLayout(self)
        spaced(grid, 0)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(2))
        foot, top = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        for place, part in enumerate((split.really, split.questionnaire, split.unchecked)):
            row, column = (4 * place, 0) if narrow else (0, place)
            grid.addWidget(label(part.title, "strong", wrap=True), row, column, foot)
            grid.addWidget(label(part.figure, "title"), row + 1, column)
            grid.addWidget(label(part.text, "secondary", wrap=True), row + 2, column, top)
            grid.setRowMinimumHeight(row + 3, theme.px(12) if narrow else 0)
            grid.setColumnStretch(column, 1)
