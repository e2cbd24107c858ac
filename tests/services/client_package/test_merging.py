"""A package of a company that is here already: seen before, and then as the user chose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import Project, Target
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.services import (
    assessments,
    attachments,
    companies,
    recording,
    respondents,
    sign_off,
)
from digimaturity.services.client_package.choosing import Choice, How, Prefer
from digimaturity.services.client_package.comparing import look_at
from digimaturity.services.client_package.importing import TakenIn, take_in
from digimaturity.services.client_package.merging import Side
from digimaturity.services.client_package.plain import done_document, preview_document
from digimaturity.services.client_package.preview import (
    Compared,
    ComparedRoadmap,
    Preview,
    Standing,
)
from digimaturity.services.client_package.words import counts_words, done_words, preview_lines
from digimaturity.services.client_package.writing import hand_over
from digimaturity.services.plan_book import book_of, save_entry
from digimaturity.services.workspace import Workspace, open_workspace
from tests.services.client_package.make import EARLIER, another_company, contents, full_company
from tests.services.small import Sitting, small_questionnaire


@pytest.fixture
def sitting(workspace: Workspace, tmp_path: Path) -> Sitting:
    return full_company(workspace, tmp_path)


@pytest.fixture
def elsewhere(workspace: Workspace, sitting: Sitting, tmp_path: Path) -> Iterator[Workspace]:
    """Another computer that got the company, and a company of its own."""
    with open_workspace(tmp_path / "elsewhere.db") as opened:
        another_company(opened, "Hansen Möbel")
        give(workspace, opened, sitting, tmp_path)
        yield opened


def give(
    source: Workspace,
    target: Workspace,
    sitting: Sitting,
    folder: Path,
    choice: Choice | None = None,
    *,
    notes: bool = False,
) -> TakenIn:
    path = folder / "given.digimaturity"
    hand_over(source, sitting.company, path, notes=notes)
    return take_in(target, look_at(target, path), choice or Choice(), copied_name="Copy")


def seen(source: Workspace, target: Workspace, sitting: Sitting, folder: Path) -> Preview:
    path = folder / "seen.digimaturity"
    hand_over(source, sitting.company, path)
    return look_at(target, path)


def the(preview: Preview, assessment: str) -> Compared:
    return next(one for one in preview.assessments if one.id == assessment)


def said(workspace: Workspace, sitting: Sitting, question: str = "a.levels") -> object:
    found = assessments.responses(workspace, sitting.assessment)
    answer = found.answers[sitting.manager].get(question)
    return None if answer is None else answer.value


def older(workspace: Workspace, sitting: Sitting) -> str:
    listed = assessments.list_assessments(workspace, sitting.company)
    return next(one.id for one in listed if not one.open)


def answer(workspace: Workspace, sitting: Sitting, level: int, question: str = "a.levels") -> None:
    place = (sitting.assessment, sitting.manager, question)
    recording.record_answer(workspace, *place, Answer.of(level), "Bo")


def change_all(elsewhere: Workspace, sitting: Sitting, tmp_path: Path) -> str:
    """Everything that can be changed in a draft, and an assessment that is new."""
    answer(elsewhere, sitting, 5)
    answer(elsewhere, sitting, 2, "a.may")
    place = (sitting.assessment, sitting.manager)
    recording.record_answer(elsewhere, *place, "f.free", Answer.of(7))
    respondents.add_respondent(elsewhere, sitting.assessment, Viewpoint.IT, "New")
    file = tmp_path / "more.txt"
    file.write_text("more")
    attachments.attach(elsewhere, *place, "a.yes", file)
    people = [(Viewpoint.MANAGEMENT, "")]
    new = assessments.create_assessment(
        elsewhere, sitting.company, small_questionnaire("third"), EARLIER, people
    )
    record = companies.get_company(elsewhere, sitting.company)
    companies.save_company(elsewhere, replace(record, employees=55))
    return str(new.assessment)


def test_the_preview_tells_what_is_new_same_changed_and_only_here(
    workspace: Workspace, elsewhere: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    only = assessments.create_assessment(
        workspace, sitting.company, small_questionnaire(), EARLIER
    ).assessment
    new = change_all(elsewhere, sitting, tmp_path)
    before = contents(workspace)
    preview = seen(elsewhere, workspace, sitting, tmp_path)
    assert contents(workspace) == before
    assert preview.known
    assert not preview.namesake
    assert preview.details == ("employees",)
    draft = the(preview, sitting.assessment)
    assert {one.id: one.standing for one in preview.assessments} == {
        str(only): Standing.ONLY_HERE,
        new: Standing.NEW,
        older(workspace, sitting): Standing.SAME,
        sitting.assessment: Standing.CHANGED,
    }
    assert [one.spot[1] for one in draft.differing] == ["a.levels", "a.may"]
    assert (draft.only_there, draft.only_here, draft.answers) == (1, 0, 3)
    assert (draft.lines, draft.people, draft.files) == (3, 1, 1)
    first = draft.differing[0]
    assert (first.here.value, first.there.value) == (
        {"state": "answered", "value": 3},
        {"state": "answered", "value": 5},
    )
    assert first.there.by == "Bo"


def test_the_later_answer_holds_and_both_stay_in_the_log(
    workspace: Workspace, elsewhere: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    change_all(elsewhere, sitting, tmp_path)
    answer(workspace, sitting, 1, "a.may")  # later than the one there
    lines = {repr(row) for where in (workspace, elsewhere) for row in contents(where)["answer_log"]}
    done = give(elsewhere, workspace, sitting, tmp_path)
    assert (done.added, done.changed) == (1, 1)
    assert (said(workspace, sitting), said(workspace, sitting, "a.may")) == (5, 1)
    assert said(workspace, sitting, "f.free") == 7
    log = contents(workspace)["answer_log"]
    assert lines <= {repr(row) for row in log}
    found = assessments.get_assessment(workspace, sitting.assessment)
    assert [person.name for person in found.respondents] == ["Ada", "", "Eve", "New"]
    assert len(attachments.attachments_of(workspace, sitting.assessment)) == 3
    # The details of the company bear no time: those here stay.
    assert companies.get_company(workspace, sitting.company).employees == 41
    after = contents(workspace)
    again = give(elsewhere, workspace, sitting, tmp_path)
    assert (again.added, again.changed, again.lines) == (0, 0, 0)
    assert contents(workspace) == after
    # And the other way round the same holds.
    give(workspace, elsewhere, sitting, tmp_path)
    case = [assessments.responses(one, sitting.assessment) for one in (workspace, elsewhere)]
    assert case[0] == case[1]


@pytest.mark.parametrize(("prefer", "levels", "employees"), [
    (Prefer.MINE, (3, 2), 41),
    (Prefer.THEIRS, (5, 1), 55),
])  # fmt: skip
def test_one_side_can_be_preferred_with_exceptions(  # noqa: PLR0917 - three fixtures, a case
    workspace: Workspace,
    elsewhere: Workspace,
    sitting: Sitting,
    tmp_path: Path,
    prefer: Prefer,
    levels: tuple[int, int],
    employees: int,
) -> None:
    change_all(elsewhere, sitting, tmp_path)
    answer(workspace, sitting, 1, "a.may")
    other = Side.THERE if prefer is Prefer.MINE else Side.HERE
    spot = (sitting.manager, "a.may", "answer")
    choice = Choice(prefer=prefer, answers={(sitting.assessment, spot): other})
    give(elsewhere, workspace, sitting, tmp_path, choice)
    assert (said(workspace, sitting), said(workspace, sitting, "a.may")) == levels
    assert companies.get_company(workspace, sitting.company).employees == employees
    # What was chosen is later than what it was chosen from.
    give(workspace, elsewhere, sitting, tmp_path)
    assert (said(elsewhere, sitting), said(elsewhere, sitting, "a.may")) == levels


def change_finished(workspace: Workspace, sitting: Sitting) -> str:
    key = older(workspace, sitting)
    sign_off.correct(workspace, key, "A slip")
    (grace,) = assessments.get_assessment(workspace, key).respondents
    recording.record_answer(workspace, key, grace.id, "a.levels", Answer.of(5), "Bo")
    recording.record_answer(workspace, key, grace.id, "a.may", Answer.of(5), "Bo")
    sign_off.sign(workspace, key)
    return key


def test_a_finished_assessment_changes_only_where_somebody_says_so(
    workspace: Workspace, elsewhere: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    key = change_finished(elsewhere, sitting)
    assert the(seen(elsewhere, workspace, sitting, tmp_path), key).to_be_chosen
    before = contents(workspace)
    with pytest.raises(UserError) as caught:
        give(elsewhere, workspace, sitting, tmp_path)
    assert caught.value.code == "package.finished"
    assert caught.value.details["days"] == (EARLIER,)
    stays = Choice(prefer=Prefer.THEIRS, finished={key: Side.HERE})
    give(elsewhere, workspace, sitting, tmp_path, stays)
    assert contents(workspace)["answer_log"] == before["answer_log"]
    assert assessments.get_assessment(workspace, key).kept
    give(elsewhere, workspace, sitting, tmp_path, Choice(finished={key: Side.THERE}))
    assert assessments.responses(workspace, key) == assessments.responses(elsewhere, key)
    here, there = (assessments.get_assessment(one, key) for one in (workspace, elsewhere))
    assert here == there


def test_a_finished_one_becomes_exactly_what_it_is_there(
    workspace: Workspace, elsewhere: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    key = change_finished(elsewhere, sitting)
    choice = Choice(finished={key: Side.THERE})
    give(workspace, elsewhere, sitting, tmp_path, choice)
    assert assessments.responses(workspace, key) == assessments.responses(elsewhere, key)
    log = contents(elsewhere)["answer_log"]
    assert sum(row[0] == key for row in log) == 6  # two changes, and both taken back


def test_replacing_puts_aside_what_is_here_and_keeps_private_notes(
    workspace: Workspace, elsewhere: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    new = change_all(elsewhere, sitting, tmp_path)
    only = assessments.create_assessment(workspace, sitting.company, small_questionnaire(), EARLIER)
    before = contents(workspace)
    revision = {row[0]: int(str(row[-4])) for row in before["assessment"]}
    done = give(elsewhere, workspace, sitting, tmp_path, Choice(How.REPLACE))
    found = companies.get_company(workspace, sitting.company)
    assert (found.employees, found.notes) == (55, "Pays late.")
    ids = {one.id for one in assessments.list_assessments(workspace, sitting.company)}
    assert new in ids
    assert only.assessment not in ids
    assert said(workspace, sitting) == 5
    after = contents(workspace)
    assert len(after["answer_log"]) == len(contents(elsewhere)["answer_log"])
    assert all(int(str(row[-4])) > revision.get(row[0], 0) for row in after["assessment"])
    assert done.backup is not None
    with open_workspace(done.backup, read_only=True) as aside:
        assert contents(aside) == before


def test_a_company_of_the_same_name_is_told_apart(
    workspace: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    with open_workspace(tmp_path / "third.db") as third:
        another_company(third, "Hansen Möbel")
        preview = seen(workspace, third, sitting, tmp_path)
        assert preview.namesake
        assert not preview.known


def test_a_file_that_was_removed_here_does_not_come_back(
    workspace: Workspace, elsewhere: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    answer(elsewhere, sitting, 5)
    first, *_ = attachments.attachments_of(workspace, sitting.assessment)
    attachments.remove(workspace, first.id)
    give(elsewhere, workspace, sitting, tmp_path)
    left = attachments.attachments_of(workspace, sitting.assessment)
    assert first.id not in {one.id for one in left}
    assert len(left) == 1


def test_what_changed_since_the_preview_is_not_overrun(
    workspace: Workspace, elsewhere: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    answer(elsewhere, sitting, 5)
    preview = seen(elsewhere, workspace, sitting, tmp_path)
    answer(workspace, sitting, 2)
    before = contents(workspace)
    for how in How:
        with pytest.raises(UserError) as caught:
            take_in(workspace, preview, Choice(how), copied_name="x")
        assert caught.value.code == "package.outdated"
    assert contents(workspace) == before


def test_other_questions_are_not_merged(
    workspace: Workspace, elsewhere: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    other = assessments.get_assessment(elsewhere, older(elsewhere, sitting)).questionnaire
    with elsewhere.writing() as stored:
        history = stored.histories.get(sitting.company)
        assert history is not None
        mine = next(one for one in history.assessments if one.id == sitting.assessment)
        stored.histories.change_assessment(replace(mine, questionnaire=other))
    preview = seen(elsewhere, workspace, sitting, tmp_path)
    assert not the(preview, sitting.assessment).same_questionnaire
    before = contents(workspace)
    with pytest.raises(UserError) as caught:
        give(elsewhere, workspace, sitting, tmp_path)
    assert caught.value.code == "package.other_questions"
    assert contents(workspace) == before


def test_what_two_groups_wrote_down_is_told_apart_and_the_later_holds(
    workspace: Workspace, elsewhere: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    place = sitting.assessment
    recording.record_reason(workspace, place, "a.levels", "Here.", "Ada")
    recording.record_parked(elsewhere, place, "a.yes", "There.", "Bo")
    recording.record_reason(elsewhere, place, "a.levels", "There, later.", "Bo")
    recording.record_parked(elsewhere, place, "a.may", "Only there.")
    preview = seen(elsewhere, workspace, sitting, tmp_path)
    draft = the(preview, place)
    differing = {one.spot: (one.here.value, one.there.value) for one in draft.differing}
    assert differing[None, "a.levels", "reason"] == ("Here.", "There, later.")
    assert draft.only_there == 1
    give(elsewhere, workspace, sitting, tmp_path)
    merged = assessments.responses(workspace, place)
    assert merged.reasons == {"a.levels": "There, later."}
    assert merged.parked == {"a.yes": "There.", "a.may": "Only there."}
    lines = [one.new for one in assessments.history(workspace, place) if one.key.aspect == "reason"]
    assert lines == ["Seen together.", "Here.", "There, later."]
    # What was chosen here instead holds there, too.
    recording.record_reason(elsewhere, place, "a.levels", "There, last.", "Bo")
    give(elsewhere, workspace, sitting, tmp_path, Choice(prefer=Prefer.MINE))
    give(workspace, elsewhere, sitting, tmp_path)
    for one in (workspace, elsewhere):
        assert assessments.responses(one, place).reasons == {"a.levels": "There, later."}


def test_the_roadmap_is_merged_item_by_item_and_both_directions_agree(
    workspace: Workspace, elsewhere: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    company = sitting.company
    save_entry(workspace, company, Part.TARGET, "a", Target(60))
    save_entry(workspace, company, Part.TARGET, "here", Target(10))
    save_entry(elsewhere, company, Part.TARGET, "a", Target(90), "Bo")
    save_entry(elsewhere, company, Part.PROJECT, "there", Project("ERP"), "Bo")
    save_entry(elsewhere, company, Part.SHEET, "budget", None, "Bo")
    before = contents(workspace)
    preview = seen(elsewhere, workspace, sitting, tmp_path)
    assert preview.roadmap == ComparedRoadmap(differing=1, only_there=1, only_here=2, lines=3)
    assert not preview.nothing_new
    done = give(elsewhere, workspace, sitting, tmp_path)
    assert (done.added, done.changed, done.roadmap) == (0, 0, 3)
    book = book_of(workspace, company)
    assert (book.goals["a"], book.goals["here"]) == (90, 10)
    assert book.projects["there"] == Project("ERP")
    assert "budget" not in book.sheet
    after = contents(workspace)
    assert all(line in after["plan_log"] for line in before["plan_log"])
    # Once more changes nothing, and the other way round the same holds.
    assert give(elsewhere, workspace, sitting, tmp_path).roadmap == 0
    assert contents(workspace) == after
    give(workspace, elsewhere, sitting, tmp_path)
    assert book_of(elsewhere, company) == book
    assert seen(workspace, elsewhere, sitting, tmp_path).nothing_new


@pytest.mark.parametrize(("prefer", "score"), [(Prefer.MINE, 60), (Prefer.THEIRS, 90)])
def test_one_side_of_the_roadmap_can_be_preferred(
    workspace: Workspace,
    elsewhere: Workspace,
    sitting: Sitting,
    tmp_path: Path,
    prefer: Prefer,
    score: float,
) -> None:
    save_entry(elsewhere, sitting.company, Part.TARGET, "a", Target(90))
    save_entry(workspace, sitting.company, Part.TARGET, "a", Target(60))
    give(elsewhere, workspace, sitting, tmp_path, Choice(prefer=prefer))
    give(workspace, elsewhere, sitting, tmp_path)
    for one in (workspace, elsewhere):
        assert book_of(one, sitting.company).goals["a"] == score


def test_replacing_takes_the_roadmap_from_there_alone(
    workspace: Workspace, elsewhere: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    company = sitting.company
    save_entry(workspace, company, Part.TARGET, "here", Target(10))
    save_entry(elsewhere, company, Part.TARGET, "there", Target(20))
    give(elsewhere, workspace, sitting, tmp_path, Choice(How.REPLACE))
    assert contents(workspace)["plan_log"] == contents(elsewhere)["plan_log"]
    with workspace.reading() as stored:
        assert stored.contributions.get(company, 2025) == "a" * 32


def test_a_roadmap_that_came_with_a_package_is_told_in_words(
    workspace: Workspace, elsewhere: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    save_entry(elsewhere, sitting.company, Part.TARGET, "a", Target(90))
    save_entry(elsewhere, sitting.company, Part.TARGET, "c", Target(90))
    preview = seen(elsewhere, workspace, sitting, tmp_path)
    t = Translator.load("en", Path())
    assert "Roadmap: 1 entry differs, 1 only there." in preview_lines(preview, t)
    assert "entries of the roadmap’s log" in counts_words(preview.package.manifest.counts, t)
    shown = preview_document(preview)
    assert shown["roadmap"] == {"differing": 1, "only_there": 1, "only_here": 0, "lines": 2}
    done = give(elsewhere, workspace, sitting, tmp_path)
    assert "2 entries of the roadmap’s log added." in done_words(done, t)[1]
    assert done_document(done)["roadmap"] == 2
