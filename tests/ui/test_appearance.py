"""The window follows the system from light to dark and back, and nothing that is typed is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from digimaturity import paths
from digimaturity.settings import Settings, save_settings
from tests.screen import screen


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="not installed: Xvfb")
def test_the_window_follows_the_system_while_it_is_open(workspace: Path) -> None:
    assert workspace.exists()
    save_settings(paths.config_dir(), Settings(language="en", appearance="system"))
    with screen() as display:
        # Only with a desktop's theme can the system's appearance be changed from here.
        theme = {"QT_QPA_PLATFORM": "xcb", "QT_QPA_PLATFORMTHEME": "gnome", "DISPLAY": display}
        said = subprocess.run(
            [sys.executable, "-m", "tests.ui.following"],
            env={**os.environ, **theme},
            check=True,
            capture_output=True,
            text=True,
            timeout=120,
        )
    told = [json.loads(line) for line in said.stdout.splitlines()]
    kept = ["settings", "3", "Ada Beispiel"]
    assert told == [[True, *kept], [False, *kept]]
