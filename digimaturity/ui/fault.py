"""The dialog for a fault of the program: it is said, it can be copied, and work goes on."""

from __future__ import annotations

import platform
import traceback

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from digimaturity import __version__, paths
from digimaturity.i18n import Translator
from digimaturity.log import log_fault, start_log
from digimaturity.ui.widgets.basics import button, label, spaced


def show_fault(error: BaseException, t: Translator, parent: QWidget | None) -> None:
    """Log the fault and show it, without stopping the program."""
    start_log(paths.log_dir())
    log_fault(error)
    FaultDialog(error, t, parent).show()


class FaultDialog(QDialog):
    """What happened, that nothing is lost, and the details to copy."""

    def __init__(self, error: BaseException, t: Translator, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("Something went wrong"))
        self.setMinimumWidth(560)
        self.details = details_of(error)
        column = QVBoxLayout(self)
        spaced(column, 24, gap=16)
        column.addWidget(label(t("Something went wrong in the program"), "large", wrap=True))
        words = t(
            "This is a fault of the program, not of yours. Every answer given so far is saved."
            " You can go on working; if it happens again, please send us the details."
        )
        column.addWidget(label(words, wrap=True))
        text = QPlainTextEdit(self.details)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(t("Details"))
        column.addWidget(text)
        row = QHBoxLayout()
        spaced(row, 0, gap=8)
        row.addStretch()
        row.addWidget(button(t("&Copy details"), self._copy))
        row.addWidget(button(t("&Go on"), self.close, "primary"))
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)


def details_of(error: BaseException) -> str:
    """Version, system and the trace of the error."""
    trace = "".join(traceback.format_exception(error))
    return f"digimaturity {__version__}\n{platform.platform()}\n\n{trace}"
