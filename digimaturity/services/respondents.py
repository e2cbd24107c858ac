"""Who takes part in an assessment."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.services.assessments import found, still_open
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.text import storable
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
