"""The questions of a workshop in their order, to jump to one; quiet about what is not shown yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.workshop import Topic
from digimaturity.report.wording import Wording
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.chapter_list import ChapterList, Row
from digimaturity.ui.widgets.key_button import KeyButton
from digimaturity.ui.workshop_words import level_words, place_words, question_words

#: Keys that walk through the list; the others are the workshop's.
_WALKING = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    }
)


class TopicList(QWidget):
    """`chosen` carries a question; `taken` tells that the user goes there now."""

    chosen = Signal(str)
    taken = Signal()
    turned = Signal()  # the other order is wanted

    def __init__(self, theme: Theme, w: Wording) -> None:
        super().__init__()
        t, px = w.t, theme.px
        self._w = w
        self.order = KeyButton(theme, "O", t("Largest gap first"), self.turned.emit)
        self.list = _Walked(theme, t("Questions of the workshop"))
        self.list.chosen.connect(lambda question, _: self.chosen.emit(question))
        self.list.taken.connect(self.taken)
        column = QVBoxLayout(self)
        spaced(column, px(16), px(16), 0, px(8), gap=px(8))
        column.addWidget(self.order)
        column.addWidget(self.list, stretch=1)

    def show_topics(self, topics: Sequence[Topic], current: str, *, largest_first: bool) -> None:
        """Show them; what is agreed or put off is said below the question."""
        t = self._w.t
        self.order.say(t("Order of the questionnaire") if largest_first else t("Largest gap first"))
        self.list.show_rows([self._row(topic) for topic in topics])
        self.list.mark(current)

    def _row(self, topic: Topic) -> Row:
        t, w = self._w.t, self._w
        marks = [place_words(topic, w)]
        if topic.agreed is not None:
            marks = [t("✓ agreed: {level}", level=level_words(topic, w))]
        if topic.parked:
            marks.append(t("parking lot"))
        return question_words(topic, w), " · ".join(marks), topic.question, ""


class _Walked(ChapterList):
    """Letters and digits do not look for a row here."""

    def mark(self, chapter: str) -> None:
        """Mark the question that is shown, and bring it to be seen."""
        super().mark(chapter)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only walking is the list's own."""
        if event.key() in _WALKING:
            super().keyPressEvent(event)
        else:
            event.ignore()
