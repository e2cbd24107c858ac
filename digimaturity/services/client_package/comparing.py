"""What a package would bring: new, the same, changed, only here. Looking at it changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity.domain.texts import Localized
from digimaturity.errors import UserError
from digimaturity.progress import Watch, share, unwatched
from digimaturity.services.client_package.merging import (
    Held,
    Holding,
    Spot,
    identity,
)
from digimaturity.services.client_package.reading import Opened, Package, read_package, reopened
from digimaturity.services.workspace import Workspace
from digimaturity.store.history import History, KeptAssessment, KeptFile, Line
from digimaturity.store.records import AssessmentState

if TYPE_CHECKING:
    from digimaturity.store.histories import Histories

#: What of a company can differ; private notes are compared where they were sent.
DETAILS = ("name", "country", "section", "employees", "turnover_band", "contact")

#: What of an assessment can differ besides answers, people and files.
HEADER = ("day", "state", "finished", "company", "peer_choice", "report")


class Standing(StrEnum):
    """How an assessment of the package stands to what is here."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    ONLY_HERE = "only_here"


@dataclass(frozen=True, slots=True)
class Difference:
    """An answer, note, mark or consensus that both sides have, and that differs."""

    spot: Spot
    here: Held
    there: Held


@dataclass(frozen=True, slots=True)
class Compared:
    """One assessment on both sides; numbers are of what differs.

    `only_there` and `only_here` count what was answered on one side alone. `lines` are those of
    the log that are missing here, `people` and `files` those that are missing here. `header` names
    the fields of `HEADER` that differ.
    """

    id: str
    day: date
    pack: Localized
    standing: Standing
    finished_here: bool = False
    finished_there: bool = False
    differing: tuple[Difference, ...] = ()
    only_there: int = 0
    only_here: int = 0
    lines: int = 0
    people: int = 0
    files: int = 0
    header: tuple[str, ...] = ()
    same_questionnaire: bool = True

    @property
    def answers(self) -> int:
        """In how many answers, notes and marks the two differ."""
        return len(self.differing) + self.only_there + self.only_here

    @property
    def equal(self) -> bool:
        """Whether nothing at all is different, not even in the log."""
        return self.standing is Standing.SAME and not self.lines

    @property
    def to_be_chosen(self) -> bool:
        """Whether somebody has to say which side holds: a finished one is never just changed."""
        finished = self.finished_here or self.finished_there
        return self.standing is Standing.CHANGED and finished


@dataclass(frozen=True, slots=True)
class Preview:
    """What there is to see before anything is written.

    `known`: the company is here; `stamp` is of all that is here of it. `namesake`: another company
    of that very name is here. `details` names what differs of the company, `notes` among them.
    """

    package: Package
    known: bool
    namesake: bool
    stamp: str
    details: tuple[str, ...]
    assessments: tuple[Compared, ...]

    @property
    def nothing_new(self) -> bool:
        """Whether merging it would change nothing."""
        quiet = all(one.equal or one.standing is Standing.ONLY_HERE for one in self.assessments)
        return self.known and quiet and not self.details


def look_at(workspace: Workspace, path: Path, watch: Watch = unwatched) -> Preview:
    """Check a package, and say what it would bring; nothing is written.

    Raises:
        UserError: ``package.refused``; ``package.foreign``: what is in it belongs to another
            company here.
    """
    package = read_package(path, share(watch, 0, 0.7))
    with workspace.reading() as stored:
        here = found_here(stored.histories, package)
        stamp = stored.histories.stamp(package.history.company.id)
        called = stored.histories.companies_called(package.history.company.name)
    compared = _compared_all(workspace, package, here, share(watch, 0.7, 1))
    return Preview(
        package,
        known=here is not None,
        namesake=any(one != package.history.company.id for one in called),
        stamp=stamp,
        details=() if here is None else _details(package, here),
        assessments=compared,
    )


def found_here(histories: Histories, package: Package) -> History | None:
    """What is here of the company, None where there is nothing.

    Raises:
        UserError: ``package.foreign``.
    """
    history = package.history
    here = histories.get(history.company.id)
    attached = {file.id: file for file in here.files} if here else {}
    for kept in history.assessments:
        owners = [histories.owner_of_assessment(kept.id) in (None, history.company.id)]
        owners += [
            histories.owner_of_person(person.id) in (None, kept.id) for person in kept.people
        ]
        if not all(owners):
            raise UserError("package.foreign", path=package.path, name=history.company.name)
    for file in history.files:
        own = histories.owner_of_file(file.id) in (None, file.assessment)
        if not own or attached.get(file.id, file) != file:
            raise UserError("package.foreign", path=package.path, name=history.company.name)
    return here


def _details(package: Package, here: History) -> tuple[str, ...]:
    there = package.history.company
    names = [*DETAILS, "notes"] if package.manifest.notes else DETAILS
    return tuple(name for name in names if getattr(there, name) != getattr(here.company, name))


