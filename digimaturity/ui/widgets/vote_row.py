"""A level as a row to agree on, with room at its right for who chose it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from digimaturity.ui.theme import Theme
from digimaturity.ui.vote_group import VoteGroup
from digimaturity.ui.widgets.choices import Choice
from digimaturity.ui.widgets.terms import MarkedText, Terms
from digimaturity.ui.widgets.vote_marks import VoteMarks

#: Pixels at 100 %: where name and text begin, the room for votes, what stands around.
_NAME, _TEXT, _VOTES, _AROUND, _ABOVE = 60, 160, 224, 16, 9

#: Below this width name, text and votes stand below each other.
_BESIDE = 640


class VoteRow(Choice):
    """Votes are known to it only while they are shown: until then it has nothing to tell.

    `passed` tells that the keyboard shall go to the level above (-1) or below (1).
    """

    passed = Signal(int)

    def __init__(
        self, theme: Theme, terms: Terms, number: int, name: str, text: str, spoken: str
    ) -> None:
        super().__init__(theme, spoken)
        self._cap, self._name, self._text = str(number), name, MarkedText(text, terms)
        self._type = theme.font()
        self._line = QFontMetrics(self._type).height()
        self._votes = VoteMarks(theme)
        # A click leaves the keyboard where it is: Space goes on to reveal.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_votes(self, groups: tuple[VoteGroup, ...]) -> None:
        """Show who chose this level; of nobody nothing is shown."""
        if groups != self._votes.groups:
            self._votes = VoteMarks(self.theme, groups)
            self.setAccessibleDescription("; ".join(group.spoken for group in groups))
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Long texts break into lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The row's height in pixels at that width."""
        px = self.theme.px
        text, votes = self._rooms(width)
        ends = [
            px(40),
            text.top() + self._text.height(self._type, text.width()) + px(_ABOVE),
            votes.top() + self._votes.height(votes.width()) + px(_ABOVE),
        ]
        return max(ends)

    def sizeHint(self) -> QSize:
        """As wide as the column of text."""
        width = self.theme.px(self.theme.tokens.space.text_column)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrower than this nothing can be read."""
        return QSize(self.theme.px(240), self.theme.px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter agrees on the level; Space, as everywhere in the workshop, reveals."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.passed.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, hairline, key, name, text and votes."""
        theme, px = self.theme, self.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.fillRect(self.rect(), theme.colour("accent_soft"))
            painter.fillRect(0, 0, px(4), self.height(), theme.colour("accent"))
        elif self._hovered and self.isEnabled():
            painter.fillRect(self.rect(), theme.colour("hover"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("hairline"))
        self.draw_cap(painter, QRect(px(_AROUND), px(_ABOVE), px(28), self._line), self._cap)
        self._draw_words(painter)
        self.draw_focus(painter)
        painter.end()

    def _draw_words(self, painter: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        text, votes = self._rooms(self.width())
        painter.setFont(theme.font(strong=True))
        painter.setPen(theme.colour("ink"))
        name = QRect(px(_NAME), px(_ABOVE), px(_TEXT - _NAME - 8), self._line)
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), self._name)
        self._text.draw(painter, text, self._type, theme.colour("ink"), theme.colour("secondary"))
        self._votes.draw(painter, votes)

    def event(self, event: QEvent) -> bool:
        """The mouse rests: on a term, it is explained."""
        if isinstance(event, QHelpEvent):
            text, _ = self._rooms(self.width())
            if self._text.explain(event, text, self._type, self):
                return True
        return super().event(event)

    def _rooms(self, width: int) -> tuple[QRect, QRect]:
        """Where the text stands, and where the votes do."""
        px = self.theme.px
        if width >= px(_BESIDE):
            side = width - px(_AROUND) - px(_VOTES)
            text = QRect(px(_TEXT), px(_ABOVE), side - px(_TEXT + _AROUND), 10_000)
            return text, QRect(side, px(_ABOVE), px(_VOTES), 10_000)
        inner = max(80, width - px(_NAME + _AROUND))
        top = px(_ABOVE + 24) if self._name else px(_ABOVE)
        text = QRect(px(_NAME), top, inner, 10_000)
        below = top + self._text.height(self._type, inner) + px(4)
        return text, QRect(px(_NAME), below, inner, 10_000)
