"""Words the whole workbook: from an Evaluation to a Book in one language."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.report.build.cover import confidential, sender
from digimaturity.report.colours import colour_of
from digimaturity.report.model.tables import Book, Sheet
from digimaturity.report.wording import ReportContext, Wording
from digimaturity.report.workbook.answers import answers_sheet, without_views
from digimaturity.report.workbook.facts import facts_sheet
from digimaturity.report.workbook.figures import figures_sheet
from digimaturity.report.workbook.gaps import gaps_sheet
from digimaturity.report.workbook.long_texts import continued
from digimaturity.report.workbook.measures import measures_sheet
from digimaturity.report.workbook.names import sheet_names
from digimaturity.report.workbook.overview import overview_sheet
from digimaturity.report.workbook.scores import scores_sheet
from digimaturity.report.workbook.sources import sources_sheet


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
        sources_sheet(w),
    )
    sheets = (overview_sheet(w, told), *(sheet for sheet in told if sheet.rows))
    year, by = context.day.year, sender(w)
    return Book(
        t.language,
        t("{company}: digital readiness {year}", company=w.company, year=year),
        t("Digital readiness assessment {year}", year=year),
        by.label if by else w.company,
        context.day,
        w.company,
        confidential(w),
        t("{page} of {pages}"),
        t("Yes"),
        t("No"),
        context.options.page_size,
        colour_of(context.options.colour),
        _named(tuple(continued(sheet, t) for sheet in sheets)),
    )


def _named(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    names = sheet_names(sheet.title for sheet in sheets)
    return tuple(replace(one, title=name) for one, name in zip(sheets, names, strict=True))
