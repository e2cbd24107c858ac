"""The questions to talk about: who says what, and what to ask each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.report.model.viewpoints import TalkList, TalkPoint, Voice
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import label, line, spaced, tip
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.gap_rows import view_picture

#: Longer lines are hard to read (pixels at 100 %).
_COLUMN = 640


class TalkPoints(QWidget):
    """Each question leads to who says what in full; `keys` are the ids of the questions."""

    def __init__(
        self, talk: TalkList, keys: Sequence[str], theme: Theme, t: Translator, asking: Asking
    ) -> None:
        super().__init__()
        self._theme, self._t, self._asking = theme, t, asking
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(4))
        column.addWidget(label(talk.title, "strong", wrap=True))
        if not talk.points:
            column.addWidget(label(talk.empty, "secondary", wrap=True))
            return
        column.addWidget(label(talk.note, "small", wrap=True))
        for key, point in zip(keys, talk.points, strict=True):
            column.addSpacing(theme.px(4))
            column.addWidget(line())
            column.addSpacing(theme.px(4))
            self._add(column, key, point)

    def _add(self, column: QVBoxLayout, key: str, point: TalkPoint) -> None:
        theme = self._theme
        title = f"{point.number}  {point.question}"
        column.addWidget(self._asking.link(theme, title, f"talk {key}"))
        voices = QWidget()
        row = Flow(theme.px(20))
        voices.setLayout(row)
        spaced(row, 0, gap=theme.px(16))
        for voice in point.voices:
            row.addWidget(self._voice(voice))
        row.addWidget(label(point.area, "small"))
        column.addWidget(voices)
        prompt = label(point.prompt, wrap=True)
        prompt.setMaximumWidth(theme.px(_COLUMN))
        column.addWidget(prompt)

    def _voice(self, voice: Voice) -> QWidget:
        one = QWidget()
        row = QHBoxLayout(one)
        spaced(row, 0, gap=self._theme.px(6))
        mark = QLabel()
        mark.setPixmap(view_picture(self._theme, voice.view))
        row.addWidget(mark)
        words = self._t("{view}: level {level}", view=voice.name, level=voice.level)
        said = label(words, "small")
        said.setToolTip(tip(voice.words))
        row.addWidget(said)
        return one
