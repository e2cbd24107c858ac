"""What a document must hold, by the model, and what it holds when it is opened again."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.parts.image import ImagePart

from digimaturity.report.model.board import BoardModel
from digimaturity.report.model.comparison import BenchmarkChapter, LeadingChapter
from digimaturity.report.model.report import ReportModel
from digimaturity.report.model.staff import StaffModel
from digimaturity.report.model.strategy_sheet import SheetModel
from digimaturity.report.word.writer import LOGO

Model = ReportModel | BoardModel | StaffModel | SheetModel


def expected(model: Model) -> dict[str, int]:
    """How many of each part the document of this model has."""
    logo = {"logos": int(model.paper.brand.logo is not None)}
    match model:
        case ReportModel():
            return _report(model) | logo
        case BoardModel():
            return {"headlines": 1, "numbered": len(model.decide)} | logo
        case StaffModel():
            points = sum(len(part.points) for part in model.parts)
            return {"headlines": 1, "headings": len(model.parts), "points": points} | logo
        case SheetModel():
            return _sheet(model) | logo


def _sheet(model: SheetModel) -> dict[str, int]:
    blocks = [block for section in model.sections for block in section.blocks]
    tables = [block.table for block in blocks if block.table]
    return {
        "headlines": 1,
        "chapters": len(model.sections),
        "headings": len(blocks) + sum(bool(section.gaps) for section in model.sections),
        "points": sum(len(section.gaps) for section in model.sections),
        "lines": sum(len(block.lines) for block in blocks),
        "places": sum(not section.own for section in model.sections),
        "rows": sum(len(table.rows) for table in tables),
    }


def _report(model: ReportModel) -> dict[str, int]:
    dimensions, answers = model.dimensions, model.answers.sections if model.answers else ()
    measures = model.measures.items if model.measures else ()
    lines = [line for section in answers for line in section.lines]
    figures = [
        bool(model.cover.groups),
        True,  # the scale of levels
        *(True for _ in model.summary.dimensions),
        *(True for _ in dimensions),
        bool(model.method.radar),
        *_benchmark_figures(model.benchmark),
        *_leading_figures(model.leading),
    ]
    planned = (model.landscape, model.roadmap, model.trend)
    chapters = len(model.chapters()) - 1  # the contents do not list themselves
    return {
        "chapters": chapters,
        "listed": chapters,
        "figures": sum(figures) + sum(part.drawings for part in planned if part),
        "areas": sum(len(part.areas) for part in dimensions),
        "measures": len(measures),
        "points": sum(len(item.reasons) for item in measures),
        "numbered": sum(len(item.steps) for item in measures),
        "answers": len(lines),
        "comments": sum(len(line.comments) for line in lines),
        "terms": len(model.glossary.entries) if model.glossary else 0,
    }


def found(content: bytes) -> dict[str, int]:
    """How many of each part there are in the file, opened as any reader would.

    Raises:
        Exception: whatever python-docx raises for a file that is none.
    """
    document = docx.Document(BytesIO(content))
    names = [paragraph.style.style_id for paragraph in document.paragraphs if paragraph.style]
    styled = [(table, table.style.style_id) for table in document.tables if table.style]
    tables = [table for table, name in styled if name == "AnswerTable"]
    rows = [len(table.rows) - 1 for table, name in styled if name == "ReportTable"]
    body = document.element.body
    pictures = _pictures(document)
    return {
        "chapters": names.count("Heading1"),
        "listed": len(body.xpath(".//w:pStyle[@w:val='TOC1']")),
        "figures": len([part for part in pictures if not part]),
        "logos": len([part for part in pictures if part]),
        "areas": names.count("Area"),
        "headlines": names.count("Headline"),
        "headings": names.count("Heading2"),
        "measures": names.count("Measure"),
        "points": names.count("ListBullet") + names.count("LetterPoint"),
        "numbered": names.count("ListNumber"),
        "answers": sum(len(table.rows) - 1 for table in tables),
        "comments": len(body.xpath(".//w:pStyle[@w:val='Comment']")),
        "terms": names.count("Term"),
        "lines": names.count("Small"),
        "places": len(body.xpath("w:sdt/w:sdtPr/w:showingPlcHdr")),
        "rows": sum(rows),
    }


def _pictures(document: Document) -> list[bool]:
    """For every picture that is there and has its words: whether it is the logo."""
    kinds = []
    for inline in document.element.body.iter(qn("wp:inline")):
        (place,) = inline.xpath(".//a:blip/@r:embed")
        part = document.part.related_parts.get(place)
        words = inline.find(qn("wp:docPr"))
        if isinstance(part, ImagePart) and part.blob and words.get("descr"):
            kinds.append(words.get("name") == LOGO)
    return kinds


def _benchmark_figures(part: BenchmarkChapter | None) -> list[bool]:
    if part is None:
        return []
    parts = (part.index, part.technologies, part.context)
    return [each is not None for each in parts] + [True for _ in part.peers]


def _leading_figures(part: LeadingChapter | None) -> list[bool]:
    if part is None:
        return []
    charts = (part.viewpoints.areas, part.viewpoints.questions) if part.viewpoints else ()
    return [each is not None for each in (part.profile, part.strategy, *charts)]
