"""A measure or project of the follow-up: its name opens what is noted; below it how it goes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.roadmap.following import Due, Followed
from digimaturity.i18n import Translator
from digimaturity.report.follow_up_words import kpi_words, owner_of, review_words, state_words
from digimaturity.ui.icons import put_icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, plain, spaced, tip
from digimaturity.ui.widgets.fold_line import FoldLine


class TitleLine(FoldLine):
    """A fold's line as large as text, cut with … where there is no room for all of it."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._title = title
        self.setProperty("small", False)
        self.setAccessibleName(title)
        self.setToolTip(tip(title))

    def sizeHint(self) -> QSize:
        """The whole title in one line."""
        return QSize(self._around() + self._advance(self._title) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It can give way."""
        size = super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 8, size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of it as there is room for."""
        super().resizeEvent(event)
        room = event.size().width() - self._around()
        if room < self._advance(self._title):
            right = Qt.TextElideMode.ElideRight
            self.setText(plain(self.fontMetrics().elidedText(self._title, right, room)))
        else:
            self.setText(plain(self._title))

    def _around(self) -> int:
        """What chevron and edges take of the width."""
        return super().sizeHint().width() - self._advance(self.text().replace("&&", "&"))

    def _advance(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)


class FollowRow(QWidget):
    """`toggled` asks to open what is noted, or to close it."""

    toggled = Signal()

    def __init__(
        self, theme: Theme, t: Translator, one: Followed, title: str, detail: QWidget | None
    ) -> None:
        super().__init__()
        px = theme.px
        self.line = TitleLine(title)
        name = "chevron-right" if detail is None else "chevron-down"
        put_icon(self.line, name, theme.colour("accent"), px(14))
        self.line.tell(opened=detail is not None)
        self.line.clicked.connect(lambda _checked=False: self.toggled.emit())
        urgent, usual = row_words(t, one)
        self.line.setAccessibleDescription(" · ".join((*urgent, *usual)))
        words = QVBoxLayout()
        spaced(words, 0, gap=px(2))
        for parts, kind in ((urgent, "bad"), (usual, "small")):
            if parts:
                words.addWidget(label(" · ".join(parts), kind, wrap=True))
        column = QVBoxLayout(self)
        spaced(column, 0, px(4), 0, px(4), gap=px(2))
        column.addWidget(self.line)
        below = QVBoxLayout()
        spaced(below, px(22), 0, 0, 0, gap=px(12))
        below.addLayout(words)
        if detail is not None:
            below.addWidget(detail)
        column.addLayout(below)


def row_words(t: Translator, one: Followed) -> tuple[list[str], list[str]]:
    """What is urgent, and the rest of state, owner, figure and review."""
    state, review = state_words(t, one), review_words(t, one)
    urgent = [state] if one.late else []
    urgent += [review] if one.due is Due.REVIEW else []
    owner = owner_of(one) or t("nobody owns it")
    usual = (state, owner, kpi_words(t, one.follow_up), review)
    return urgent, [words for words in usual if words and words not in urgent]
