"""What holds for every test: a folder of its own, a fixed language, and no silent skips in CI."""

import os
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before anything of Qt is imported: no test may need a screen, and none may depend on whose it is.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for variable in ("LANGUAGE", "LC_MESSAGES", "LC_NUMERIC", "LC_TIME"):
    os.environ.pop(variable, None)
os.environ.update(LANG="C.UTF-8", LC_ALL="C.UTF-8", TZ="UTC")

# How fast a machine is today decides no test: hypothesis' own clocks are switched off. Every run
# has other examples; so many a test keep the whole suite within a quarter of an hour.
settings.register_profile(
    "any_machine",
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("any_machine")

_NO_SKIP = any(os.environ.get(name) == "1" for name in ("CI", "DIGIMATURITY_NO_SKIP"))


@pytest.fixture(autouse=True)
def home(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Give the test its own folder for everything that the program keeps of a user.

    Only compiled packs outlive a test, as they outlive a start of the program: to compile those
    that are shipped takes most of a second. tests/packs sees to it that no old one is ever read.
    """
    base = tmp_path_factory.getbasetemp()
    folder, compiled = base / "homes" / tmp_path.name, base / "compiled"
    monkeypatch.setenv("DIGIMATURITY_HOME", str(folder))
    compiled.mkdir(exist_ok=True)
    with suppress(OSError):  # not everybody may make links on Windows; it is merely slower there
        (folder / "cache").mkdir(parents=True)
        (folder / "cache" / "packs").symlink_to(compiled, target_is_directory=True)
    return folder


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one where nothing may be skipped."""
    report = yield
    if _NO_SKIP and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Nothing may be skipped here: {_reason(report.longrepr)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a module that skips itself into an error where nothing may be skipped."""
    report = yield
    if _NO_SKIP and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"Nothing may be skipped here: {_reason(report.longrepr)}"
    return report


def _reason(longrepr: object) -> str:
    return str(longrepr[2]) if isinstance(longrepr, tuple) else str(longrepr)
