"""What a PDF must hold by its model, and what is found in the file when it is opened again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digimaturity.report.model.board import BoardModel
from digimaturity.report.model.brand import Brand
from digimaturity.report.model.comparison import LeadingChapter
from digimaturity.report.model.report import ReportModel
from digimaturity.report.model.staff import StaffModel

#: How the objects begin that are counted; a user's words come later in them.
_MARKS = {
    "chapters": re.compile(rb"\d+ 0 obj\s*<<\s*/Dest "),  # an entry of the outline
    "figures": re.compile(rb"\d+ 0 obj\s*<</Type/StructElem/S/Figure/"),
    "tables": re.compile(rb"\d+ 0 obj\s*<</Type/StructElem/S/Table/"),
    "list items": re.compile(rb"\d+ 0 obj\s*<</Type/StructElem/S/LI/"),
}


def expected(model: ReportModel | BoardModel | StaffModel) -> dict[str, int]:
    """How many parts of each kind must be in the file.

    Of the board's page not all: what has no room there is left out of it.
    """
    match model:
        case ReportModel():
            return {
                "chapters": len(model.chapters()),
                "figures": _figures(model),
                "tables": _tables(model),
                "list items": _items(model),
            }
        case BoardModel():
            tables = int(bool(model.summary.measures.lines))
            return {"chapters": 1, "tables": tables, "list items": len(model.decide)}
        case StaffModel():
            points = sum(len(part.points) for part in model.parts)
            return {"chapters": 1, "figures": _logos(model.paper.brand), "list items": points}


def _figures(model: ReportModel) -> int:
    """Cover and logo, the scale, one for each dimension, those of the chapters, the radar."""
    benchmark, leading = model.benchmark, model.leading
    found = 2 + _logos(model.brand) + len(model.summary.dimensions) + len(model.dimensions)
    if benchmark:
        single = (benchmark.index, benchmark.technologies, benchmark.context)
        found += len(benchmark.peers) + sum(part is not None for part in single)
    if leading:
        found += sum(part is not None for part in (leading.profile, leading.strategy))
        found += _gap_charts(leading)
    found += sum(part.drawings for part in (model.landscape, model.roadmap, model.trend) if part)
    return found + bool(model.method.radar)


def _gap_charts(leading: LeadingChapter) -> int:
    """By question, and by area where any can be compared."""
    return 1 + (leading.viewpoints.areas is not None) if leading.viewpoints else 0


def _logos(brand: Brand) -> int:
    return int(brand.logo is not None)


def _tables(model: ReportModel) -> int:
    measures, answers, leading = model.measures, model.answers, model.leading
    found = bool(model.summary.measures.lines) + (len(answers.sections) if answers else 0)
    if leading:
        found += leading.decisions is not None
        if leading.viewpoints:
            found += 1 + (leading.viewpoints.trend is not None)
    found += sum(part.tables for part in (model.landscape, model.roadmap, model.trend) if part)
    return found + bool(measures and measures.others)


def _items(model: ReportModel) -> int:
    steps = sum(len(item.steps) for item in model.measures.items) if model.measures else 0
    return steps + (len(model.glossary.entries) if model.glossary else 0)


def found(content: bytes) -> dict[str, int]:
    """How many parts of each kind are in the file; none where it is not whole.

    It is read as a viewer reads it: from its end to the table of its objects, and from there to
    each of them.
    """
    counts = dict.fromkeys(_MARKS, 0)
    try:
        for entry in _objects(content):
            for part, mark in _MARKS.items():
                counts[part] += mark.match(entry) is not None
    except ValueError:
        return {}
    return counts


def _objects(content: bytes) -> Iterator[bytes]:
    """Every object that the table names, without the data of its stream; ValueError if broken."""
    last = content[content.rindex(b"startxref") :].split()
    start = int(last[1])
    _, size, *entries = content[start : content.index(b"trailer", start)].splitlines()
    if last[2:] != [b"%%EOF"] or int(size.split()[1]) != len(entries):
        raise ValueError("the table of objects is not whole")
    for number, entry in enumerate(entries):
        offset, _, kind = entry.split()
        if kind == b"n":
            at = int(offset)
            end = content.index(b"endobj", at)
            if not content.startswith(b"%d 0 obj" % number, at):
                raise ValueError(f"object {number} is not in its place")
            yield content[at:end].partition(b"stream\n")[0]
