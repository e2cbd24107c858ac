"""The panel that answers "How is this computed?" beside the results."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.why import Why, WhyLine
from digimaturity.ui.widgets.basics import button, label, line, plain, spaced
from digimaturity.ui.widgets.side_panel import SidePanel


class WhyPanel(SidePanel):
    """`followed` carries a part to look into: a score's key, or a question's id and True."""

    followed = Signal(str, bool)

    def __init__(self, theme: Theme, t: Translator, why: Why) -> None:
        super().__init__(theme, t, why.title)
        self._theme, self._t = theme, t
        px, column = theme.px, self.column
        column.addWidget(label(why.result, "title"))
        if why.reading:
            column.addWidget(label(why.reading, wrap=True))
            column.addSpacing(px(8))
        for rule in why.rules:
            column.addWidget(label(rule, "small", wrap=True))
        for part in why.lines:
            column.addWidget(line())
            column.addWidget(self._part(part))
        column.addWidget(line())
        column.addStretch()

    def _part(self, part: WhyLine) -> QWidget:
        px = self._theme.px
        box = QWidget()
        row = QHBoxLayout(box)
        spaced(row, 0, gap=px(12))
        words = QVBoxLayout()
        spaced(words, 0, gap=px(2))
        if part.is_question:
            words.addWidget(label(part.name, wrap=True))
            if part.words:
                words.addWidget(label(part.words, "secondary", wrap=True))
            text = self._t("Go to the question")
            go = button(text, lambda: self.followed.emit(part.target, True), "link", small=True)
            go.setAccessibleName(f"{text}: {part.name}")
        else:
            text = plain(part.name)
            go = button(text, lambda: self.followed.emit(part.target, False), "link")
        words.addWidget(go)
        words.addWidget(
            label(" · ".join(word for word in (part.detail, part.weight) if word), "small")
        )
        row.addLayout(words, stretch=1)
        row.addWidget(label(part.points, "strong"), alignment=Qt.AlignmentFlag.AlignTop)
        return box
