"""What earlier assessments gave to the same question, and to no other."""

from dataclasses import replace
from datetime import date

from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import DONT_KNOW, Answer
from digimaturity.services import assessments, recording, sign_off
from digimaturity.services.earlier import Earlier, earlier_levels, earlier_said
from digimaturity.services.workspace import Workspace
from tests.services.small import DAY, Sitting, begin, small_questionnaire
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
    sign_off.sign(sitting.workspace, key, figures=BenchmarkData())
    return key


def test_it_is_the_newest_finished_one_of_an_earlier_day(sitting: Sitting) -> None:
    assert earlier_levels(sitting.workspace, sitting.assessment) is None
    year(sitting, date(2024, 5, 1), levels=1, may=4)
    year(sitting, date(2025, 5, 1), levels=2)
    year(sitting, DAY, levels=5)
    assert earlier_levels(sitting.workspace, sitting.assessment) == Earlier(
        date(2025, 5, 1), {"a.levels": 2}
    )


def test_one_that_is_being_corrected_counts_as_it_was_signed_last(sitting: Sitting) -> None:
    key = year(sitting, date(2025, 9, 1), levels=3)
    sign_off.correct(sitting.workspace, key, "A slip")
    (person,) = assessments.get_assessment(sitting.workspace, key).respondents
    recording.record_answer(sitting.workspace, key, person.id, "a.levels", Answer.of(1))
    found = earlier_levels(sitting.workspace, sitting.assessment)
    assert found == Earlier(date(2025, 9, 1), {"a.levels": 3})


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
    sign_off.sign(workspace, sitting.assessment, figures=BenchmarkData())
    found = earlier_levels(workspace, later)
    assert found
    assert found.levels == {"a.levels": 3.5}


def both_answer(sitting: Sitting, assessment: str, **levels: int) -> None:
    """Two viewpoints give these levels."""
    for person in assessments.get_assessment(sitting.workspace, assessment).respondents:
        for name, level in levels.items():
            answer = Answer.of(level)
            recording.record_answer(sitting.workspace, assessment, person.id, f"a.{name}", answer)


def year_of_two(sitting: Sitting, day: date, **levels: int) -> str:
    """A finished assessment of that day, answered from two viewpoints."""
    people = [(Viewpoint.MANAGEMENT, "Ada"), (Viewpoint.IT, "")]
    made = assessments.create_assessment(
        sitting.workspace, sitting.company, small_questionnaire(), day, people
    )
    both_answer(sitting, str(made.assessment), **levels)
    sign_off.sign(sitting.workspace, str(made.assessment), figures=BenchmarkData())
    return str(made.assessment)


def test_only_what_several_viewpoints_said_is_compared_over_the_years(sitting: Sitting) -> None:
    for n in range(4):
        year_of_two(sitting, date(2020 + n, 5, 1), levels=n + 1)
    year(sitting, date(2025, 5, 1), levels=2)  # management alone
    assert earlier_said(sitting.workspace, sitting.assessment) == ()  # nobody answered today
    both_answer(sitting, sitting.assessment, levels=3)
    found = earlier_said(sitting.workspace, sitting.assessment)
    assert [one.day.year for one in found] == [2023, 2022, 2021]
    assert [len(one.responses.respondents) for one in found] == [2, 2, 2]
    answers = found[0].responses.answers.values()
    assert [dict(own) for own in answers] == [{"a.levels": Answer.of(4)}] * 2


def test_a_question_is_found_under_the_id_that_it_had(workspace: Workspace) -> None:
    now = changed("a.levels", lambda one: replace(one, id="a.anew", replaces=("a.levels",)))
    sitting = begin(workspace, now)
    year_of_two(sitting, date(2025, 5, 1), levels=4, may=2)
    both_answer(sitting, sitting.assessment, anew=3)
    (found,) = earlier_said(workspace, sitting.assessment)
    (own, _) = found.responses.answers.values()
    assert own == {"a.anew": Answer.of(4), "a.may": Answer.of(2)}
