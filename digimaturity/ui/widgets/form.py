"""Fields under each other, each with its name, a hint, and the complaint about what was entered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QListView, QVBoxLayout, QWidget

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox, as_list

#: All the words that an entry is found by.
_WORDS = int(Qt.ItemDataRole.UserRole) + 1


class Field(QWidget):
    """A field with its name above it, which Alt and its letter lead to, and words below it."""

    def __init__(self, theme: Theme, name: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.field, self._hint = field, hint
        title = QLabel(name)
        title.setProperty("kind", "strong")
        title.setBuddy(field)
        field.setAccessibleName(name.replace("&", ""))
        field.setAccessibleDescription(hint)
        self._below = label(hint, "small", wrap=True)
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(4))
        column.addWidget(title)
        column.addWidget(field)
        column.addWidget(self._below)
        self._below.setVisible(bool(hint))  # not before: it would be a window of its own

    def setMaximumWidth(self, width: int) -> None:
        """The words below are no wider: a layout asks how high they are with all of its width."""
        super().setMaximumWidth(width)
        self._below.setMaximumWidth(width)

    def complain(self, sentence: str) -> None:
        """Say what is wrong with what was entered; nothing: it is fine."""
        self._below.setText(sentence or self._hint)
        self._below.setVisible(bool(sentence or self._hint))
        self._below.setProperty("kind", "bad" if sentence else "small")
        self.field.setProperty("wrong", bool(sentence))
        self.field.setAccessibleDescription(sentence or self._hint)
        for widget in (self._below, self.field):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def say(self, hint: str) -> None:
        """Change the hint."""
        self._hint = hint
        self.complain("")


class SearchBox(ChoiceBox):
    """A list to choose from, in which a part of a word finds its entry; empty is an answer too.

    `words` are others that an entry is found by, for its code. `settled` tells whether what stands
    in the field, now that it was left, is an entry.
    """

    settled = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[tuple[str, str]],
        chosen: str | None,
        words: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(theme)
        self.found = True
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItem("", "")
        for place, (code, text) in enumerate(entries, start=1):
            self.addItem(text, code)
            self.setItemData(place, f"{text} {(words or {}).get(code, '')}", _WORDS)
        found = _Finder(self.model(), self)
        found.setCompletionRole(_WORDS)
        as_list(_list_of(found))
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
        self.found = True

    def settle(self) -> None:
        """What is no entry becomes the first that has these letters; what finds none stays."""
        text = self.currentText().strip()
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if place < 0:
            place = self._nearest(text.casefold())
        if place >= 0:
            self.setCurrentIndex(place)
        line = self.lineEdit()
        if line is not None and place >= 0:
            line.setText(self.itemText(place))
        self.found = place >= 0
        self.settled.emit(self.found)

    def _nearest(self, text: str) -> int:
        """The first entry with that word, else with one that begins so or holds it; -1: none."""
        known = [str(self.itemData(place, _WORDS) or "") for place in range(self.count())]
        padded = [f" {words.replace(',', ' ')} ".casefold() for words in known]
        for form in (f" {text} ", f" {text}", text):
            for place, words in enumerate(padded):
                if form in words:
                    return place
        return -1


class _Finder(QCompleter):
    """Looks in all words of an entry, and puts its text alone into the field."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What stands in the field when that entry is chosen."""
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _list_of(found: QCompleter) -> QListView:
    view = QListView()
    found.setPopup(view)
    return view
