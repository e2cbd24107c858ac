"""Whether Qt can lay out a widget and open a PDF here; asked by the self-test."""

from __future__ import annotations

import os


def probe_window() -> None:
    """Lay out a label and prepare a PDF preview, without a screen; raises where Qt cannot."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication.instance() or QApplication([])
    label = QLabel("digimaturity")
    label.ensurePolished()
    if label.sizeHint().isEmpty() or QPdfDocument(application).pageCount():
        raise ValueError(application)
