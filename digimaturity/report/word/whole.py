"""The full report: cover, foreword, contents, and its chapters."""

from __future__ import annotations

from digimaturity.report.model.parts import Chapter
from digimaturity.report.model.report import ReportModel
from digimaturity.report.word import (
    actions,
    appendix,
    comparison,
    dimension,
    front,
    planning,
    summary,
)
from digimaturity.report.word.elements import Element
from digimaturity.report.word.parts import flat
from digimaturity.report.word.writer import Writer


def report(writer: Writer, model: ReportModel) -> tuple[list[Element], Element]:
    """The whole report, and its last paragraph before the first chapter."""
    cover = front.cover(writer, model.cover, model.brand)
    first: list[tuple[Chapter, list[Element]]] = []
    if model.foreword:
        first.append((model.foreword.chapter, front.foreword(writer, model.foreword)))
    chapters = _chapters(writer, model)
    everything = [*first, *chapters]
    contents = front.contents(writer, model.contents, [(one, 1) for one, _ in everything])
    page = 2 + writer.pages.count(contents)
    pages: list[tuple[Chapter, int]] = []
    for place, (chapter, blocks) in enumerate(everything):
        pages.append((chapter, page if place >= len(first) else 2))  # the foreword comes before
        page += writer.pages.count(blocks)
    contents = front.contents(writer, model.contents, pages)
    before, after = (flat(blocks for _, blocks in part) for part in (first, chapters))
    return [*cover, *before, *contents, *after], contents[-1]


def _chapters(writer: Writer, model: ReportModel) -> list[tuple[Chapter, list[Element]]]:
    """The chapters that the contents list, each with its name."""
    found = [(model.summary.chapter, summary.summary(writer, model.summary))]
    if model.benchmark:
        found.append((model.benchmark.chapter, comparison.benchmark(writer, model.benchmark)))
    found += [(part.chapter, dimension.dimension(writer, part)) for part in model.dimensions]
    if model.leading:
        found.append((model.leading.chapter, comparison.leading(writer, model.leading)))
    if model.landscape:
        found.append((model.landscape.chapter, planning.planning(writer, model.landscape)))
    if model.measures:
        found.append((model.measures.chapter, actions.measures(writer, model.measures)))
    if model.roadmap:
        found.append((model.roadmap.chapter, planning.planning(writer, model.roadmap)))
    if model.trend:
        found.append((model.trend.chapter, planning.planning(writer, model.trend)))
    if model.answers:
        found.append((model.answers.chapter, appendix.answers(writer, model.answers)))
    if model.glossary:
        found.append((model.glossary.chapter, appendix.glossary(writer, model.glossary)))
    found.append((model.method.chapter, appendix.method(writer, model.method)))
    return [(chapter, writer.pages.without_short_end(blocks)) for chapter, blocks in found]
