"""The invented sample company: a complete self-assessment, and those of the two years before."""

from __future__ import annotations

from digimaturity import paths
from digimaturity.services.answers_file import AnswersFile, read_answers, save_answers
from digimaturity.services.assessments import finish
from digimaturity.services.changes import Change
from digimaturity.services.workspace import Workspace

_EARLIER = ("answers-2024.json", "answers-2025.json")


def read_sample() -> AnswersFile:
    """The sample company's newest answers, as they are shipped."""
    return _read("answers.json")


def load_sample(workspace: Workspace) -> Change:
    """Put the sample company into the workspace; `Change` tells its and the newest assessment's id.

    The earlier assessments are finished, so that they keep the company as it was then; the newest
    still takes answers.
    """
    company = ""
    for name in _EARLIER:
        added = save_answers(workspace, _read(name), company=company)
        finish(workspace, str(added.assessment))
        company = str(added.company)
    return save_answers(workspace, read_sample(), company=company)


def _read(name: str) -> AnswersFile:
    return read_answers(paths.resources_dir() / "sample" / name)
