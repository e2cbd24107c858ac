"""The chapters of the benchmark, and of leadership and strategy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from digimaturity.charts import area_bars, drives, index_bar, peer_bars, technologies
from digimaturity.report.model.comparison import (
    BenchmarkChapter,
    IndexPart,
    LeadingChapter,
    PeersPart,
    ProfilePart,
    StrategyPart,
    TechnologyPart,
)
from digimaturity.report.model.parts import Labelled
from digimaturity.report.word.elements import Element, paragraph
from digimaturity.report.word.parts import (
    READING,
    SOURCE,
    above,
    flat,
    heading,
    key_figures,
    labelled,
    statement,
)
from digimaturity.report.word.template import MM, PALETTE
from digimaturity.report.word.viewpoints import decision_map, viewpoints
from digimaturity.report.word.writer import Writer


def benchmark(writer: Writer, content: BenchmarkChapter) -> list[Element]:
    """The firm against its peers; or why there is no comparison."""
    head = heading(writer, content.chapter)
    head += key_figures(writer, content.figures, content.intro)
    below = flat(_peers(writer, part) for part in content.peers)
    if content.context:
        below += _index(content.context, _index_picture(writer, content.context))
    charts = _Charts.of(writer, content)
    options = [[*head, *_official(content, charts, tight=tight), *below] for tight in (False, True)]
    return writer.pages.shortest(options)


@dataclass(frozen=True, slots=True)
class _Charts:
    """The pictures of the official figures, which are drawn once however they are placed."""

    index: Element | None
    technologies: Element | None

    @staticmethod
    def of(writer: Writer, content: BenchmarkChapter) -> _Charts:
        index, have = content.index, content.technologies
        return _Charts(
            _index_picture(writer, index) if index else None,
            _technologies_picture(writer, have) if have else None,
        )


def _official(content: BenchmarkChapter, charts: _Charts, *, tight: bool) -> list[Element]:
    """The official figures, and for what there are none."""
    blocks: list[Element] = []
    if content.index and charts.index is not None:
        blocks += _index(content.index, charts.index, tight=tight)
    if content.technologies and charts.technologies is not None:
        blocks += _technologies(content.technologies, charts.technologies, tight=tight)
    return [*blocks, *([] if tight else [paragraph("Gap")]), *_sources([content.not_compared])]


def _sources(sources: Iterable[Labelled]) -> list[Element]:
    return [labelled(SOURCE, source.label, source.text) for source in sources]


def _index_picture(writer: Writer, part: IndexPart) -> Element:
    figure = index_bar.figure(part.distribution, writer.measure, PALETTE)
    return writer.picture(figure, part.words)


def _index(part: IndexPart, picture: Element, *, tight: bool = False) -> list[Element]:
    return [
        *statement(part.kicker, part.statement, tight=tight),
        above("Note", part.note),
        picture,
        *_sources(part.sources),
    ]


def _technologies_picture(writer: Writer, part: TechnologyPart) -> Element:
    figure = technologies.figure(part.technologies, writer.measure, PALETTE)
    return writer.picture(figure, part.words)


def _technologies(part: TechnologyPart, picture: Element, *, tight: bool) -> list[Element]:
    return [
        *statement(part.kicker, part.statement, tight=tight),
        picture,
        *_sources(part.sources),
    ]


def _peers(writer: Writer, part: PeersPart) -> list[Element]:
    figure = peer_bars.figure(part.rows, writer.measure, PALETTE)
    about = [above("Note", part.about)] if part.about else []
    return [
        *statement(part.kicker, part.statement),
        *about,
        writer.picture(figure, part.words),
        *_sources(part.notes),
    ]


def leading(writer: Writer, content: LeadingChapter) -> list[Element]:
    """Where the viewpoints differ, who leads and decides, and by which strategy."""
    blocks = heading(writer, content.chapter)
    if content.viewpoints:
        blocks += viewpoints(writer, content.viewpoints)
    if content.profile:
        blocks += _profile(writer, content.profile)
    if content.decisions:
        blocks += decision_map(writer, content.decisions)
    if content.strategy:
        blocks += _strategy(writer, content.strategy)
    return blocks


def _profile(writer: Writer, part: ProfilePart) -> list[Element]:
    figure = drives.figure(part.drives, 70 * MM, PALETTE)
    blocks = [paragraph("Heading2", part.statement), writer.picture(figure, part.words)]
    for point in part.points:
        blocks += [paragraph("Point", point.label), paragraph("BodyText", point.text)]
    return blocks


def _strategy(writer: Writer, part: StrategyPart) -> list[Element]:
    width = min(writer.measure, 118 * MM)
    figure = area_bars.figure(part.bars, width, PALETTE, PALETTE.leadership)
    return [
        paragraph("Heading2", part.statement),
        above("Note", part.note),
        writer.picture(figure, part.words),
        *(labelled(READING, gap.label, gap.text) for gap in part.gaps),
    ]
