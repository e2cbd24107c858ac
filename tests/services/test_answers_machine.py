"""Whatever is answered, withdrawn, undone and reopened, the workspace says what a dict would."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from digimaturity.domain.responses import DONT_KNOW, NOT_APPLICABLE, Answer, State
from digimaturity.services import assessments, recording
from digimaturity.services.changes import Change
from digimaturity.services.workspace import open_workspace
from tests.services.small import Sitting, begin

GIVEN: st.SearchStrategy[tuple[str, Answer | None]] = st.one_of(
    st.tuples(st.just("a.levels"), st.integers(1, 5).map(Answer.of) | st.just(DONT_KNOW)),
    st.tuples(st.just("a.may"), st.integers(1, 5).map(Answer.of) | st.just(NOT_APPLICABLE)),
    st.tuples(st.just("a.yes"), st.booleans().map(Answer.of)),
    st.tuples(st.just("a.many"), st.frozensets(st.sampled_from(["x", "y"])).map(Answer.of)),
    st.tuples(st.just("f.number"), (st.integers(0, 100) | st.floats(0, 100)).map(Answer.of)),
    st.tuples(st.just("f.text"), st.text(st.characters(exclude_categories=["Cs"])).map(Answer.of)),
    st.tuples(st.sampled_from(["a.levels", "f.text"]), st.none()),
)


class Answering(RuleBasedStateMachine):
    """A real workspace beside a model of two dicts."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())

    @initialize()
    def start(self) -> None:
        """A new workspace with one assessment."""
        self.workspace = open_workspace(self.folder / "work.db")
        self.sitting: Sitting = begin(self.workspace)
        self.said: dict[tuple[str, str], Answer] = {}
        self.comments: dict[tuple[str, str], str] = {}
        self.evidence: dict[tuple[str, str], str] = {}
        self.marked: dict[tuple[str, str], bool] = {}
        self.agreed: dict[str, int] = {}
        self.reasons: dict[str, str] = {}
        self.parked: dict[str, str] = {}
        self.undone: list[Change] = []
        self.done: list[Change] = []
        self.entries = 0

    def respondent(self, manager: bool) -> str:
        """One of the two who answer."""
        return self.sitting.manager if manager else self.sitting.expert

    def note(self, change: Change) -> None:
        """A new deed: what was undone before can no longer be redone."""
        self.entries += change.effective
        if change.effective:
            self.done.append(change)
            self.undone.clear()

    @rule(manager=st.booleans(), given=GIVEN)
    def answer(self, manager: bool, given: tuple[str, Answer | None]) -> None:
        """Somebody answers, or withdraws an answer."""
        question, answer = given
        key = (self.respondent(manager), question)
        change = recording.record_answer(
            self.workspace, self.sitting.assessment, *key, answer, by="Ada"
        )
        assert change.undo == self.said.get(key)
        put(self.said, key, answer)
        self.note(change)

    @rule(manager=st.booleans(), text=st.sampled_from(["", "why", "<b>&amp;\x07", "כן 🏭"]))
    def comment(self, manager: bool, text: str) -> None:
        """Somebody writes beside a question."""
        key = (self.respondent(manager), "a.levels")
        change = recording.record_comment(self.workspace, self.sitting.assessment, *key, text)
        put(self.comments, key, text or None)
        self.note(change)

    @rule(manager=st.booleans(), text=st.sampled_from(["", "ISO 9001", "מפה\r\n🏭"]))
    def evidence_note(self, manager: bool, text: str) -> None:
        """Somebody says what shows it."""
        key = (self.respondent(manager), "a.levels")
        change = recording.record_evidence(self.workspace, self.sitting.assessment, *key, text)
        put(self.evidence, key, text or None)
        self.note(change)

    @rule(manager=st.booleans(), marked=st.booleans())
    def mark(self, manager: bool, marked: bool) -> None:
        """Somebody wants to look at a question once more, or no longer."""
        key = (self.respondent(manager), "a.levels")
        change = recording.record_review(
            self.workspace, self.sitting.assessment, *key, marked=marked
        )
        put(self.marked, key, marked or None)
        self.note(change)

    @rule(level=st.none() | st.integers(1, 5))
    def agree(self, level: int | None) -> None:
        """The group agrees on a level, or takes it back."""
        change = recording.record_consensus(
            self.workspace, self.sitting.assessment, "a.levels", level
        )
        put(self.agreed, "a.levels", level)
        self.note(change)

    @rule(text=st.sampled_from(["", "why", "<b>&amp;\x07", "כן 🏭"]))
    def reason(self, text: str) -> None:
        """The group says why."""
        change = recording.record_reason(
            self.workspace, self.sitting.assessment, "a.levels", text, by="Ada"
        )
        assert change.undo == self.reasons.get("a.levels", "")
        put(self.reasons, "a.levels", text or None)
        self.note(change)

    @rule(question=st.sampled_from(["a.levels", "f.text"]), text=st.sampled_from(["", "later"]))
    def park(self, question: str, text: str) -> None:
        """The group puts something off."""
        change = recording.record_parked(self.workspace, self.sitting.assessment, question, text)
        put(self.parked, question, text or None)
        self.note(change)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        """Take the last deed back."""
        change = self.done.pop()
        assert change.undoable
        self.undone.append(self.take_back(change))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self.done.append(self.take_back(self.undone.pop()))

    def take_back(self, change: Change) -> Change:
        """Undo a change in workspace and model."""
        back = recording.undo(self.workspace, change)
        assert (back.undo, back.now) == (change.now, change.undo)
        key: Any = (change.respondent, change.question)
        match change.kind:
            case "answer":
                put(self.said, key, change.undo)
            case "comment":
                put(self.comments, key, change.undo or None)
            case "evidence":
                put(self.evidence, key, change.undo or None)
            case "review":
                put(self.marked, key, change.undo or None)
            case "reason":
                put(self.reasons, str(change.question), change.undo or None)
            case "parked":
                put(self.parked, str(change.question), change.undo or None)
            case _:
                put(self.agreed, str(change.question), change.undo)
        self.entries += 1
        return back

    @rule()
    def reopen(self) -> None:
        """Close the workspace, and open it again."""
        self.workspace.close()
        self.workspace = open_workspace(self.folder / "work.db")

    @invariant()
    def the_workspace_says_what_the_model_says(self) -> None:
        """Answers, what stands beside them, and consensus are those of the model."""
        if not hasattr(self, "sitting"):
            return
        found = assessments.responses(self.workspace, self.sitting.assessment)
        said: dict[tuple[str, str], Answer] = {}
        beside: list[dict[Any, Any]] = [{}, {}, {}]
        for person, answers in found.answers.items():
            for question, answer in answers.items():
                if answer.state is not State.UNANSWERED:
                    said[person, question] = Answer(answer.state, answer.value)
                texts = (answer.comment, answer.evidence, answer.review)
                for place, text in zip(beside, texts, strict=True):
                    put(place, (person, question), text or None)
        assert (said, found.consensus) == (self.said, self.agreed)
        assert beside == [self.comments, self.evidence, self.marked]
        assert (found.reasons, found.parked) == (self.reasons, self.parked)
        # To Python 1 and True are equal; to a reader they are not.
        assert all(
            isinstance(one.value, bool) == isinstance(self.said[key].value, bool)
            for key, one in said.items()
        )

    @rule()
    def look_from_outside(self) -> None:
        """A reader that opens the file just now finds what the writer remembers."""
        place = self.sitting.assessment
        with open_workspace(self.workspace.path, read_only=True) as reading:
            found = assessments.case_of(reading, place)
        assert found == assessments.case_of(self.workspace, place)

    @invariant()
    def the_log_only_grows(self) -> None:
        """Each deed that changed something is one more line."""
        if hasattr(self, "sitting"):
            history = assessments.history(self.workspace, self.sitting.assessment)
            assert len(history) == self.entries
            assert [entry.id for entry in history] == sorted(entry.id for entry in history)

    def teardown(self) -> None:
        """Leave nothing behind."""
        if hasattr(self, "workspace"):
            self.workspace.close()
        shutil.rmtree(self.folder)


def put(model: dict[Any, Any], key: object, value: object) -> None:
    """Set an entry, or take it out where nothing is there."""
    model.pop(key, None)
    if value is not None:
        model[key] = value


TestAnswering = Answering.TestCase
TestAnswering.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
