"""The agreed scores alone, and up to when an assessment sees a roadmap: what the start needs of it.

What is read here is read without the types of the roadmap, whose loading takes longer.
"""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.services.workspace import Workspace

#: The name of `domain.roadmap.book.Part.TARGET`.
_TARGETS = "targets"


def seen_until(workspace: Workspace, assessment: str) -> str:
    """Up to which moment an assessment sees the roadmap; empty: as it stands.

    That is when the company's next assessment was begun. KeyError where there is no such one.
    """
    with workspace.reading() as stored:
        stored.assessments.company_of(assessment)
        return stored.assessments.next_begun(assessment)


def goals_for(workspace: Workspace, assessment: str) -> Mapping[str, float]:
    """The targets that an assessment sees, by area id; KeyError where there is no such one.

    One that makes no sense is left out here: reading the roadmap tells of it.
    """
    with workspace.reading() as stored:
        company = stored.assessments.company_of(assessment)
        until = stored.assessments.next_begun(assessment)
        lines = stored.plan_log.newest(company, until)
    found = ((line.key, _score(line.new)) for line in lines if line.part == _TARGETS)
    return {area: score for area, score in found if score is not None}


def _score(stored: object) -> float | None:
    score = stored.get("score") if isinstance(stored, Mapping) else None
    return float(score) if isinstance(score, int | float) else None
