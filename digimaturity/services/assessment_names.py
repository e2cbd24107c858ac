"""How an assessment is named by hand: its id, or its company with a year and a revision."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass

from digimaturity.errors import UserError
from digimaturity.services.assessments import get_assessment, list_assessments
from digimaturity.services.companies import company_called
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import AssessmentRecord

#: ``NAME@2025``, ``NAME@2025-03-01``, each with ``r1`` behind it for a revision.
MOMENT = re.compile(r"(?P<name>.+)@(?P<when>\d{4}(?:-\d\d-\d\d)?)(?:r(?P<number>\d+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Named:
    """The assessment that is meant; `revision` is 0 where none is named."""

    record: AssessmentRecord
    revision: int = 0


def assessment_called(workspace: Workspace, name: str) -> Named:
    """The assessment with that id, or what `MOMENT` tells; of a company alone the newest.

    Raises:
        UserError: ``assessment.unknown``; ``company.unknown`` or ``company.ambiguous``;
            ``history.none_then``, ``history.several`` in that year, ``history.no_revision``.
    """
    with suppress(KeyError):
        return Named(get_assessment(workspace, name))
    said = MOMENT.fullmatch(name)
    company = company_called(workspace, said["name"] if said else name)
    every = list_assessments(workspace, company.id)
    if said is None:
        if not every:
            raise UserError("assessment.unknown", name=name)
        return Named(every[0])
    then = [one for one in every if one.day.isoformat().startswith(said["when"])]
    gone_on = {one.goes_on_from for one in then}
    found = [one for one in then if one.id not in gone_on]
    if len(found) != 1:
        code = "history.several" if found else "history.none_then"
        days = tuple(sorted(one.day for one in found or every))
        raise UserError(code, name=company.name, when=said["when"], days=days)
    number, signed = int(said["number"] or 0), found[0].signed
    if number > (signed if found[0].open else max(1, signed)):
        raise UserError("history.no_revision", number=number, signed=signed)
    return Named(found[0], number)