def _compared_all(
    workspace: Workspace, package: Package, here: History | None, watch: Watch
) -> tuple[Compared, ...]:
    ours = {kept.id: kept for kept in here.assessments} if here else {}
    attached = {file.id for file in here.files} if here else set()
    found: dict[str, Compared] = {}
    with reopened(package) as opened:
        for kept, lines in by_assessment(package, _watched(package, opened, watch)):
            mine = ours.get(kept.id)
            if mine is None:
                found[kept.id] = _alone(package, kept, Standing.NEW)
                continue
            with workspace.reading() as stored:
                removed = {file.id for file in stored.histories.files(kept.id, removed=True)}
                files = [
                    file
                    for file in package.history.files
                    if file.assessment == kept.id and file.id not in attached | removed
                ]
                found[kept.id] = _compared(
                    package, mine, kept, stored.histories.lines(kept.id), lines, files
                )
    only = {key: mine for key, mine in ours.items() if key not in found}
    names = _names_here(workspace, only.values())
    for key, mine in only.items():
        found[key] = Compared(
            key,
            date.fromisoformat(mine.day),
            names[mine.questionnaire],
            Standing.ONLY_HERE,
            finished_here=_finished(mine),
        )
    return tuple(sorted(found.values(), key=lambda one: (one.day, one.id), reverse=True))


def _watched(package: Package, opened: Opened, watch: Watch) -> Iterator[Line]:
    count = max(1, package.manifest.counts.lines)
    for place, line in enumerate(opened.lines()):
        watch(place / count)
        yield line


def by_assessment(
    package: Package, lines: Iterable[Line]
) -> Iterator[tuple[KeptAssessment, Iterator[Line]]]:
    """Each assessment of a package with its lines, which must be used before the next."""
    groups = groupby(lines, key=lambda line: line.assessment)
    waiting = next(groups, None)
    for kept in package.history.assessments:
        if waiting is not None and waiting[0] == kept.id:
            yield kept, waiting[1]
            waiting = next(groups, None)
        else:
            yield kept, iter(())


def _alone(package: Package, kept: KeptAssessment, standing: Standing) -> Compared:
    return Compared(
        kept.id,
        date.fromisoformat(kept.day),
        package.asked[kept.questionnaire].name,
        standing,
        finished_there=_finished(kept),
    )


def _compared(
    package: Package,
    mine: KeptAssessment,
    theirs: KeptAssessment,
    our_lines: Iterable[Line],
    their_lines: Iterable[Line],
    files: list[KeptFile],
) -> Compared:
    here, there, missing = _both(our_lines, their_lines)
    spots = here.last.keys() | there.last.keys()
    differing = [
        Difference(spot, here.last[spot], there.last[spot])
        for spot in spots
        if spot in here.last
        and spot in there.last
        and here.last[spot].value != there.last[spot].value
    ]
    only_there = sum(
        spot not in here.last and held.value is not None for spot, held in there.last.items()
    )
    only_here = sum(
        spot not in there.last and held.value is not None for spot, held in here.last.items()
    )
    header = tuple(name for name in HEADER if getattr(mine, name) != getattr(theirs, name))
    people = _new_or_changed(mine, theirs)
    same = not (differing or only_there or only_here or header or people or files)
    same_questionnaire = mine.questionnaire == theirs.questionnaire
    order = {key: place for place, key in enumerate(package.asked[theirs.questionnaire].by_id)}
    return Compared(
        theirs.id,
        date.fromisoformat(mine.day),
        package.asked[theirs.questionnaire].name,
        Standing.SAME if same and same_questionnaire else Standing.CHANGED,
        _finished(mine),
        _finished(theirs),
        tuple(
            sorted(
                differing,
                key=lambda one: (order.get(one.spot[1], 0), one.spot[0] or "", one.spot[2]),
            )
        ),
        only_there,
        only_here,
        missing,
        people,
        len(files),
        header,
        same_questionnaire,
    )


def _both(ours: Iterable[Line], theirs: Iterable[Line]) -> tuple[Holding, Holding, int]:
    """What holds here and there, and how many of their lines are missing here."""
    known, here, there, missing = Counter[bytes](), Holding(), Holding(), 0
    for line in ours:
        here.take(line)
        known[identity(line)] += 1
    for line in theirs:
        there.take(line)
        own = identity(line)
        missing += not known[own]
        known[own] -= bool(known[own])
    return here, there, missing


def _new_or_changed(mine: KeptAssessment, theirs: KeptAssessment) -> int:
    known = {person.id: (person.viewpoint, person.name) for person in mine.people}
    return sum(known.get(person.id) != (person.viewpoint, person.name) for person in theirs.people)


def _finished(kept: KeptAssessment) -> bool:
    return kept.state == AssessmentState.FINISHED


def _names_here(workspace: Workspace, records: Iterable[KeptAssessment]) -> dict[str, Localized]:
    with workspace.reading() as stored:
        return {
            kept.questionnaire: workspace.questionnaire(kept.questionnaire, stored).name
            for kept in records
        }
