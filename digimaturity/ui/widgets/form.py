"""Fields under each other, each with its name, a hint, and the complaint about what was entered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QVBoxLayout, QWidget

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox


class Field(QWidget):
    """A field with its name above it, which Alt and its letter lead to, and words below it."""

    def __init__(self, theme: Theme, name: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.field, self._hint = field, hint
        title = QLabel(name)
        title.setProperty("kind", "strong")
        title.setBuddy(field)
        field.setAccessibleName(name.replace("&", ""))
        self._below = label(hint, "small", wrap=True)
        self._below.setVisible(bool(hint))
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(4))
        column.addWidget(title)
        column.addWidget(field)
        column.addWidget(self._below)

    def complain(self, sentence: str) -> None:
        """Say what is wrong with what was entered; nothing: it is fine."""
        self._below.setText(sentence or self._hint)
        self._below.setVisible(bool(sentence or self._hint))
        self._below.setProperty("kind", "bad" if sentence else "small")
        self.field.setProperty("wrong", bool(sentence))
        self.field.setAccessibleDescription(sentence)
        for widget in (self._below, self.field):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def say(self, hint: str) -> None:
        """Change the hint."""
        self._hint = hint
        self.complain("")


class SearchBox(ChoiceBox):
    """A list to choose from, in which a part of a word finds its entry; empty is an answer too."""

    def __init__(
        self, theme: Theme, entries: Sequence[tuple[str, str]], chosen: str | None
    ) -> None:
        super().__init__(theme)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItem("", "")
        for code, text in entries:
            self.addItem(text, code)
        found = QCompleter(self.model(), self)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        found.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(found)
        self.choose(chosen)
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self.settle)

    @property
    def code(self) -> str | None:
        """The code of the entry that is chosen."""
        return str(self.itemData(self.currentIndex())) or None

    def setAccessibleName(self, name: str) -> None:
        """The field that takes the keyboard has the same name."""
        super().setAccessibleName(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)

    def choose(self, code: str | None) -> None:
        """Choose the entry of that code; None chooses none."""
        self.setCurrentIndex(max(0, self.findData(code or "")))

    def settle(self) -> None:
        """What is no entry becomes the first entry that has these letters, or what was chosen."""
        text = self.currentText().strip()
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if place < 0 and text:
            place = self.findText(text, Qt.MatchFlag.MatchContains)
        self.setCurrentIndex(place if place >= 0 else self.currentIndex())
        line = self.lineEdit()
        if line is not None:
            line.setText(self.itemText(self.currentIndex()))
