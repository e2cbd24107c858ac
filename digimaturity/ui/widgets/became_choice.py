"""What became of a measure, to be chosen with a click or the key that stands on it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.choices import Choice

#: Pixels at 100 %: the height, the room of the key, its box, the room after the words.
_HIGH, _LEFT, _CAP, _RIGHT = 40, 40, (10, 20, 18), 14


class BecameChoice(Choice):
    """As large as a row of a table, since several people look on; framed, with its key."""

    def __init__(self, theme: Theme, cap: str, text: str, spoken: str) -> None:
        super().__init__(theme, spoken)
        self._cap, self._text = cap, text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its words where they are widest: when it is chosen."""
        px, metrics = self.theme.px, QFontMetrics(self.theme.font(strong=True))
        width = px(_LEFT) + metrics.horizontalAdvance(self._text) + px(_RIGHT)
        return QSize(width, px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Nothing of it may be cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, key and words."""
        theme, px, chosen = self.theme, self.theme.px, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if chosen else "control_border"), 1))
        hover = self._hovered and self.isEnabled()
        ground = "accent_soft" if chosen else "hover" if hover else "control"
        painter.setBrush(theme.colour(ground))
        radius = theme.tokens.space.radius
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), radius, radius)
        left, width, high = _CAP
        top = (self.height() - px(high)) // 2
        self.draw_cap(painter, QRect(px(left), top, px(width), px(high)), self._cap)
        painter.setFont(theme.font(strong=chosen))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "secondary"))
        room = self.rect().adjusted(px(_LEFT), 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._text)
        self.draw_focus(painter)
        painter.end()
