"""Beginning with last year's answers: what still means the same comes, to be confirmed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import DONT_KNOW, NOT_APPLICABLE, Answer
from digimaturity.packs import document_of, fingerprint_of
from digimaturity.services import assessments, recording, sign_off
from digimaturity.services.companies import CompanyRecord, list_companies, save_company
from digimaturity.services.repeat import Left, Newcomer, Repeat, begin_from, source_for
from digimaturity.services.workspace import Case, Workspace, open_workspace
from digimaturity.store.records import Aspect
from tests.services.small import DAY, Sitting
from tests.services.versions import version_one, version_three, version_two

NEXT = date(2027, 3, 1)


def taken_from(workspace: Workspace, before: str, *follows: str) -> tuple[Repeat, Case]:
    """The assessment of the year after with the same questions, by these people of `before`."""
    case = assessments.case_of(workspace, before)
    source = source_for(workspace, case.company.id, NEXT)
    assert source is not None
    views = {one.id: one for one in source.record.respondents}
    people = [Newcomer(views[key].viewpoint, views[key].name, key) for key in follows]
    made = begin_from(workspace, source, case.questionnaire, NEXT, people)
    return made, assessments.case_of(workspace, str(made.change.assessment))


def test_answers_go_with_comment_and_evidence_to_whom_they_came_from(sitting: Sitting) -> None:
    workspace, key = sitting.workspace, sitting.assessment
    recording.record_answer(workspace, key, sitting.manager, "a.levels", Answer.of(2))
    recording.record_comment(workspace, key, sitting.manager, "a.levels", "Slow")
    recording.record_evidence(workspace, key, sitting.manager, "a.levels", "List of May")
    recording.record_review(workspace, key, sitting.manager, "a.levels", marked=True)
    recording.record_comment(workspace, key, sitting.manager, "a.yes", "Nothing yet")
    recording.record_answer(workspace, key, sitting.expert, "a.may", NOT_APPLICABLE)
    recording.record_answer(workspace, key, sitting.expert, "f.number", DONT_KNOW)
    recording.record_consensus(workspace, key, "a.levels", 5)
    recording.record_reason(workspace, key, "a.levels", "Agreed")
    recording.record_parked(workspace, key, "a.may", "Later")
    sign_off.sign(workspace, key, figures=BenchmarkData())
    made, case = taken_from(workspace, key, sitting.expert, sitting.manager)
    expert, manager = case.record.respondents
    slow = replace(Answer.of(2, "Slow"), evidence="List of May")
    assert (made.taken, made.left) == (3, {})
    assert case.responses.answers == {
        manager.id: {"a.levels": replace(slow, carried=True)},
        expert.id: {
            "a.may": replace(NOT_APPLICABLE, carried=True),
            "f.number": replace(DONT_KNOW, carried=True),
        },
    }
    together = (case.responses.consensus, case.responses.reasons, case.responses.parked)
    assert together == ({}, {}, {})


def test_who_follows_nobody_begins_with_nothing(sitting: Sitting) -> None:
    workspace, key = sitting.workspace, sitting.assessment
    recording.record_answer(workspace, key, sitting.manager, "a.levels", Answer.of(2))
    sign_off.sign(workspace, key, figures=BenchmarkData())
    source = source_for(workspace, sitting.company, NEXT)
    assert source is not None
    people = [Newcomer(Viewpoint.MANAGEMENT, "Ada"), Newcomer(Viewpoint.IT, "Ben", sitting.manager)]
    made = begin_from(workspace, source, source.questionnaire, NEXT, people)
    said = assessments.responses(workspace, str(made.change.assessment))
    nobody, heir = said.respondents
    assert said.answers[nobody.id] == {}
    assert list(said.answers[heir.id]) == ["a.levels"]


def test_it_begins_with_what_was_signed_last_before_that_day(sitting: Sitting) -> None:
    workspace, key = sitting.workspace, sitting.assessment
    recording.record_answer(workspace, key, sitting.manager, "a.levels", Answer.of(2))
    assert source_for(workspace, sitting.company, NEXT) is None  # a draft
    sign_off.sign(workspace, key, figures=BenchmarkData())
    assert source_for(workspace, sitting.company, DAY) is None
    sign_off.correct(workspace, key, "A slip")
    recording.record_answer(workspace, key, sitting.manager, "a.levels", Answer.of(5))
    source = source_for(workspace, sitting.company, NEXT)
    assert source is not None
    assert source.responses.answers[sitting.manager]["a.levels"] == Answer.of(2)


def test_what_nobody_confirmed_is_not_taken_over_once_more(sitting: Sitting) -> None:
    workspace, key = sitting.workspace, sitting.assessment
    for question in ("a.levels", "a.may"):
        recording.record_answer(workspace, key, sitting.manager, question, Answer.of(2))
    sign_off.sign(workspace, key, figures=BenchmarkData())
    _, second = taken_from(workspace, key, sitting.manager)
    (person,) = second.record.respondents
    recording.record_answer(workspace, second.record.id, person.id, "a.may", Answer.of(2))
    sign_off.sign(workspace, second.record.id, figures=BenchmarkData())
    source = source_for(workspace, sitting.company, date(2028, 3, 1))
    assert source is not None
    people = [Newcomer(Viewpoint.MANAGEMENT, follows=person.id)]
    third = begin_from(workspace, source, source.questionnaire, date(2028, 3, 1), people)
    assert (third.taken, third.left) == (1, {"a.levels": Left.UNCONFIRMED})


def test_an_answer_that_the_question_no_longer_takes_is_left(sitting: Sitting) -> None:
    workspace, key = sitting.workspace, sitting.assessment
    recording.record_answer(workspace, key, sitting.manager, "a.may", NOT_APPLICABLE)
    sign_off.sign(workspace, key, figures=BenchmarkData())
    source = source_for(workspace, sitting.company, NEXT)
    assert source is not None
    now = changed(source.questionnaire, "a.may", lambda one: replace(one, may_not_apply=False))
    people = [Newcomer(Viewpoint.MANAGEMENT, follows=sitting.manager)]
    assert begin_from(workspace, source, now, NEXT, people).left == {"a.may": Left.CHANGED}


def changed(
    asked: Questionnaire, key: str, change: Callable[[Question], Question]
) -> Questionnaire:
    """The same with another question in the place of `key`."""
    dimensions = tuple(
        replace(
            dimension,
            areas=tuple(
                replace(
                    area,
                    questions=tuple(change(q) if q.id == key else q for q in area.questions),
                )
                for area in dimension.areas
            ),
        )
        for dimension in asked.dimensions
    )
    made = replace(asked, dimensions=dimensions)
    return replace(made, fingerprint=fingerprint_of(document_of(made)))


def alike(asked: Questionnaire) -> Questionnaire:
    """The same where all questions of a scale have the same anchors, so that ids alone decide."""
    anchors = {n: tuple({"en": f"{k} of {n}"} for k in range(1, n + 1)) for n in (4, 5)}

    def same(one: Question) -> Question:
        return replace(one, levels=anchors[len(one.levels)])

    for question in asked.rated_questions:
        asked = changed(asked, question.id, same)
    return asked


#: What becomes of the questions from version to version, where the anchors do not tell.
STEPS = [
    (
        (version_one(), version_two()),
        {"kept"},
        {
            "dropped": Left.GONE,
            "one": Left.CHANGED,
            "scale": Left.CHANGED,
            "left": Left.CHANGED,
            "right": Left.CHANGED,
        },
    ),
    (
        (version_two(), version_three()),
        {"kept", "one.x", "scale", "added.again", "both"},
        {"one.y": Left.GONE},
    ),
]


@pytest.mark.parametrize(("versions", "kept", "left"), STEPS)
def test_only_what_means_the_same_comes_from_another_version(
    workspace: Workspace,
    versions: Sequence[Questionnaire],
    kept: set[str],
    left: dict[str, Left],
) -> None:
    before, now = (alike(one) for one in versions)
    source = answered(workspace, before, {one.id: 3 for one in before.rated_questions})
    people = [Newcomer(Viewpoint.MANAGEMENT, follows=source.record.respondents[0].id)]
    made = begin_from(workspace, source, now, NEXT, people)
    said = assessments.responses(workspace, str(made.change.assessment))
    (own,) = said.answers.values()
    assert set(own) == kept
    assert (made.taken, made.left) == (len(kept), left)


def answered(workspace: Workspace, asked: Questionnaire, levels: dict[str, int]) -> Case:
    """A signed assessment in which one person gave these levels."""
    company = save_company(workspace, CompanyRecord("Hansen Möbel")).company
    made = assessments.create_assessment(workspace, str(company), asked, DAY)
    key = str(made.assessment)
    (person,) = assessments.get_assessment(workspace, key).respondents
    for question, level in levels.items():
        recording.record_answer(workspace, key, person.id, question, Answer.of(level))
    sign_off.sign(workspace, key, figures=BenchmarkData())
    source = source_for(workspace, str(company), NEXT)
    assert source is not None
    return source


def result(workspace: Workspace, assessment: str) -> Evaluation:
    """The evaluation of what was said."""
    case = assessments.case_of(workspace, assessment)
    return evaluate(case.questionnaire, case.responses)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(levels=st.lists(st.integers(0, 4), min_size=6, max_size=6))
def test_confirming_changes_no_score_and_leaves_nothing_carried(
    workspace: Workspace, levels: list[int]
) -> None:
    asked = version_one()
    given_then = {q.id: n for q, n in zip(asked.rated_questions, levels, strict=True) if n}
    source = answered(workspace, asked, given_then)
    (person,) = source.record.respondents
    made = begin_from(workspace, source, asked, NEXT, [Newcomer(person.viewpoint, "", person.id)])
    key = str(made.change.assessment)
    before = result(workspace, key)
    assert set(before.carried) == set(given_then)
    (heir,) = assessments.get_assessment(workspace, key).respondents
    for question, level in given_then.items():
        done = recording.record_answer(workspace, key, heir.id, question, Answer.of(level))
        recording.undo(workspace, done)
        assert question in result(workspace, key).carried
        recording.record_answer(workspace, key, heir.id, question, Answer.of(level))
    after = result(workspace, key)
    assert after.carried == ()
    assert after.scores == before.scores == result(workspace, source.record.id).scores
    aspects = {entry.key.aspect for entry in assessments.history(workspace, key)}
    assert aspects <= {Aspect.ANSWER}


def test_it_begins_with_what_an_earlier_version_of_the_program_finished(tmp_path: Path) -> None:
    kept = Path(__file__).parents[1] / "store" / "years" / "schema-8.db"
    with open_workspace(Path(shutil.copyfile(kept, tmp_path / "years.db"))) as opened:
        (company,) = list_companies(opened)
        source = source_for(opened, company.id, NEXT)
        assert source is not None
        assert source.record.day == date(2024, 3, 1)
        people = [Newcomer(one.viewpoint, one.name, one.id) for one in source.record.respondents]
        made = begin_from(opened, source, version_three(), NEXT, people)
        said = assessments.responses(opened, str(made.change.assessment))
    (own,) = said.answers.values()
    assert set(own) == {"kept", "one.x", "scale", "both"}
    assert made.left == {"one.y": Left.GONE, "added": Left.CHANGED}
