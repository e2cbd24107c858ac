"""What the panels on the settings page share: a list of what is there, and the way to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QLayout, QVBoxLayout, QWidget

from digimaturity.ui.parts import Parts
from digimaturity.ui.tasks import Job
from digimaturity.ui.widgets.basics import button, emptied, label, line, row_of, spaced
from digimaturity.ui.widgets.progress_line import ProgressLine


class ImportPanel(QWidget):
    """`list` is for what is installed, `below` for the import: its offer, then what a file says.

    `shown` carries what there is to see or to press now, for the page to scroll to.
    """

    shown = Signal(QWidget)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        px = parts.theme.px
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(16))
        self.list, self.below = QVBoxLayout(), QVBoxLayout()
        for part in (self.list, self.below):
            spaced(part, 0, gap=px(8))
        self.progress = ProgressLine(parts)
        column.addLayout(self.list)
        column.addWidget(self.progress)
        column.addLayout(self.below)

    def offer(self, text: str, choose: Callable[[], None], words: str) -> QWidget:
        """Show the button that leads to a file, with what to know before; the button comes back."""
        emptied(self.below)
        made = button(text, choose)
        self.below.addLayout(row_of(made))
        self.below.addWidget(label(words, "small", wrap=True))
        return made

    def wait_for(self, job: Job, words: str) -> None:
        """Show in place of the offer how far a job is."""
        emptied(self.below)
        self.progress.follow(job, words)
        self.lead_to(self.progress.cancel)

    def chosen_files(self, title: str, kinds: str) -> list[Path]:
        """The files that the user chooses; none where the dialog is left."""
        names, _ = QFileDialog.getOpenFileNames(self, title, "", kinds)
        return [Path(name) for name in names]

    def lead_to(self, widget: QWidget) -> None:
        """Put the keyboard there, and let it be seen."""
        widget.setFocus()
        self.shown.emit(widget)

    def card(self, *rows: QLayout) -> tuple[QFrame, QVBoxLayout]:
        """A card, and the column in it; between `rows` there are lines."""
        px = self.parts.theme.px
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        spaced(column, px(16), px(12), px(16), px(12), gap=px(8))
        for number, row in enumerate(rows):
            if number:
                column.addWidget(line())
            column.addLayout(row)
        return card, column

    def block(self, sentence: str, details: Sequence[str] = ()) -> QVBoxLayout:
        """A sentence with its details close below it."""
        column = QVBoxLayout()
        spaced(column, 0, gap=self.parts.theme.px(2))
        column.addWidget(label(sentence, "strong", wrap=True))
        for detail in details:
            column.addWidget(label(detail, "small", wrap=True))
        return column
