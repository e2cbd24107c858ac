"""An evaluation as open data (JSON): ids with their words, scores, answers, figures, measures."""

from __future__ import annotations

from digimaturity.domain.evaluation import Evaluation
from digimaturity.report.wording import ReportContext
from digimaturity.services.evaluation_file.counting import expected, found
from digimaturity.services.evaluation_file.document import FORMAT, evaluation_document
from digimaturity.services.evaluation_file.writing import written

__all__ = ["FORMAT", "evaluation_document", "expected", "found", "render_data", "written"]


def render_data(evaluation: Evaluation, context: ReportContext, *, answers: bool = True) -> bytes:
    """The file; the same input gives the same bytes. Without `answers` nobody's own are in it."""
    return written(evaluation_document(evaluation, context, answers=answers))
