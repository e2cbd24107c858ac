"""The chapter of the measures."""

from __future__ import annotations

from digimaturity.report.model.actions import MeasureItem, MeasuresChapter
from digimaturity.report.model.parts import Labelled
from digimaturity.report.word.elements import Element, paragraph, runs, strong
from digimaturity.report.word.parts import flat, heading, measure_table, together
from digimaturity.report.word.writer import LinkedTexts, Writer, hue_style


def measures(writer: Writer, content: MeasuresChapter) -> list[Element]:
    """Every measure in full, the others in a table."""
    blocks = [*heading(writer, content.chapter), paragraph("BodyText", content.intro)]
    blocks += flat(together(_item(writer, item)) for item in content.items)
    if content.others:
        blocks += [paragraph("Gap"), measure_table(writer, content.others)]
    return blocks


def _item(writer: Writer, item: MeasureItem) -> list[Element]:
    """Title and facts, why, what, first steps, and what else is to be known."""
    texts = writer.texts()
    title = writer.goal(item.key, runs(item.number, hue_style(item.hue)), "\t", item.title)
    # Where the facts need two lines, the first ends with a dot, and none begins with it.
    facts = item.facts.replace(" · ", "\N{NO-BREAK SPACE}· ")
    blocks = [
        paragraph("Measure", title),
        paragraph("MeasureFacts", runs(item.dimension + "  ", hue_style(item.hue)), facts),
        *(paragraph("ListBullet", texts.linked(reason)) for reason in item.reasons),
        paragraph("BodyText", texts.linked(item.what)),
    ]
    if item.at_size:
        blocks.append(_note(texts, item.at_size))
    blocks += writer.steps([texts.linked(step) for step in item.steps])
    blocks += [_note(texts, note) for note in item.notes]
    return blocks


def _note(texts: LinkedTexts, note: Labelled) -> Element:
    """A text behind its label."""
    return paragraph("Reading", strong(note.label + " "), texts.linked(note.text))
