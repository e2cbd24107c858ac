"""Which year answers were taken over from."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from digimaturity.services.answers import BY_YEAR
from digimaturity.services.workspace import Workspace


def carried_from(workspace: Workspace, assessment: str) -> date | None:
    """The day of the assessment whose answers this one began with; None: none, or several.

    The log tells, for the assessment may be gone since, or another one may lie in between.
    """
    with workspace.reading() as stored:
        authors = stored.answers.authors(assessment, BY_YEAR)
    days = set()
    for author in authors:
        with suppress(ValueError):
            days.add(date.fromisoformat(author.removeprefix(BY_YEAR)))
    return days.pop() if len(days) == 1 else None
