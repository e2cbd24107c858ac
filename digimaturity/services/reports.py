"""The report as bytes, and as a file that is written whole or not at all."""

from __future__ import annotations

from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.report.wording import ReportContext


def report_bytes(evaluation: Evaluation, context: ReportContext, translator: Translator) -> bytes:
    """The PDF report of one evaluation in the translator's language."""
    from digimaturity.report.build import build_report
    from digimaturity.report.pdf import render_pdf

    return render_pdf(build_report(evaluation, context, translator))


__all__ = ["ReportContext", "report_bytes"]
