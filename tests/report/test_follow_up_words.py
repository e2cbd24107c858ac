"""What became of projects is said as somebody said it, and no better."""

from __future__ import annotations

from datetime import date

import pytest

from digimaturity.domain.roadmap.following import Due, Followed
from digimaturity.domain.roadmap.items import Afterwards, FollowUp, Project, State
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.follow_up_words import state_words

from . import roadmaps


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        (FollowUp(), "should have ended in Q3 2026"),
        (FollowUp(afterwards=Afterwards(date(2026, 10, 5))), "done in Q3 2026"),
    ],
)
def test_a_project_whose_end_has_passed_is_not_told_as_done(noted: FollowUp, said: str) -> None:
    t = Translator.load("en", resources_dir() / "locale")
    project = Project("New ERP", ends=Quarter(2026, 3))
    one = Followed("p", Due.AFTERWARDS, State.DONE, noted, last=project.ends, project=project)
    assert state_words(t, one) == said


def test_the_end_of_a_running_measure_is_what_is_due_and_not_what_is_known() -> None:
    t, quarter = Translator.load("en", resources_dir() / "locale"), Quarter(2026, 2)
    roadmap = roadmaps.roadmap()
    task = roadmap.posed.tasks["begun"]
    one = Followed("begun", Due.RUNNING, State.RUNNING, FollowUp(), quarter, quarter, task=task)
    assert state_words(t, one) == "running since Q2 2026, due to end in Q2 2026"
