"""Answers that were taken over are told to be of the year that they are of."""

from __future__ import annotations

from datetime import date

from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.carried_words import carried_words
from digimaturity.report.wording import Wording
from digimaturity.services import assessments, recording, sign_off
from digimaturity.services.carried import carried_from
from digimaturity.services.companies import CompanyRecord, save_company
from digimaturity.services.repeat import Newcomer, begin_from, source_for
from digimaturity.services.reports import assessment_order
from digimaturity.services.workspace import Workspace
from tests.services.five_years import answered
from tests.services.versions import version_one

EN = Translator.load("en", resources_dir() / "locale")
FIRST, NEXT, LAST = date(2024, 3, 1), date(2025, 3, 1), date(2026, 3, 1)


def told(workspace: Workspace, assessment: str) -> str:
    order = assessment_order(workspace, assessment, EN, benchmarks=BenchmarkData())
    return carried_words(Wording(order.evaluation, order.context, EN))


def test_the_year_is_that_of_the_answers_whatever_was_signed_or_deleted_since(
    workspace: Workspace,
) -> None:
    company = str(save_company(workspace, CompanyRecord("Hansen")).company)
    first = answered(workspace, company, version_one(), FIRST, {"kept": 2, "one": 3})
    people = [(Viewpoint.MANAGEMENT, "Ada")]
    # Begun and left lying: it is signed only after the next one had begun.
    made = assessments.create_assessment(workspace, company, version_one(), NEXT, people)
    late = str(made.assessment)
    source = source_for(workspace, company, LAST)
    assert source is not None
    (ada,) = source.record.respondents
    heir = [Newcomer(Viewpoint.MANAGEMENT, "Ada", ada.id)]
    begun = begin_from(workspace, source, version_one(), LAST, heir)
    newest = str(begun.change.assessment)
    words = "2 of 2 answers are from 2024 and not confirmed."
    assert told(workspace, newest) == words

    sign_off.sign(workspace, late, "Ada", BenchmarkData())
    assert told(workspace, newest) == words
    assessments.delete_assessment(workspace, first)
    assert told(workspace, newest) == words
    assert carried_from(workspace, late) is None


def test_of_answers_of_several_years_no_year_is_told(workspace: Workspace) -> None:
    company = str(save_company(workspace, CompanyRecord("Hansen")).company)
    key = answered(workspace, company, version_one(), FIRST, {"kept": 2})
    sign_off.correct(workspace, key, "Merged")
    (ada,) = assessments.get_assessment(workspace, key).respondents
    for question, by in (("one", "year:2022-03-01"), ("kept", "year:2023-03-01")):
        recording.record_comment(workspace, key, ada.id, question, "From elsewhere", by)
    assert carried_from(workspace, key) is None
    recording.record_comment(workspace, key, ada.id, "one", "By somebody", "year:nonsense")
    assert carried_from(workspace, key) is None
