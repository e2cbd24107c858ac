"""On the overview: who signed the assessment off, or what is being corrected in it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.ui.parts import Parts
from digimaturity.ui.sign_off_words import state_words
from digimaturity.ui.widgets.basics import label, spaced


class StateLine(QWidget):
    """Hidden for what never was signed; `kind` is that of its words in the stylesheet."""

    def __init__(self, parts: Parts, kind: str) -> None:
        super().__init__()
        self._parts = parts
        self._words = label("", kind, wrap=True)
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addWidget(self._words)
        self._tell()
        if not self._words.text():
            self.hide()
        parts.bus.opened.connect(self._look)  # it is shown before there is a workspace to read

    def _tell(self) -> None:
        self._words.setText(state_words(self._parts.session, self._parts.t))

    def _look(self) -> None:
        self._tell()
        self.setVisible(bool(self._words.text()))
