"""The sheet for those who decide: the result, its reasons, and what to decide, on one page."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.report.build.decisions import decisions
from digimaturity.report.build.paper import paper
from digimaturity.report.build.summary import summary
from digimaturity.report.model.board import BoardModel
from digimaturity.report.wording import ReportContext, Wording


def build_board(evaluation: Evaluation, context: ReportContext, t: Translator) -> BoardModel:
    """The page as data. Pure: the same input gives an equal model."""
    w = Wording(evaluation, context, t)
    common = paper(w, t("Digital readiness {year} on one page", year=context.day.year))
    result = summary(w)
    # On a page of its own no link leads anywhere.
    dimensions = tuple(replace(block, key="") for block in result.dimensions)
    return BoardModel(
        common,
        w.company,
        t("Digital readiness assessment of {day}", day=t.date(context.day)),
        replace(result, dimensions=dimensions, compared_key=""),
        t("To decide now"),
        tuple(decisions(w)),
        t("Content code {code}", code=common.code),
        t("Further dimensions: {n}"),
    )
