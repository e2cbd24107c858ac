"""Taking a package in, after its preview: in one transaction, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from digimaturity.errors import UserError
from digimaturity.progress import Watch, share, unwatched
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.client_package.choosing import Choice, How
from digimaturity.services.client_package.joining import Joining
from digimaturity.services.client_package.preview import Preview, Standing
from digimaturity.services.client_package.reading import Opened, reopened
from digimaturity.services.client_package.roadmap_merging import with_new_keys
from digimaturity.services.client_package.sign_off_merging import settle, with_ids
from digimaturity.services.workspace import Workspace, backup_workspace
from digimaturity.store.history import History, KeptAssessment, KeptFile, Line

if TYPE_CHECKING:
    from digimaturity.store.histories import Histories


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was done; `backup` is where all was put aside before a company was replaced.

    `added` and `changed` count assessments, `lines` those of the answer log that came, `roadmap`
    those of the roadmap's.
    """

    change: Change
    name: str
    backup: Path | None
    added: int
    changed: int
    lines: int
    roadmap: int = 0


def take_in(
    workspace: Workspace,
    preview: Preview,
    choice: Choice,
    *,
    copied_name: str,
    watch: Watch = unwatched,
) -> TakenIn:
    """Do what was chosen; `copied_name` is what a copy is called.

    Raises:
        UserError: ``package.outdated``: what is here has changed since the preview;
            ``package.finished``: of changed assessments that are finished it was not said which
            side holds; ``package.other_questions``: an assessment was begun with another
            questionnaire there, and cannot be merged; ``package.refused``: the file has changed;
            those of a backup and of writing to the workspace. Nothing is changed then.
    """
    merging = choice.how is How.MERGE and preview.known
    if merging:
        _check_choices(preview, choice)
    backup = None
    if preview.known and choice.how is How.REPLACE:
        backup = backup_workspace(workspace)
    with reopened(preview.package) as opened, workspace.writing() as stored:
        history = preview.package.history
        histories = stored.histories
        if histories.stamp(history.company.id) != preview.stamp:
            raise UserError("package.outdated")
        here = histories.get(history.company.id)
        if merging and here is not None:
            done = Joining(histories, here, preview, choice).join(opened, watch)
            for key in done.touched:
                settle(stored, key)
            added, changed, lines, company = done.added, done.changed, done.lines, done.company
            roadmap = done.roadmap
        else:
            writing = _Writing(histories, opened, preview)
            if choice.how is How.COPY:
                writing.copy(copied_name)
            elif here is not None:
                writing.replace(here)
            lines, company = writing.write(watch), writing.history.company
            roadmap = writing.write_roadmap()
            writing.write_sign_offs()
            added, changed = len(history.assessments), 0
    _forget_scores(workspace, [kept.id for kept in history.assessments])
    change = Change(ChangeKind.COMPANY, company=company.id)
    return TakenIn(change, company.name, backup, added, changed, lines, roadmap)


def how_for(preview: Preview, asked: str) -> How:
    """How a package is taken in where `asked` for, or for nothing: that only suits a new company.

    Raises:
        UserError: ``package.how``: the company is here already.
    """
    if not asked and preview.known:
        raise UserError("package.how", name=preview.package.history.company.name)
    return How(asked) if asked else How.MERGE


def _check_choices(preview: Preview, choice: Choice) -> None:
    changed = [one for one in preview.assessments if one.standing is Standing.CHANGED]
    if other := [one.day for one in changed if not one.same_questionnaire]:
        raise UserError("package.other_questions", day=other[0])
    open_ = [one.day for one in changed if one.to_be_chosen and one.id not in choice.finished]
    if open_:
        raise UserError("package.finished", days=tuple(open_))


def _forget_scores(workspace: Workspace, assessments: Sequence[str]) -> None:
    """Scores are remembered by id and revision, which an import may bring back with others."""
    with workspace.scores.lock:
        for key in assessments:
            workspace.scores.rated.pop(key, None)
        workspace.scores.stamp = None


class _Writing:
    """Writes a whole history: as it is, as a copy, or in the place of what is here."""

    def __init__(self, histories: Histories, opened: Opened, preview: Preview) -> None:
        self._histories, self._opened = histories, opened
        self._package = preview.package
        self._ids: dict[str, str] = {}
        self._known = False
        self.history = preview.package.history

    def copy(self, name: str) -> None:
        """Give everything a new id, and the company another name."""
        old = self.history
        ids = [old.company.id, *(file.id for file in old.files)]
        for kept in old.assessments:
            ids += [kept.id, *(person.id for person in kept.people)]
        self._ids = {one: str(uuid4()) for one in ids}
        company = replace(old.company, id=self._ids[old.company.id], name=name, archived=None)
        self.history = History(
            company,
            tuple(self._copied(kept) for kept in old.assessments),
            tuple(self._copied_file(file) for file in old.files),
        )

    def _copied(self, kept: KeptAssessment) -> KeptAssessment:
        before = kept.goes_on_from
        return replace(
            kept,
            id=self._ids[kept.id],
            goes_on_from=None if before is None else self._ids[before],
            people=tuple(replace(one, id=self._ids[one.id]) for one in kept.people),
        )

    def _copied_file(self, file: KeptFile) -> KeptFile:
        ids = self._ids
        return replace(
            file,
            id=ids[file.id],
            assessment=ids[file.assessment],
            respondent=ids[file.respondent],
        )

    def replace(self, here: History) -> None:
        """Take away what is here; private notes that were not sent stay.

        Revisions rise, so that nobody takes what comes for what was.
        """
        before = {kept.id: kept.revision for kept in here.assessments}
        company, history = self.history.company, self.history
        notes = company.notes if self._package.manifest.notes else here.company.notes
        revision = max(company.revision, here.company.revision) + 1
        self.history = History(
            replace(company, notes=notes, revision=revision),
            tuple(
                replace(kept, revision=max(kept.revision, before.get(kept.id, 0)) + 1)
                for kept in history.assessments
            ),
            history.files,
        )
        self._histories.renew(self.history.company)
        self._known = True

    def write(self, watch: Watch) -> int:
        """Write everything, and return how many lines of the log there were."""
        histories, history = self._histories, self.history
        if not self._known:
            histories.add_company(history.company)
        for fingerprint in sorted({kept.questionnaire for kept in history.assessments}):
            histories.add_questionnaire(fingerprint, self._opened.document(fingerprint))
        for kept in history.assessments:
            histories.add_assessment(history.company.id, kept)
        lines = histories.add_lines(self._lines(share(watch, 0, 0.6)))
        watch = share(watch, 0.6, 1)
        for place, file in enumerate(history.files):
            watch(place / len(history.files))
            histories.add_file(file, self._opened.content(file))
        return lines

    def write_roadmap(self) -> int:
        """Write the roadmap, and return how many lines there were."""
        lines = self._opened.roadmap()
        if self._ids:
            lines = with_new_keys(lines)
        return self._histories.add_roadmap(self.history.company.id, lines)

    def write_sign_offs(self) -> None:
        """Write what became of the assessments."""
        for line in self._opened.sign_offs():
            self._histories.add_sign_off(with_ids(line, self._ids) if self._ids else line)

    def _lines(self, watch: Watch) -> Iterator[Line]:
        for line in self._opened.lines(watch):
            yield self._with_new_ids(line) if self._ids else line

    def _with_new_ids(self, line: Line) -> Line:
        person = line.respondent
        return replace(
            line,
            assessment=self._ids[line.assessment],
            respondent=None if person is None else self._ids[person],
        )
