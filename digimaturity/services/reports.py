"""Which report is wanted: a record with all that the report needs besides it."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity import paths
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.official import BenchmarkData
from digimaturity.i18n import Translator
from digimaturity.report.cuts import Cut, report_of
from digimaturity.report.wording import ReportContext, ReportOptions
from digimaturity.services.answers_file import AnswersFile, evaluate_answers
from digimaturity.services.assessments import case_of
from digimaturity.services.carried import carried_from
from digimaturity.services.deeds import periods_of
from digimaturity.services.earlier import earlier_said
from digimaturity.services.packs import installed_benchmarks
from digimaturity.services.plan_book import book_for
from digimaturity.services.report_options import get_options
from digimaturity.services.results import evaluate_assessment, newest_assessment
from digimaturity.services.roadmap import outlined
from digimaturity.services.sender import signed
from digimaturity.services.sign_off import read_revision
from digimaturity.services.signatures import signature_of
from digimaturity.services.workspace import Workspace
from digimaturity.services.years import assessed_of, years_before
from digimaturity.settings import load_settings

__all__ = [
    "Cut",
    "Order",
    "ReportContext",
    "ReportOptions",
    "assessment_order",
    "newest_order",
    "order_of_answers",
    "own",
    "report_of_answers",
]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written: a record, what the report needs besides it, a language, a cut.

    The cut counts for texts (PDF and Word); slides, tables and data are of the whole record.
    """

    evaluation: Evaluation
    context: ReportContext
    t: Translator
    cut: Cut = "full"


def own(options: ReportOptions) -> ReportOptions:
    """The options with the name, colour and logo of whoever uses this computer."""
    return signed(options, load_settings(paths.config_dir()), paths.config_dir())


def order_of_answers(
    answers: AnswersFile,
    t: Translator,
    options: ReportOptions | None = None,
    *,
    sample: bool = False,
) -> Order:
    """The report of a file of answers; `sample` marks every page as one."""
    context = ReportContext(
        answers.responses, answers.day, sample=sample, options=options or ReportOptions()
    )
    return Order(evaluate_answers(answers), context, t)


def assessment_order(
    workspace: Workspace,
    assessment: str,
    t: Translator,
    *,
    benchmarks: BenchmarkData | None = None,
    revision: int = 0,
) -> Order:
    """The report of an assessment as it stands, or as it was signed off as a `revision`.

    It has the options that are kept with the assessment. `benchmarks` are those installed, if not
    given. A plan that is not kept is looked for when the report is made. KeyError when there is no
    such assessment or revision; UserError ``revision.damaged``.
    """
    case = case_of(workspace, assessment)
    if revision:
        case = read_revision(workspace, assessment, revision).case
    record = case.record
    figures = installed_benchmarks().data if benchmarks is None else benchmarks
    evaluation = evaluate_assessment(workspace, assessment, figures, revision=revision)
    book = book_for(workspace, assessment)
    number = 0 if record.open else revision or max(1, record.signed)
    years = (*years_before(workspace, assessment), assessed_of(case, number))
    context = ReportContext(
        case.responses,
        record.day,
        draft=record.open,
        options=own(get_options(workspace, assessment)),
        earlier=earlier_said(workspace, assessment),
        roadmap=outlined(evaluation, book, record.day),
        years=tuple(one.year for one in years),
        periods=periods_of(workspace, years),
        signature=signature_of(workspace, assessment, revision),
        carried_from=carried_from(workspace, assessment),
    )
    return Order(evaluation, context, t)


def newest_order(workspace: Workspace, t: Translator, company: str = "") -> Order:
    """The report of the newest assessment of all, or of a company.

    Errors as in `results.newest_assessment`.
    """
    return assessment_order(workspace, newest_assessment(workspace, company).id, t)


def report_of_answers(answers: AnswersFile, t: Translator, *, sample: bool = False) -> bytes:
    """The full report of a file of answers, as PDF."""
    order = order_of_answers(answers, t, sample=sample)
    return report_of(order.evaluation, order.context, t)
