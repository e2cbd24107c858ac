"""The composition root: builds the parts, passes them in, and runs the application."""

from __future__ import annotations

import builtins
import gc
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

# Importing PySide6 puts a hook on every later import that reads the module's source: a tenth of a
# second on SQLAlchemy alone, for a feature that we do not use.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

from digimaturity import paths  # noqa: E402 - only now imports are quick
from digimaturity.settings import last_workspace, load_settings  # noqa: E402 - as above
from digimaturity.tokens import load_tokens  # noqa: E402 - as above
from digimaturity.ui.main_window import MainWindow  # noqa: E402 - as above


def run(workspace: Path | None = None, language: str | None = None) -> int:
    """Show the window and return the exit status when it is closed.

    `workspace` is the file to open instead of the one that was open last; `language` overrides
    the one that is set.
    """
    gc.disable()  # looking through what is being loaded, which stays, takes a tenth of the time
    application = QApplication(sys.argv[:1])
    application.setApplicationName("digimaturity")
    window = make_window(workspace, language)
    catch_faults(window)
    window.show()  # its first picture starts the rest
    return application.exec()


def make_window(workspace: Path | None = None, language: str | None = None) -> MainWindow:
    """The window with everything that it needs; a `QApplication` must be there."""
    if QApplication.style().name() != "fusion":
        QApplication.setStyle("Fusion")
    settings = load_settings(paths.config_dir())
    if workspace is None:
        workspace = last_workspace(settings)
    return MainWindow(settings, load_tokens(), workspace, language or "")


def catch_faults(window: MainWindow) -> None:
    """Let the window tell of every fault that nobody catches, in whatever thread: it goes on.

    Nothing is written to the error stream, which some systems keep: messages may quote a client.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            window.report_fault(error)
        else:
            sys.__excepthook__(kind, error, trace)

    def elsewhere(what: threading.ExceptHookArgs | sys.UnraisableHookArgs) -> None:
        if isinstance(what.exc_value, Exception):
            window.report_fault(what.exc_value)

    sys.excepthook = hook
    threading.excepthook = sys.unraisablehook = elsewhere
