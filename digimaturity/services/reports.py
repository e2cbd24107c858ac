"""The report as bytes, and as a file that is written whole or not at all."""

from __future__ import annotations

from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.report.wording import ReportContext
from digimaturity.services.answers_file import AnswersFile, evaluate_answers

__all__ = ["ReportContext", "report_bytes", "report_of_answers"]


def report_bytes(evaluation: Evaluation, context: ReportContext, translator: Translator) -> bytes:
    """The PDF report of one evaluation in the translator's language."""
    from digimaturity.report.build import build_report
    from digimaturity.report.pdf import render_pdf

    return render_pdf(build_report(evaluation, context, translator))


def report_of_answers(
    answers: AnswersFile, translator: Translator, *, sample: bool = False
) -> bytes:
    """The PDF report of a file of answers; `sample` marks every page as one."""
    context = ReportContext(responses=answers.responses, day=answers.day, sample=sample)
    return report_bytes(evaluate_answers(answers), context, translator)
