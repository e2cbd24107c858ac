"""What was signed stays as it was signed, whatever is corrected afterwards."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import DONT_KNOW, Answer, Responses
from digimaturity.errors import UserError
from digimaturity.services import (
    assessments,
    attachments,
    companies,
    recording,
    respondents,
    results,
    sign_off,
)
from digimaturity.services.assessment_names import assessment_called
from digimaturity.services.packs import installed_benchmarks
from digimaturity.services.revision_changes import Changes, as_it_stands, changes_between
from digimaturity.services.sign_off_checks import Fault, check_sign_offs
from digimaturity.services.signatures import signature_of
from digimaturity.services.workspace import Workspace, open_workspace
from tests.services.small import Sitting, begin

RELEASED = sorted((Path(__file__).parents[1] / "store" / "released").glob("*.db"))

#: Nothing official: each test says which figures it wants.
NONE = BenchmarkData()


def answer(sitting: Sitting, level: int, question: str = "a.levels") -> None:
    place = sitting.workspace, sitting.assessment
    recording.record_answer(*place, sitting.manager, question, Answer.of(level))


def sign(sitting: Sitting, by: str = "Ada", figures: BenchmarkData = NONE) -> str:
    """Sign off; the hash comes back."""
    sign_off.sign(sitting.workspace, sitting.assessment, by, figures)
    return sign_off.revisions_of(sitting.workspace, sitting.assessment).revisions[-1].digest


def said_in(sitting: Sitting, number: int) -> Responses:
    place = sitting.workspace, sitting.assessment
    return sign_off.read_revision(*place, number).case.responses


def test_a_correction_is_one_more_revision_and_the_first_stays(sitting: Sitting) -> None:
    workspace, place = sitting.workspace, sitting.assessment
    answer(sitting, 2)
    first = sign(sitting)
    before = assessments.responses(workspace, place)
    sign_off.correct(workspace, place, "  The question was misread ", "Bo")

    open_now = sign_off.revisions_of(workspace, place)
    assert (open_now.reason, open_now.opener) == ("The question was misread", "Bo")
    assert sign_off.signed_now(workspace, place) is None
    assert assessments.get_assessment(workspace, place).corrected
    answer(sitting, 4)
    second = sign(sitting, "Cem")

    one, two = sign_off.revisions_of(workspace, place).revisions
    assert (one.number, one.by, one.digest, one.reason) == (1, "Ada", first, "")
    assert (two.number, two.by, two.digest, two.reason) == (
        2,
        "Cem",
        second,
        "The question was misread",
    )
    assert first != second
    assert said_in(sitting, 1) == before
    assert said_in(sitting, 2) == assessments.responses(workspace, place)
    changes = changes_between(
        sign_off.read_revision(workspace, place, 1), sign_off.read_revision(workspace, place, 2)
    )
    assert [one.question for one in changes.corrected] == ["a.levels"]
    assert (changes.beside, changes.people, changes.company, changes.files) == (
        (),
        False,
        False,
        False,
    )


def test_a_correction_needs_a_reason(sitting: Sitting) -> None:
    sign(sitting)
    with pytest.raises(UserError, match=r"assessment\.no_reason"):
        sign_off.correct(sitting.workspace, sitting.assessment, " \n")
    assert not assessments.get_assessment(sitting.workspace, sitting.assessment).open


def test_signing_twice_without_a_correction_signs_once(sitting: Sitting) -> None:
    sign(sitting)
    sign(sitting, "Somebody else")
    (only,) = sign_off.revisions_of(sitting.workspace, sitting.assessment).revisions
    assert only.by == "Ada"


def filled(workspace: Workspace) -> Sitting:
    """The same content, whoever says it where."""
    sitting = begin(workspace)
    answer(sitting, 3)
    recording.record_comment(workspace, sitting.assessment, sitting.expert, "a.yes", "Why")
    recording.record_consensus(workspace, sitting.assessment, "a.levels", 4)
    return sitting


def test_equal_content_has_an_equal_hash_in_every_workspace(
    workspace: Workspace, tmp_path: Path
) -> None:
    here = filled(workspace)
    with open_workspace(tmp_path / "other.db") as other:
        there = filled(other)
        answer(there, 5)  # on the way there they may differ
        answer(there, 3)
        (person, _) = assessments.get_assessment(other, there.assessment).respondents
        respondents.save_respondent(other, there.assessment, replace(person, name="Eve"))
        assert sign(there, "Somebody else") == sign(here)


def _rename(sitting: Sitting) -> None:
    record = companies.get_company(sitting.workspace, sitting.company)
    companies.save_company(sitting.workspace, replace(record, employees=41))


def _viewpoint(sitting: Sitting) -> None:
    record = assessments.get_assessment(sitting.workspace, sitting.assessment)
    person = replace(record.respondents[1], viewpoint=Viewpoint.BUSINESS)
    respondents.save_respondent(sitting.workspace, sitting.assessment, person)


def _attach(sitting: Sitting) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "plan.txt"
        file.write_text("a plan")
        place = sitting.workspace, sitting.assessment, sitting.manager, "a.levels"
        attachments.attach(*place, file)


CHANGES: dict[str, Callable[[Sitting], object]] = {
    "an answer": lambda s: answer(s, 1),
    "don’t know": lambda s: recording.record_answer(
        s.workspace, s.assessment, s.expert, "a.levels", DONT_KNOW
    ),
    "a comment": lambda s: recording.record_comment(
        s.workspace, s.assessment, s.expert, "a.yes", "Why not"
    ),
    "evidence": lambda s: recording.record_evidence(
        s.workspace, s.assessment, s.expert, "a.yes", "A list"
    ),
    "a mark": lambda s: recording.record_review(
        s.workspace, s.assessment, s.expert, "a.yes", marked=True
    ),
    "a consensus": lambda s: recording.record_consensus(s.workspace, s.assessment, "a.levels", 5),
    "a viewpoint": _viewpoint,
    "somebody more": lambda s: respondents.add_respondent(
        s.workspace, s.assessment, Viewpoint.BUSINESS
    ),
    "the company": _rename,
    "a file": _attach,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_anything_else_has_another_hash_and_is_found(
    workspace: Workspace, change: Callable[[Sitting], object]
) -> None:
    sitting = filled(workspace)
    before = sign(sitting)
    sign_off.correct(workspace, sitting.assessment, "A slip")
    change(sitting)
    so_far = changes_of(sitting)
    assert not so_far.nothing
    assert sign(sitting) != before
    place = workspace, sitting.assessment
    signed = [sign_off.read_revision(*place, number) for number in (1, 2)]
    assert replace(changes_between(*signed), figures=None) == so_far


def changes_of(sitting: Sitting) -> Changes:
    """What the open correction changed so far."""
    place = sitting.workspace, sitting.assessment
    now = as_it_stands(sitting.workspace, assessments.case_of(*place))
    return changes_between(sign_off.read_revision(*place, 1), now)


def test_the_figures_of_the_day_hold_after_others_are_installed(
    workspace: Workspace, readiness: Questionnaire
) -> None:
    then = installed_benchmarks().data
    sitting = begin(workspace, readiness)
    for fact in readiness.facts:
        if fact.kind == "yes_no":
            place = (workspace, sitting.assessment, sitting.manager, fact.id)
            recording.record_answer(*place, Answer.of(value=True))
    sign_off.sign(workspace, sitting.assessment)  # with those that are installed
    signed = results.evaluate_assessment(workspace, sitting.assessment, NONE)
    assert signed.benchmark is not None
    assert (
        signed.benchmark
        == results.evaluate_assessment(workspace, sitting.assessment, then).benchmark
    )

    sign_off.correct(workspace, sitting.assessment, "A slip")
    draft = results.evaluate_assessment(workspace, sitting.assessment, NONE)
    assert draft.benchmark != signed.benchmark
    pinned = sign_off.read_revision(workspace, sitting.assessment, 1).figures
    assert pinned is not None
    assert pinned.bands
    sign(sitting, figures=NONE)
    given = sign_off.read_revision(workspace, sitting.assessment, 2).figures
    assert not (given and given.bands)


def tamper(workspace: Workspace, statement: str) -> None:
    """What another program might do to the file."""
    with closing(sqlite3.connect(workspace.path)) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        connection.commit()


def faults(workspace: Workspace) -> dict[int, Fault | None]:
    return {one.revision.number: one.fault for one in check_sign_offs(workspace)}


def test_a_document_that_was_changed_is_told_and_the_others_can_be_read(
    sitting: Sitting,
) -> None:
    answer(sitting, 2)
    sign(sitting)
    sign_off.correct(sitting.workspace, sitting.assessment, "A slip")
    answer(sitting, 3)
    sign(sitting)
    assert faults(sitting.workspace) == {1: None, 2: None}
    tamper(
        sitting.workspace,
        "UPDATE sign_off SET document = replace(document, '\"value\": 2', '\"value\": 5')"
        " WHERE event = 'signed'",
    )
    with pytest.raises(UserError, match=r"revision\.damaged"):
        said_in(sitting, 1)
    assert said_in(sitting, 2).answers[sitting.manager]["a.levels"].value == 3
    assert faults(sitting.workspace) == {1: Fault.DAMAGED, 2: None}


@pytest.mark.parametrize("left", ["null", "[]", "{", "[" * 100_000 + "]" * 100_000])
def test_a_document_of_which_nothing_is_left_is_told_as_damaged(
    sitting: Sitting, left: str
) -> None:
    sign(sitting)
    tamper(sitting.workspace, f"UPDATE sign_off SET document = x'{left.encode().hex()}'")  # noqa: S608 - ours
    assert faults(sitting.workspace) == {1: Fault.DAMAGED}


def test_an_assessment_that_no_longer_says_what_was_signed_is_told(sitting: Sitting) -> None:
    answer(sitting, 2)
    sign(sitting)
    tamper(
        sitting.workspace,
        "UPDATE answer_log SET new_value = replace(new_value, '2', '5') WHERE aspect = 'answer'",
    )
    path, place = sitting.workspace.path, sitting.assessment
    sitting.workspace.close()
    with open_workspace(path) as opened:
        assert faults(opened) == {1: Fault.CHANGED}
        # Nobody signed what a report of it would say now; the revision is still theirs.
        assert signature_of(opened, place) is None
        first = signature_of(opened, place, 1)
        assert first is not None
        assert first.by == "Ada"


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_what_earlier_versions_finished_can_be_read_and_corrected(
    released: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copyfile(released, tmp_path / "work.db"))
    with open_workspace(path) as opened:
        finished = [
            record
            for company in companies.list_companies(opened)
            for record in assessments.list_assessments(opened, company.id)
            if not record.open
        ]
        assert finished
        for record in finished:
            then = assessments.case_of(opened, record.id)
            (only,) = sign_off.revisions_of(opened, record.id).revisions
            assert (only.number, only.digest) == (1, "")
            assert sign_off.read_revision(opened, record.id, 1).case.responses == then.responses
            sign_off.correct(opened, record.id, "A slip")
            person, question = record.respondents[0].id, then.questionnaire.rated_questions[0].id
            recording.record_answer(opened, record.id, person, question, DONT_KNOW)
            sign_off.sign(opened, record.id)
            old, new = sign_off.revisions_of(opened, record.id).revisions
            assert (old.at, bool(old.digest), new.reason) == (record.finished, True, "A slip")
            signed = sign_off.read_revision(opened, record.id, 1)
            assert signed.case.responses == then.responses
            assert signed.case.record.kept == assessments.company_of(record, then.company)
        assert all(one.fault is None for one in check_sign_offs(opened))


STEPS = st.one_of(
    st.tuples(st.sampled_from(["a.levels", "a.may"]), st.integers(1, 5)),
    st.tuples(st.sampled_from(["comment", "agree", "correct", "sign"]), st.integers(1, 5)),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(STEPS, max_size=14))
def test_every_revision_reads_as_it_was_signed(steps: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder, open_workspace(Path(folder) / "work.db") as opened:
        sitting = begin(opened)
        signed: list[Responses] = []
        for what, level in steps:
            take(sitting, what, level)
            now = len(sign_off.revisions_of(opened, sitting.assessment).revisions)
            if now > len(signed):
                signed.append(assessments.responses(opened, sitting.assessment))
        assert [said_in(sitting, number) for number in range(1, len(signed) + 1)] == signed
        assert set(faults(opened).values()) <= {None}


def take(sitting: Sitting, what: str, level: int) -> None:
    """One step of the work; what cannot be done now is refused."""
    place = sitting.workspace, sitting.assessment
    if not assessments.get_assessment(*place).open and what not in ("sign", "correct"):
        with pytest.raises(UserError, match=r"assessment\.finished"):
            recording.record_consensus(*place, "a.levels", level)
        return
    match what:
        case "sign":
            sign_off.sign(*place, figures=NONE)
        case "correct":
            sign_off.correct(*place, f"Slip {level}")
        case "agree":
            recording.record_consensus(*place, "a.levels", level)
        case "comment":
            recording.record_comment(*place, sitting.expert, "a.levels", "why " * level)
        case question:
            answer(sitting, level, question)


def test_an_assessment_is_named_by_id_company_year_and_revision(sitting: Sitting) -> None:
    workspace, place = sitting.workspace, sitting.assessment
    answer(sitting, 2)
    sign(sitting)
    later = assessments.create_assessment(
        workspace,
        sitting.company,
        assessments.questionnaire_of(workspace, place),
        date(2027, 2, 1),
    ).assessment
    for name, meant in (
        (place, (place, 0)),
        ("hansen möbel", (later, 0)),
        ("Hansen Möbel@2026", (place, 0)),
        (f"{sitting.company}@2026r1", (place, 1)),
        ("Hansen Möbel@2026-02-24r1", (place, 1)),
    ):
        found = assessment_called(workspace, name)
        assert (found.record.id, found.revision) == meant
    for name, code in (
        ("Hansen Möbel@2025", "none_then"),
        ("Hansen Möbel@2026r2", "no_revision"),
        ("Hansen Möbel@2027r1", "no_revision"),
    ):
        with pytest.raises(UserError, match=rf"history\.{code}"):
            assessment_called(workspace, name)
    asked = assessments.questionnaire_of(workspace, place)
    assessments.create_assessment(workspace, sitting.company, asked, date(2027, 9, 1))
    with pytest.raises(UserError, match=r"history\.several"):  # never the wrong one
        assessment_called(workspace, "Hansen Möbel@2027")
    with pytest.raises(UserError, match=r"company\.unknown"):
        assessment_called(workspace, "Nobody@2026")
