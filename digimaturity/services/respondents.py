"""Who takes part in an assessment."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.errors import UserError
from digimaturity.services.assessments import found, still_open
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.text import spelled, storable
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import AssessmentRecord


def add_respondent(
    workspace: Workspace, assessment: str, viewpoint: Viewpoint, name: str = ""
) -> Change:
    """Let somebody more take part; `Change.respondent` tells the id."""
    with workspace.writing() as stored:
        record = still_open(found(stored, assessment))
        added = stored.assessments.add_respondent(assessment, viewpoint, storable(name))
    return _respondent_change(record, None, added)


def save_respondent(workspace: Workspace, assessment: str, respondent: Respondent) -> Change:
    """Change the name or the viewpoint of somebody who takes part."""
    with workspace.writing() as stored:
        record = still_open(found(stored, assessment))
        before = next(one for one in record.respondents if one.id == respondent.id)
        saved = replace(respondent, name=storable(respondent.name))
        stored.assessments.save_respondent(saved)
    return _respondent_change(record, before, saved)


def remove_respondent(workspace: Workspace, assessment: str, respondent: str) -> Change:
    """Let somebody take part no longer who has said nothing; the forms for them are unknown then.

    KeyError where nobody has that id.

    Raises:
        UserError: ``respondent.last``: nobody would be left; ``respondent.said``: what somebody
            said is kept for ever, also what was taken back; ``assessment.finished``.
    """
    with workspace.writing() as stored:
        record = still_open(found(stored, assessment))
        people = {one.id: one for one in record.respondents}
        gone = people.pop(respondent)
        if not people:
            raise UserError("respondent.last")
        if stored.assessments.has_said(respondent):
            raise UserError("respondent.said")
        stored.assessments.remove_respondent(respondent)
    return Change(
        ChangeKind.RESPONDENT,
        company=record.company,
        assessment=record.id,
        respondent=respondent,
        undo=gone,
    )


def respondent_called(record: AssessmentRecord, name: str) -> Respondent:
    """Who takes part with that id, or alone has that name, however it is spelled.

    Raises:
        UserError: ``respondent.unknown`` or ``respondent.ambiguous``.
    """
    people, wanted = record.respondents, spelled(name)
    named = [one for one in people if one.id == name]
    named = named or [one for one in people if wanted and spelled(one.name) == wanted]
    if not named:
        raise UserError("respondent.unknown", name=name)
    if len(named) > 1:
        raise UserError("respondent.ambiguous", name=name)
    return named[0]


def _respondent_change(
    record: AssessmentRecord, before: Respondent | None, now: Respondent
) -> Change:
    return Change(
        ChangeKind.RESPONDENT,
        company=record.company,
        assessment=record.id,
        respondent=now.id,
        undo=before,
        now=now,
    )
