"""Who chose a level, as marks with names: a form and a colour for each viewpoint."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.ui.theme import Theme
from digimaturity.ui.vote_group import VoteGroup

#: The colours of the viewpoints, the same as in charts.
COLOURS = {
    Viewpoint.MANAGEMENT: "leadership",
    Viewpoint.IT: "it",
    Viewpoint.BUSINESS: "business",
}

#: More marks of one kind are counted.
_MOST = 5

#: Pixels at 100 %: a mark, and what stands between things.
_MARK, _GAP, _BETWEEN = 10, 4, 16

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class VoteMarks:
    """Groups side by side in as many lines as a width asks for, as they are measured and drawn."""

    def __init__(self, theme: Theme, groups: tuple[VoteGroup, ...] = ()) -> None:
        self.groups = groups
        self._theme = theme
        self._metrics = QFontMetrics(theme.font())
        self._line = self._metrics.height()

    def height(self, width: int) -> int:
        """The height in pixels at that width; nothing where there are none."""
        return len(self._lines(width)) * self._line

    def draw(self, painter: QPainter, room: QRect) -> None:
        """Draw them from the upper left corner of `room`."""
        painter.setFont(self._theme.font())
        for number, line in enumerate(self._lines(room.width())):
            left, top = room.left(), room.top() + number * self._line
            for group in line:
                width = min(self._width(group), room.width())
                self._draw_group(painter, group, QRect(left, top, width, self._line))
                left += width + self._theme.px(_BETWEEN)

    def _lines(self, width: int) -> list[list[VoteGroup]]:
        lines: list[list[VoteGroup]] = []
        free = 0
        for group in self.groups:
            needed = self._width(group)
            if not lines or needed > free:
                lines.append([])
                free = width
            lines[-1].append(group)
            free -= needed + self._theme.px(_BETWEEN)
        return lines

    def _words(self, group: VoteGroup) -> str:
        return f"{group.people} × {group.name}" if group.people > _MOST else group.name

    def _width(self, group: VoteGroup) -> int:
        marks = 1 if group.people > _MOST else group.people
        words = self._metrics.horizontalAdvance(self._words(group)) + 2  # it is rounded down
        return marks * self._theme.px(_MARK + _GAP) + self._theme.px(_GAP) + words

    def _draw_group(self, painter: QPainter, group: VoteGroup, room: QRect) -> None:
        px, left = self._theme.px, room.left()
        colour = self._theme.colour(COLOURS[group.view])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if group.carried:  # hollow: it is not this year's
            painter.setPen(QPen(colour, max(1.0, 1.5 * self._theme.scale)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        for _ in range(1 if group.people > _MOST else group.people):
            top = room.top() + (room.height() - px(_MARK)) / 2
            draw_mark(painter, group.view, QRectF(left, top, px(_MARK), px(_MARK)))
            left += px(_MARK + _GAP)
        left += px(_GAP)
        words = QRect(left, room.top(), room.right() + 1 - left, room.height())
        cut = Qt.TextElideMode.ElideRight
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(
            words, _MIDDLE, self._metrics.elidedText(self._words(group), cut, words.width())
        )


def draw_mark(painter: QPainter, view: Viewpoint, box: QRectF) -> None:
    """The form of a viewpoint, as charts have it: a diamond, a square or a disc."""
    if view is Viewpoint.MANAGEMENT:
        x, y, reach = box.center().x(), box.center().y(), box.width() / 2
        corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    elif view is Viewpoint.IT:
        painter.drawRect(box.adjusted(1, 1, -1, -1))
    else:
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
