"""The result of an assessment."""

from __future__ import annotations

from digimaturity.domain.benchmark import BenchmarkData
from digimaturity.domain.evaluation import Evaluation, PeerOptions, evaluate
from digimaturity.services.assessments import case_of, company_of
from digimaturity.services.portfolio import peers_of
from digimaturity.services.workspace import Workspace


def evaluate_assessment(
    workspace: Workspace,
    assessment: str,
    benchmarks: BenchmarkData,
    peers: PeerOptions | None = None,
) -> Evaluation:
    """Evaluate what was answered so far; KeyError when there is no such assessment.

    `peers` are what `portfolio.peers_of` gave; drawn anew if not given, which may take seconds.
    """
    if peers is None:
        peers = peers_of(workspace, assessment)
    case = case_of(workspace, assessment)
    return evaluate(
        case.questionnaire,
        case.responses,
        company=company_of(case.record, case.company),
        benchmarks=benchmarks,
        year=case.record.day.year,
        peers=peers,
    )
