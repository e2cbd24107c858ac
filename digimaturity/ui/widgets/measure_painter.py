"""Draws a measure's row: what was decided, number and title, what it brings and takes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from digimaturity.domain.roadmap.deciding import Standing
from digimaturity.ui.icons import icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.measure_model import MeasureModel, MeasureRow

#: Pixels at 100 %: space at the edges, the mark's column, the number's, the bar with its gap.
_PAD, _MARK, _NUMBER, _BAR = 12, 26, 26, 14
#: Above and below the words.
_AIR = 8
#: Narrower than this (pixels at 100 %) a title has two lines, and the figures one of their own.
_NARROW = 480
#: The mark's radius (pixels at 100 %).
_RADIUS = 8


class MeasurePainter(QStyledItemDelegate):
    """`wide` tells whether there is room for figures beside the titles."""

    def __init__(self, theme: Theme, model: MeasureModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self._body, self._small = theme.font(), theme.font("small")
        self._strong = theme.font(strong=True)
        self._line = QFontMetrics(self._strong).height()
        self._low = QFontMetrics(self._small).height()
        self.wide = True

    def fit(self, width: int) -> bool:
        """Draw for a list of that width from now on; True where rows have another height then."""
        before, self.wide = self.wide, width >= self._theme.px(_NARROW)
        return before != self.wide

    @property
    def height(self) -> int:
        """That of every row."""
        lines = self._line + self._low if self.wide else 2 * self._line + 2 * self._low
        return lines + 2 * self._theme.px(_AIR)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are alike."""
        return QSize(1, self.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, hairline, mark and words."""
        theme, px, rect = self._theme, self._theme.px, option.rect
        row = self._model.rows[index.row()]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        hairline = theme.colour("hairline")
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, hairline)
        top = rect.top() + px(_AIR)
        left = rect.left() + px(_PAD)
        middle = QPointF(left + px(_RADIUS), top + self._line / 2)
        self._draw_mark(painter, row.standing, middle)
        left += px(_MARK)
        number = QRect(left, top, px(_NUMBER), self._line)
        self._words(painter, number, row.number, self._small, "secondary", right=True)
        left += px(_NUMBER) + px(8)
        bar = QRect(left, top + px(2), px(4), self.height - 2 * px(_AIR) - px(4))
        painter.fillRect(bar, QColor(row.hue) if row.hue else hairline)
        left += px(_BAR)
        self._draw_words(painter, row, QRect(left, top, rect.right() - px(_PAD) - left, 1))
        painter.restore()

    def _draw_words(self, painter: QPainter, row: MeasureRow, room: QRect) -> None:
        left, top, width = room.left(), room.top(), room.width()
        tone = "secondary" if row.standing is Standing.DECLINED else "ink"
        if not self.wide:
            for text in two_lines(QFontMetrics(self._strong), row.title, width):
                line = QRect(left, top, width, self._line)
                self._words(painter, line, text, self._strong, tone)
                top += self._line
            figures = " · ".join(one for one in (row.gain, row.days) if one)
            top = room.top() + 2 * self._line
            for text in (figures, row.about):
                line = QRect(left, top, width, self._low)
                self._words(painter, line, text, self._small, "secondary")
                top += self._low
            return
        beside = max(
            QFontMetrics(self._body).horizontalAdvance(row.gain),
            QFontMetrics(self._small).horizontalAdvance(row.days),
        )
        words = width - beside - self._theme.px(16)
        right = left + width - beside
        line, low = QRect(left, top, words, self._line), QRect(0, top + self._line, 0, self._low)
        self._words(painter, line, row.title, self._strong, tone)
        low.setLeft(left)
        low.setWidth(words)
        self._words(painter, low, row.about, self._small, "secondary")
        gain, days = (
            QRect(right, top, beside, self._line),
            QRect(right, low.top(), beside, self._low),
        )
        self._words(painter, gain, row.gain, self._body, tone, right=True)
        self._words(painter, days, row.days, self._small, "secondary", right=True)

    def _words(
        self,
        painter: QPainter,
        room: QRect,
        words: str,
        font: QFont,
        tone: str,
        *,
        right: bool = False,
    ) -> None:
        cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(room, int(flags), cut)

    def _draw_mark(self, painter: QPainter, standing: Standing, middle: QPointF) -> None:
        """A ring while it is open; with a tick in it once accepted, with a cross once declined."""
        theme, radius = self._theme, float(self._theme.px(_RADIUS))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accepted = standing is Standing.ACCEPTED
        ring = "accent" if accepted else "secondary"
        painter.setPen(QPen(theme.colour(ring), 1.5))
        painter.setBrush(theme.colour("accent" if accepted else "page"))
        painter.drawEllipse(middle, radius - 0.75, radius - 0.75)
        if standing is Standing.OPEN:
            return
        size = round(1.4 * radius)
        name, tone = ("check", "on_accent") if accepted else ("x", "secondary")
        box = QRect(round(middle.x() - size / 2), round(middle.y() - size / 2), size, size)
        icon(name, theme.colour(tone), size).paint(painter, box)


def two_lines(metrics: QFontMetrics, text: str, width: int) -> tuple[str, ...]:
    """The text in one line, or in two of which the second may be cut."""
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    words = text.split(" ")
    count = next(
        (n for n in range(len(words), 0, -1) if _wide(metrics, words[:n]) <= width),
        1,
    )
    return " ".join(words[:count]), " ".join(words[count:])


def _wide(metrics: QFontMetrics, words: list[str]) -> int:
    return metrics.horizontalAdvance(" ".join(words))
