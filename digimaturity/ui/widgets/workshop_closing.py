"""The end of a workshop: what was put off, what is still open, and what was agreed on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.workshop import Closing, Topic
from digimaturity.report.wording import Wording
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, line, spaced
from digimaturity.ui.widgets.terms import terms_of
from digimaturity.ui.widgets.workshop_sheet import WorkshopSheet
from digimaturity.ui.widgets.wrap_link import WrapLink
from digimaturity.ui.workshop_words import gap_words, level_words, question_words


class WorkshopClosing(WorkshopSheet):
    """`chosen` carries a question to go back to."""

    chosen = Signal(str)

    def __init__(self, found: Closing, revealed: frozenset[str], theme: Theme, w: Wording) -> None:
        """Of questions that are still open the gap is told where it was `revealed`."""
        t = w.t
        terms = terms_of(w.evaluation.questionnaire, t)
        super().__init__(theme, terms, t("What the workshop came to"))
        self._w, self._revealed = w, revealed
        self.column.addWidget(self.heading)
        counts = label(_counted(found, w), "large", wrap=True)
        counts.setContentsMargins(theme.px(16), theme.px(8), 0, 0)
        self.column.addWidget(counts)
        self._section(t("In the parking lot"), found.parked, lambda topic: topic.parked)
        self._section(t("Still open"), found.open, self._open_words)
        self._section(t("Agreed"), found.agreed, self._agreed_words)
        self.column.addStretch()

    def _section(
        self, title: str, topics: tuple[Topic, ...], words: Callable[[Topic], str]
    ) -> None:
        """A heading with its questions; what is empty is not there."""
        if not topics:
            return
        px = self.theme.px
        box = QWidget()
        box.setAccessibleName(title)
        column = QVBoxLayout(box)
        spaced(column, px(16), px(16), 0, 0, gap=px(4))
        column.addWidget(label(title, "large"))
        for topic in topics:
            column.addWidget(line())
            asked = question_words(topic, self._w)
            column.addWidget(WrapLink(self.theme, asked, partial(self.chosen.emit, topic.question)))
            if below := words(topic):
                column.addWidget(label(below, wrap=True))
        self.column.addWidget(box)

    def _open_words(self, topic: Topic) -> str:
        told = topic.gap is not None and topic.question in self._revealed
        return gap_words(topic.gap, self._w) if told and topic.gap else ""

    def _agreed_words(self, topic: Topic) -> str:
        level = level_words(topic, self._w)
        words = level[:1].upper() + level[1:]
        return f"{words}. {topic.reason}" if topic.reason else f"{words}."


def _counted(found: Closing, w: Wording) -> str:
    t = w.t
    counts = [
        t.plural("{n} question agreed on", "{n} questions agreed on", len(found.agreed)),
        t.plural("{n} in the parking lot", "{n} in the parking lot", len(found.parked)),
        t.plural("{n} notable gap still open", "{n} notable gaps still open", len(found.open)),
    ]
    return " · ".join(counts)
