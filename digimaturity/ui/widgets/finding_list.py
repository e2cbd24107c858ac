"""What was found in the applications, in sentences, with ways to the applications concerned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.report.landscape_words import NAMED, Told
from digimaturity.ui.icons import icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, line, plain, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.fold import Fold, FoldPart

#: So many are seen at once; the others are folded.
_FIRST = 4
#: What is asked for, and is no fault.
_ASKING = frozenset({"perhaps", "unknown", "untold"})


class FindingList(QFrame):
    """`opened` carries the key of an application; `names` has what they are called."""

    opened = Signal(str)

    def __init__(
        self, theme: Theme, t: Translator, findings: Sequence[Told], names: Mapping[str, str]
    ) -> None:
        super().__init__()
        self._theme, self._t, self._names = theme, t, names
        self.setProperty("kind", "card")
        self.setAccessibleName(t("What was found"))
        px = theme.px
        column = QVBoxLayout(self)
        spaced(column, px(16), px(8), px(16), px(8), gap=px(4))
        for place, told in enumerate(findings[:_FIRST]):
            if place:
                column.addWidget(line())
            column.addWidget(self._finding(told))
        rest = findings[_FIRST:]
        if rest:
            column.addWidget(line())
            words = t.plural("One more finding", "{n} more findings", len(rest))
            column.addWidget(Fold(theme, words, partial(self._rest, rest)))

    def _rest(self, findings: Sequence[Told]) -> Iterable[FoldPart]:
        return [("", [self._finding(told) for told in findings])]

    def _finding(self, told: Told) -> QWidget:
        px, theme = self._theme.px, self._theme
        asking = told.kind in _ASKING
        made = QWidget()
        row = QHBoxLayout(made)
        spaced(row, 0, px(6), 0, px(6), gap=px(10))
        size = px(16)
        mark = label("")
        name, colour = (
            ("circle-question-mark", "secondary") if asking else ("triangle-alert", "bad")
        )
        mark.setPixmap(icon(name, theme.colour(colour), size).pixmap(size, size))
        mark.setContentsMargins(0, px(2), 0, 0)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        spaced(words, 0, gap=px(2))
        words.addWidget(label(told.head, "strong", wrap=True))
        words.addWidget(label(told.words, "secondary", wrap=True))
        ways = Flow(px(12))
        spaced(ways, 0, px(2), 0, 0, gap=px(12))
        for key in told.systems[:NAMED]:
            ways.addWidget(self._way(key, told))
        words.addLayout(ways)
        row.addLayout(words, stretch=1)
        return made

    def _way(self, key: str, told: Told) -> QPushButton:
        name = self._names[key]
        made = button(plain(name), partial(self.opened.emit, key), "link", small=True)
        made.setAccessibleName(self._t("{name}: {what}", name=name, what=told.head))
        return made
