"""The result of an assessment."""

from __future__ import annotations

from typing import Any

from digimaturity.domain.evaluation import Evaluation, PeerOptions, evaluate
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.population import PeerChoice
from digimaturity.errors import UserError
from digimaturity.report.wording import ReportContext, ReportOptions
from digimaturity.services.assessments import (
    AssessmentRecord,
    case_of,
    company_of,
    list_assessments,
    responses,
)
from digimaturity.services.companies import company_called, list_companies
from digimaturity.services.evaluation_file import evaluation_document
from digimaturity.services.packs import installed_benchmarks
from digimaturity.services.plan_book import book_for
from digimaturity.services.portfolio import peers_of
from digimaturity.services.report_options import get_options
from digimaturity.services.sign_off import pinned_figures, read_revision
from digimaturity.services.signatures import signature_of
from digimaturity.services.workspace import Workspace


def newest_assessment(workspace: Workspace, company: str = "") -> AssessmentRecord:
    """The newest assessment of all companies, or of the one with that name or id.

    Raises:
        UserError: ``assessment.none``; as `company_called`, if a company is named.
    """
    asked = [company_called(workspace, company)] if company else list_companies(workspace)
    records = [record for one in asked for record in list_assessments(workspace, one.id)]
    if not records:
        raise UserError("assessment.none", path=workspace.path)
    return max(records, key=lambda record: record.day)


def newest_to_json(workspace: Workspace, choice: PeerChoice | None = None) -> dict[str, Any]:
    """The result of the newest assessment as plain JSON (`evaluation_file`).

    `choice` goes before the one that is kept with the assessment. Viewpoints are told as one where
    the reports tell them so. Errors as above.
    """
    record = newest_assessment(workspace)
    peers = peers_of(workspace, record.id, choice)
    figures = installed_benchmarks().data
    evaluation = evaluate_assessment(workspace, record.id, figures, peers)
    said = responses(workspace, record.id)
    options = ReportOptions(together=get_options(workspace, record.id).together)
    signed = signature_of(workspace, record.id)
    context = ReportContext(said, record.day, options=options, signature=signed)
    return evaluation_document(evaluation, context)


def evaluate_assessment(
    workspace: Workspace,
    assessment: str,
    benchmarks: BenchmarkData,
    peers: PeerOptions | None = None,
    revision: int = 0,
) -> Evaluation:
    """Evaluate what was answered so far, or what was signed as a `revision`.

    `peers` are what `portfolio.peers_of` gave; drawn anew if not given, which may take seconds.
    KeyError when there is no such assessment or revision; UserError as `sign_off.read_revision`.
    """
    if peers is None:
        peers = peers_of(workspace, assessment)
    if revision:
        signed = read_revision(workspace, assessment, revision)
        case, pinned = signed.case, signed.figures
    else:
        case, pinned = case_of(workspace, assessment), pinned_figures(workspace, assessment)
    return evaluate(
        case.questionnaire,
        case.responses,
        company=company_of(case.record, case.company),
        benchmarks=pinned or benchmarks,
        targets=book_for(workspace, assessment).goals,
        year=case.record.day.year,
        peers=peers,
    )
