"""A score that may stand elsewhere for a moment: its bar, where it stood before, and the points."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from digimaturity.domain.scoring import Score
from digimaturity.i18n import Translator
from digimaturity.ui.score_words import bounded, bounds, moved, points, spoken
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.score_painting import BAR_FROM, ScorePainter

#: Right of the bar (pixels at 100 %) stand the points, then where they stood and the bounds.
_POINTS, _BESIDE, _NUMBER = 196, 52, 40

#: Below this width name and points stand above the bar.
_NARROW = 520


@dataclass(frozen=True, slots=True)
class Moved:
    """A score before and after, under its name, in the colour of its dimension."""

    name: str
    before: Score
    after: Score
    colour: str
    strong: bool = False


def told(shown: Moved, t: Translator) -> str:
    """The score as a screen reader says it, with where it stood."""
    words = spoken(shown.name, shown.after, t)
    if not moved(shown.before, shown.after):
        return words
    was = t("as answered {score}", score=points(shown.before, t))
    return f"{words}; {was}"


def fit(row: QWidget, theme: Theme, *, strong: bool) -> None:
    """Give `row` the height for one line, or for two where it is narrow."""
    row.setFixedHeight(theme.px(_height(strong=strong, narrow=is_narrow(row, theme))))


def is_narrow(row: QWidget, theme: Theme) -> bool:
    """Whether the bar has a line of its own."""
    return row.width() < theme.px(_NARROW)


def bar_room(row: QWidget, theme: Theme) -> QRectF:
    """Where on `row` the scale of 0 to 100 is; the knob has room at both ends."""
    px, width, height = theme.px, row.width(), row.height()
    if is_narrow(row, theme):
        return QRectF(px(28), height / 2, width - px(36), height / 2)
    return QRectF(px(BAR_FROM), 0, width - px(_POINTS + BAR_FROM) - px(8), height)


def draw(row: QWidget, painter: QPainter, theme: Theme, t: Translator, shown: Moved) -> QRectF:
    """Draw everything but the knob; gives back where the scale is."""
    px, width, after = theme.px, row.width(), shown.after
    paint, room = ScorePainter(painter, theme, shown.strong), bar_room(row, theme)
    narrow = is_narrow(row, theme)
    line = round(row.height() / 2) if narrow else row.height()
    start = width - px(_POINTS)
    name_ends = start - px(4) if narrow else px(BAR_FROM - 8)
    paint.words(QRect(paint.indent, 0, name_ends - paint.indent, line), shown.name)
    paint.scale(room)
    beside = start + px(_BESIDE)
    if after.shown is None:
        paint.words(QRect(start, 0, width - start, line), points(after, t), small=True)
        return room
    paint.bar(room, after.shown, shown.colour)
    if bounded(after):
        paint.bounds(room, after.low, after.high)
    if shown.before.shown is not None and moved(shown.before, after):
        paint.mark(room, shown.before.shown)
    paint.words(QRect(start, 0, px(_NUMBER), line), points(after, t), right=True)
    paint.words(QRect(beside, 0, width - beside, line), _beside(shown, t), small=True)
    return room


class MovedRow(QLabel):
    """The row of a dimension or of the whole, which moves with its areas."""

    def __init__(self, theme: Theme, t: Translator, shown: Moved) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self._shown = shown
        self.setAccessibleName(told(shown, t))
        fit(self, theme, strong=True)

    def show_moved(self, shown: Moved) -> None:
        """Show where the score stands now."""
        if shown == self._shown:
            return
        self._shown = shown
        self.setAccessibleName(told(shown, self._t))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow row has two lines."""
        super().resizeEvent(event)
        fit(self, self._theme, strong=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(self, painter, self._theme, self._t, self._shown)
        painter.end()


def _beside(shown: Moved, t: Translator) -> str:
    """Beside the points: where the score stood, and between which bounds it lies."""
    parts = [bounds(shown.after, t)]
    if moved(shown.before, shown.after):
        parts.insert(0, t("was {score}", score=points(shown.before, t)))
    return " · ".join(part for part in parts if part)


def _height(*, strong: bool, narrow: bool) -> int:
    if narrow:
        return 48
    return 32 if strong else 28
