"""The slide of the comparison: with what there is, or honestly with nothing."""

from __future__ import annotations

from digimaturity.charts.data import Bar, PeerRow, Technology
from digimaturity.domain.benchmark import NoPeers
from digimaturity.domain.indices import IndexResult
from digimaturity.report.build.benchmark import benchmark_chapter
from digimaturity.report.build.peers import too_few
from digimaturity.report.build.slides_result import asked_source
from digimaturity.report.model.comparison import (
    BenchmarkChapter,
    IndexPart,
    PeersPart,
    TechnologyPart,
)
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.slides import (
    Bars,
    Cell,
    Column,
    Figures,
    Points,
    Slide,
    SlideBar,
    Stack,
    Table,
)
from digimaturity.report.standing import ahead_of, why_none
from digimaturity.report.wording import Wording

_KEY = "compared"


def compared_slide(w: Wording) -> Slide:
    """The best comparison there is: the index, technologies, other firms; else why there is none.

    A distribution by another yardstick is shown as what it is, without the firm's place.
    """
    chapter, benchmark = benchmark_chapter(w), w.evaluation.benchmark
    if chapter is None or benchmark is None:
        return _nothing(w)
    if chapter.index and benchmark.shares and benchmark.position:
        lead = ahead_of(w, benchmark.shares, benchmark.position)
        return _index(chapter, chapter.index, lead)
    part = chapter.technologies
    if part and any(row.share is not None for row in part.technologies.rows):
        return _technologies(w, chapter, part)
    if peers := next((one for one in chapter.peers if not one.card.context), None):
        return _peers(w, chapter, peers)
    if chapter.context:
        return _context(w, chapter, chapter.context)
    if part and w.evaluation.index:
        return _own(w, chapter, part, w.evaluation.index)
    return _nothing(w)


def _notes(chapter: BenchmarkChapter) -> tuple[str, ...]:
    """What the chapter of the report says, with all sources."""
    found = [chapter.intro]
    for part in (chapter.index, chapter.technologies, *chapter.peers, chapter.context):
        if part is not None:
            found += [part.statement + ".", part.words]
            sources = part.notes if isinstance(part, PeersPart) else part.sources
            found += [f"{source.label}: {source.text}" for source in sources]
    found.append(f"{chapter.not_compared.label}: {chapter.not_compared.text}")
    return tuple(dict.fromkeys(text for text in found if text.strip(". ")))


def _sources(labelled: tuple[Labelled, ...]) -> str:
    first = labelled[:1]
    return "".join(f"{one.label}: {one.text}" for one in first)


def _index(chapter: BenchmarkChapter, part: IndexPart, lead: str) -> Slide:
    technologies = chapter.technologies.statement if chapter.technologies else ""
    stack = Stack(part.statement, part.distribution, part.words, technologies)
    return Slide(
        _KEY,
        chapter.chapter.headline,
        lead,
        _sources(part.sources),
        (Figures(chapter.figures), stack),
        _notes(chapter),
        split=0.26,
    )


def _technologies(w: Wording, chapter: BenchmarkChapter, part: TechnologyPart) -> Slide:
    t = w.t
    bars = tuple(
        SlideBar(Bar(_with_answer(w, row), row.share, row.label), None, pale=row.has is not True)
        for row in part.technologies.rows
        if row.share is not None
    )
    heading = t("Share of peers that have it, in per cent; strong colour: the firm has it, too")
    return Slide(
        _KEY,
        part.statement,
        chapter.intro,
        _sources(part.sources),
        (Bars(heading, bars, part.words),),
        _notes(chapter),
    )


def _with_answer(w: Wording, row: Technology) -> str:
    return w.t("{technology} (firm: {answer})", technology=row.name, answer=row.answer)


def _peers(w: Wording, chapter: BenchmarkChapter, part: PeersPart) -> Slide:
    t = w.t
    columns = (
        Column(t("Dimension"), 0.34),
        Column(t("Points"), 0.13, number=True),
        Column(t("Lower quartile"), 0.14, number=True),
        Column(t("Median"), 0.13, number=True),
        Column(t("Upper quartile"), 0.14, number=True),
        Column(part.rows.heads[2], 0.12, number=True),
    )
    rows = tuple(_peer_row(w, row) for row in part.rows.rows if row.strong)
    return Slide(
        _KEY,
        part.statement,
        part.about or part.notes[-1].text,
        _sources(part.notes),
        (Table(columns, rows, part.statement),),
        _notes(chapter),
    )


def _peer_row(w: Wording, row: PeerRow) -> tuple[Cell, ...]:
    quartiles = (row.lower, row.median, row.upper)
    return (
        Cell(row.name, row.note, strong=True),
        Cell(row.label, strong=True),
        *(Cell("–" if value is None else w.points(value)) for value in quartiles),
        Cell(row.place or "–"),
    )


def _context(w: Wording, chapter: BenchmarkChapter, part: IndexPart) -> Slide:
    t = w.t
    return Slide(
        _KEY,
        t("There are other firms’ figures, but by another yardstick"),
        part.note,
        _sources(part.sources),
        (Stack(part.statement, part.distribution, part.words),),
        _notes(chapter),
    )


def _own(w: Wording, chapter: BenchmarkChapter, part: TechnologyPart, index: IndexResult) -> Slide:
    """Nothing to compare with, but the firm's own technologies."""
    t = w.t
    names = {item.code: w.text(item.name) for item in index.definition.items}
    said = {True: t("In use"), False: t("Not in use"), None: t("Not known")}
    groups = [
        (words, [names[c] for c, has in index.items.items() if has is state])
        for state, words in said.items()
    ]
    points = tuple(Labelled(words, "; ".join(group)) for words, group in groups if group)
    return Slide(
        _KEY,
        t("{technologies}, and nothing yet to compare with", technologies=chapter.chapter.headline),
        why_none(w, w.evaluation.benchmark.missing if w.evaluation.benchmark else None),
        asked_source(w),
        (Points(part.kicker, points),),
        _notes(chapter),
    )


def _nothing(w: Wording) -> Slide:
    t, benchmark = w.t, w.evaluation.benchmark
    if benchmark is None or benchmark.missing is NoPeers.NOT_ASKED:
        why = t("This questionnaire asks nothing of which there are official figures.")
    else:
        why = why_none(w, benchmark.missing)
    points = [
        Labelled(t("Official figures"), why),
        Labelled(
            t("Other firms"),
            too_few(w.evaluation, t)
            or t("There are no assessments of other firms in the same group yet."),
        ),
        Labelled(
            t("Not compared"),
            t("Culture and leadership have no official benchmark, and none is invented here."),
        ),
    ]
    return Slide(
        _KEY,
        t("Nothing to compare with yet"),
        t("Only what was measured alike is compared; what there is not, is not invented"),
        asked_source(w),
        (Points("", tuple(points)),),
        tuple(f"{point.label}: {point.text}" for point in points),
    )
