"""A chart below its heading, with what there is to choose of it, notes, and where it leads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.report import drawings
from digimaturity.report.model.planning import Drawing
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.chart import Chart

#: Longer lines are hard to read (pixels at 100 %).
_COLUMN = 640


class FigureBox(QWidget):
    """`title` is above the chart, `choice` between them, the `notes` are small below it.

    `link` is the last of all.
    """

    def __init__(
        self,
        title: str,
        drawing: Drawing,
        theme: Theme,
        notes: Sequence[str] = (),
        choice: QWidget | None = None,
        link: QWidget | None = None,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(8))
        column.addWidget(label(title, "large", wrap=True))
        if choice is not None:
            column.addWidget(choice)
        height = partial(drawings.height, drawing.chart)
        draw = partial(drawings.draw, chart=drawing.chart)
        self.chart = Chart(theme, title, drawing.words, height, draw)
        column.addWidget(self.chart)
        for note in notes:
            made = label(note, "small", wrap=True)
            made.setMaximumWidth(theme.px(_COLUMN))
            column.addWidget(made)
        if link is not None:
            column.addWidget(link)
