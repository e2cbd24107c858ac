"""Writes a report as a Word document that can be edited; the same model, the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from docx.document import Document

from digimaturity import __version__
from digimaturity.report.model.board import BoardModel
from digimaturity.report.model.paper import Paper
from digimaturity.report.model.report import ReportModel
from digimaturity.report.model.staff import StaffModel
from digimaturity.report.model.strategy_sheet import SheetModel
from digimaturity.report.word.board import board
from digimaturity.report.word.counts import Model, expected, found
from digimaturity.report.word.elements import Element
from digimaturity.report.word.letter import letter
from digimaturity.report.word.running import add_report_running, add_running
from digimaturity.report.word.strategy_sheet import strategy
from digimaturity.report.word.template import empty_document, text_area
from digimaturity.report.word.whole import report
from digimaturity.report.word.writer import Writer
from digimaturity.report.xml_text import xml_text
from digimaturity.report.zipped import fixed

__all__ = ["Model", "expected", "found", "render_word"]

#: The most letters of a property of the file.
_LONGEST = 255


def render_word(model: Model) -> bytes:
    """A cut of the record as a file (Office Open XML, for Word 2013 and later)."""
    paper, whole = model.paper, isinstance(model, ReportModel)
    document = empty_document(paper, cover=whole)
    glossary = model.glossary if isinstance(model, ReportModel) else None
    writer = Writer(document, text_area(paper.page_size), glossary)
    match model:
        case ReportModel():
            blocks, last = report(writer, model)
            _write(document, blocks)
            add_report_running(document, paper.running, last=last)
        case BoardModel():
            _write(document, board(writer, model))
            add_running(document, paper.running)
        case StaffModel():
            _write(document, letter(writer, model))
            add_running(document, paper.running)
        case SheetModel():
            _write(document, strategy(writer, model))
            add_running(document, paper.running)
    _describe(document, paper)
    out = BytesIO()
    document.save(out)
    return fixed(out.getvalue(), paper.day)


def _write(document: Document, blocks: Sequence[Element]) -> None:
    body = document.element.body
    for block in blocks:
        body.insert(len(body) - 1, block)


def _describe(document: Document, paper: Paper) -> None:
    """The file's own title, author, language and day."""
    about, day = document.core_properties, datetime.combine(paper.day, datetime.min.time())
    author = xml_text(paper.author)[:_LONGEST]
    about.title = xml_text(paper.title)[:_LONGEST]
    about.subject = xml_text(paper.subject)[:_LONGEST]
    about.author = about.last_modified_by = author
    about.language = paper.language
    about.created = about.modified = day
    about.version = f"digimaturity {__version__}"
    about.identifier = paper.code
    about.comments = xml_text("; ".join(paper.versions))[:_LONGEST]
