"""Check what Qt, the tests and the packager need of the operating system, and install or name it.

Runs on the machine's own Python, so only the standard library is used.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import sys
import sysconfig
from dataclasses import dataclass

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
}
"""Programs that tests drive a real window or look at a real page with."""

PACKAGER_TOOLS = {"objdump": "binutils"}
"""Programs that PyInstaller calls."""


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
    packager = {**PACKAGER_TOOLS, **_python_library()}
    if purpose == "package":
        return Needs({**QT, **packager}, {})
    return Needs(QT, {**QT_WINDOW, **TEST_TOOLS, **packager})


def main(purpose: str) -> int:
    """Check, install where we may, and report; return 2 where the purpose cannot be met."""
    if not sys.platform.startswith("linux"):
        return 0
    wanted = needs(purpose)
    missing = _missing({**wanted.required, **wanted.wished})
    if missing and debian.may_install():
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
    if ".so" not in name:
        return shutil.which(name) is not None
    if name.startswith("libpython"):
        # Looked up, not loaded: a second Python in this process would be asking for trouble.
        return ctypes.util.find_library(name[3:].partition(".so")[0]) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _python_library() -> dict[str, str]:
    """Return the shared libpython, which PyInstaller ships, where this Python is built without."""
    if sysconfig.get_config_var("Py_ENABLE_SHARED"):
        return {}
    version = "{}.{}".format(*sys.version_info[:2])
    return {f"libpython{version}.so.1.0": f"libpython{version}"}


if __name__ == "__main__":
    if sys.argv[1:] not in (["run"], ["sample"], ["test"], ["package"]):
        sys.exit("usage: system_libraries.py run|sample|test|package")
    sys.exit(main(sys.argv[1]))
