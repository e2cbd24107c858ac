"""The cuts of one record: the full report, one page for the board, the letter to staff."""

from __future__ import annotations

from typing import Literal

from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.report.model.board import BoardModel
from digimaturity.report.model.report import ReportModel
from digimaturity.report.model.staff import StaffModel
from digimaturity.report.wording import ReportContext

Cut = Literal["full", "board", "staff"]
Model = ReportModel | BoardModel | StaffModel


def report_of(
    evaluation: Evaluation, context: ReportContext, t: Translator, cut: Cut = "full"
) -> bytes:
    """That cut of the record as a PDF; the same input gives the same bytes."""
    return drawn(model_of(evaluation, context, t, cut))


def model_of(
    evaluation: Evaluation, context: ReportContext, t: Translator, cut: Cut = "full"
) -> Model:
    """That cut of the record as data."""
    match cut:
        case "full":
            from digimaturity.report.build.report import build_report

            return build_report(evaluation, context, t)
        case "board":
            from digimaturity.report.build.board import build_board

            return build_board(evaluation, context, t)
        case "staff":
            from digimaturity.report.build.staff import build_staff

            return build_staff(evaluation, context, t)


def drawn(model: Model) -> bytes:
    """Any of the models as a PDF."""
    from digimaturity.report.pdf import render_board, render_pdf, render_staff

    match model:
        case ReportModel():
            return render_pdf(model)
        case BoardModel():
            return render_board(model)
        case StaffModel():
            return render_staff(model)
