"""Check what Qt, the tests and the packager need of the operating system, and install or name it.

Runs on the machine's own Python, so only the standard library is used.
"""

from __future__ import annotations

import argparse
import ctypes
import ctypes.util
import os
import shutil
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import debian

QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""Shared libraries that Qt loads even without a screen, with their Debian packages."""

QT_WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Shared libraries that Qt loads to open a window under X."""

TEST_TOOLS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "pdftoppm": "poppler-utils",
    "chromium": "chromium",
    "dbus-daemon": "dbus",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
}
"""Programs that tests drive a real window or look at a real page with, as a screen reader too."""

PYTHON = "python{}.{}".format(*sys.version_info[:2])
PYTHON_LIBRARY = f"lib{PYTHON}.so.1.0"
PACKAGER = {"objdump": "binutils", PYTHON_LIBRARY: f"lib{PYTHON}"}
"""What PyInstaller calls, and the shared library that it packs, which Debian's Python lacks."""


@dataclass(frozen=True)
class Needs:
    """What one purpose needs: names with their Debian packages."""

    required: dict[str, str]
    """Without these nothing works."""
    wished: dict[str, str]
    """Without these some tests are skipped."""


def needs(purpose: str) -> Needs:
    """Return what `run`, `sample`, `test` or `package` needs on this machine."""
    if purpose == "sample":
        return Needs(QT, {})
    if purpose == "run":
        return Needs({**QT, **QT_WINDOW} if os.environ.get("DISPLAY") else QT, {})
    if purpose == "package":
        return Needs({**QT, **QT_WINDOW, **PACKAGER}, {})
    return Needs(QT, {**QT_WINDOW, **TEST_TOOLS, **PACKAGER})


def main(purpose: str, *, may_install: bool) -> int:
    """Check, install where we may, and report; return 2 where the purpose cannot be met."""
    if not sys.platform.startswith("linux"):
        return 0
    wanted = needs(purpose)
    missing = _missing({**wanted.required, **wanted.wished})
    if missing and may_install:
        debian.install(sorted(set(missing.values())))
        missing = _missing(missing)
    if not missing:
        return 0
    print("This machine lacks: " + ", ".join(missing), file=sys.stderr)
    if debian.is_debian():
        command = debian.install_command(sorted(set(missing.values())))
        print(f"To install it, as root:\n  {command}", file=sys.stderr)
    if any(name in wanted.required for name in missing):
        return 2
    print("Tests that need it are skipped.", file=sys.stderr)
    return 0


def _missing(names: dict[str, str]) -> dict[str, str]:
    return {name: package for name, package in names.items() if not _is_there(name)}


def _is_there(name: str) -> bool:
    if name.startswith("/"):
        return Path(name).exists()
    if ".so" not in name:
        return shutil.which(name) is not None
    if name == PYTHON_LIBRARY:
        # Looked up, not loaded: a second Python in this process would be asking for trouble.
        folder = sysconfig.get_config_var("LIBDIR") or ""
        return Path(folder, name).exists() or ctypes.util.find_library(PYTHON) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    PARSER = argparse.ArgumentParser(description=__doc__)
    PARSER.add_argument("purpose", choices=("run", "sample", "test", "package"))
    PARSER.add_argument("--only-name", action="store_true", help="install nothing")
    OPTIONS = PARSER.parse_args()
    ALLOWED = debian.may_install() and not OPTIONS.only_name
    sys.exit(main(OPTIONS.purpose, may_install=ALLOWED))
