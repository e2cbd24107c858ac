"""The invented sample company with a finished self-assessment."""

from __future__ import annotations

from digimaturity import paths
from digimaturity.services.answers_file import AnswersFile, read_answers, save_answers
from digimaturity.services.changes import Change
from digimaturity.services.packs import usable_questionnaires
from digimaturity.services.workspace import Workspace


def sample_answers() -> AnswersFile:
    """The sample company's answers, as they are shipped."""
    path = paths.resources_dir() / "sample" / "answers.json"
    return read_answers(path, usable_questionnaires())


def load_sample(workspace: Workspace) -> Change:
    """Put the sample company into the workspace; `Change` tells its and the assessment's id."""
    return save_answers(workspace, sample_answers())
