"""Writes a ReportModel as a Word document that can be edited; the same model, the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from docx.document import Document

from digimaturity import __version__
from digimaturity.report.model.parts import Chapter
from digimaturity.report.model.report import ReportModel
from digimaturity.report.word import actions, appendix, comparison, front, results
from digimaturity.report.word.counts import expected, found
from digimaturity.report.word.elements import Element
from digimaturity.report.word.running import add_running
from digimaturity.report.word.template import empty_document, text_area
from digimaturity.report.word.writer import Writer
from digimaturity.report.xml_text import xml_text
from digimaturity.report.zipped import fixed

__all__ = ["expected", "found", "render_word"]

#: The most letters of a property of the file.
_LONGEST = 255


def render_word(model: ReportModel) -> bytes:
    """The report as a file (Office Open XML, for Word 2013 and later)."""
    document = empty_document(model.language, model.page_size, model.brand)
    writer = Writer(document, text_area(model.page_size), model.glossary)
    chapters = _chapters(writer, model)
    blocks = front.cover(writer, model.cover, model.brand)
    if model.foreword:
        blocks += front.foreword(writer, model.foreword)
    blocks += _contents(writer, model, chapters)
    for _, chapter_blocks in chapters:
        blocks += chapter_blocks
    body = document.element.body
    for block in blocks:
        body.insert(len(body) - 1, block)
    add_running(document, model)
    _describe(document, model)
    out = BytesIO()
    document.save(out)
    return fixed(out.getvalue(), model.day)


def _chapters(writer: Writer, model: ReportModel) -> list[tuple[Chapter, list[Element]]]:
    """The chapters that the contents list, each with its name."""
    found = [(model.summary.chapter, results.summary(writer, model.summary))]
    if model.benchmark:
        found.append((model.benchmark.chapter, comparison.benchmark(writer, model.benchmark)))
    found += [(part.chapter, results.dimension(writer, part)) for part in model.dimensions]
    if model.leading:
        found.append((model.leading.chapter, comparison.leading(writer, model.leading)))
    if model.measures:
        found.append((model.measures.chapter, actions.measures(writer, model.measures)))
    if model.answers:
        found.append((model.answers.chapter, appendix.answers(writer, model.answers)))
    if model.glossary:
        found.append((model.glossary.chapter, appendix.glossary(writer, model.glossary)))
    found.append((model.method.chapter, appendix.method(writer, model.method)))
    return found


def _contents(
    writer: Writer,
    model: ReportModel,
    chapters: Sequence[tuple[Chapter, list[Element]]],
) -> list[Element]:
    """The contents, with the pages on which the chapters will begin."""
    page = 2
    listed: list[tuple[Chapter, int]] = []
    if model.foreword:
        listed.append((model.foreword.chapter, page))
        page += writer.pages.count(front.foreword(writer, model.foreword))
    page += 1  # the contents
    for chapter, blocks in chapters:
        listed.append((chapter, page))
        page += writer.pages.count(blocks)
    return front.contents(writer, model.contents, listed)


def _describe(document: Document, model: ReportModel) -> None:
    """The file's own title, author, language and day."""
    about, day = document.core_properties, datetime.combine(model.day, datetime.min.time())
    author = xml_text(model.author)[:_LONGEST]
    about.title = xml_text(model.title)[:_LONGEST]
    about.subject = xml_text(model.subject)[:_LONGEST]
    about.author = about.last_modified_by = author
    about.language = model.language
    about.created = about.modified = day
    about.version = f"digimaturity {__version__}"
    about.identifier = model.code
