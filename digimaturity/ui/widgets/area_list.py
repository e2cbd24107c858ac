"""The list of areas with their dots, under the names of the dimensions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from digimaturity.ui.icons import icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import tip

_LINE = int(Qt.ItemDataRole.UserRole)

#: Height of a question that was found (pixels at 100 %): two lines of small type.
_QUESTION = 42

#: Where the left half of a circle begins, and how far it goes, in sixteenths of a degree.
_LEFT_HALF, _HALF = 90 * 16, 180 * 16

#: More dots than that are said as a number.
_DOTS = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: a heading (`id` None), or something to go to, with its dots.

    A dot is filled where the question is `done`, and half filled where an earlier year's answer is
    to be confirmed (`carried`); a ring with a point in it says *don't know*. A flag stands before a
    section with a `marked` question.
    """

    id: str | None
    text: str
    colour: str = ""
    done: tuple[bool, ...] = ()
    unknown: tuple[bool, ...] = ()
    carried: tuple[bool, ...] = ()
    marked: bool = False
    spoken: str = ""
    is_question: bool = False


class _Dot(Enum):
    """What is told of one question."""

    OPEN = auto()
    TO_CONFIRM = auto()
    UNKNOWN = auto()
    DONE = auto()


class AreaList(QListWidget):
    """Arrows walk, Enter or a click goes: `chosen` carries the line."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(theme))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._go)
        self.itemActivated.connect(self._go)

    def show_lines(self, lines: list[Line], current: str | None) -> None:
        """Show these lines, with `current` marked; the same lines are only brought up to date."""
        if [self._line(i) for i in range(self.count())] != lines:
            self._fill(lines)
        place = next((i for i, one in enumerate(lines) if one.id == current), -1)
        if not self.hasFocus():
            self.setCurrentRow(place)
        for row, one in enumerate(lines):
            self.item(row).setData(_LINE + 1, one.id is not None and one.id == current)

    def _fill(self, lines: list[Line]) -> None:
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        for one in lines[self.count() :]:
            item = QListWidgetItem()
            item.setData(_LINE, one)  # for a screen reader the list is laid out at once
            self.addItem(item)
        for row, one in enumerate(lines):
            item = self.item(row)
            item.setData(_LINE, one)
            item.setText(one.text)
            item.setToolTip(tip(one.text) if one.is_question else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, one.spoken or one.text)
            selectable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(selectable if one.id is not None else Qt.ItemFlag.NoItemFlags)

    def _line(self, row: int) -> Line | None:
        line = self.item(row).data(_LINE)
        return line if isinstance(line, Line) else None

    def _go(self, item: QListWidgetItem) -> None:
        line = item.data(_LINE)
        if isinstance(line, Line) and line.id is not None:
            self.chosen.emit(line)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._flag = icon("flag", theme.colour("accent"), theme.px(12)).pixmap(theme.px(12))

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Headings keep a distance to what is above them."""
        line = index.data(_LINE)
        first = index.row() == 0
        height = 24 if line.id is not None else 26 if first else 36
        if line.is_question:
            height = _QUESTION
        return QSize(self._theme.px(160), self._theme.px(height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one line."""
        line, current = index.data(_LINE), bool(index.data(_LINE + 1))
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.id is None:
            self._heading(painter, rect, line)
        else:
            self._ground(painter, rect, option, current=current)
            if line.is_question:
                self._question(painter, rect, line)
            else:
                self._entry(painter, rect, line, current=current)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, line: Line) -> None:
        px, theme = self._theme.px, self._theme
        rect = QRect(rect.left(), rect.bottom() - px(26), rect.width(), px(26))
        left = rect.left() + px(8)
        if line.colour:
            box = QRect(left, rect.center().y() - px(3), px(8), px(8))
            painter.fillRect(box, QColor(line.colour))
            left += px(16)
        painter.setFont(theme.font(strong=True))
        painter.setPen(theme.colour("ink"))
        painter.drawText(rect.adjusted(left - rect.left(), 0, 0, 0), _MIDDLE, line.text)

    def _ground(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, *, current: bool
    ) -> None:
        state = option.state
        if current:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3)

    def _question(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """A question that was found: in two lines, since its beginning alone tells too little."""
        px = self._theme.px
        room = rect.adjusted(px(8), px(4), -px(8), -px(4))
        if line.carried:
            box = QRect(room.right() - px(7), rect.center().y() - px(3), px(7), px(7))
            self._dot(painter, box, _Dot.TO_CONFIRM)
            room.setRight(box.left() - px(6))
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("ink"))
        metrics = painter.fontMetrics()
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        words, most = line.text, 2 * metrics.lineSpacing() + px(2)
        while metrics.boundingRect(room, flags, words).height() > most and " " in words:
            words = words.rsplit(" ", 1)[0].rstrip(" ,;:…") + "…"
        painter.drawText(room, flags, words)

    def _entry(self, painter: QPainter, rect: QRect, line: Line, *, current: bool) -> None:
        px, theme = self._theme.px, self._theme
        right = rect.right() - px(8)
        if 0 < len(line.done) <= _DOTS:
            left = right - px(10) * len(line.done)
            for place, done in enumerate(line.done):
                top = rect.center().y() - px(3)
                box = QRect(left + px(10) * place + px(3), top, px(7), px(7))
                unknown = done and any(line.unknown[place : place + 1])
                carried = any(line.carried[place : place + 1])
                self._dot(painter, box, _dot_of(done=done, unknown=unknown, carried=carried))
        else:
            text = f"{sum(line.done)}/{len(line.done)}" if line.done else ""
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("secondary"))
            left = right - painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(
                QRect(left, rect.top(), right - left + 1, rect.height()), _MIDDLE, text
            )
        if line.marked:
            painter.drawPixmap(rect.left() + px(8), rect.center().y() - px(6), self._flag)
        painter.setFont(theme.font(strong=current))
        painter.setPen(theme.colour("ink"))
        room = QRect(rect.left() + px(24), rect.top(), left - rect.left() - px(28), rect.height())
        elided = painter.fontMetrics().elidedText(
            line.text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _MIDDLE, elided)

    def _dot(self, painter: QPainter, box: QRect, kind: _Dot) -> None:
        colour = self._theme.colour("control_border" if kind is _Dot.OPEN else "ink")
        painter.setPen(QPen(colour, 1))
        painter.setBrush(colour if kind is _Dot.DONE else Qt.BrushStyle.NoBrush)
        ring = QRectF(box.adjusted(0, 0, -1, -1))
        painter.drawEllipse(ring)
        painter.setBrush(colour)
        if kind is _Dot.UNKNOWN:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(ring.center(), ring.width() / 5, ring.width() / 5)
        elif kind is _Dot.TO_CONFIRM:
            painter.drawChord(ring, _LEFT_HALF, _HALF)


def _dot_of(*, done: bool, unknown: bool, carried: bool) -> _Dot:
    if unknown:
        return _Dot.UNKNOWN
    if done:
        return _Dot.DONE
    return _Dot.TO_CONFIRM if carried else _Dot.OPEN


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
