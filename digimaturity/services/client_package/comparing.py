"""Comparing a package with what is here. Looking at it changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity.domain.texts import Localized
from digimaturity.errors import UserError
from digimaturity.progress import Watch, share, unwatched
from digimaturity.services.client_package.merging import Holding, Known
from digimaturity.services.client_package.preview import (
    HEADER,
    Compared,
    ComparedRoadmap,
    Difference,
    Preview,
    Standing,
    details_in,
)
from digimaturity.services.client_package.reading import Package, read_package, reopened
from digimaturity.services.client_package.roadmap_merging import compared_roadmap
from digimaturity.services.workspace import Workspace
from digimaturity.store.history import History, KeptAssessment, Line
from digimaturity.store.records import AssessmentState, PlanLine

if TYPE_CHECKING:
    from digimaturity.store.histories import Histories


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
        planned = stored.histories.roadmap(package.history.company.id)
    compared = _compared_all(workspace, package, here, share(watch, 0.7, 1))
    return Preview(
        package,
        known=here is not None,
        namesake=any(one != package.history.company.id for one in called),
        stamp=stamp,
        details=() if here is None else _details(package, here),
        assessments=compared,
        roadmap=_compared_roadmap(package, planned),
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
    names = [*details_in(package.manifest), *(["notes"] if package.manifest.notes else [])]
    return tuple(name for name in names if getattr(there, name) != getattr(here.company, name))


def _compared_roadmap(package: Package, planned: Sequence[PlanLine]) -> ComparedRoadmap:
    with reopened(package) as opened:
        return compared_roadmap(planned, opened.roadmap())


def _compared_all(
    workspace: Workspace, package: Package, here: History | None, watch: Watch
) -> tuple[Compared, ...]:
    ours = {kept.id: kept for kept in here.assessments} if here else {}
    attached = {file.id for file in here.files} if here else set()
    found: dict[str, Compared] = {}
    with reopened(package) as opened:
        for kept, lines in by_assessment(package, opened.lines(watch)):
            mine = ours.get(kept.id)
            if mine is None:
                found[kept.id] = _alone(package, kept, Standing.NEW)
                continue
            with workspace.reading() as stored:
                removed = {file.id for file in stored.histories.files(kept.id, removed=True)}
                known = Known(stored.histories.lines(kept.id))
                signed = stored.histories.sign_marks(kept.id)
            files = sum(
                file.assessment == kept.id and file.id not in attached | removed
                for file in package.history.files
            )
            theirs = {mark for mark in package.signed if mark.assessment == kept.id}
            one = _compared(package, mine, kept, known, lines, files)
            told = theirs or one.standing is Standing.CHANGED  # an older form knows of none
            here_alone = len(signed - theirs) if told else 0
            found[kept.id] = replace(one, signed_there=len(theirs - signed), signed_here=here_alone)
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
    known: Known,
    lines: Iterable[Line],
    files: int,
) -> Compared:
    here, there, missing = known.holding, Holding(), 0
    for line in lines:
        there.take(line)
        missing += known.lacks(line)
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
        files,
        header,
        same_questionnaire,
    )


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
