"""The dialog for a fault of the program: it is said, it can be copied, and work goes on."""

from __future__ import annotations

import platform

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from digimaturity import __version__
from digimaturity.i18n import Translator
from digimaturity.ui.widgets.basics import button, label, spaced

#: Height of the usual type at 100 % (pixels); there is no theme here, since that may be at fault.
_USUAL = 14


class FaultDialog(QDialog):
    """What happened, what is safe, and the details to copy; further faults join them."""

    def __init__(self, trace: str, t: Translator, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._t = t
        self.setWindowTitle(t("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        size = QFontInfo(self.font()).pixelSize() / _USUAL
        wanted = QSize(round(560 * size), round(400 * size))
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))
        self.details = f"digimaturity {__version__}\n{platform.platform()}\n\n{trace}"
        column = QVBoxLayout(self)
        spaced(column, round(24 * size), gap=round(12 * size))
        column.addWidget(label(t("Something went wrong in the program"), "large", wrap=True))
        words = t(
            "This is a fault of the program, not of yours. What the window called saved is saved,"
            " and you can go on working."
        )
        column.addWidget(label(words, wrap=True))
        words = t(
            "Please send us the details: they hold nothing of your companies and answers. If it"
            " happens again, closing the program and opening it anew may help."
        )
        column.addWidget(label(words, wrap=True))
        self._text = QPlainTextEdit(self.details)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(t("Details"))
        column.addWidget(self._text, stretch=1)
        self._counted = label("", "small", wrap=True)
        self._counted.hide()
        column.addWidget(self._counted)
        row = QHBoxLayout()
        spaced(row, 0, gap=round(8 * size))
        row.addStretch()
        row.addWidget(button(t("&Copy details"), self._copy))
        go_on = button(t("&Go on"), self.close, "primary")
        row.addWidget(go_on)
        column.addLayout(row)
        go_on.setFocus()

    def add(self, trace: str) -> None:
        """Tell of another fault, too."""
        self.details = f"{self.details}\n\n{trace}"
        self._text.setPlainText(self.details)

    def count(self, times: int) -> None:
        """Tell how often something went wrong since the program was started."""
        words = self._t.plural(
            "It has happened {n} time since the start.",
            "It has happened {n} times since the start.",
            times,
        )
        self._counted.setText(words)
        self._counted.setVisible(times > 1)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)
