"""A screen of its own for programs that are started as users start them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager


@contextmanager
def running(*command: str, env: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Run a program, with `env` besides our own variables, until the block is left."""
    with subprocess.Popen(
        command, env={**os.environ, **env}, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def screen(width: int = 1280, height: int = 800) -> Iterator[str]:
    """Run an X server with a window manager, and hand out the name of the display."""
    read, write = os.pipe()
    size = ("-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp")
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), *size], pass_fds=[write], stderr=subprocess.DEVNULL
    ) as server:
        os.close(write)
        try:
            with os.fdopen(read) as pipe:
                name = f":{pipe.readline().strip()}"
            with running("openbox", "--sm-disable", env={"DISPLAY": name}):
                yield name
        finally:
            server.terminate()
