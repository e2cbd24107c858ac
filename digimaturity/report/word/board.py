"""The sheet for those who decide: one page, if no text is unusually long."""

from __future__ import annotations

from digimaturity.charts import level_scale
from digimaturity.report.model.board import BoardModel
from digimaturity.report.model.parts import Labelled
from digimaturity.report.word.elements import Element, Part, paragraph, runs, strong
from digimaturity.report.word.parts import SOURCE, key_figures, labelled
from digimaturity.report.word.summary import (
    dimension_charts,
    dimension_rows,
    findings_side_by_side,
    measure_tables,
)
from digimaturity.report.word.template import MM, PALETTE
from digimaturity.report.word.writer import Writer

_LOGO_WIDTH, _LOGO_HEIGHT = 45 * MM, 13 * MM
#: The share of the spaces that is left where nothing else helps.
_TIGHT = 0.4


def board(writer: Writer, model: BoardModel) -> list[Element]:
    """As much of the result as fits on one page; what is to be decided always."""
    content = model.summary
    head = _head(writer, model)
    figures = key_figures(writer, content.figures, content.intro)
    scale = [
        writer.picture(
            level_scale.figure(content.scale, writer.measure, PALETTE), content.scale_words
        )
    ]
    charts, rows = dimension_charts(writer, content), dimension_rows(writer, content)
    tables = measure_tables(writer, content.measures)
    foot = _foot(writer, model)
    options = [
        [*head, *figures, *above, *dimensions, *findings, *measures, *foot]
        for above, dimensions in ((scale, charts), ([], charts), (scale, rows), ([], rows))
        for findings in findings_side_by_side(writer, content)
        for measures in tables
    ]
    # At last with smaller spaces.
    options.append(writer.pages.tightened(options[-1], _TIGHT))
    return writer.pages.shortest(options)


def _head(writer: Writer, model: BoardModel) -> list[Element]:
    """Logo, company and day; the mark of a sample; the statement."""
    logo, mark = model.paper.brand.logo, model.paper.running.mark
    blocks: list[Element] = []
    if logo:
        blocks.append(paragraph("Note", writer.logo(logo, _LOGO_WIDTH, _LOGO_HEIGHT)))
    right: list[Part] = ["\t", runs(mark, "Mark")] if mark else []
    return [
        *blocks,
        paragraph("Sender", strong(model.company), *right),
        paragraph("Sender", model.about),
        paragraph("Headline", model.summary.chapter.headline),
    ]


def _foot(writer: Writer, model: BoardModel) -> list[Element]:
    """How the firm compares, what is to be decided, and from what the sheet was made."""
    compared = model.summary.compared
    said = [labelled(SOURCE, compared.label, compared.text)] if compared else []
    return [
        paragraph("Gap"),
        *said,
        paragraph("Heading2", model.decide_title),
        *writer.steps([_decision(item) for item in model.decide]),
        paragraph("Note", model.code),
    ]


def _decision(item: Labelled) -> list[Element]:
    return [*strong(item.label + " "), *runs(item.text)]
