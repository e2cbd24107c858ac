"""The result of an assessment."""

from __future__ import annotations

from digimaturity.domain.benchmark import BenchmarkData
from digimaturity.domain.company import Company
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.services.answers import responses_of
from digimaturity.services.workspace import Workspace


def evaluate_assessment(
    workspace: Workspace, assessment: str, benchmarks: BenchmarkData
) -> Evaluation:
    """Evaluate what was answered so far; KeyError when there is no such assessment."""
    with workspace.reading() as stored:
        record = stored.assessments.get(assessment)
        if record is None:
            raise KeyError(assessment)
        questionnaire = workspace.questionnaire(record.questionnaire, stored)
        company = stored.companies.get(record.company)
        said = responses_of(record.respondents, stored.answers.current(assessment))
    return evaluate(
        questionnaire,
        said,
        company=company.company if company else Company(),
        benchmarks=benchmarks,
        year=record.day.year,
    )
