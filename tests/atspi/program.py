"""The program on a screen and an accessibility bus of its own, read from outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.screen import running, screen

#: The Python of the system, for which alone there are bindings of the bus.
SYSTEM_PYTHON = "/usr/bin/python3"

_READER = Path(__file__).with_name("reader.py")
_PATIENCE = 30.0  # seconds


@dataclass(frozen=True, slots=True)
class Node:
    """One thing that is showing, as it is told to a screen reader."""

    node: int
    parent: int
    role: str
    name: str
    description: str
    states: list[str]
    text: str
    labels: list[str]

    @property
    def called(self) -> str:
        """What a screen reader calls it: what labels it, else its own name."""
        return self.labels[0] if self.labels else self.name


class Program:
    """What is showing, and what can be done with it; each waits until it is there."""

    def __init__(self, reader: subprocess.Popen[str]) -> None:
        self._reader = reader

    def look(self) -> list[Node]:
        """Everything that is showing, in the order of the tree."""
        return [Node(**told) for told in self._ask("look", name="digimaturity")]

    def find(self, role: str, name: str, state: str = "") -> Node:
        """The first with that role and state that is called so, else that begins so."""

        def fits(node: Node) -> bool:
            wanted = not state or state in node.states
            return node.role == role and node.called.startswith(name) and wanted

        seen = self.until(lambda nodes: any(map(fits, nodes)), name)
        return max(filter(fits, seen), key=lambda node: node.called == name)

    def until(self, condition: Callable[[list[Node]], bool], what: str) -> list[Node]:
        """Look until `condition` holds; there is nothing to be told by."""
        end = time.monotonic() + _PATIENCE
        while not condition(seen := self.look()):
            listed = "\n".join(f"{node.role}: {node.called} {node.text}" for node in seen)
            assert time.monotonic() < end, f"not seen: {what}; but\n{listed}"
            time.sleep(0.05)
        return seen

    def press(self, role: str, name: str) -> None:
        """Do what pressing it does, as soon as that is possible."""
        self.act(self.find(role, name, "sensitive"))

    def act(self, node: Node) -> None:
        """Do what pressing a node does that was just seen."""
        assert self._ask("act", node=node.node) is True

    def write(self, name: str, text: str) -> None:
        """Put `text` into the field of that name."""
        assert self._ask("write", node=self.find("text", name).node, text=text) is True

    def focus(self, node: Node) -> None:
        """Bring the keyboard to a node that was just seen."""
        assert self._ask("focus", node=node.node) is True

    def _ask(self, what: str, **values: Any) -> Any:  # noqa: ANN401 - JSON
        stdin, stdout = self._reader.stdin, self._reader.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps({"do": what, **values}) + "\n")
        stdin.flush()
        answer = json.loads(stdout.readline())
        assert not isinstance(answer, dict), answer
        return answer


@contextmanager
def started(home: Path) -> Iterator[Program]:
    """Start the program as at the first start of a user whose folder is `home`."""
    with screen() as display, _bus(display) as address:
        env = {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
        }
        with (
            running(sys.executable, "-m", "digimaturity", env=env),
            _reading(env) as reader,
        ):
            yield Program(reader)


@contextmanager
def _bus(display: str) -> Iterator[str]:
    """A message bus of its own; it starts the accessibility bus when that is asked for."""
    command = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1")
    with running(*command, env={"DISPLAY": display}) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()


@contextmanager
def _reading(env: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    command = [SYSTEM_PYTHON, str(_READER)]
    with subprocess.Popen(
        command, env={**os.environ, **env}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:
        try:
            yield reader
        finally:
            reader.terminate()
