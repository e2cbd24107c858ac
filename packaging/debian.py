"""Install what is missing on Debian and its relatives where we are root; else say how."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def is_debian() -> bool:
    """Tell whether packages come by apt-get here."""
    try:
        release = Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return False
    return "debian" in release and shutil.which("apt-get") is not None


def install_command(packages: list[str]) -> str:
    """Return the exact line to type."""
    return "apt-get update && apt-get install -y --no-install-recommends " + " ".join(packages)


def may_install() -> bool:
    """Tell whether we may install here without asking anybody."""
    return is_debian() and os.geteuid() == 0


def install(packages: list[str]) -> bool:
    """Install by apt-get; return whether it says that it succeeded."""
    print("Installing: " + " ".join(packages), flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        ["sh", "-c", install_command(packages)],
        env=quiet,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr)
    return done.returncode == 0
