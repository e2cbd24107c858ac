"""The result of an assessment."""

from __future__ import annotations

from digimaturity.domain.benchmark import BenchmarkData
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.services.assessments import case_of, company_of
from digimaturity.services.workspace import Workspace


def evaluate_assessment(
    workspace: Workspace, assessment: str, benchmarks: BenchmarkData
) -> Evaluation:
    """Evaluate what was answered so far; KeyError when there is no such assessment."""
    case = case_of(workspace, assessment)
    return evaluate(
        case.questionnaire,
        case.responses,
        company=company_of(case.record, case.company),
        benchmarks=benchmarks,
        year=case.record.day.year,
    )
