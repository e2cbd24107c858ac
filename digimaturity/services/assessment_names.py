"""How an assessment is named by hand: its id, or its company with a year and a revision."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digimaturity.errors import UserError
from digimaturity.services.assessments import list_assessments
from digimaturity.services.companies import company_called, list_companies
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import AssessmentRecord

#: ``Nordlicht GmbH@2025r2``: the company, the year, the revision.
_NAMED = re.compile(r"(?P<company>.+)@(?P<year>\d{4})(?:r(?P<revision>\d+))?")


@dataclass(frozen=True, slots=True)
class Named:
    """The assessment that is meant; `revision` is 0 where none is named."""

    record: AssessmentRecord
    revision: int = 0


def assessment_called(workspace: Workspace, name: str) -> Named:
    """The assessment with that id, or ``COMPANY@YEAR``, ``COMPANY@YEARr2``, the newest ``COMPANY``.

    A company is named by its name or id. Of several in one year the newest is meant.

    Raises:
        UserError: ``assessment.unknown``; ``company.unknown`` or ``company.ambiguous``.
    """
    every = [one for c in list_companies(workspace) for one in list_assessments(workspace, c.id)]
    by_id = next((one for one in every if one.id == name), None)
    if by_id is not None:
        return Named(by_id)
    said = _NAMED.fullmatch(name)
    company = company_called(workspace, said["company"] if said else name)
    own = [one for one in every if one.company == company.id]
    if said is not None:
        own = [one for one in own if one.day.year == int(said["year"])]
    if not own:
        raise UserError("assessment.unknown", name=name)
    revision = int(said["revision"] or 0) if said else 0
    if revision > max(1, own[0].signed):
        raise UserError("assessment.unknown", name=name)
    return Named(own[0], revision)
