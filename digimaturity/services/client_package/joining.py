"""Merging a package with what is here, assessment by assessment and answer by answer.

The roadmap is merged item by item.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from digimaturity.progress import Watch
from digimaturity.services.client_package.choosing import Choice
from digimaturity.services.client_package.comparing import by_assessment
from digimaturity.services.client_package.merging import Side, merged
from digimaturity.services.client_package.preview import HEADER, Compared, Preview, details_in
from digimaturity.services.client_package.reading import Opened
from digimaturity.services.client_package.roadmap_merging import merged_roadmap
from digimaturity.store.clock import now
from digimaturity.store.history import History, KeptAssessment, KeptCompany, Line, SignMark

if TYPE_CHECKING:
    from digimaturity.store.histories import Histories


class Joining:
    """Merges within one transaction; the numbers tell what was written."""

    def __init__(
        self, histories: Histories, here: History, preview: Preview, choice: Choice
    ) -> None:
        self._histories, self._here, self._preview = histories, here, preview
        self._choice, self._moment = choice, now()
        self._package = preview.package
        self._ours = {kept.id: kept for kept in here.assessments}
        self.added = self.changed = self.lines = self.roadmap = 0
        self._signed: set[SignMark] = set()  # what became of them there and is not here
        self.touched: list[str] = []  # assessments of both sides of which something was written
        self.company = here.company

    def join(self, opened: Opened, watch: Watch) -> Joining:
        """Write what is new and what was chosen."""
        self._join_company()
        compared = {one.id: one for one in self._preview.assessments}
        for kept, lines in by_assessment(self._package, opened.lines(watch)):
            if kept.id not in self._ours:
                self._add(opened, kept, lines)
                self._missing_sign_offs(kept.id)
            elif not (compared[kept.id].equal or self._left(compared[kept.id])):
                self._join(opened, kept, lines)
        self._add_sign_offs(opened)
        self._join_roadmap(opened)
        return self

    def _join_roadmap(self, opened: Opened) -> None:
        histories, company = self._histories, self.company.id
        choose = self._choice.chooser(company)
        here, there = histories.roadmap(company), opened.roadmap()
        missing = merged_roadmap(here, there, choose, self._moment)
        self.roadmap = histories.add_roadmap(company, missing)

    def _left(self, compared: Compared) -> bool:
        """Whether a finished one stays as it is here."""
        return compared.to_be_chosen and self._choice.finished[compared.id] is Side.HERE

    def _join_company(self) -> None:
        here, there = self._here.company, self._package.history.company
        new = here
        if self._choice.details_of is Side.THERE:
            names = details_in(self._package.manifest)
            new = replace(here, **{name: getattr(there, name) for name in names})
        if self._takes_notes(here):
            new = replace(new, notes=there.notes)
        if new != here:
            self.company = replace(new, revision=here.revision + 1)
            self._histories.change_company(self.company)

    def _takes_notes(self, here: KeptCompany) -> bool:
        """Notes that came are taken where there are none here, or where theirs shall hold."""
        if not self._package.manifest.notes:
            return False
        return not here.notes.strip() or self._choice.details_of is Side.THERE

    def _add(self, opened: Opened, kept: KeptAssessment, lines: Iterator[Line]) -> None:
        """Take over an assessment that is not here; each is gone on with only once."""
        taken = {one.goes_on_from for one in self._ours.values()}
        if kept.goes_on_from in taken:
            kept = replace(kept, goes_on_from=None)
        document = opened.document(kept.questionnaire)
        self._histories.add_questionnaire(kept.questionnaire, document)
        self._histories.add_assessment(self.company.id, kept)
        self.lines += self._histories.add_lines(lines)
        self._add_files(opened, kept)
        self.added += 1

    def _missing_sign_offs(self, assessment: str) -> int:
        """How much became of an assessment there that is not known here; it is added at the end."""
        known = self._histories.sign_marks(assessment)
        marks = [mark for mark in self._package.signed if mark.assessment == assessment]
        new = [mark for mark in marks if mark not in known]
        self._signed.update(new)
        return len(new)

    def _add_sign_offs(self, opened: Opened) -> None:
        """Add what became of assessments there after what became of them here: documents last."""
        for line in opened.sign_offs() if self._signed else ():
            if line.mark in self._signed:
                self._signed.discard(line.mark)
                self._histories.add_sign_off(line)

    def _join(self, opened: Opened, kept: KeptAssessment, lines: Iterator[Line]) -> None:
        """Bring together what both have of one assessment."""
        mine = self._ours[kept.id]
        whole = self._choice.finished.get(kept.id) is Side.THERE
        theirs = whole or self._choice.details_of is Side.THERE
        people = self._join_people(mine, kept, theirs=theirs)
        count = self._histories.add_lines(self._merged(kept, lines, whole=whole))
        files = self._add_files(opened, kept)
        signed = self._missing_sign_offs(kept.id)
        new = mine
        if theirs:
            new = replace(mine, **{name: getattr(kept, name) for name in HEADER})
        elif mine.report is None:
            new = replace(mine, report=kept.report)
        if new != mine or people or count or files or signed:
            self.touched.append(kept.id)
            self._histories.change_assessment(replace(new, revision=mine.revision + 1))
            self.changed += 1
        self.lines += count

    def _merged(
        self, kept: KeptAssessment, lines: Iterator[Line], *, whole: bool
    ) -> Iterator[Line]:
        ours = self._histories.lines(kept.id)
        if whole:
            return merged(ours, lines, lambda *_: Side.THERE, self._moment, exact=kept.id)
        return merged(ours, lines, self._choice.chooser(kept.id), self._moment)

    def _join_people(self, mine: KeptAssessment, kept: KeptAssessment, *, theirs: bool) -> int:
        known = {person.id: person for person in mine.people}
        position = max(person.position for person in mine.people) + 1
        changed = 0
        for person in kept.people:
            own = known.get(person.id)
            if own is None:
                self._histories.add_person(kept.id, replace(person, position=position))
                position += 1
            elif theirs and (own.viewpoint, own.name) != (person.viewpoint, person.name):
                self._histories.change_person(
                    replace(person, position=own.position, revision=own.revision + 1)
                )
            else:
                continue
            changed += 1
        return changed

    def _add_files(self, opened: Opened, kept: KeptAssessment) -> int:
        """Attach what is not here; what was removed here stays away."""
        known = {file.id for file in self._histories.files(kept.id)}
        known |= {file.id for file in self._histories.files(kept.id, removed=True)}
        new = [
            file
            for file in self._package.history.files
            if file.assessment == kept.id and file.id not in known
        ]
        for file in new:
            self._histories.add_file(file, opened.content(file))
        return len(new)
