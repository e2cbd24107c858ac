"""The left side of the questionnaire: a search over the questions, above the list of areas."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.area_list import AreaList, Line
from digimaturity.ui.widgets.basics import spaced

_WIDTH = 232

#: As wide as Qt lets a widget be; the binding does not export its name.
QWIDGETSIZE_MAX = (1 << 24) - 1


class AreaPanel(QFrame):
    """`section_chosen` and `question_chosen` carry an id."""

    section_chosen = Signal(str)
    question_chosen = Signal(str)

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._lines: list[Line] = []
        self._texts: Callable[[], Mapping[str, tuple[str, str]]] = dict
        self._current = ""
        self._to_confirm: frozenset[str] = frozenset()
        px = theme.px
        self.setObjectName("areas")
        self.set_wide(False)
        self._search = QLineEdit()
        self._search.setPlaceholderText(t("Find a question (Ctrl+F)"))
        self._search.setAccessibleName(t("Find a question"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._show)
        self._search.returnPressed.connect(self._take_first)
        self._list = AreaList(theme, t("Areas of the questionnaire"))
        self._list.chosen.connect(self._chosen)
        column = QVBoxLayout(self)
        spaced(column, px(16), px(16), px(12), px(12), gap=px(8))
        column.addWidget(self._search)
        column.addWidget(self._list, stretch=1)

    def show_areas(
        self,
        lines: list[Line],
        current: str,
        texts: Callable[[], Mapping[str, tuple[str, str]]],
        to_confirm: frozenset[str] = frozenset(),
    ) -> None:
        """Show the areas; `texts` gives each question's wording, and all its words to search.

        `to_confirm` are the questions with an earlier year's answer.
        """
        self._lines, self._current, self._texts = lines, current, texts
        self._to_confirm = to_confirm
        self._show()

    def set_wide(self, wide: bool) -> None:
        """Take all the room there is, where the list stands alone."""
        self.setMinimumWidth(self._theme.px(_WIDTH))
        self.setMaximumWidth(QWIDGETSIZE_MAX if wide else self._theme.px(_WIDTH))

    def focus_moved(self, widget: QWidget | None) -> None:
        """The keyboard is at `widget` now: before the first letter, all words are put together."""
        if widget is self._search:
            self._texts()

    def start_search(self) -> None:
        """Bring the keyboard to the search."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _show(self) -> None:
        words = self._search.text().casefold().split()
        self._list.show_lines(self._found(words) if words else self._lines, self._current)

    def _found(self, words: list[str]) -> list[Line]:
        found = [
            self._question(question, wording)
            for question, (wording, text) in self._texts().items()
            if all(word in text for word in words)
        ]
        return found or [Line(None, self._t("No question has these words."))]

    def _question(self, question: str, wording: str) -> Line:
        if question not in self._to_confirm:
            return Line(question, wording, is_question=True)
        spoken = self._t("{words}, to confirm", words=wording)
        return Line(question, wording, carried=(True,), spoken=spoken, is_question=True)

    def _chosen(self, line: Line) -> None:
        if line.is_question:
            self._search.clear()
            self.question_chosen.emit(line.id)
        else:
            self.section_chosen.emit(line.id)

    def _take_first(self) -> None:
        words = self._search.text().casefold().split()
        first = self._found(words)[0] if words else None
        if first is not None and first.id is not None:
            self._chosen(first)
