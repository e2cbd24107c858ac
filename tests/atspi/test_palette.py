"""The palette as it is read out."""

from __future__ import annotations

from pathlib import Path

from .program import Node, started
from .test_screen_reader import pytestmark as pytestmark  # noqa: PLC0414 - needs the same tools


def _rows(nodes: list[Node]) -> list[str]:
    return [node.name for node in nodes if node.role == "list item"]


def test_what_is_found_and_what_enter_would_do_are_read_out(home: Path) -> None:
    home.mkdir(exist_ok=True)
    with started(home) as program:
        program.press("push button", "Find and do anything")
        field = program.find("text", "Find and do anything", "focused")
        assert field.description.startswith("Start, Page, 1 of ")
        program.write("Find and do anything", "dark")
        seen = program.until(lambda nodes: len(_rows(nodes)) == 1, "what was found")
        assert _rows(seen) == ["Appearance: dark, Command"]
        field = program.find("text", "Find and do anything")
        assert field.description == "Appearance: dark, Command, 1 of 1"
