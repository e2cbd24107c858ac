"""Draws a row of two assessments side by side: name, scale from A to B, points, difference."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from digimaturity.domain.questionnaire import LEVELS
from digimaturity.domain.scoring import LEVEL_WIDTH
from digimaturity.domain.side_by_side import Part, Standing
from digimaturity.ui.compare_rows import CompareRow
from digimaturity.ui.icons import icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.compare_columns import Columns, columns_in
from digimaturity.ui.widgets.compare_model import CompareModel
from digimaturity.ui.widgets.measure_painter import two_lines

#: Above and below the words, the bar in the dimension's colour with its gap, the mark of a fold.
_AIR, _BAR, _FOLD = 7, 14, 18
#: How far in the names of areas and of questions begin.
_INDENT = {Part.AREA: 12, Part.QUESTION: 24, Part.BESIDE: 24}
#: The dots of A and B (pixels at 100 %).
_DOT = 4.5

_STRONG = frozenset({Part.WHOLE, Part.DIMENSION})


class ComparePainter(QStyledItemDelegate):
    """`below` is how many pixels are kept free below the row that is open."""

    def __init__(self, theme: Theme, model: CompareModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self._body, self._small = theme.font(), theme.font("small")
        self._strong = theme.font(strong=True)
        self._line = QFontMetrics(self._strong).height()
        self._low = QFontMetrics(self._small).height()
        self._cut: dict[tuple[str, int, bool], tuple[str, ...]] = {}
        self.width = 0
        self.below = 0

    # -- how high

    def height_of(self, row: CompareRow) -> int:
        """That of a row without what stands below it."""
        columns = columns_in(self._theme, self.width)
        lines = len(self._names(row, columns)) * self._line
        lines += self._low if row.words.about else 0
        if not columns.wide and _figures(row):
            lines += self._line
        if row.line is None:
            lines += self._theme.px(_AIR)
        return lines + 2 * self._theme.px(_AIR)

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as its words, and what stands below."""
        row = self._model.rows[index.row()]
        open_now = row.key == self._model.opened and bool(row.key)
        return QSize(1, self.height_of(row) + (self.below if open_now else 0))

    def name_starts(self, row: CompareRow) -> int:
        """Where on a row its words begin."""
        px = self._theme.px
        indent = _INDENT.get(row.line.part, 0) if row.line is not None else 0
        return columns_in(self._theme, self.width).left + px(indent + _FOLD + _BAR)

    def _names(self, row: CompareRow, columns: Columns) -> tuple[str, ...]:
        strong = _is_strong(row)
        room = columns.names_end - self.name_starts(row)
        key = (row.words.name, room, strong)
        if key not in self._cut:
            metrics = QFontMetrics(self._strong if strong else self._body)
            self._cut[key] = two_lines(metrics, row.words.name, room)
        return self._cut[key]

    # -- how it looks

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, hairline and words."""
        theme, row = self._theme, self._model.rows[index.row()]
        rect = QRect(option.rect)
        painter.save()
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("hairline"))
        rect.setHeight(self.height_of(row))
        if row.line is not None and option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.colour("hover"))
        columns = columns_in(theme, self.width)
        top = self._draw_names(painter, row, rect, columns)
        if columns.wide:
            self._draw_figures(painter, row, rect, columns)
        else:
            self._draw_below(painter, row, top, columns)
        painter.restore()

    def _draw_names(self, painter: QPainter, row: CompareRow, rect: QRect, columns: Columns) -> int:
        """The name and what is known besides; returns where the next line begins."""
        px = self._theme.px
        left, top = self.name_starts(row), rect.top() + px(_AIR)
        if row.line is None:
            top += px(_AIR)
        else:
            self._draw_marks(painter, row, QRect(left, top, 0, rect.bottom() - top - px(_AIR)))
        font = self._strong if _is_strong(row) else self._body
        for text in self._names(row, columns):
            room = QRect(left, top, columns.names_end - left, self._line)
            self._words(painter, room, text, font, "ink")
            top += self._line
        if not columns.wide and _figures(row):
            top += self._line
        if row.words.about:
            room = QRect(left, top, columns.names_end - left, self._low)
            self._words(painter, room, row.words.about, self._small, "secondary")
        return top

    def _draw_marks(self, painter: QPainter, row: CompareRow, beside: QRect) -> None:
        """The bar of the dimension, and whether what is below is shown."""
        theme, px = self._theme, self._theme.px
        bar = QRect(beside.left() - px(_BAR), beside.top() + px(2), px(4), beside.height() - px(2))
        painter.fillRect(bar, QColor(row.hue) if row.hue else theme.colour("control_border"))
        name = "chevron-down" if row.key == self._model.opened else "chevron-right"
        size = px(14)
        at = QRect(bar.left() - px(_FOLD), beside.top() + (self._line - size) // 2, size, size)
        icon(name, theme.colour("secondary"), size).paint(painter, at)

    def _draw_figures(
        self, painter: QPainter, row: CompareRow, rect: QRect, columns: Columns
    ) -> None:
        words, line = row.words, row.line
        if line is None:
            return
        top = rect.top() + self._theme.px(_AIR)
        font = self._strong if _is_strong(row) else self._body

        def room(column: tuple[int, int]) -> QRect:
            return QRect(column[0], top, column[1], self._line)

        self._words(painter, room(columns.a), words.a, font, "ink", right=True)
        self._words(painter, room(columns.b), words.b, font, "ink", right=True)
        self._words(painter, room(columns.change), words.change, font, _tone(row))
        if columns.scale[1] and (line.a is not None or line.b is not None):
            self._draw_scale(painter, row, room(columns.scale))

    def _draw_below(self, painter: QPainter, row: CompareRow, top: int, columns: Columns) -> None:
        """Where it is narrow: the figures in a line of their own."""
        if _figures(row):
            left = self.name_starts(row)
            room = QRect(left, top - self._line, columns.names_end - left, self._line)
            self._words(painter, room, _figures(row), self._strong, "ink")

    def _draw_scale(self, painter: QPainter, row: CompareRow, room: QRect) -> None:
        """A hollow dot for A, a full one for B, on the line from 0 to 100."""
        theme, line = self._theme, row.line
        if line is None:
            return
        radius = _DOT * theme.px(100) / 100
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, left = room.center().y() + 0.5, room.left() + radius
        span = room.width() - 2 * radius

        def at(points: float) -> QPointF:
            return QPointF(left + span * points / 100, y)

        painter.setPen(QPen(theme.colour("hairline"), 1))
        painter.drawLine(at(0), at(100))
        reach = QPointF(0, theme.px(4))
        for mark in range(LEVEL_WIDTH, LEVELS * LEVEL_WIDTH, LEVEL_WIDTH):
            painter.drawLine(at(mark) - reach, at(mark) + reach)
        hue = QColor(row.hue) if row.hue else theme.colour("ink")
        if line.a is not None and line.b is not None:
            painter.setPen(QPen(hue, 2))
            painter.drawLine(at(line.a), at(line.b))
        painter.setPen(QPen(hue, 1.5))
        for points, ground in ((line.a, theme.colour("page")), (line.b, hue)):
            if points is not None:
                painter.setBrush(ground)
                painter.drawEllipse(at(points), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)

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


def _is_strong(row: CompareRow) -> bool:
    return row.line is None or row.line.part in _STRONG


def _tone(row: CompareRow) -> str:
    known = row.line is not None and row.line.standing in (Standing.HIGHER, Standing.LOWER)
    return "ink" if known else "secondary"


def _figures(row: CompareRow) -> str:
    """``A 41 · B 47 · ↑ +6``."""
    words = row.words
    named = (("A", words.a), ("B", words.b), ("", words.change))
    return " · ".join(f"{name} {value}".strip() for name, value in named if value)
