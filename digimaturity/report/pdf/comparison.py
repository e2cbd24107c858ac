"""The chapters of the benchmark, and of leadership, decisions and strategy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

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
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.chart import ChartBlock
from digimaturity.report.pdf.decision_map import decision_map
from digimaturity.report.pdf.layout import Columns, Stack
from digimaturity.report.pdf.parts import (
    APART,
    Sheet,
    first_fitting,
    heading,
    headline,
    key_figures,
    labelled,
    title,
)
from digimaturity.report.pdf.style import BODY, CELL_STRONG, KICKER, MM, NOTE, PALETTE, SMALL

#: Spaces between the parts of the benchmark, from generous to dense.
_TIGHTNESS = (1.0, 0.8, 0.6, 0.45)


def benchmark(sheet: Sheet, content: BenchmarkChapter) -> Block:
    """The firm against its peers, on one page; or why there is no comparison."""
    return first_fitting(sheet, (_benchmark(sheet, content, tight) for tight in _TIGHTNESS))


def _benchmark(sheet: Sheet, content: BenchmarkChapter, tight: float) -> Block:
    blocks: list[Block] = [
        headline(sheet, content.chapter),
        key_figures(sheet, content.figures, content.intro),
    ]
    if content.index:
        blocks += _index(sheet, content.index)
    if content.technologies:
        blocks += _technologies(sheet, content.technologies)
    blocks.append(labelled(sheet, content.not_compared).spaced(before=2 * MM))
    if content.index is None and content.technologies is None:
        blocks += _peers(sheet, content.peers, first=False)
    return Stack(blocks, tight=tight)


def _index(sheet: Sheet, part: IndexPart) -> list[Block]:
    figure = ChartBlock(
        sheet.width,
        index_bar.height(part.distribution, sheet.width),
        partial(index_bar.draw, distribution=part.distribution),
        part.words,
    )
    return [
        sheet.text(part.kicker, KICKER).spaced(before=APART, keep=True),
        heading(sheet, part.statement, before=0).spaced(keep=True),
        sheet.text(part.note, NOTE).spaced(after=4 * MM, keep=True),
        figure.spaced(after=2.4 * MM, keep=True),
        *(labelled(sheet, source).spaced(after=1 * MM) for source in part.sources),
    ]


def _technologies(sheet: Sheet, part: TechnologyPart) -> list[Block]:
    figure = ChartBlock(
        sheet.width,
        technologies.height(part.technologies, sheet.width),
        partial(technologies.draw, technologies=part.technologies),
        part.words,
    )
    return [
        sheet.text(part.kicker, KICKER).spaced(before=APART, keep=True),
        Columns([(0, 130 * MM, heading(sheet, part.statement, before=0))]).spaced(
            after=3 * MM, keep=True
        ),
        figure.spaced(after=2.4 * MM, keep=bool(part.sources)),
        *(labelled(sheet, source).spaced(after=1 * MM) for source in part.sources),
    ]


def further(sheet: Sheet, content: BenchmarkChapter) -> Block | None:
    """The firm among other clients, and what is context only, on pages of their own."""
    blocks: list[Block] = []
    if content.index is not None or content.technologies is not None:
        blocks += _peers(sheet, content.peers, first=True)
    if content.context is not None:
        blocks += _index(sheet, content.context)
    return Stack(blocks) if blocks else None


def _peers(sheet: Sheet, parts: Sequence[PeersPart], *, first: bool) -> list[Block]:
    blocks: list[Block] = []
    for place, part in enumerate(parts):
        figure = ChartBlock(
            sheet.width,
            peer_bars.height(part.rows, sheet.width),
            partial(peer_bars.draw, peers=part.rows),
            part.words,
        )
        before = 0 if first and not place else APART
        said = [sheet.text(part.about, NOTE)] if part.about else []
        blocks += [
            sheet.text(part.kicker, KICKER).spaced(before=before, keep=True),
            heading(sheet, part.statement, before=0).spaced(keep=True),
            *(text.spaced(keep=True) for text in said),
            figure.spaced(before=4 * MM, after=2.4 * MM, keep=True),
            *(labelled(sheet, note).spaced(after=1 * MM) for note in part.notes),
        ]
    return blocks


def leading(sheet: Sheet, content: LeadingChapter) -> list[Block]:
    """Who leads and decides, and by which strategy.

    Where the viewpoints come before, each of it has a larger heading.
    """
    after = content.viewpoints is not None
    blocks: list[Block] = []

    def above(words: str, before: float) -> Block:
        if after:
            return title(sheet, words)
        return heading(sheet, words, before=before if blocks else 0)

    if content.profile:
        blocks += _profile(sheet, content.profile, above(content.profile.statement, 0))
    if content.decisions:
        statement = above(content.decisions.statement, APART)
        blocks += decision_map(sheet, content.decisions, statement)
    if content.strategy:
        statement = above(content.strategy.statement, 10 * MM)
        blocks += _strategy(sheet, content.strategy, statement)
    return blocks


def _profile(sheet: Sheet, part: ProfilePart, above: Block) -> list[Block]:
    side = 70 * MM
    left = side + 10 * MM
    width = sheet.width - left
    draw = partial(drives.draw, drives=part.drives)
    figure = ChartBlock(side, drives.height(side), draw, part.words)
    texts: list[Block] = []
    for point in part.points:
        texts.append(sheet.text(point.label, CELL_STRONG).spaced(before=3.4 * MM, keep=True))
        texts.append(sheet.text(point.text, BODY))
    return [
        above.spaced(above.before, 3.5 * MM, keep=True),
        Columns([(0, side, figure), (left, width, Stack(texts))], whole=True),
    ]


def _strategy(sheet: Sheet, part: StrategyPart, above: Block) -> list[Block]:
    width = min(sheet.width, 118 * MM)
    draw = partial(area_bars.draw, bars=part.bars, colour=PALETTE.leadership)
    figure = ChartBlock(width, area_bars.height(part.bars), draw, part.words)
    return [
        above,
        sheet.text(part.note, SMALL.but(colour=PALETTE.secondary)).spaced(after=3 * MM, keep=True),
        figure.spaced(after=5 * MM, keep=bool(part.gaps)),
        *(labelled(sheet, gap, SMALL, edge=38 * MM).spaced(before=1.8 * MM) for gap in part.gaps),
    ]
