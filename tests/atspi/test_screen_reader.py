"""Who cannot see the screen gets from the first start to the report, by what is read out alone."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from digimaturity import paths
from digimaturity.services.assessments import list_assessments, responses
from digimaturity.services.companies import list_companies
from digimaturity.services.workspace import open_workspace

from .program import SYSTEM_PYTHON, Node, Program, started

_TOOLS = ("Xvfb", "openbox", "dbus-daemon", "/usr/libexec/at-spi-bus-launcher", SYSTEM_PYTHON)


def _missing() -> str:
    """What this machine lacks, "" for nothing."""
    lacking = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if not lacking:
        asked = subprocess.run(
            [SYSTEM_PYTHON, "-c", "from gi.repository import Gio"],
            capture_output=True,
            text=True,
            check=False,
        )
        lacking = asked.stderr.splitlines()[-1:]
    return ", ".join(lacking)


pytestmark = pytest.mark.skipif(bool(_missing()), reason=f"not installed: {_missing()}")


def test_an_assessment_is_finished_by_what_a_screen_reader_tells(home: Path) -> None:
    home.mkdir(exist_ok=True)
    with started(home) as program:
        _name_the_company(program)
        program.press("radio button", "Quick check")
        program.press("push button", "Begin")
        program.find("push button", "Next unanswered")  # the questionnaire is there
        asked = _answer_everything(program)
        assert len(asked) == len(set(asked)) == 18 + 10  # each question has a name of its own
        _read_results(program)
        target = home / "Bericht Ähre.pdf"
        _save_report(program, target)
    said = _stored()
    assert len(said) == len(asked)
    text = " ".join(page.extract_text() for page in PdfReader(target).pages)
    assert "Tischlerei Ährenfeld" in text


def _name_the_company(program: Program) -> None:
    program.press("push button", "Assess my own company")
    for name, text in (("Name", "Tischlerei Ährenfeld"), ("Employees", "40")):
        program.write(name, text)
    program.press("push button", "Save and go on")


def _answer_everything(program: Program) -> list[str]:
    """Answer question after question, and return what each is called."""
    asked: list[str] = []
    while True:
        seen = program.until(lambda nodes: bool(_cards(nodes)), "a question")
        cards = _cards(seen)
        for question, choices in cards.items():
            assert question not in asked, "the page did not change"
            program.act(choices[2 % len(choices)])
            asked.append(question)
        seen = program.until(_all_answered, "the answers")
        if not any(node.called == "Next area" for node in seen):
            break
        program.press("push button", "Next area")
        _leave(program, asked[-1])
    program.press("push button", "See the results")
    return asked


def _leave(program: Program, question: str) -> None:
    program.until(lambda nodes: question not in _cards(nodes), "the next area")


def _cards(nodes: list[Node]) -> dict[str, list[Node]]:
    """What is asked on the page, with what can be chosen; a choice is under its question."""
    found: dict[str, list[Node]] = {}
    for node in nodes:
        if node.role == "radio button":
            above = node
            while above.parent >= 0 and (above is node or not above.name):
                above = nodes[above.parent]
            found.setdefault(above.name, []).append(node)
    return found


def _all_answered(nodes: list[Node]) -> bool:
    return all(
        any("checked" in choice.states for choice in choices) for choices in _cards(nodes).values()
    )


def _read_results(program: Program) -> None:
    """The level, the scores with their figures, and the pictures in words."""
    program.find("graphic", "All areas at a glance")
    seen = program.look()
    words = " ".join(node.name for node in seen if node.role == "label")
    assert "3" in words.split(), words  # the level, of answers in the middle
    scores = [node.name for node in seen if node.role == "push button" and "of 100" in node.name]
    assert len(scores) >= 4 + 18
    pictures = [node for node in seen if node.role == "graphic" and node.name != "Saved"]
    assert pictures
    for picture in pictures:
        assert picture.name
        assert re.search(r"\d", picture.description)


def _save_report(program: Program, target: Path) -> None:
    program.press("push button", "Report")
    program.press("push button", "Save PDF")
    program.write("File name", str(target))
    program.press("push button", "Save")
    program.until(lambda _nodes: target.exists(), "the file")
    program.find("label", "The report is saved")


def _stored() -> dict[str, object]:
    with open_workspace(paths.default_workspace(), read_only=True) as opened:
        company = list_companies(opened)[0]
        said = responses(opened, list_assessments(opened, company.id)[0].id)
    return dict(said.answers[said.respondents[0].id])
