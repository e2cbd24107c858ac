"""The invented sample company with a complete self-assessment."""

from __future__ import annotations

from digimaturity import paths
from digimaturity.services.answers_file import AnswersFile, read_answers, save_answers
from digimaturity.services.changes import Change
from digimaturity.services.workspace import Workspace


def read_sample() -> AnswersFile:
    """The sample company's answers, as they are shipped."""
    return read_answers(paths.resources_dir() / "sample" / "answers.json")


def load_sample(workspace: Workspace) -> Change:
    """Put the sample company into the workspace; `Change` tells its and the assessment's id."""
    return save_answers(workspace, read_sample())
