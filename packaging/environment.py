"""Make .venv from the hashed lock; nothing happens where it already fits.

Runs on the machine's own Python, before anything is installed: standard library only, and old
enough in its syntax that a Python too old for the program can still say so.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import debian

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements" / "dev.lock"
OURS = VENV / "made-by-make"  # written first: what has it may be thrown away and made again
STAMP = VENV / "made-from.txt"  # written last: an interrupted run leaves none


def main() -> int:
    """Make the environment if it does not fit; return 2 where the user must act first."""
    if sys.version_info < OLDEST:
        print(
            "digimaturity needs Python 3.11 or newer; {} is {}.{}. "
            "Name a newer one, for example: make PYTHON=python3.12 run".format(
                sys.executable, *sys.version_info[:2]
            ),
            file=sys.stderr,
        )
        return 2
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return 0
    if VENV.exists() and not OURS.exists():
        print(".venv was not made by make and is used as it is; `make clean` removes it.")
        return 0
    if not has_venv():
        return 2
    print("Making .venv from requirements/dev.lock; this takes a few minutes once.", flush=True)
    try:
        make()
    except subprocess.CalledProcessError as error:
        print("Making .venv failed at: " + " ".join(map(str, error.cmd)), file=sys.stderr)
        print("It starts afresh at the next try.", file=sys.stderr)
        return 2
    STAMP.write_text(wanted, encoding="utf-8")
    return 0


def fingerprint() -> str:
    """Return what .venv depends on: the lock, the project's data, this Python, this place."""
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes()]
    digest = hashlib.sha256(b"\0".join(parts)).hexdigest()
    return f"{digest}\n{sys.version}\n{ROOT}\n"


def has_venv() -> bool:
    """Tell whether environments can be made, after installing Debian's separate package for it."""
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if _imports_ensurepip():
        return True
    if debian.may_install():
        return debian.install([package]) and _imports_ensurepip()
    print("This Python cannot make environments (no module 'ensurepip').", file=sys.stderr)
    if debian.is_debian():
        command = debian.install_command([package])
        print(f"Install it as root, then try again:\n  {command}", file=sys.stderr)
    return False


def make() -> None:
    """Make .venv from nothing, whatever an earlier run left there."""
    if VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    OURS.touch()
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    pip = [
        str(VENV / "bin" / "python"),
        *("-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--progress-bar=off"),
    ]
    subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True)


def _imports_ensurepip() -> bool:
    # In a new process: this one remembers that it found nothing.
    return (
        subprocess.run(
            [sys.executable, "-c", "import ensurepip, venv"], check=False, stderr=subprocess.DEVNULL
        ).returncode
        == 0
    )


if __name__ == "__main__":
    sys.exit(main())
