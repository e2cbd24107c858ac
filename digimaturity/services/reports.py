"""The report as bytes, and as a file that is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.official import BenchmarkData
from digimaturity.files import write_whole
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.wording import ReportContext, ReportOptions
from digimaturity.services.answers_file import AnswersFile, evaluate_answers
from digimaturity.services.assessments import get_assessment, responses
from digimaturity.services.packs import installed_benchmarks
from digimaturity.services.results import evaluate_assessment, newest_assessment
from digimaturity.services.workspace import Workspace

__all__ = [
    "ReportContext",
    "assessment_report",
    "newest_report",
    "report_bytes",
    "report_of_answers",
    "write_report",
]


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


def assessment_report(
    workspace: Workspace,
    assessment: str,
    *,
    language: str,
    comments: bool = True,
    benchmarks: BenchmarkData | None = None,
) -> bytes:
    """The PDF report of an assessment as it stands; KeyError when there is no such assessment.

    `comments` tells whether comments are printed; `benchmarks` are those installed, if not given.
    """
    figures = installed_benchmarks().data if benchmarks is None else benchmarks
    context = ReportContext(
        responses=responses(workspace, assessment),
        day=get_assessment(workspace, assessment).day,
        options=ReportOptions(comments=comments),
    )
    evaluation = evaluate_assessment(workspace, assessment, figures)
    translator = Translator.load(language, resources_dir() / "locale")
    return report_bytes(evaluation, context, translator)


def newest_report(workspace: Workspace, *, language: str) -> bytes:
    """The PDF report of the newest assessment of all; errors as in `results.newest_assessment`."""
    return assessment_report(workspace, newest_assessment(workspace).id, language=language)


def write_report(
    workspace: Workspace, assessment: str, path: Path, *, language: str, comments: bool = True
) -> Path:
    """Write the PDF report of an assessment to `path`, replacing what is there; return `path`.

    Raises:
        UserError: those of `files.write_whole`; nothing is left behind then.
        KeyError: There is no such assessment.
    """
    write_whole(
        path, assessment_report(workspace, assessment, language=language, comments=comments)
    )
    return path
