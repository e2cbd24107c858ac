"""Above the page, while an earlier revision is shown: which one it is, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced

#: From this width on (pixels at 100 %) there is room beside the words.
_BESIDE = 640


class RevisionLine(QFrame):
    """Hidden until there is something to say; `back_asked` speaks for itself."""

    back_asked = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        self.setObjectName("banner")
        self.setProperty("kind", "note")
        self._words = label("", "strong", wrap=True)
        self._back = button(t("Back to the present state"), self.back_asked.emit, small=True)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        spaced(row, px(28), px(8), px(24), px(8), gap=px(8))
        row.addWidget(self._words, stretch=1)
        row.addWidget(self._back)
        self._back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._said = ("", "")
        self.hide()

    def say(self, short: str, more: str) -> None:
        """Show these words, with `more` where there is room; none: there is nothing to say."""
        self._said = short, f"{short} {more}".strip()
        self.setAccessibleName(self._said[1])
        self._show_words()
        self.setVisible(bool(short))

    def _show_words(self) -> None:
        wide = self.width() >= self._theme.px(_BESIDE)
        self._words.setText(self._said[wide])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room beside the words, the way back stands below them."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(_BESIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if wide else down)
        self._show_words()
        self.updateGeometry()
