"""Draws the models as tagged, archival PDFs; the same model always gives the same bytes."""

from __future__ import annotations

from digimaturity.report.model.comparison import LeadingChapter
from digimaturity.report.model.parts import Chapter
from digimaturity.report.model.planning import PlanChapter
from digimaturity.report.model.report import ReportModel
from digimaturity.report.pdf import (
    actions,
    appendix,
    areas,
    comparison,
    front,
    glossary,
    planning,
    results,
    viewpoints,
)
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.board import render_board
from digimaturity.report.pdf.document import sheet_of, written
from digimaturity.report.pdf.layout import Stack
from digimaturity.report.pdf.pages import Page, paginate
from digimaturity.report.pdf.parts import Sheet, headline
from digimaturity.report.pdf.staff import render_staff
from digimaturity.report.pdf.style import MM

__all__ = ["render_board", "render_pdf", "render_staff"]

#: The cover's parts spread over this part of the page, from here down.
_COVER_TOP = 25 * MM
_COVER_BOTTOM = 27 * MM


def render_pdf(model: ReportModel) -> bytes:
    """The report as a file (PDF 1.7, tagged; PDF/A-2a and PDF/UA-1)."""
    frame, sheet = sheet_of(model.paper)
    pages: dict[str, int] = {}
    chapters = _chapters(sheet, model)
    listed = list(dict.fromkeys(chapter for chapter, _ in chapters))
    before = [(model.contents.chapter, front.contents(sheet, model.contents, listed, pages))]
    if model.foreword:
        before.insert(0, (model.foreword.chapter, front.foreword(sheet, model.foreword)))
    laid_out = paginate(frame, [*before, *chapters])
    top = frame.size[1] - _COVER_TOP
    cover = front.cover(sheet, model.cover, top - _COVER_BOTTOM, model.brand)
    laid_out.insert(0, Page(None, cover, top, first=True))
    for number, page in enumerate(laid_out, start=1):
        if page.chapter is not None:
            pages.setdefault(page.chapter.key, number)
    return written(model.paper, frame, laid_out, model)


def _chapters(sheet: Sheet, model: ReportModel) -> list[tuple[Chapter, Block]]:
    links = glossary.Links(sheet, model.glossary)
    found: list[tuple[Chapter, Block]] = [
        (model.summary.chapter, results.summary(sheet, model.summary))
    ]
    if model.benchmark:
        found.append((model.benchmark.chapter, comparison.benchmark(sheet, model.benchmark)))
        if more := comparison.further(sheet, model.benchmark):
            found.append((model.benchmark.chapter, more))
    for part in model.dimensions:
        found.append((part.chapter, results.dimension(sheet, part)))
        if part.areas:
            found.append((part.chapter, areas.area_readings(links, part)))
    if model.leading:
        found += [(model.leading.chapter, part) for part in _leading(sheet, model.leading)]
    found += _planned(sheet, model.landscape)
    if model.measures:
        found.append((model.measures.chapter, actions.measures(links, model.measures)))
    found += _planned(sheet, model.roadmap)
    found += _planned(sheet, model.trend)
    if model.answers:
        found.append((model.answers.chapter, appendix.answers(sheet, model.answers)))
    if model.glossary:
        found.append((model.glossary.chapter, glossary.glossary(sheet, model.glossary)))
    found.append((model.method.chapter, appendix.method(sheet, model.method)))
    return found


def _planned(sheet: Sheet, content: PlanChapter | None) -> list[tuple[Chapter, Block]]:
    return [(content.chapter, planning.planning(sheet, content))] if content else []


def _leading(sheet: Sheet, content: LeadingChapter) -> list[Block]:
    """Where the viewpoints differ on a page of its own; then what to talk about, and who leads."""
    further, part = comparison.leading(sheet, content), content.viewpoints
    if part is None:
        return [Stack([headline(sheet, content.chapter), *further])]
    first = viewpoints.viewpoints(sheet, content, part)
    return [first, Stack([*viewpoints.talking(sheet, part), *further])]
