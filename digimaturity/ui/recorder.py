"""What is recorded in what is open: answers, people, roadmap; announced, and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Answer, Respondent
from digimaturity.errors import UserError
from digimaturity.services import (
    assessments,
    attachments,
    recording,
    respondents,
)
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.companies import CompanyRecord
from digimaturity.services.workspace import Workspace
from digimaturity.ui.bus import Bus
from digimaturity.ui.open_case import OpenCase
from digimaturity.ui.undo import UndoStack

if TYPE_CHECKING:
    from digimaturity.domain.roadmap.book import Entry, Item, Part
    from digimaturity.domain.roadmap.roadmap import Roadmap

#: After these the firm has other peers; its own answers change nothing about them.
_DRAWN_ANEW = frozenset({ChangeKind.COMPANY, ChangeKind.ASSESSMENT, ChangeKind.PEERS})

#: After these the roadmap is another one.
_OF_ROADMAP = frozenset({ChangeKind.ROADMAP, ChangeKind.PLANNED})


class Recorder(OpenCase):
    """Records by the services, and announces what changed.

    Every method may raise `UserError`; then nothing was changed.
    """

    def __init__(self, bus: Bus, opening: Callable[[], None]) -> None:
        super().__init__(opening)
        self.bus = bus
        self.undo_stack = UndoStack()

    def _read_assessment(self) -> None:
        self.assessment = self._shown(
            assessments.get_assessment(self._awaited(), self.assessment_id)
        )

    def _present(self) -> Workspace:
        """The workspace, to change what is open in it: never while an earlier revision is shown."""
        if self.revision:
            raise UserError("revision.shown", number=self.revision)
        return self._awaited()

    def _named(self, record: CompanyRecord) -> CompanyRecord:
        return self.aliases.company(record) if self.aliases else record

    def _true_names(self) -> None:
        """What is shown under another name must not be saved under it."""
        if self.alias_words is not None:
            raise UserError("alias.shown")

    def add_person(self, viewpoint: Viewpoint, name: str) -> Change:
        """Let somebody more take part."""
        if name:
            self._true_names()
        change = respondents.add_respondent(self._present(), self.assessment_id, viewpoint, name)
        return self._people_changed(change)

    def save_person(self, person: Respondent) -> Change:
        """Change the name or the viewpoint of somebody who takes part."""
        self._true_names()
        change = respondents.save_respondent(self._present(), self.assessment_id, person)
        return self._people_changed(change)

    def remove_person(self, person: str) -> Change:
        """Let somebody who has said nothing take part no longer."""
        change = respondents.remove_respondent(self._present(), self.assessment_id, person)
        return self._people_changed(change)

    def _people_changed(self, change: Change) -> Change:
        self._read_assessment()
        people = {one.id: one for one in self.respondents}
        self.respondent = people.get(self.respondent.id, self.respondents[0])
        self._announce(change)
        return change

    def forms_made(self, assessment: str) -> None:
        """Tell that a worker made forms for some who take part."""
        self._announce(Change(ChangeKind.FORMS, assessment=assessment))

    def forms_taken_in(self, assessment: str) -> None:
        """Tell that a worker took filled forms in; no step back leads over them."""
        if assessment == self.assessment_id:
            self.undo_stack.clear()
        self._announce(Change(ChangeKind.FORMS, assessment=assessment))

    def answer_as(self, respondent_id: str) -> None:
        """Somebody else answers now."""
        self.respondent = next(one for one in self.respondents if one.id == respondent_id)

    def answer(self, question: str, answer: Answer | None) -> Change:
        """Record an answer, or take it back; on return it is on the disk."""
        if answer is not None and isinstance(answer.value, str):
            self._true_names()
        meant = self.assessment_id, self.respondent.id  # whatever the workspace holds when it opens
        return self._made(recording.record_answer(self._present(), *meant, question, answer))

    def comment(self, question: str, text: str) -> Change:
        """Record a comment; an empty one takes it away."""
        self._true_names()
        meant = self.assessment_id, self.respondent.id
        return self._made(recording.record_comment(self._present(), *meant, question, text))

    def evidence(self, question: str, text: str) -> Change:
        """Record what shows that an answer is true; an empty text takes it away."""
        self._true_names()
        meant = self.assessment_id, self.respondent.id
        return self._made(recording.record_evidence(self._present(), *meant, question, text))

    def review(self, question: str, *, marked: bool) -> Change:
        """Mark a question as one to look at once more, or take the mark away."""
        meant = self.assessment_id, self.respondent.id
        made = recording.record_review(self._present(), *meant, question, marked=marked)
        return self._made(made)

    def agree(self, question: str, level: int | None) -> Change:
        """Record the level that the group agreed on, or take it back."""
        place = self._present(), self.assessment_id
        return self._made(recording.record_consensus(*place, question, level))

    def give_reason(self, question: str, text: str) -> Change:
        """Record why the group agreed; an empty text takes it away."""
        return self._of_the_group(ChangeKind.REASON, question, text)

    def park(self, question: str, text: str) -> Change:
        """Record what the group puts off; an empty text takes it away."""
        return self._of_the_group(ChangeKind.PARKED, question, text)

    def _of_the_group(self, kind: ChangeKind, question: str, text: str) -> Change:
        if self.hides(kind, question):
            self._true_names()
        record = recording.record_reason if kind is ChangeKind.REASON else recording.record_parked
        change = record(self._present(), self.assessment_id, question, text)
        if self.alias_words is not None:
            self._written.add((self.assessment_id, kind, question))
        return self._made(change)

    def put_down(self, part: Part, key: str, item: Item | None) -> Change:
        """Save an item of the roadmap, or take it away."""
        from digimaturity.domain.roadmap.book import Entry

        return self.put_down_all([Entry(part, key, item)])

    def put_down_all(self, entries: Iterable[Entry]) -> Change:
        """Save several items of the roadmap as one step."""
        from digimaturity.services.plan_book import save_entries

        self._true_names()
        if self.company is None:
            raise RuntimeError("no company is open")
        return self._made(save_entries(self._present(), self.company.id, entries))

    def take_roadmap(self, roadmap: Roadmap) -> None:
        """Know the plan that a worker found; it is kept where anything may be written."""
        if self.plannable and roadmap.plan is not None and self.company is not None:
            from digimaturity.services.plan_book import keep_plan
            from digimaturity.services.roadmap import kept_of

            kept = kept_of(roadmap.posed, roadmap.plan)
            self._made(keep_plan(self._awaited(), self.company.id, kept))
        else:
            self._roadmap = roadmap
            self.bus.changed.emit(Change(ChangeKind.PLANNED))

    def remove_attachment(self, attachment: str) -> Change:
        """Take a file away that was attached."""
        return self._made(attachments.remove(self._present(), attachment))

    def attached(self, change: Change) -> None:
        """A file was attached by a worker; another assessment may be open by now."""
        if change.assessment == self.assessment_id and not self.revision:
            self._made(change)

    def undo(self) -> Change | None:
        """Take the last change back; returns it, so that a page can show where that was."""
        return self._turn_back(self.undo_stack.done, self.undo_stack.undone)

    def redo(self) -> Change | None:
        """Make the last change that was taken back once more."""
        return self._turn_back(self.undo_stack.undone, self.undo_stack.done)

    def _turn_back(self, source: list[Change], target: list[Change]) -> Change | None:
        if not source:
            return None
        change = recording.undo(self._present(), source[-1])
        source.pop()
        target.append(change)
        self._announce(change)
        return change

    def _made(self, change: Change) -> Change:
        if change.undoable:
            self.undo_stack.push(change)
        self._announce(change)
        return change

    def _announce(self, change: Change) -> None:
        self._forget(peers=change.kind in _DRAWN_ANEW)
        if change.kind is ChangeKind.ATTACHMENT:
            self._attachments = None
        if change.kind in _OF_ROADMAP:
            self._forget_book()
        if change.kind is ChangeKind.PEERS:
            self._read_assessment()
        self.bus.changed.emit(change)
