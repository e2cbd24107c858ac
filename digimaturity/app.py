"""The composition root: builds the parts, passes them in, and runs the application."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

# Importing PySide6 puts a hook on every later import that reads the module's source: a tenth of a
# second on SQLAlchemy alone, for a feature that we do not use.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

from digimaturity import paths  # noqa: E402 - only now imports are quick
from digimaturity.log import start_log  # noqa: E402
from digimaturity.settings import load_settings  # noqa: E402
from digimaturity.tokens import load_tokens  # noqa: E402
from digimaturity.ui.fault import show_fault  # noqa: E402
from digimaturity.ui.main_window import MainWindow  # noqa: E402
from digimaturity.ui.site_map import sample_workspace  # noqa: E402
from digimaturity.ui.theme import add_fonts  # noqa: E402


def run(workspace: Path | None = None, language: str | None = None) -> int:
    """Show the window and return the exit status when it is closed.

    `workspace` is the file to open instead of the one that was open last; `language` overrides
    the one that is set.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("digimaturity")
    start_log(paths.log_dir())
    window = make_window(workspace, language)
    sys.excepthook = _fault_hook(window)
    window.show()
    window.start()
    return application.exec()


def make_window(workspace: Path | None = None, language: str | None = None) -> MainWindow:
    """The window with everything that it needs; a `QApplication` must be there."""
    QApplication.setStyle("Fusion")
    add_fonts(paths.resources_dir() / "fonts")
    settings = load_settings(paths.config_dir())
    if workspace is None:
        workspace = sample_workspace() if settings.mode == "sample" else _last(settings.workspace)
    return MainWindow(settings, load_tokens(), workspace, language or "")


def _last(kept: str) -> Path:
    return Path(kept) if kept else paths.default_workspace()


_Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def _fault_hook(window: MainWindow) -> _Hook:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show_fault(error, window.t, window)

    return hook
