"""What was planned and done between the assessments of a company."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.domain.deeds import Period
from digimaturity.services.workspace import Workspace
from digimaturity.services.years import Assessed


def periods_of(_workspace: Workspace, _years: Sequence[Assessed]) -> tuple[Period, ...]:
    """One period from each assessment to the next, oldest first."""
    return ()
