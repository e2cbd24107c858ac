"""What an assessment is called in the header and in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.services.assessments import AssessmentRecord
    from digimaturity.services.workspace import Peek


def assessment_title(record: AssessmentRecord, t: Translator) -> str:
    """Year and state."""
    return _title(record.day.year, t, done=not record.open)


def peeked_title(seen: Peek, t: Translator) -> str:
    """The same for the newest assessment that was seen before the workspace was open."""
    if not seen.assessments:
        return ""
    newest = seen.assessments[0]
    return _title(newest.day.year, t, done=newest.state.value == "finished")


def _title(year: int, t: Translator, *, done: bool) -> str:
    if done:
        return t("Assessment {year} · finished", year=year)
    return t("Assessment {year} · in progress", year=year)
