"""The benchmark: where the firm stands among published figures, or why it cannot be compared."""

from __future__ import annotations

from math import ceil, floor

from digimaturity.domain.benchmark import Benchmark, NoPeers
from digimaturity.domain.indices import Band, IndexResult
from digimaturity.report.build.index import context_part, index_part
from digimaturity.report.build.peers import peer_parts, too_few
from digimaturity.report.build.technologies import technology_part
from digimaturity.report.model.comparison import BenchmarkChapter, PeersPart
from digimaturity.report.model.parts import Chapter, KeyFigure, Labelled
from digimaturity.report.standing import ahead_of, in_use, why_none, why_this_group
from digimaturity.report.wording import Wording

#: Surely ahead of so many per cent of its peers, a firm is called better equipped than most; ahead
#: of so many at most, less than many.
_HALF = 50.0


def has_chapter(w: Wording) -> bool:
    """Whether there is the chapter: a fact is answered, or there is a group of clients."""
    benchmark = w.evaluation.benchmark
    samples = benchmark.samples if benchmark else ()
    told = any(sample.missing is None for sample in samples)
    return benchmark is not None and (w.evaluation.index is not None or told)


def benchmark_chapter(w: Wording) -> BenchmarkChapter | None:
    """The chapter, where there is one."""
    t, index, benchmark = w.t, w.evaluation.index, w.evaluation.benchmark
    if benchmark is None or not has_chapter(w):
        return None
    peers = peer_parts(w)
    if index is None:
        return _only_peers(w, benchmark, peers)
    chapter = Chapter("benchmark", t("Benchmark"), _headline(w, index, benchmark))
    not_compared = Labelled(
        t("Not compared"),
        t(
            "Culture and leadership have no official benchmark, and none is invented here. The "
            "index is no part of the readiness score."
        ),
    )
    return BenchmarkChapter(
        chapter,
        _figures(w, index, benchmark),
        _intro(w, index, benchmark),
        index_part(w, index, benchmark),
        technology_part(w, index, benchmark),
        not_compared,
        peers,
        context_part(w, index, benchmark),
    )


def _only_peers(w: Wording, benchmark: Benchmark, peers: tuple[PeersPart, ...]) -> BenchmarkChapter:
    """Nothing official to compare with, but other firms that were assessed."""
    t, reason = w.t, benchmark.missing
    return BenchmarkChapter(
        Chapter("benchmark", t("Benchmark"), t("Among other firms that were assessed")),
        (),
        "" if reason is NoPeers.NOT_ASKED else why_none(w, reason),
        None,
        None,
        Labelled(
            t("Not compared"),
            t("Culture and leadership have no official benchmark, and none is invented here."),
        ),
        peers,
    )


def _headline(w: Wording, index: IndexResult, benchmark: Benchmark) -> str:
    """What the bounds of the position allow to say, and no more."""
    t, position = w.t, benchmark.position
    if position is not None and position.at_least >= _HALF:
        return t("Better equipped than most of its peers")
    if position is not None and position.at_most <= _HALF:
        return t("Less equipped than many of its peers")
    lowest, highest = index.bands
    if position is not None and lowest is highest:
        return t("Equipped much like its peers")
    return t(
        "{count} of {all} digital technologies in use",
        count=in_use(w, index),
        all=len(index.items),
    )


def _figures(w: Wording, index: IndexResult, benchmark: Benchmark) -> tuple[KeyFigure, ...]:
    t = w.t
    lowest, highest = index.bands
    bands = _band_name(w, lowest)
    if lowest is not highest:
        bands = t("{low} to {high}", low=bands, high=_band_name(w, highest))
    count = str(index.low) if index.low == index.high else f"{index.low}–{index.high}"
    figures = [
        KeyFigure(
            t("Digital Intensity Index"),
            count,
            t("of {all}, {band}", all=len(index.items), band=bands),
        )
    ]
    if benchmark.position is not None and not benchmark.position.anywhere:
        figures.append(
            KeyFigure(
                t("Ahead of at least"),
                w.t.number(floor(benchmark.position.at_least)),
                t("at most {high} of peers", high=t.percent(ceil(benchmark.position.at_most))),
                "%",
            )
        )
    return tuple(figures)


def _band_name(w: Wording, band: Band) -> str:
    """A band of the index, within a sentence."""
    t = w.t
    return {
        Band.VERY_LOW: t("very low"),
        Band.LOW: t("low"),
        Band.HIGH: t("high"),
        Band.VERY_HIGH: t("very high"),
    }[band]


def _intro(w: Wording, index: IndexResult, benchmark: Benchmark) -> str:
    t = w.t
    sentences = []
    if benchmark.shares is None or benchmark.position is None:
        sentences.append(why_none(w, benchmark.missing))
    else:
        sentences.append(ahead_of(w, benchmark.shares, benchmark.position))
        sentences.append(why_this_group(w))
        if benchmark.old:
            sentences.append(t("The figures are more than five years old."))
    if index.low != index.high:
        unknown = index.high - index.low
        sentences.append(
            t.plural(
                "One technology is not known, so the index is a range.",
                "{n} technologies are not known, so the index is a range.",
                unknown,
            )
        )
    sentences += [_basic(w, index), too_few(w.evaluation, t)]
    return " ".join(sentence for sentence in sentences if sentence)


def _basic(w: Wording, index: IndexResult) -> str:
    t, least = w.t, index.definition.basic_from
    if index.basic is None:
        return t("Whether it has the basic level of {n} technologies is not known.", n=least)
    if index.basic:
        return t("It has reached the basic level, which begins at {n} technologies.", n=least)
    return t("It has not reached the basic level, which begins at {n} technologies.", n=least)
