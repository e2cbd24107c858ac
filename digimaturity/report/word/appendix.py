"""The appendix: all answers, the terms, the method, the sources."""

from __future__ import annotations

from digimaturity.charts import radar
from digimaturity.report.model.appendix import (
    AnswerLine,
    AnswersChapter,
    AnswerSection,
    GlossaryChapter,
    MethodChapter,
)
from digimaturity.report.word.elements import Element, paragraph, runs, strong
from digimaturity.report.word.parts import READING, SOURCE, heading, labelled
from digimaturity.report.word.tables import table
from digimaturity.report.word.template import MM, PALETTE
from digimaturity.report.word.writer import Writer, hue_style

#: Widths of the radar, the best first.
_RADAR = (120 * MM, 110 * MM, 100 * MM, 92 * MM)
#: Left free below it, since Word may count a little differently.
_AIR = 16.0
_LEVEL = 14 * MM


def answers(writer: Writer, content: AnswersChapter) -> list[Element]:
    """All answers, area by area."""
    blocks = [*heading(writer, content.chapter), paragraph("BodyText", content.intro)]
    group = ""
    for section in content.sections:
        if section.group != group:
            blocks.append(paragraph("Heading2", runs(section.group, hue_style(section.hue))))
            group = section.group
        blocks += [_table(writer, section), paragraph("Gap")]
    return blocks


def _table(writer: Writer, section: AnswerSection) -> Element:
    question = writer.measure * 0.46
    widths = (question, _LEVEL, writer.measure - question - _LEVEL)
    head = [
        paragraph("TableHead", section.title),
        *(paragraph("TableHead", runs(words, "Quiet")) for words in section.heads),
    ]
    return table(
        "AnswerTable", widths, head, [_row(line) for line in section.lines], title=section.title
    )


def _row(line: AnswerLine) -> list[list[Element]]:
    comments = [
        paragraph("Comment", runs(comment.who + ": ", "Quiet"), comment.text)
        for comment in line.comments
    ]
    return [
        [paragraph("TableText", line.question)],
        [paragraph("TableText", strong(line.level))],
        [paragraph("TableText", runs(line.answer, "" if line.known else "Quiet")), *comments],
    ]


def glossary(writer: Writer, content: GlossaryChapter) -> list[Element]:
    """Each term with its meaning."""
    return [
        *heading(writer, content.chapter),
        paragraph("BodyText", content.intro),
        *(
            paragraph("Term", writer.goal(entry.key, strong(entry.word)), "  ", entry.means)
            for entry in content.entries
        ),
    ]


def method(writer: Writer, content: MethodChapter) -> list[Element]:
    """How it is computed, the sources, the radar of all areas."""
    points = [labelled(READING, point.label, point.text) for point in content.points]
    above, sources = [*heading(writer, content.chapter), *points], _sources(content)
    if not content.radar:
        return above + sources
    title = paragraph("Heading2", content.radar_title)
    beside = [*above, *sources, title]
    if writer.pages.room(beside) - _AIR < radar.height(_RADAR[-1]):
        # Without room below the sources the radar comes first: they can be parted, it cannot.
        picture = _radar(writer, content, writer.pages.room([*above, title]))
        return [*above, title, picture, *sources]
    return [*beside, _radar(writer, content, writer.pages.room(beside))]


def _radar(writer: Writer, content: MethodChapter, room: float) -> Element:
    """All areas at a glance, as large as the room allows."""
    width = next((width for width in _RADAR if radar.height(width) <= room - _AIR), _RADAR[0])
    return writer.picture(radar.figure(content.radar, width, PALETTE), content.radar_words)


def _sources(content: MethodChapter) -> list[Element]:
    if not content.sources:
        return []
    title = paragraph("Heading2", content.sources_title)
    return [title, *(labelled(SOURCE, source.label, source.text) for source in content.sources)]
