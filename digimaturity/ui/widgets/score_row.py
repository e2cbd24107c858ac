"""A score as a row: name, bar with bounds, points; pressed, it tells how it came about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from digimaturity.charts.data import Bar
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import tip
from digimaturity.ui.widgets.score_painting import BAR_FROM, ScorePainter

#: Right of the bar (pixels at 100 %) stand the points, and beside them the bounds.
_POINTS, _BESIDE = 132, 52

#: Below this width the bar has a line of its own.
_NARROW = 420


class ScoreRow(QPushButton):
    """One bar of 0 to 100 with thin marks where the levels change."""

    def __init__(
        self, theme: Theme, bar: Bar, colour: str, spoken: str, *, strong: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._bar, self._strong = theme, bar, strong
        self._colour = colour
        self._hovered = False
        self.setProperty("kind", "row")
        self.setAccessibleName(spoken)
        self.setToolTip(tip(spoken))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow row has two lines."""
        super().resizeEvent(event)
        self._fit()

    @property
    def _narrow(self) -> bool:
        return self.width() < self._theme.px(_NARROW)

    def _fit(self) -> None:
        height = 32 if self._strong else 26
        self.setFixedHeight(self._theme.px(44 if self._narrow else height))

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(400), self.height())

    def minimumSizeHint(self) -> QSize:
        """Name, bar and points need room."""
        return QSize(self._theme.px(320), self.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left."""
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        px, bar, width, height = self._theme.px, self._bar, self.width(), self.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hovered:
            painter.fillRect(self.rect(), self._theme.colour("hover"))
        row = ScorePainter(painter, self._theme, self._strong)
        points, line = width - px(_POINTS), height // 2 if self._narrow else height
        name_ends = points if self._narrow else px(BAR_FROM)
        row.words(QRect(row.indent, 0, name_ends - px(4) - row.indent, line), bar.name)
        room = QRectF(px(BAR_FROM), 0, points - px(BAR_FROM), height)
        if self._narrow:
            room = QRectF(row.indent, line, width - row.indent - px(4), line)
        row.scale(room)
        if bar.value is None:
            beside = points + px(12)
            row.words(QRect(beside, 0, width - beside, line), bar.label, small=True)
        else:
            row.bar(room, bar.value, self._colour)
            row.words(QRect(points, 0, px(40), line), bar.label, right=True)
            beside = points + px(_BESIDE)
            row.words(QRect(beside, 0, width - beside, line), bar.bounds, small=True)
        if bar.low is not None and bar.high is not None:
            row.bounds(room, bar.low, bar.high)
        if self.hasFocus():
            row.focus(self.rect())
        painter.end()
