"""``report --all``: the newest report of every company, on all cores."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from typing import TYPE_CHECKING

from digimaturity.commands import report_options
from digimaturity.commands.parser import flag
from digimaturity.commands.places import workspace_with_work
from digimaturity.commands.telling import OUR_FAULT, tell
from digimaturity.errors import UserError
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.services.batch import Done

#: As `services.exports.Format` has them, which is loaded only when used.
_FORMATS = ("pdf", "docx", "pptx", "xlsx", "json")


def define(report: ArgumentParser, t: Translator) -> None:
    """Add what is said of a whole portfolio."""
    flag(report, "--all", t("every company’s newest assessment, each as a file in a folder"))
    report.add_argument(
        "--format", choices=_FORMATS, default="pdf", help=t("with --all: what to write")
    )


def write_portfolio(options: Namespace, t: Translator) -> int:
    """Write all reports into the folder; which failed is told at the end, one by one.

    Raises:
        UserError: ``report.all``: a file of answers was named, too; ``report.cut``;
            ``assessment.none``.
    """
    from digimaturity.services.batch import tasks_of, write_all
    from digimaturity.services.exports import Format
    from digimaturity.services.workspace import open_workspace

    report_options.refuse_cut(options, options.format)
    if options.answers:
        raise UserError("report.all", path=options.answers)
    failed: list[Done] = []
    change = partial(report_options.ordered, options=options)
    with open_workspace(workspace_with_work(options.workspace), read_only=True) as workspace:
        tasks = tasks_of(workspace, options.out, Format(options.format))
        written = write_all(workspace, tasks, t, change, replace=options.force)
        for count, done in enumerate(written, start=1):
            _show(done, t("{n} of {total}", n=count, total=len(tasks)))
            if done.error is not None:
                failed.append(done)
    statuses = [tell(done.error, t, done.task.company) for done in failed if done.error]
    if OUR_FAULT in statuses:
        return OUR_FAULT
    return statuses[0] if statuses else 0


def _show(done: Done, place: str) -> None:
    """How far it is on the error stream, and the path of what was written as the result."""
    print(f"{place}: {done.task.company}", file=sys.stderr)
    if done.error is None:
        print(done.task.path, flush=True)
