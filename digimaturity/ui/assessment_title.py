"""What an assessment is called."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.services.assessments import AssessmentRecord


def assessment_title(
    record: AssessmentRecord, t: Translator, others: Iterable[AssessmentRecord] = ()
) -> str:
    """Year and state; that of a part of a questionnaire is called by its name.

    Where one of the `others` has gone on from it, nobody works on it any more.
    """
    year = record.day.year
    if record.part_of:
        name = text_in(record.pack, t.language)
        if record.open and any(one.goes_on_from == record.id for one in others):
            return t("{name} {year} · continued", name=name, year=year)
        if record.corrected:
            return t("{name} {year} · being corrected", name=name, year=year)
        if record.open:
            return t("{name} {year} · in progress", name=name, year=year)
        return t("{name} {year} · signed off", name=name, year=year)
    if record.corrected:
        return t("Assessment {year} · being corrected", year=year)
    if record.open:
        return t("Assessment {year} · in progress", year=year)
    return t("Assessment {year} · signed off", year=year)
