"""The chapter of a dimension, with its areas one by one."""

from __future__ import annotations

from digimaturity.charts import dimension_bars
from digimaturity.report.model.results import (
    AreaReading,
    DimensionChapter,
    MeasureRef,
)
from digimaturity.report.word.elements import Element, Part, element, paragraph, runs, strong
from digimaturity.report.word.parts import (
    SOURCE,
    findings,
    flat,
    heading,
    key_figures,
    labelled,
    together,
)
from digimaturity.report.word.template import PALETTE
from digimaturity.report.word.writer import LinkedTexts, Writer, hue_colour, hue_style


def dimension(writer: Writer, content: DimensionChapter) -> list[Element]:
    """A dimension's chapter, with its areas one by one.

    Why a measure is proposed is also told where it stands in full: so it gives way here, if that
    saves a page.
    """
    above = _above_references(writer, content)
    areas = _areas(writer, content)
    options = [
        [*above, *_references(writer, content, reasons=reasons), *title, *areas]
        for reasons in (True, False)
        for title in _areas_titles(content)
    ]
    return writer.pages.shortest(options)


def _above_references(writer: Writer, content: DimensionChapter) -> list[Element]:
    colour = hue_style(content.hue)
    chart = dimension_bars.figure(
        content.bars, writer.measure, PALETTE, hue_colour(content.hue), content.heads
    )
    blocks = [
        *heading(writer, content.chapter, hue_colour(content.hue)),
        *key_figures(writer, content.figures, content.intro, content.hue),
        paragraph("Heading2", content.statement),
        writer.picture(chart, content.words),
    ]
    blocks += [
        labelled(SOURCE, note.label, note.text) for note in (content.since, content.note) if note
    ]
    blocks += [*findings(content.strong, colour), *findings(content.holding, colour)]
    if content.unknown:
        blocks.append(labelled(SOURCE, content.unknown.label, content.unknown.text))
    return blocks


def _areas(writer: Writer, content: DimensionChapter) -> list[Element]:
    texts = writer.texts()
    return flat(together(_area(area, texts)) for area in content.areas)


def _areas_titles(content: DimensionChapter) -> list[list[Element]]:
    """The heading of the areas: on a page of its own, or else where the text is."""
    if not content.areas:
        return [[]]
    style = hue_style(content.hue)
    return [
        [paragraph("Heading2", runs(content.areas_title, style), properties=properties)]
        for properties in ([element("pageBreakBefore")], [])
    ]


def _references(writer: Writer, content: DimensionChapter, *, reasons: bool) -> list[Element]:
    if not content.measures:
        return []
    title = paragraph("Heading2", content.measures_title)
    return [title, *flat(_reference(writer, ref, reasons=reasons) for ref in content.measures)]


def _reference(writer: Writer, ref: MeasureRef, *, reasons: bool) -> list[Element]:
    """A measure that is told in full elsewhere."""
    title = [*writer.link(ref.key, ref.title), *runs("  " + ref.detail, "Detail")]
    if not reasons:
        return [paragraph("Reference", strong(ref.number), "\t", title)]
    return [
        paragraph("Finding", strong(ref.number), "\t", title),
        paragraph("FindingText", runs(ref.reason, "Ink")),
    ]


def _area(area: AreaReading, texts: LinkedTexts) -> list[Element]:
    """What an area's level means, and the answers behind it."""
    level = " · ".join(part for part in (area.level, area.bounds) if part)
    score: list[Part] = ["\t", area.score] if area.score else []
    blocks = [
        paragraph("Area", area.name, runs("  " + level, "Detail"), *score),
        paragraph("Reading", texts.linked(area.reading)),
    ]
    if area.plan:
        plan = texts.linked(area.plan.text)
        blocks.append(paragraph("Reading", strong(area.plan.label + " "), plan))
    blocks += [
        paragraph(
            "Answer",
            strong(answer.figure),
            "\t",
            texts.linked(answer.title + " "),
            texts.linked(answer.words, "Ink"),
        )
        for answer in area.answers
    ]
    return blocks
