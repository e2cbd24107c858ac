"""The trend of a company by its name, and what its words are made of."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.domain.evaluation import evaluate
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.report.wording import ReportContext, ReportOptions, Wording
from digimaturity.services.assessments import case_of
from digimaturity.services.companies import CompanyRecord, get_company
from digimaturity.services.report_options import get_options
from digimaturity.services.results import newest_assessment
from digimaturity.services.workspace import Workspace
from digimaturity.services.years import Assessed, signed_years, years_of


def years_for(
    workspace: Workspace, name: str = "", *, draft: bool = False
) -> tuple[CompanyRecord, tuple[Assessed, ...]]:
    """The company with that name or id, and its assessments that count, oldest first.

    Without a name it is the company of the newest assessment. With `draft` its newest assessment
    counts even if it was never signed.

    Raises:
        UserError: ``history.none_signed`` where none counts; those of `newest_assessment`.
    """
    newest = newest_assessment(workspace, name)
    company = get_company(workspace, newest.company)
    years = years_of(workspace, newest.id) if draft else signed_years(workspace, company.id)
    if not years:
        raise UserError("history.none_signed", name=company.name)
    return company, years


def trend_wording(workspace: Workspace, years: Sequence[Assessed], t: Translator) -> Wording:
    """The words for these years, as those of the report on the last of them."""
    last = years[-1]
    case = case_of(workspace, last.record.id)
    options = ReportOptions(together=get_options(workspace, last.record.id).together)
    found = evaluate(
        case.questionnaire, case.responses, company=last.company, year=last.year.day.year
    )
    context = ReportContext(
        case.responses,
        last.year.day,
        draft=not last.revision,
        options=options,
        years=tuple(one.year for one in years),
    )
    return Wording(found, context, t)
