"""The program itself on a real X server, with real keys and a real mouse."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from digimaturity import paths
from digimaturity.domain.responses import Answer
from digimaturity.services.assessments import list_assessments, responses
from digimaturity.services.companies import list_companies
from digimaturity.services.workspace import open_workspace
from digimaturity.settings import Settings, save_settings
from tests.screen import running, screen

_TOOLS = ("Xvfb", "openbox", "xdotool")
_PATIENCE = 30.0

missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own, with a window manager."""
    with screen() as name:
        yield name


def _stored(path: Path) -> dict[str, Answer]:
    """What is in the file by now, while the program has it open."""
    with open_workspace(path, read_only=True) as opened:
        company = list_companies(opened)[0]
        said = responses(opened, list_assessments(opened, company.id)[0].id)
    return dict(said.answers.get(said.respondents[0].id, {}))


def _until(condition: Callable[[], bool], action: Callable[[], object] | None = None) -> None:
    """Wait for what another process does; there is nothing to be told by."""
    end = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < end, "nothing happened"
        if action is not None:
            action()
        time.sleep(0.1)


def test_keys_and_mouse_answer_and_what_they_said_is_on_the_disk(
    workspace: Path, display: str
) -> None:
    save_settings(paths.config_dir(), Settings(language="en", page="questionnaire", maximized=True))

    def xdo(*arguments: str) -> None:
        subprocess.run(
            ["xdotool", *arguments],
            env={**os.environ, "DISPLAY": display},
            check=True,
            capture_output=True,
            timeout=_PATIENCE,
        )

    program = (sys.executable, "-m", "digimaturity")
    with running(*program, env={"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}) as process:
        xdo("search", "--sync", "--onlyvisible", "--name", "^digimaturity$")
        _until(lambda: len(_stored(workspace)) == 1, lambda: xdo("key", "3"))
        _until(lambda: len(_stored(workspace)) >= 2, lambda: xdo("key", "Down", "d"))
        before = _stored(workspace)
        heights = itertools.cycle(range(400, 700, 40))
        _until(
            lambda: _stored(workspace) != before,
            lambda: xdo("mousemove", "800", str(next(heights)), "click", "1"),
        )
        xdo("key", "alt+F4")
        assert process.wait(_PATIENCE) == 0
    assert Answer.of(3) in _stored(workspace).values()
