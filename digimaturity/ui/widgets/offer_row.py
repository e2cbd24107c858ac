"""A row that offers one of a few things to choose from: its name, and what it means."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.choices import Choice

#: Room (pixels at 100 %) around the words, and to the left of them for the mark.
_MARGIN, _LEFT = 12, 44

#: The keys that go from one row to the next.
_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})


class OfferRow(Choice):
    """One of a group of radio buttons: the arrows choose among those of the same parent."""

    def __init__(self, theme: Theme, title: str, text: str) -> None:
        super().__init__(theme, title)
        self._title, self._text = title, text
        self.setAccessibleDescription(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No card is around it that would read the arrows."""
        if event.key() in _ARROWS:
            QRadioButton.keyPressEvent(self, event)
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Long texts break into lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The row's height in pixels at that width, or at the largest that it can have."""
        return self._text_box(min(width, self.maximumWidth())).bottom() + 1 + self.theme.px(_MARGIN)

    def sizeHint(self) -> QSize:
        """As wide as a field."""
        width = self.theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrower than this nothing can be read."""
        return QSize(self.theme.px(240), self.theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, mark, title and text."""
        theme, px = self.theme, self.theme.px
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if chosen else "control_border"), 1))
        ground = "accent_soft" if chosen else "hover" if self._hovered else "control"
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        self._draw_mark(painter)
        title, text = self._title_box(self.width()), self._text_box(self.width())
        flags = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.setFont(theme.font(strong=True))
        painter.setPen(theme.colour("ink"))
        painter.drawText(title.adjusted(0, 0, 0, px(2)), flags, self._title)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("secondary"))
        painter.drawText(text.adjusted(0, 0, 0, px(2)), flags, self._text)
        self.draw_focus(painter)
        painter.end()

    def _draw_mark(self, painter: QPainter) -> None:
        """A ring, with a dot in it where this is chosen: not by colour alone."""
        theme, px = self.theme, self.theme.px
        centre = QPoint(px(_LEFT) // 2, px(_MARGIN) + px(10))
        painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "secondary"), 1.5))
        painter.setBrush(theme.colour("control"))
        painter.drawEllipse(centre, px(8), px(8))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(centre, px(4), px(4))

    def _title_box(self, width: int) -> QRect:
        return self._box(width, self.theme.px(_MARGIN), self._title, strong=True)

    def _text_box(self, width: int) -> QRect:
        top = self._title_box(width).bottom() + 1 + self.theme.px(4)
        return self._box(width, top, self._text, strong=False)

    def _box(self, width: int, top: int, text: str, *, strong: bool) -> QRect:
        """The room that `text` takes from `top` on."""
        px = self.theme.px
        room = QRect(px(_LEFT), top, max(80, width - px(_LEFT) - px(_MARGIN)), 10_000)
        metrics = QFontMetrics(self.theme.font(strong=strong))
        height = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
        return QRect(room.left(), top, room.width(), height)
