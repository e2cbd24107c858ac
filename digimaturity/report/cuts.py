"""The cuts of one record: the full report, one page for the board, the letter to staff."""

from __future__ import annotations

from typing import Literal

from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.report.wording import ReportContext

Cut = Literal["full", "board", "staff"]


def report_of(
    evaluation: Evaluation, context: ReportContext, t: Translator, cut: Cut = "full"
) -> bytes:
    """That cut of the record as a PDF; the same input gives the same bytes."""
    from digimaturity.report.pdf import render_board, render_pdf, render_staff

    match cut:
        case "full":
            from digimaturity.report.build import build_report

            return render_pdf(build_report(evaluation, context, t))
        case "board":
            from digimaturity.report.build_board import build_board

            return render_board(build_board(evaluation, context, t))
        case "staff":
            from digimaturity.report.build_staff import build_staff

            return render_staff(build_staff(evaluation, context, t))
