"""Taking in what came back: looked at first, then in one transaction, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity.errors import UserError
from digimaturity.exchange.refused import RefusedError
from digimaturity.progress import Watch, unwatched
from digimaturity.services.answers import BY_FORM
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.forms.holding import Here, Plan, here_of, planned
from digimaturity.services.forms.preview import Found, Preview
from digimaturity.services.forms.reading import read_file, read_text
from digimaturity.services.forms.returned import Returned
from digimaturity.services.workspace import Workspace
from digimaturity.store.clock import now
from digimaturity.store.records import FormRecord, ReturnRecord

if TYPE_CHECKING:
    from digimaturity.store.repository import Repository

__all__ = ["Found", "Preview", "TakenIn", "preview", "take_in"]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was done: `forms` taken in, `answers` and `comments` written for so many `people`.

    `changes` has one for each assessment that was touched.
    """

    changes: tuple[Change, ...]
    forms: int
    people: int
    answers: int
    comments: int


def preview(
    workspace: Workspace, sources: Sequence[Path | str], watch: Watch = unwatched
) -> tuple[Preview, ...]:
    """Look at files, and at texts that were pasted; nothing is written.

    Several forms of one person are looked at in the order in which they were filled, each as if
    those before it were taken in. What cannot be used has its reason as `refusal`.
    """
    read = []
    for place, source in enumerate(sources):
        watch(place / len(sources))
        read.append(_read(source))
    seen: dict[int, Preview] = {}
    people: set[str] = set()
    met: set[tuple[str, str]] = set()
    with workspace.reading() as stored:
        shelf = _Shelf(workspace, stored)
        for place, returned in _in_order(read):
            path = read[place].path
            try:
                plan = shelf.plan(returned)
            except RefusedError as error:
                seen[place] = Preview(path, refusal=_refused(path, error))
            else:
                shelf.put(plan, now())
                person, same = plan.found.person.id, (returned.identity.form, returned.content)
                twice = plan.found.taken_before and same in met
                found = replace(plan.found, after_others=person in people, twice=twice)
                people.add(person)
                met.add(same)
                seen[place] = Preview(path, found)
    return tuple(
        seen.get(place) or Preview(one.path, refusal=one.refusal) for place, one in enumerate(read)
    )


def take_in(workspace: Workspace, previews: Iterable[Preview], watch: Watch = unwatched) -> TakenIn:
    """Take in what was looked at and accepted; what was refused is passed over.

    Every answer and comment is a line of the answer log by ``form:`` and the id of the form. What
    a form leaves empty never takes away what is here.

    Raises:
        UserError: ``form.outdated``: what is here has changed since the preview; and those of
            writing to the workspace. Nothing is changed then.
    """
    accepted = [one.found for one in previews if one.found is not None]
    written: list[Plan] = []
    with workspace.writing() as stored:
        shelf = _Shelf(workspace, stored)
        for place, found in enumerate(sorted(accepted, key=lambda one: _order(one.returned))):
            watch(place / len(accepted))
            if shelf.stamp(found.returned) != found.stamp:
                raise UserError("form.outdated")
            plan = _still(shelf, found)
            if not found.returned.answers:  # nobody has filled it
                continue
            form, returned = shelf.put(plan, now())
            if plan.found.taken_before:
                stored.forms.add_return(returned)
            else:
                _write(stored, plan, form, returned)
                written.append(plan)
    return _done(written)


@dataclass(frozen=True, slots=True)
class _Source:
    """What was read: a return, or why there is none."""

    path: Path | None
    returned: Returned | None = None
    refusal: UserError | None = None


def _read(source: Path | str) -> _Source:
    path = source if isinstance(source, Path) else None
    try:
        returned = read_text(source) if isinstance(source, str) else read_file(source)
    except UserError as error:
        return _Source(path, refusal=error)
    return _Source(path, returned)


def _in_order(read: Sequence[_Source]) -> list[tuple[int, Returned]]:
    found = [(place, one.returned) for place, one in enumerate(read) if one.returned is not None]
    return sorted(found, key=lambda one: _order(one[1]))


def _order(returned: Returned) -> tuple[bool, str, str]:
    """What was filled first comes first; those that do not say come last, as they were given."""
    dated = bool(returned.filled)
    return not dated, returned.filled, returned.content if dated else ""


def _refused(path: Path | None, why: RefusedError) -> UserError:
    return UserError("form.refused", path=path or "", why=why)


class _Shelf:
    """The assessments that the forms of one transaction are for, as they become by them."""

    def __init__(self, workspace: Workspace, stored: Repository) -> None:
        self._workspace, self._stored = workspace, stored
        self._here: dict[str, Here] = {}

    def stamp(self, returned: Returned) -> str:
        """What an assessment was like before the first of its forms; empty where it is gone."""
        try:
            return self._found(returned).stamp
        except RefusedError:
            return ""

    def plan(self, returned: Returned) -> Plan:
        """What taking one in would do; errors are those of `here_of` and `planned`."""
        return planned(self._stored, self._found(returned), returned)

    def put(self, plan: Plan, taken: str) -> tuple[FormRecord, ReturnRecord]:
        """Go on as if it were taken in; what is to be kept of it."""
        returned, identity = plan.found.returned, plan.found.returned.identity
        form = FormRecord(
            identity.form,
            identity.assessment,
            identity.respondent,
            returned.medium.value,
            identity.language,
            identity.made,
            identity.checksum,
        )
        record = ReturnRecord(identity.form, returned.content, returned.filled, taken, plan.said)
        here = self._here[identity.assessment]
        self._here[identity.assessment] = here.after(plan.lines, form, record)
        return form, record

    def _found(self, returned: Returned) -> Here:
        key = returned.identity.assessment
        if key not in self._here:
            self._here[key] = here_of(self._workspace, self._stored, returned.identity)
        return self._here[key]


def _still(shelf: _Shelf, found: Found) -> Plan:
    try:
        return shelf.plan(found.returned)
    except RefusedError as error:
        raise UserError("form.outdated") from error


def _write(stored: Repository, plan: Plan, form: FormRecord, returned: ReturnRecord) -> None:
    for line in plan.lines:
        stored.answers.append(line.key, line.old, line.new, f"{BY_FORM}{form.id}")
    if not plan.found.known_form:
        stored.forms.add(form)
    stored.forms.add_return(returned)


def _done(written: Sequence[Plan]) -> TakenIn:
    records = {plan.found.record.id: plan.found.record for plan in written}
    changes = [
        Change(ChangeKind.ASSESSMENT, company=one.company, assessment=one.id)
        for one in records.values()
    ]
    answers = sum(len(plan.found.new) + len(plan.found.changed) for plan in written)
    return TakenIn(
        tuple(changes),
        forms=len(written),
        people=len({plan.found.person.id for plan in written}),
        answers=answers,
        comments=sum(plan.found.comments for plan in written),
    )
