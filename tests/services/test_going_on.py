"""Going on from a quick check: nothing is lost, nothing doubled, and the quick check stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from digimaturity.domain.questionnaire import Question, Questionnaire
from digimaturity.domain.responses import DONT_KNOW, NOT_APPLICABLE, Answer, Responses
from digimaturity.errors import UserError
from digimaturity.packs import document_of, fingerprint_of
from digimaturity.services import assessments, recording, sign_off
from digimaturity.services.going_on import go_on
from digimaturity.services.packs import usable_questionnaires
from digimaturity.services.workspace import Workspace
from digimaturity.store.answers import AnswerLog
from tests.services.small import Sitting, begin, small_questionnaire

WHOLE = small_questionnaire("whole")


def marked(questionnaire: Questionnaire) -> Questionnaire:
    """The same with the fingerprint that it has after a change."""
    return replace(questionnaire, fingerprint=fingerprint_of(document_of(questionnaire)))


def changed(key: str, change: Callable[[Question], Question]) -> Questionnaire:
    """The whole questionnaire with another question in the place of `key`."""
    (dimension,) = WHOLE.dimensions
    (area,) = dimension.areas
    questions = tuple(change(one) if one.id == key else one for one in area.questions)
    facts = tuple(change(one) if one.id == key else one for one in WHOLE.facts)
    inside = replace(dimension, areas=(replace(area, questions=questions),))
    return marked(replace(WHOLE, dimensions=(inside,), facts=facts))


def quick() -> Questionnaire:
    """Some questions of the whole one: without `a.yes`, and without decisions."""
    (dimension,) = WHOLE.dimensions
    (area,) = dimension.areas
    questions = tuple(one for one in area.questions if one.id != "a.yes")
    inside = replace(dimension, areas=(replace(area, questions=questions),))
    return marked(replace(WHOLE, id="quick", dimensions=(inside,), decisions=(), part_of="whole"))


@pytest.fixture
def sitting(workspace: Workspace) -> Sitting:
    """A quick check in which two people said everything that can be said."""
    found = begin(workspace, quick())
    for respondent, question, answer in (
        (found.manager, "a.levels", Answer.of(2)),
        (found.manager, "a.levels", Answer.of(3)),
        (found.manager, "a.many", Answer.of(frozenset({"x"}))),
        (found.manager, "f.text", Answer.of("words")),
        (found.manager, "f.number", Answer.of(12.5)),
        (found.manager, "f.free", None),
        (found.expert, "a.levels", DONT_KNOW),
        (found.expert, "a.may", NOT_APPLICABLE),
        (found.expert, "f.above", Answer.of(7)),
        (found.expert, "f.above", None),
    ):
        recording.record_answer(workspace, found.assessment, respondent, question, answer, "Eva")
    recording.record_comment(workspace, found.assessment, found.expert, "f.below", "no idea", "Ben")
    recording.record_consensus(workspace, found.assessment, "a.levels", 4, "Eva")
    return found


def by_place(responses: Responses) -> list[object]:
    """What everybody said, in the order of the people: they have other ids elsewhere."""
    people = [(one.viewpoint, one.name, responses.answers[one.id]) for one in responses.respondents]
    return [people, responses.consensus]


def test_everything_that_was_said_holds_in_the_whole_assessment(sitting: Sitting) -> None:
    workspace = sitting.workspace
    gone = go_on(workspace, sitting.assessment, {"whole": WHOLE})
    assert (gone.begun, gone.left) == (True, ())
    place = str(gone.change.assessment)
    before = assessments.responses(workspace, sitting.assessment)
    assert by_place(assessments.responses(workspace, place)) == by_place(before)
    record = assessments.get_assessment(workspace, place)
    old = assessments.get_assessment(workspace, sitting.assessment)
    assert (record.company, record.day, record.open) == (old.company, old.day, True)
    assert record.goes_on_from == sitting.assessment
    assert assessments.questionnaire_of(workspace, place).id == "whole"
    log = assessments.history(workspace, place)
    assert all(entry.old is None for entry in log)
    assert {entry.by for entry in log} == {"Eva", "Ben"}
    assert len(log) == len({entry.key for entry in log}) == 8


@pytest.mark.parametrize("finished", [False, True])
def test_the_quick_check_stays_as_it_was(sitting: Sitting, finished: bool) -> None:
    workspace, place = sitting.workspace, sitting.assessment
    if finished:
        sign_off.sign(workspace, place)
    before = assessments.case_of(workspace, place)
    log = assessments.history(workspace, place)
    go_on(workspace, place, {"whole": WHOLE})
    assert assessments.case_of(workspace, place) == before
    assert assessments.history(workspace, place) == log


def test_asked_for_twice_it_is_the_same_assessment_with_nothing_doubled(sitting: Sitting) -> None:
    workspace = sitting.workspace
    first = go_on(workspace, sitting.assessment, {"whole": WHOLE})
    log = assessments.history(workspace, str(first.change.assessment))
    again = go_on(workspace, sitting.assessment, {"whole": WHOLE})
    assert (again.change, again.begun) == (first.change, False)
    assert assessments.history(workspace, str(first.change.assessment)) == log
    assert len(assessments.list_assessments(workspace, sitting.company)) == 2


def test_after_the_whole_one_was_deleted_one_can_go_on_again(sitting: Sitting) -> None:
    workspace = sitting.workspace
    first = go_on(workspace, sitting.assessment, {"whole": WHOLE})
    assessments.delete_assessment(workspace, str(first.change.assessment))
    assert go_on(workspace, sitting.assessment, {"whole": WHOLE}).begun


def test_without_the_quick_check_the_whole_one_is_kept(sitting: Sitting) -> None:
    workspace = sitting.workspace
    place = str(go_on(workspace, sitting.assessment, {"whole": WHOLE}).change.assessment)
    said = assessments.responses(workspace, place)
    assessments.delete_assessment(workspace, sitting.assessment)
    assert assessments.get_assessment(workspace, place).goes_on_from is None
    assert assessments.responses(workspace, place) == said


@pytest.mark.parametrize(
    ("key", "change", "left"),
    [
        ("a.levels", lambda q: replace(q, levels=(*q.levels[:4], {"en": "other"})), True),
        ("a.levels", lambda q: replace(q, levels=q.levels[:3]), True),
        ("a.levels", lambda q: replace(q, text={"en": "How is it?"}, weight=2.0), False),
        ("a.levels", lambda q: replace(q, id="a.other"), True),
        ("a.many", lambda q: replace(q, options=q.options[:1]), True),
        ("f.number", lambda q: replace(q, text={"en": "How many others?"}), True),
        ("f.number", lambda q: replace(q, maximum=5), True),
        ("a.may", lambda q: replace(q, may_not_apply=False), True),
    ],
)
def test_answers_are_only_taken_over_where_they_mean_the_same(
    sitting: Sitting, key: str, change: Callable[[Question], Question], left: bool
) -> None:
    gone = go_on(sitting.workspace, sitting.assessment, {"whole": changed(key, change)})
    assert gone.left == ((key,) if left else ())
    said = assessments.responses(sitting.workspace, str(gone.change.assessment))
    touched = {question for own in said.answers.values() for question in own}
    assert (key in touched) is not left
    assert (key in said.consensus) is (key == "a.levels" and not left)


def test_what_goes_wrong_on_the_way_leaves_nothing_behind(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    append, calls = AnswerLog.append, 0

    def fail_late(log: AnswerLog, *entry: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == 5:
            raise OSError("the disk is gone")
        append(log, *entry)

    monkeypatch.setattr(AnswerLog, "append", fail_late)
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever it becomes
        go_on(sitting.workspace, sitting.assessment, {"whole": WHOLE})
    monkeypatch.undo()
    assert len(assessments.list_assessments(sitting.workspace, sitting.company)) == 1
    assert go_on(sitting.workspace, sitting.assessment, {"whole": WHOLE}).begun


def test_what_is_no_part_or_whose_whole_is_missing_is_refused(sitting: Sitting) -> None:
    workspace = sitting.workspace
    with pytest.raises(UserError, match=r"assessment\.whole_missing"):
        go_on(workspace, sitting.assessment, {"quick": quick()})
    place = str(go_on(workspace, sitting.assessment, {"whole": WHOLE}).change.assessment)
    with pytest.raises(UserError, match=r"assessment\.not_part"):
        go_on(workspace, place, {"whole": WHOLE})


def test_the_quick_check_that_is_shipped_goes_on_in_the_whole_questionnaire(
    workspace: Workspace,
) -> None:
    installed = usable_questionnaires()
    sitting = begin(workspace, installed["quick-check"])
    for question in installed["quick-check"].by_id:
        recording.record_answer(workspace, sitting.assessment, sitting.expert, question, DONT_KNOW)
    gone = go_on(workspace, sitting.assessment)
    said = assessments.responses(workspace, str(gone.change.assessment))
    assert not gone.left
    assert set(said.answers[said.respondents[1].id]) == set(installed["quick-check"].by_id)
    assert assessments.questionnaire_of(workspace, str(gone.change.assessment)).strategy
