"""Says from which year an answer is, and asks whether it still holds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.key_button import KeyButton

#: The key that says that an answer still holds.
KEY = "H"


def since_words(year: str, t: Translator, *, closed: bool) -> str:
    """``From 2025 · to confirm``, or what it stays; without a year from an earlier one."""
    when = t("From {year}", year=year) if year else t("From an earlier year")
    return f"{when} · {t('not confirmed') if closed else t('to confirm')}"


class ConfirmLine(QWidget):
    """Hidden until an answer is to be confirmed; there is one for each answer, never for several.

    Confirming many at once would make it worthless.
    """

    confirmed = Signal()

    def __init__(self, theme: Theme, t: Translator, asked: str) -> None:
        super().__init__()
        self._words = label("", "small")
        self.button = KeyButton(theme, KEY, t("Still holds"), self.confirmed.emit)
        self.button.setAccessibleName(t("Still holds: {question}", question=asked))
        row = Flow(theme.px(8))
        spaced(row, 0, gap=theme.px(8))
        self.setLayout(row)
        for one in (_Sign(theme), self._words, self.button):
            row.addWidget(one)
        self.hide()

    def show_since(self, since: str) -> None:
        """Show from when the answer is (`since_words`); empty: it is this year's."""
        self._words.setText(since)
        self.setVisible(bool(since))

    def close_to_answers(self) -> None:
        """Nothing can be changed."""
        self.button.hide()


class _Sign(QWidget):
    """A key with a dashed edge, as the answer bears it: said, and not yet this year."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(20), theme.px(28))

    def sizeHint(self) -> QSize:
        """As high as the button beside it."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(dashed(self._theme))
        side = self._theme.px(14)
        painter.drawRoundedRect(0, (self.height() - side) // 2, side, side, 3, 3)
        painter.end()


def dashed(theme: Theme) -> QPen:
    """The edge of what is to be confirmed."""
    pen = QPen(theme.colour("accent"), max(1.0, theme.scale))
    pen.setDashPattern([3, 2])
    return pen
