"""Words the whole workbook: from an Evaluation to a Book in one language."""

from __future__ import annotations

from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.report.model.tables import Book
from digimaturity.report.wording import ReportContext, Wording
from digimaturity.report.workbook.answers import answers_sheet, without_views
from digimaturity.report.workbook.facts import facts_sheet
from digimaturity.report.workbook.figures import figures_sheet
from digimaturity.report.workbook.frame import framed
from digimaturity.report.workbook.gaps import gaps_sheet
from digimaturity.report.workbook.measures import measures_sheet
from digimaturity.report.workbook.overview import overview_sheet
from digimaturity.report.workbook.scores import scores_sheet
from digimaturity.report.workbook.sources import sources_sheet
from digimaturity.report.workbook.years import years_sheets


def build_book(evaluation: Evaluation, context: ReportContext, t: Translator) -> Book:
    """The workbook as data. Pure: the same input gives an equal book.

    A sheet without rows is left out; the overview says why there are none.
    """
    w = Wording(evaluation, context, t)
    plain = without_views(w)
    gaps = gaps_sheet(w)
    told = (
        scores_sheet(w),
        *((gaps,) if gaps else ()),
        answers_sheet(plain),
        facts_sheet(plain),
        figures_sheet(w),
        measures_sheet(w),
        *years_sheets(w),
        sources_sheet(w),
    )
    sheets = (overview_sheet(w, told), *(sheet for sheet in told if sheet.rows))
    year = context.day.year
    title = t("{company}: digital readiness {year}", company=w.company, year=year)
    return framed(w, title, t("Digital readiness assessment {year}", year=year), sheets)
