"""The tour: a card beside one part of the window after the other, the rest of it veiled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.overlay import Overlay

#: Pixels at 100 %: how wide the card is, and what is between it and what it points at.
_WIDTH, _GAP = 360, 16

#: So long (milliseconds) between two looks where the thing is: a page may still find its place.
_LOOK = 120


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: the page, what is pointed at on it (None: not there), and what is said of it."""

    page: str
    target: Callable[[], QWidget | None]
    title: str
    words: str


class TourCard(Overlay):
    """Goes from stop to stop; `go` opens a page. It can be left at any moment."""

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        over: QWidget,
        stops: Sequence[Stop],
        go: Callable[[str], None],
    ) -> None:
        super().__init__(theme, over, t("A short tour"))
        self._t, self._stops, self._go = t, stops, go
        self._number, self._page = 0, ""
        self._covered = QRect()
        px = theme.px
        self._place = label("", "small")
        self._title = label("", "large", wrap=True)
        self._words = label("", wrap=True)
        self._back = button(t("&Back"), lambda: self._turn(-1))
        self._next = button(t("&Next"), lambda: self._turn(1), "primary")
        self._end = button(t("Leave the tour"), self.leave, "link")
        row = QHBoxLayout()
        spaced(row, 0, px(8), 0, 0, gap=px(8))
        row.addWidget(self._end)
        row.addStretch()
        row.addWidget(self._back)
        row.addWidget(self._next)
        column = QVBoxLayout(self.card)
        spaced(column, px(20), px(16), px(20), px(16), gap=px(6))
        for words in (self._place, self._title, self._words):
            column.addWidget(words)
        column.addLayout(row)
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._cover)

    @property
    def stop(self) -> Stop:
        """Where the tour is."""
        return self._stops[self._number]

    def open(self) -> None:
        """Begin at the first stop."""
        self._show()
        super().open()
        self._look.start()
        self._next.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Go away; the keyboard is on the page that was shown last."""
        self._look.stop()
        super().leave()

    def spot(self) -> QRect:
        """What is pointed at."""
        target = self.stop.target()
        if target is None or not target.isVisible():
            return QRect()
        where = QRect(target.mapTo(self._over, QPoint(0, 0)), target.size())
        return where.intersected(self.rect())

    def place(self) -> QRect:
        """Beside what is pointed at: where there is room."""
        size = self._size()
        spot, gap, all_ = self.spot(), self.theme.px(_GAP), self.rect()
        across = max(gap, min(spot.left(), all_.right() - size.width() - gap))
        down = max(gap, min(spot.top(), all_.bottom() - size.height() - gap))
        room = all_.adjusted(gap, gap, -gap, -gap)
        middle = QPoint((all_.width() - size.width()) // 2, (all_.height() - size.height()) // 2)
        corners = [
            QPoint(spot.right() + gap, down),
            QPoint(spot.left() - gap - size.width(), down),
            QPoint(across, spot.bottom() + gap),
            QPoint(across, spot.top() - gap - size.height()),
            QPoint(spot.right() - gap - size.width(), spot.bottom() - gap - size.height()),
        ]
        places = [QRect(corner, size) for corner in corners] if not spot.isEmpty() else []
        return next((one for one in places if room.contains(one)), QRect(middle, size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring around what is pointed at."""
        super().paintEvent(event)
        spot = self.spot()
        if spot.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("accent"), 2))
        painter.drawRoundedRect(spot.adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _size(self) -> QSize:
        width = min(self.theme.px(_WIDTH), self.width() - self.theme.px(32))
        wanted = max(width, self.card.minimumSizeHint().width())
        return QSize(wanted, self.card.heightForWidth(wanted))

    def _turn(self, by: int) -> None:
        number = self._number + by
        if number >= len(self._stops):
            self.leave()
        elif number >= 0:
            self._number = number
            self._show()

    def _show(self) -> None:
        stop, t = self.stop, self._t
        if stop.page != self._page:
            self._page = stop.page
            self._go(stop.page)
        place = t("{n} of {all}", n=self._number + 1, all=len(self._stops))
        self._place.setText(place)
        self._title.setText(stop.title)
        self._words.setText(stop.words)
        last = self._number == len(self._stops) - 1
        self._next.setText(t("&Done") if last else t("&Next"))
        self._back.setEnabled(self._number > 0)
        self._end.setVisible(not last)
        self._cover()
        self.raise_()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        said = f"{place}. {stop.title}. {stop.words}"
        self.card.setAccessibleDescription(said)
        self._next.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._next, said))

    def _cover(self) -> None:
        super()._cover()
        spot = self.spot()
        if spot != self._covered:
            self._covered = spot
            self.update()
