"""Quiet marks at the right of a level's row: last year's level, and what others have answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from digimaturity.ui.theme import Theme

#: A name may be this wide (pixels at 100 %).
_WIDEST = 120

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class LevelMark:
    """One mark: a word in a `colour` of the design, with a dot before it if somebody said so.

    `spoken` is what a screen reader says of it. The dot is `hollow` where it was an earlier year.
    """

    text: str
    spoken: str
    colour: str = "secondary"
    dot: bool = False
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class EarlierSaid:
    """An earlier year's answer to a question without levels: when, what, and both in `words`."""

    when: str
    said: str
    words: str


#: The marks of each level of a question, by its number.
LevelMarks = Mapping[int, tuple[LevelMark, ...]]


class Marks:
    """The marks of one row, as they are measured and drawn."""

    def __init__(self, theme: Theme, marks: tuple[LevelMark, ...] = ()) -> None:
        self.marks = marks
        self._theme = theme
        metrics = QFontMetrics(theme.font("small"))
        most = theme.px(_WIDEST)
        cut = Qt.TextElideMode.ElideRight
        self._words = [metrics.elidedText(mark.text, cut, most) for mark in marks]
        self._widths = [
            metrics.horizontalAdvance(words) + (theme.px(12) if mark.dot else 0)
            for mark, words in zip(marks, self._words, strict=True)
        ]
        gaps = theme.px(14) * max(0, len(marks) - 1)
        #: Pixels that all of them take.
        self.width = sum(self._widths) + gaps if marks else 0

    def draw(self, painter: QPainter, right: int, top: int) -> None:
        """Draw them side by side, ending at `right`, in a line of text that begins at `top`."""
        px, left = self._theme.px, right - self.width
        painter.setFont(self._theme.font("small"))
        for mark, words, width in zip(self.marks, self._words, self._widths, strict=True):
            colour = self._theme.colour(mark.colour)
            at = left
            if mark.dot:
                painter.setPen(colour if mark.hollow else Qt.PenStyle.NoPen)
                painter.setBrush(Qt.BrushStyle.NoBrush if mark.hollow else colour)
                painter.drawEllipse(QRect(at, top + px(7), px(6), px(6)))
                at += px(12)
            painter.setPen(colour)
            painter.drawText(QRect(at, top, left + width - at + 1, px(20)), _MIDDLE, words)
            left += width + px(14)
