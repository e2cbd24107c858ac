"""A workspace of its own for each test that wants one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.services.packs import usable_questionnaires
from digimaturity.services.workspace import Workspace, open_workspace
from tests.services.small import Sitting, begin


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "work.db") as opened:
        yield opened


@pytest.fixture
def sitting(workspace: Workspace) -> Sitting:
    return begin(workspace)


@pytest.fixture
def readiness() -> Questionnaire:
    """The questionnaire that is shipped."""
    return usable_questionnaires()["readiness"]
