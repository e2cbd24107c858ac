"""What all bodies of questions share: they tell of an answer, and may take digits and steps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class AnswerBody(QWidget):
    """Takes one answer: `answered` carries the value, None when the field was emptied."""

    answered = Signal(object)

    def choose(self, number: int) -> None:
        """A digit was pressed."""

    def step(self, direction: int) -> None:
        """Move the keyboard to the next choice of the question, or the one before."""
