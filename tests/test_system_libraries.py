"""What the machine lacks is named with what installs it, and only stops what needs it."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "packaging" / "system_libraries.py"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone needs the check")


def check(purpose: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Ask what is missing on a machine whose programs are those in one folder."""
    return subprocess.run(
        [sys.executable, SCRIPT, purpose, "--only-name"],
        env={"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_missing_tool_stops_what_cannot_do_without_it(tmp_path: Path) -> None:
    done = check("package", tmp_path)

    assert done.returncode == 2
    assert "objdump" in done.stderr


def test_without_tools_for_a_window_the_other_tests_still_run(tmp_path: Path) -> None:
    done = check("test", tmp_path)

    assert done.returncode == 0
    assert "Xvfb" in done.stderr
    assert "skipped" in done.stderr


@pytest.mark.skipif(not Path("/etc/debian_version").exists(), reason="the command is Debian's")
def test_on_debian_the_command_stands_there_to_be_copied(tmp_path: Path) -> None:
    (tmp_path / "apt-get").touch(mode=0o755)

    done = check("package", tmp_path)

    assert "apt-get install -y --no-install-recommends binutils" in done.stderr
