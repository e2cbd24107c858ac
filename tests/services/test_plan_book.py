"""What a company puts down for its roadmap is kept as carefully as answers are."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.roadmap.book import EMPTY, Entry, Item, Part
from digimaturity.domain.roadmap.items import Limits, MeasureDecision, Project, Target
from digimaturity.errors import UserError
from digimaturity.services import assessments, companies, plan_book, recording, results
from digimaturity.services.changes import Change
from digimaturity.services.deleting import delete_company
from digimaturity.services.plan_book import book_for, book_of, keep_plan, save_entries, save_entry
from digimaturity.services.workspace import Workspace, open_workspace
from digimaturity.store.records import PlanLine
from tests.services.full_book import ENTRIES, full_book
from tests.services.small import Sitting, begin, small_questionnaire


def log_of(workspace: Workspace, company: str) -> int:
    with workspace.reading() as stored:
        return len(stored.plan_log.lines(company))


def test_all_of_a_roadmap_is_there_after_the_program_has_ended(sitting: Sitting) -> None:
    workspace, company = sitting.workspace, sitting.company
    change = save_entries(workspace, company, ENTRIES, "Ada")
    assert change.effective
    workspace.close()
    with open_workspace(workspace.path) as again:
        assert book_of(again, company) == full_book()
        with again.reading() as stored:
            assert {line.by for line in stored.plan_log.lines(company)} == {"Ada"}


def test_several_entries_are_saved_all_or_none(sitting: Sitting) -> None:
    good, bad = Entry(Part.TARGET, "a", Target(60)), Entry(Part.PROJECT, "p", Project(""))
    with pytest.raises(UserError, match=r"plan\.name"):
        save_entries(sitting.workspace, sitting.company, [good, bad])
    assert book_of(sitting.workspace, sitting.company) is EMPTY
    assert log_of(sitting.workspace, sitting.company) == 0


def test_what_is_as_it_was_makes_no_line(sitting: Sitting) -> None:
    place = (sitting.workspace, sitting.company, Part.TARGET, "a")
    assert save_entry(*place, Target(60)).effective
    assert not save_entry(*place, Target(60)).effective
    assert not save_entry(*place[:3], "b", None).effective
    assert log_of(*place[:2]) == 1


def test_one_step_is_undone_and_redone_as_one(sitting: Sitting) -> None:
    workspace, company = sitting.workspace, sitting.company
    save_entry(workspace, company, Part.TARGET, "a", Target(40))
    change = save_entries(workspace, company, ENTRIES)
    undone = recording.undo(workspace, change)
    assert book_of(workspace, company).targets == {"a": Target(40)}
    assert not book_of(workspace, company).projects
    recording.undo(workspace, undone)
    assert book_of(workspace, company) == full_book()
    assert log_of(workspace, company) == 1 + 3 * len(ENTRIES)


def test_nobody_undoes_a_plan_that_was_found(sitting: Sitting) -> None:
    plan = full_book().plan
    assert plan is not None
    change = keep_plan(sitting.workspace, sitting.company, plan)
    assert not change.undoable
    assert book_of(sitting.workspace, sitting.company).plan == plan


def test_the_roadmap_of_a_company_that_is_gone_cannot_be_brought_back(sitting: Sitting) -> None:
    workspace, company = sitting.workspace, sitting.company
    change = save_entry(workspace, company, Part.TARGET, "a", Target(40))
    delete_company(workspace, company)
    with pytest.raises(UserError, match=r"assessment\.deleted"):
        recording.undo(workspace, change)
    with pytest.raises(KeyError):
        save_entry(workspace, company, Part.TARGET, "a", Target(50))


def test_an_assessment_sees_the_roadmap_as_it_stood_when_the_next_was_begun(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, company = sitting.workspace, sitting.company
    begun = assessments.get_assessment(workspace, sitting.assessment).created
    _at(monkeypatch, begun.replace("2026", "2027", 1))
    save_entry(workspace, company, Part.TARGET, "a", Target(40))
    _at(monkeypatch, begun.replace("2026", "2029", 1))
    save_entry(workspace, company, Part.TARGET, "a", Target(90))
    save_entry(workspace, company, Part.LIMITS, "", Limits(quarters=4))
    assert book_for(workspace, sitting.assessment).goals == {"a": 90}
    monkeypatch.setattr(
        "digimaturity.store.assessments.now", lambda: begun.replace("2026", "2028", 1)
    )
    following = assessments.create_assessment(
        workspace, company, small_questionnaire(), date(2028, 1, 1)
    ).assessment
    assert book_for(workspace, sitting.assessment).goals == {"a": 40}
    assert book_for(workspace, sitting.assessment).limits == Limits()
    assert book_for(workspace, str(following)).goals == {"a": 90}
    figures = BenchmarkData()
    seen = [
        results.evaluate_assessment(workspace, key, figures).targets
        for key in (sitting.assessment, str(following))
    ]
    assert seen == [{"a": 40}, {"a": 90}]


def _at(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    monkeypatch.setattr(plan_book, "now", lambda: moment)


def test_before_a_moment_the_latest_holds_also_where_a_merge_added_an_earlier_one_after_it(
    sitting: Sitting,
) -> None:
    workspace, company = sitting.workspace, sitting.company
    lines = [
        PlanLine("targets", key, None, {"score": score}, f"2026-0{month}-01T00:00:00.000+00:00")
        for key, score, month in (("b", 1, 1), ("a", 10, 3), ("a", 20, 2), ("a", 30, 5))
    ]
    with workspace.writing() as stored:
        stored.plan_log.append(company, lines)
    goals = {
        month: book_of(workspace, company, f"2026-0{month}-15").goals for month in (1, 2, 3, 6)
    }
    assert goals == {
        1: {"b": 1},
        2: {"b": 1, "a": 20},
        3: {"b": 1, "a": 10},
        6: {"b": 1, "a": 30},
    }
    assert list(book_of(workspace, company).targets) == ["b", "a"]


def test_one_company_sees_nothing_of_another(sitting: Sitting) -> None:
    workspace = sitting.workspace
    other = companies.save_company(workspace, companies.CompanyRecord("Other")).company
    save_entries(workspace, sitting.company, ENTRIES)
    assert book_of(workspace, str(other)) is EMPTY


@pytest.mark.parametrize(
    "damage",
    [
        "new_value = '{oops'",
        """new_value = '{"score": "high"}'""",
        "part = 'moods'",
        "key = ''",
    ],
)
def test_a_line_that_no_version_wrote_is_told_as_damage_and_nothing_is_written_over(
    sitting: Sitting, damage: str
) -> None:
    workspace, company = sitting.workspace, sitting.company
    save_entry(workspace, company, Part.TARGET, "a", Target(40))
    workspace.close()
    with closing(sqlite3.connect(workspace.path, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER plan_log_no_update")
        connection.execute(f"UPDATE plan_log SET {damage}")  # noqa: S608 - ours
    with open_workspace(workspace.path) as again:
        for ask in (
            lambda: book_of(again, company),
            lambda: save_entry(again, company, Part.TARGET, "a", Target(50)),
        ):
            with pytest.raises(UserError, match=r"stored\.unreadable"):
                ask()


PLACES: st.SearchStrategy[tuple[Part, str, Item | None]] = st.one_of(
    st.tuples(
        st.just(Part.TARGET),
        st.sampled_from("ab"),
        st.builds(Target, st.integers(0, 2)) | st.none(),
    ),
    st.tuples(
        st.just(Part.DECISION),
        st.just("m"),
        st.builds(MeasureDecision, st.booleans()) | st.none(),
    ),
    st.tuples(st.just(Part.LIMITS), st.just(""), st.builds(Limits, st.integers(1, 3)) | st.none()),
)


class PuttingDown(RuleBasedStateMachine):
    """A real workspace beside a model: a dict, and two piles of changes."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())

    @initialize()
    def start(self) -> None:
        """A new workspace with one company."""
        self.workspace = open_workspace(self.folder / "work.db")
        self.company = begin(self.workspace).company
        self.book = EMPTY
        self.done: list[Change] = []
        self.undone: list[Change] = []

    @rule(given=st.lists(PLACES, min_size=1, max_size=3))
    def save(self, given: list[tuple[Part, str, Item | None]]) -> None:
        """Put several things down at once, also the same thing twice."""
        entries = [Entry(*one) for one in given]
        change = save_entries(self.workspace, self.company, entries)
        before = self.book
        for entry in entries:
            self.book = self.book.with_entry(entry)
        assert change.effective or self.book == before
        if change.effective:
            self.done.append(change)
            self.undone.clear()

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        """Take the last step back."""
        change = self.done.pop()
        self.undone.append(recording.undo(self.workspace, change))
        self.take(change)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        """And do it again."""
        change = self.undone.pop()
        self.done.append(recording.undo(self.workspace, change))
        self.take(change)

    def take(self, change: Change) -> None:
        """The model after what a change says was there before."""
        assert isinstance(change.undo, tuple)
        for entry in change.undo:
            self.book = self.book.with_entry(entry)

    @rule()
    def open_again(self) -> None:
        """End the program and start it once more."""
        self.workspace.close()
        self.workspace = open_workspace(self.folder / "work.db")

    @invariant()
    def says_the_same(self) -> None:
        """The workspace says what the model says."""
        assert book_of(self.workspace, self.company) == self.book

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.workspace.close()
        shutil.rmtree(self.folder)


TestPuttingDown = PuttingDown.TestCase
TestPuttingDown.settings = settings(max_examples=8, stateful_step_count=12)
