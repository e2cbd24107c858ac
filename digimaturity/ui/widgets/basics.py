"""Labels, buttons and lines as the stylesheet knows them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtGui import Qt as Markup
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)


def label(text: str, kind: str = "", *, wrap: bool = False) -> QLabel:
    """Plain text, never markup: it may be a user's. `kind` is one of the stylesheet's."""
    made = Paragraph() if wrap else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("kind", kind)
    return made


class Paragraph(QLabel):
    """Text in as many lines as its width asks for, and no more: nothing is kept free below it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # Layouts within layouts ask for the same again and again, and lines are slow to break.
        self._heights: dict[tuple[int, str, str], int] = {}
        self._least: tuple[str, str, QSize] | None = None

    def minimumSizeHint(self) -> QSize:
        """One line; how many there are is asked for each width (`heightForWidth`)."""
        text, font = self.text(), self.font().key()
        if self._least is None or self._least[:2] != (text, font):
            line = self.fontMetrics().height() if text else 0
            self._least = text, font, QSize(super().minimumSizeHint().width(), line)
        return self._least[2]

    def heightForWidth(self, width: int) -> int:
        """A layout asks with all its width, even where the text may not be as wide."""
        asked = min(width, self.maximumWidth()), self.text(), self.font().key()
        if asked not in self._heights:
            self._heights[asked] = super().heightForWidth(asked[0])
        return self._heights[asked]


class ElidedLabel(QLabel):
    """One line of plain text, cut with … where there is no room; pointed at, it tells all."""

    def __init__(self, kind: str = "", *, middle: bool = False) -> None:
        super().__init__()
        elide = Qt.TextElideMode
        self._cut = elide.ElideMiddle if middle else elide.ElideRight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self.setToolTip(tip(text))

    def minimumSizeHint(self) -> QSize:
        """It can give way."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        room = self.contentsRect()
        metrics = self.fontMetrics()
        words = metrics.elidedText(self.text(), self._cut, room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()


class PrimaryButton(QPushButton):
    """The filled button; on its ground only a ring inside of it is seen well enough."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring where the keyboard is."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.BrightText), 2))
            painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), 2, 2)
            painter.end()


def button(
    text: str, pressed: Callable[[], object], kind: str = "", *, small: bool = False
) -> QPushButton:
    """A push button that calls `pressed`; `kind` is "", "primary", "link" or "icon".

    Enter presses it as Space does: so it is in every dialog, and here in the window too.
    """
    made = PrimaryButton(text) if kind == "primary" else QPushButton(text)
    made.setAutoDefault(True)
    made.setProperty("kind", kind)
    if small:
        made.setProperty("small", True)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.clicked.connect(lambda _checked: pressed())
    return made


def line() -> QFrame:
    """A horizontal hairline."""
    made = QFrame()
    made.setProperty("kind", "line")
    made.setFixedHeight(1)
    return made


def set_kind(widget: QWidget, kind: str) -> None:
    """Give `widget` another look of the stylesheet."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def spaced(layout: QLayout, *margins: int, gap: int = 0) -> None:
    """Set the margins (one for all, or left, top, right, bottom) and the gap of `layout`."""
    left, top, right, bottom = margins * 4 if len(margins) == 1 else margins
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(gap)


def plain(text: str) -> str:
    """`text` for a button, whose ampersands would otherwise be taken as a key."""
    return text.replace("&", "&&")


def tip(text: str) -> str:
    """`text` for a tooltip, which would otherwise take a stranger's name for markup."""
    return Markup.convertFromPlainText(text) if Markup.mightBeRichText(text) else text


def row_of(*widgets: QWidget) -> QHBoxLayout:
    """The widgets side by side, at the left."""
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row


def emptied(layout: QLayout) -> None:
    """Take away whatever `layout` shows."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            emptied(inner)
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
