"""``report`` and ``demo``: the report as a file, of the user's answers or of the sample company."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity.commands import parser, portfolio, report_options
from digimaturity.commands.parser import Commands
from digimaturity.commands.places import own_workspace, refuse_existing, workspace_with_work, write
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.services.reports import Order


def define(commands: Commands) -> None:
    """Add the commands."""
    t = commands.t
    report = commands.add(
        "report", t("write the report as PDF, Word, slides, tables or open data"), _report
    )
    parser.answers_or_workspace(
        report, t("answers to report on; otherwise the newest assessment of the workspace"), t
    )
    report.add_argument(
        "--assessment",
        default="",
        metavar=t("ASSESSMENT"),
        help=t(
            "another one of the workspace: its id, NAME, NAME@2026, or the revision NAME@2026r1"
        ),
    )
    parser.out(report, t("FILE.pdf|docx|pptx|xlsx|json"), t)
    portfolio.define(report, t)
    report_options.define(report, t)
    demo = commands.add("demo", t("evaluate the sample company and write its report"), _demo)
    demo.add_argument(
        "--out",
        type=Path,
        default=Path(),
        metavar=t("DIR"),
        help=t("the folder for sample-report.pdf"),
    )


def _report(options: Namespace, t: Translator) -> int:
    if options.all:
        return portfolio.write_portfolio(options, t)
    from digimaturity.services.exports import exported, format_of

    source = options.answers or own_workspace(options.workspace)
    refuse_existing(options.out, force=options.force, source=source)
    form = format_of(options.out)
    report_options.refuse_cut(options, form)
    order = (
        _of_answers(options.answers, t)
        if options.answers
        else _of_workspace(workspace_with_work(options.workspace), options.assessment, t)
    )
    write(options.out, exported(report_options.ordered(order, options), form))
    return 0


def _of_answers(answers: Path, t: Translator) -> Order:
    from digimaturity.services.answers_file import read_answers
    from digimaturity.services.reports import ReportOptions, order_of_answers, own

    return order_of_answers(read_answers(answers), t, own(ReportOptions()))


def _of_workspace(path: Path, name: str, t: Translator) -> Order:
    """The one that is named, else the newest; the application may be open meanwhile."""
    from digimaturity.services.assessment_names import assessment_called
    from digimaturity.services.reports import assessment_order, newest_order
    from digimaturity.services.workspace import open_workspace

    with open_workspace(path, read_only=True) as workspace:
        if not name:
            return newest_order(workspace, t)
        named = assessment_called(workspace, name)
        return assessment_order(workspace, named.record.id, t, revision=named.revision)


def _demo(options: Namespace, t: Translator) -> None:
    """The sample company as the application has it: three years, and a roadmap."""
    from tempfile import TemporaryDirectory

    from digimaturity.services.exports import Format, exported
    from digimaturity.services.reports import assessment_order
    from digimaturity.services.sample import load_sample, read_sample
    from digimaturity.services.workspace import open_workspace

    with (
        TemporaryDirectory() as folder,
        open_workspace(Path(folder) / "sample.db") as workspace,
    ):
        sample = str(load_sample(workspace, t.language).assessment)
        order = assessment_order(workspace, sample, t)
        # A workspace gives its people new ids, with which each report would have another code.
        said = read_sample().responses
        context = replace(order.context, responses=said, earlier=(), sample=True, draft=False)
        content = exported(replace(order, context=context), Format.PDF)
    write(options.out / "sample-report.pdf", content)
