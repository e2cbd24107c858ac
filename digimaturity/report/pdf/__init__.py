"""Draws a ReportModel as a tagged, archival PDF; the same model always gives the same bytes."""

from __future__ import annotations

from hashlib import sha256

from digimaturity import __version__
from digimaturity.report.model.parts import Chapter
from digimaturity.report.model.report import ReportModel
from digimaturity.report.pdf import actions, appendix, areas, comparison, front, glossary, results
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.fonts import clean
from digimaturity.report.pdf.pages import Frame, Page, draw_pages, paginate
from digimaturity.report.pdf.parts import Sheet
from digimaturity.report.pdf.style import MM, PAGE_SIZES
from digimaturity.report.pdf.xmp import Metadata

#: The cover's parts spread over this part of the page, from here down.
_COVER_TOP = 25 * MM
_COVER_BOTTOM = 27 * MM

#: A title in the file's metadata is cut to so many letters.
_LONGEST = 300


def render_pdf(model: ReportModel) -> bytes:
    """The report as a file (PDF 1.7, tagged; PDF/A-2a and PDF/UA-1)."""
    size = PAGE_SIZES[model.page_size]
    frame = Frame(size)
    sheet = Sheet(frame.width, frame.height, model.language)
    pages: dict[str, int] = {}
    chapters = _chapters(sheet, model)
    listed = list(dict.fromkeys(chapter for chapter, _ in chapters))
    contents = front.contents(sheet, model.contents, listed, pages)
    laid_out = paginate(frame, [(model.contents.chapter, contents), *chapters])
    cover = front.cover(sheet, model.cover, size[1] - _COVER_TOP - _COVER_BOTTOM)
    laid_out.insert(0, Page(None, cover, size[1] - _COVER_TOP, first=True))
    for number, page in enumerate(laid_out, start=1):
        if page.chapter is not None:
            pages.setdefault(page.chapter.key, number)
    canvas = TaggedCanvas(size, _metadata(model), sha256(repr(model).encode()).digest())
    draw_pages(canvas, frame, model.running, laid_out)
    return canvas.finish()


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
        found.append((model.leading.chapter, comparison.leading(sheet, model.leading)))
    if model.measures:
        found.append((model.measures.chapter, actions.measures(links, model.measures)))
    if model.answers:
        found.append((model.answers.chapter, appendix.answers(sheet, model.answers)))
    if model.glossary:
        found.append((model.glossary.chapter, glossary.glossary(sheet, model.glossary)))
    found.append((model.method.chapter, appendix.method(sheet, model.method)))
    return found


def _metadata(model: ReportModel) -> Metadata:
    return Metadata(
        clean(model.title)[:_LONGEST],
        clean(model.author)[:_LONGEST],
        clean(model.subject)[:_LONGEST],
        f"digimaturity {__version__}",
        model.language,
        model.day,
    )
