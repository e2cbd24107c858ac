"""What an earlier assessment gave to the same question, and to no other."""

from dataclasses import replace
from datetime import date

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import DONT_KNOW, Answer
from digimaturity.services import assessments, recording
from digimaturity.services.earlier import Earlier, earlier_levels
from digimaturity.services.workspace import Workspace
from tests.services.small import DAY, Sitting, small_questionnaire
from tests.services.test_going_on import changed


def year(sitting: Sitting, day: date, asked: str = "", **levels: int) -> str:
    """A finished assessment of that day, in which management gave these levels."""
    questionnaire = small_questionnaire()
    if asked:  # where the question has other words at level 3
        other = changed(asked, lambda one: replace(one, levels=one.levels[:2] + one.levels[:3]))
        questionnaire = other
    made = assessments.create_assessment(
        sitting.workspace, sitting.company, questionnaire, day, [(Viewpoint.MANAGEMENT, "")]
    )
    key = str(made.assessment)
    (person,) = assessments.get_assessment(sitting.workspace, key).respondents
    for name, level in levels.items():
        answer = Answer.of(level)
        recording.record_answer(sitting.workspace, key, person.id, f"a.{name}", answer)
    assessments.finish(sitting.workspace, key)
    return key


def test_it_is_the_newest_finished_one_of_an_earlier_day(sitting: Sitting) -> None:
    assert earlier_levels(sitting.workspace, sitting.assessment) is None
    year(sitting, date(2024, 5, 1), levels=1, may=4)
    year(sitting, date(2025, 5, 1), levels=2)
    year(sitting, DAY, levels=5)
    draft = year(sitting, date(2025, 9, 1), levels=3)
    assessments.reopen(sitting.workspace, draft)
    found = earlier_levels(sitting.workspace, sitting.assessment)
    assert found == Earlier(date(2025, 5, 1), {"a.levels": 2})


def test_what_was_not_known_or_meant_something_else_is_not_told(sitting: Sitting) -> None:
    year(sitting, date(2025, 5, 1), asked="a.levels", levels=3, may=4)
    found = earlier_levels(sitting.workspace, sitting.assessment)
    assert found
    assert found.levels == {"a.may": 4}


def test_several_people_may_lie_between_two_levels(workspace: Workspace, sitting: Sitting) -> None:
    later = year(sitting, date(2027, 1, 1))
    for person, answer in ((sitting.manager, Answer.of(2)), (sitting.expert, Answer.of(5))):
        recording.record_answer(workspace, sitting.assessment, person, "a.levels", answer)
    recording.record_answer(workspace, sitting.assessment, sitting.manager, "a.may", DONT_KNOW)
    assessments.finish(workspace, sitting.assessment)
    found = earlier_levels(workspace, later)
    assert found
    assert found.levels == {"a.levels": 3.5}
