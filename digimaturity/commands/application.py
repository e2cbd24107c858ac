"""Opening the application, and testing what is installed; loaded before there is a window."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity.commands.telling import OUR_FAULT
from digimaturity.errors import UserError

if TYPE_CHECKING:
    # Without a command the window is painted before anything of the command line is loaded.
    from argparse import Namespace

    from digimaturity.i18n import Translator


def open_application(workspace: Path | None = None, language: str | None = None) -> int:
    """The application itself; without a display it says so instead of failing inside Qt."""
    shown = any(os.environ.get(key) for key in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not shown:
        raise UserError("display.missing")
    from digimaturity.app import run

    return run(workspace=workspace, language=language)


def application(options: Namespace, _t: Translator) -> int:
    """Open the application as the options say."""
    return open_application(options.workspace, options.lang)


def self_test(_options: Namespace, t: Translator) -> int:
    """Test this installation."""
    from digimaturity.selftest import run

    return OUR_FAULT if run(t) else 0
