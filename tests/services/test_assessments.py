"""Beginning, answering, finishing: what callers rely on beyond the answers themselves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from digimaturity.domain.company import Company, TurnoverBand
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import DONT_KNOW, NOT_APPLICABLE, Answer
from digimaturity.errors import UserError
from digimaturity.packs import document_of, fingerprint_of
from digimaturity.services import assessments, companies, recording, respondents, results, sign_off
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.workspace import Workspace
from tests.services.small import DAY, Sitting, begin, small_questionnaire

#: What people type: markup, emoji, writing from right to left, controls, parts of characters.
TEXTS = [
    "<b>Müller & Söhne</b> <script>alert(1)</script> &amp;",
    "🏭👩‍🔧 Größe ₂",
    "שלום \u200f(חברה)\u200f مصنع",
    "ab\x07\x1b[31m\u202e\u2028\r\n\tc",
    "'; DROP TABLE answer_log; --",
    "x" * 10_000,
]


def record(sitting: Sitting, question: str, answer: Answer | None) -> Change:
    return recording.record_answer(
        sitting.workspace, sitting.assessment, sitting.manager, question, answer
    )


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_comes_back_as_it_was_typed(sitting: Sitting, text: str) -> None:
    workspace = sitting.workspace
    record_ = companies.CompanyRecord(text, "DE", "C", 1, TurnoverBand.UP_TO_10, text, text)
    company = companies.save_company(workspace, record_).company
    change = assessments.create_assessment(
        workspace, str(company), small_questionnaire(), DAY, [(Viewpoint.IT, text)]
    )
    place = str(change.assessment)
    (person,) = assessments.get_assessment(workspace, place).respondents
    recording.record_answer(workspace, place, person.id, "f.text", Answer.of(text), by=text)
    recording.record_comment(workspace, place, person.id, "f.text", text, by=text)

    found = companies.get_company(workspace, str(company))
    assert found == replace(record_, id=found.id, name=text.strip())
    said = assessments.responses(workspace, place)
    assert said.respondents[0].name == text
    assert said.answers[person.id]["f.text"] == Answer.of(text, text)
    assert {entry.by for entry in assessments.history(workspace, place)} == {text}


def test_what_no_file_can_hold_is_replaced_or_left_out(sitting: Sitting) -> None:
    change = companies.save_company(sitting.workspace, companies.CompanyRecord("A\ud83c\0 B"))
    assert companies.get_company(sitting.workspace, str(change.company)).name == "A\ufffd B"
    record(sitting, "f.text", Answer.of("\udfed"))
    said = assessments.responses(sitting.workspace, sitting.assessment)
    assert said.answers[sitting.manager]["f.text"] == Answer.of("\ufffd")


def test_a_company_is_changed_in_place(workspace: Workspace) -> None:
    for name in ("zeta", "Alpha", "beta"):
        companies.save_company(workspace, companies.CompanyRecord(name))
    assert [found.name for found in companies.list_companies(workspace)] == [
        "Alpha",
        "beta",
        "zeta",
    ]
    first = companies.list_companies(workspace)[0]
    change = companies.save_company(workspace, replace(first, employees=12))
    assert change.kind is ChangeKind.COMPANY
    assert (change.company, change.undo) == (first.id, first)
    assert len(companies.list_companies(workspace)) == 3
    assert companies.get_company(workspace, first.id).employees == 12
    assert companies.get_company(workspace, first.id).company.size_class == "10-49"


@pytest.mark.parametrize(
    ("record_", "code"),
    [
        (companies.CompanyRecord(" \n"), "company.name_missing"),
        (companies.CompanyRecord("A", employees=0), "company.employees"),
    ],
)
def test_a_company_that_makes_no_sense_is_refused(
    workspace: Workspace, record_: companies.CompanyRecord, code: str
) -> None:
    with pytest.raises(UserError, match=code):
        companies.save_company(workspace, record_)
    assert companies.list_companies(workspace) == ()


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        ("a.levels", Answer.of(6), "answer.range"),
        ("a.levels", Answer.of(2.5), "answer.range"),
        ("a.levels", Answer.of(float("nan")), "answer.range"),
        ("a.levels", Answer.of(value=True), "answer.kind"),
        ("a.levels", NOT_APPLICABLE, "answer.not_applicable"),
        ("a.yes", Answer.of(1), "answer.kind"),
        ("a.many", Answer.of(frozenset({"z"})), "answer.range"),
        ("buy.pays", Answer.of(frozenset({"it", "business"})), "answer.range"),
        ("f.number", Answer.of(101), "answer.range"),
        ("f.free", Answer.of(float("inf")), "answer.range"),
        ("f.text", Answer.of(3), "answer.kind"),
    ],
)
def test_an_answer_that_the_question_cannot_take_is_refused(
    sitting: Sitting, question: str, answer: Answer, code: str
) -> None:
    with pytest.raises(UserError, match=code):
        record(sitting, question, answer)
    assert assessments.history(sitting.workspace, sitting.assessment) == ()


@pytest.mark.parametrize(
    ("question", "level", "code"),
    [("a.levels", 0, "answer.range"), ("a.yes", 1, "answer.kind")],
)
def test_a_consensus_is_a_level_of_the_question(
    sitting: Sitting, question: str, level: int, code: str
) -> None:
    with pytest.raises(UserError, match=code):
        recording.record_consensus(sitting.workspace, sitting.assessment, question, level)


def test_the_log_tells_who_when_and_from_what_to_what(sitting: Sitting) -> None:
    started = datetime.now(UTC) - timedelta(milliseconds=1)
    for answer in (Answer.of(2), Answer.of(2), DONT_KNOW, None):
        recording.record_answer(
            sitting.workspace, sitting.assessment, sitting.manager, "a.levels", answer, by="Ada"
        )
    entries = assessments.history(sitting.workspace, sitting.assessment)
    two: dict[str, Any] = {"state": "answered", "value": 2}
    unknown = {"state": "dont_know"}
    assert [(entry.old, entry.new) for entry in entries] == [
        (None, two),
        (two, unknown),
        (unknown, None),
    ]
    assert {entry.by for entry in entries} == {"Ada"}
    assert {entry.key.respondent for entry in entries} == {sitting.manager}
    assert all(
        started <= datetime.fromisoformat(entry.at) <= datetime.now(UTC) for entry in entries
    )


def test_a_finished_assessment_can_only_be_read_until_it_is_reopened(sitting: Sitting) -> None:
    workspace, place = sitting.workspace, sitting.assessment
    record(sitting, "a.levels", Answer.of(3))
    change = sign_off.sign(workspace, place)
    assert (change.kind, change.assessment) == (ChangeKind.ASSESSMENT, place)
    assert assessments.get_assessment(workspace, place).finished

    (person, _) = assessments.get_assessment(workspace, place).respondents
    attempts: tuple[Callable[[], object], ...] = (
        lambda: record(sitting, "a.levels", Answer.of(4)),
        lambda: recording.record_comment(workspace, place, person.id, "a.levels", "no"),
        lambda: recording.record_consensus(workspace, place, "a.levels", 1),
        lambda: respondents.add_respondent(workspace, place, Viewpoint.BUSINESS),
        lambda: respondents.save_respondent(workspace, place, replace(person, name="Bob")),
    )
    for attempt in attempts:
        with pytest.raises(UserError, match=r"assessment\.finished"):
            attempt()
    assert len(assessments.history(workspace, place)) == 1

    sign_off.correct(workspace, place, "A slip")
    assert assessments.get_assessment(workspace, place).open
    record(sitting, "a.levels", Answer.of(4))


def compared_as(sitting: Sitting) -> Company:
    workspace, place = sitting.workspace, sitting.assessment
    return results.evaluate_assessment(workspace, place, BenchmarkData()).company


def test_a_finished_assessment_keeps_the_company_of_its_day(sitting: Sitting) -> None:
    workspace, place = sitting.workspace, sitting.assessment
    then = Company("Hansen Möbel", "DE", "C", 40)
    now = Company("Hansen Holding", "AT", "G", 300, TurnoverBand.OVER_50)
    sign_off.sign(workspace, place)
    record_ = companies.CompanyRecord(
        now.name, "AT", "G", 300, TurnoverBand.OVER_50, id=sitting.company
    )
    companies.save_company(workspace, record_)
    draft = assessments.create_assessment(workspace, sitting.company, small_questionnaire(), DAY)
    later = replace(sitting, assessment=str(draft.assessment))
    assert (compared_as(sitting), compared_as(later)) == (then, now)

    # Signing off once more is no second day.
    assert not sign_off.sign(workspace, place).effective
    assert compared_as(sitting) == then

    sign_off.correct(workspace, place, "A slip")
    assert compared_as(sitting) == now
    sign_off.sign(workspace, place)
    assert assessments.get_assessment(workspace, place).kept == now


def test_an_assessment_keeps_the_questionnaire_it_was_begun_with(sitting: Sitting) -> None:
    workspace = sitting.workspace
    newer = replace(small_questionnaire(), version="2", fingerprint="")
    second = assessments.create_assessment(workspace, sitting.company, newer, date(2027, 1, 1))

    first_kept = assessments.questionnaire_of(workspace, sitting.assessment)
    second_kept = assessments.questionnaire_of(workspace, str(second.assessment))
    assert (first_kept.version, second_kept.version) == ("1", "2")
    document = document_of(small_questionnaire())
    assert document_of(first_kept) == document
    assert first_kept.fingerprint == fingerprint_of(document)
    # The same questionnaire is kept once, and built once.
    third = assessments.create_assessment(workspace, sitting.company, newer, DAY)
    assert assessments.questionnaire_of(workspace, str(third.assessment)) is second_kept
    listed = assessments.list_assessments(workspace, sitting.company)
    assert [one.id for one in listed] == [second.assessment, third.assessment, sitting.assessment]


def test_people_can_join_and_be_renamed(sitting: Sitting) -> None:
    workspace, place = sitting.workspace, sitting.assessment
    joined = respondents.add_respondent(workspace, place, Viewpoint.BUSINESS, "Cem")
    people = assessments.get_assessment(workspace, place).respondents
    assert [(one.viewpoint, one.name) for one in people] == [
        ("management", "Ada"),
        ("it", ""),
        ("business", "Cem"),
    ]
    assert joined.respondent == people[2].id

    changed = replace(people[1], name="Bo", viewpoint=Viewpoint.BUSINESS)
    change = respondents.save_respondent(workspace, place, changed)
    assert (change.undo, change.now) == (people[1], changed)
    assert assessments.get_assessment(workspace, place).respondents[1] == changed


def test_a_deleted_assessment_takes_its_answers_with_it_and_no_others(sitting: Sitting) -> None:
    other = begin(sitting.workspace)
    for one in (sitting, other):
        record(one, "a.levels", Answer.of(3))
    assessments.delete_assessment(sitting.workspace, sitting.assessment)

    assert assessments.list_assessments(sitting.workspace, sitting.company) == ()
    assert assessments.history(sitting.workspace, sitting.assessment) == ()
    assert len(assessments.history(sitting.workspace, other.assessment)) == 1


def test_an_id_that_does_not_exist_is_a_fault_of_the_caller(sitting: Sitting) -> None:
    workspace, place = sitting.workspace, sitting.assessment
    for attempt in (
        lambda: companies.get_company(workspace, "nobody"),
        lambda: assessments.get_assessment(workspace, "none"),
        lambda: assessments.responses(workspace, "none"),
        lambda: results.evaluate_assessment(workspace, "none", BenchmarkData()),
        lambda: recording.record_answer(workspace, "none", "x", "a.levels", DONT_KNOW),
        lambda: recording.record_answer(workspace, place, "nobody", "a.levels", DONT_KNOW),
        lambda: record(sitting, "a.none", DONT_KNOW),
        lambda: recording.record_comment(workspace, place, sitting.manager, "a.none", "why"),
    ):
        with pytest.raises(KeyError):
            attempt()


def test_only_answers_comments_and_consensus_can_be_undone(sitting: Sitting) -> None:
    change = sign_off.sign(sitting.workspace, sitting.assessment)
    assert change.effective
    assert not change.undoable
    with pytest.raises(ValueError, match="finished"):
        recording.undo(sitting.workspace, change)


def test_what_was_said_in_a_deleted_assessment_cannot_be_undone(sitting: Sitting) -> None:
    change = record(sitting, "a.levels", Answer.of(4))
    assessments.delete_assessment(sitting.workspace, sitting.assessment)
    with pytest.raises(UserError, match=r"assessment\.deleted"):
        recording.undo(sitting.workspace, change)


def test_the_result_is_the_domains_own(sitting: Sitting) -> None:
    record(sitting, "a.levels", Answer.of(4))
    record(sitting, "f.number", Answer.of(20))
    recording.record_comment(
        sitting.workspace, sitting.assessment, sitting.expert, "a.levels", "only a comment"
    )
    said = assessments.responses(sitting.workspace, sitting.assessment)
    asked = assessments.questionnaire_of(sitting.workspace, sitting.assessment)
    found = results.evaluate_assessment(sitting.workspace, sitting.assessment, BenchmarkData())

    company = Company("Hansen Möbel", "DE", "C", 40)
    assert found == evaluate(asked, said, company=company, year=2026)
    assert found.questions["a.levels"].score == 75


def test_a_transaction_that_fails_leaves_nothing(sitting: Sitting) -> None:
    def save_and_fail() -> None:
        with sitting.workspace.writing() as stored:
            stored.companies.save(companies.CompanyRecord("Ghost"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save_and_fail()
    assert "Ghost" not in {one.name for one in companies.list_companies(sitting.workspace)}
    record(sitting, "a.levels", Answer.of(3))
