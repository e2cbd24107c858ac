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
