"""Where the firm stands among its peers, in sentences that summary and chapter share."""

from __future__ import annotations

from math import ceil, floor

from digimaturity.domain.benchmark import Benchmark, NoPeers, Position
from digimaturity.domain.indices import IndexResult
from digimaturity.domain.official import BandShares
from digimaturity.domain.population import Basis
from digimaturity.i18n import Translator
from digimaturity.report.model.parts import Labelled
from digimaturity.report.peers import peer_group
from digimaturity.report.wording import Wording

_ALL = 100.0


def compared(w: Wording) -> Labelled | None:
    """The benchmark in one sentence, for the summary; None for a questionnaire without one."""
    benchmark, t = w.evaluation.benchmark, w.t
    if benchmark is None:
        return None
    sentences = (*_official(w, benchmark), among_clients(w, benchmark))
    said = " ".join(sentence for sentence in sentences if sentence)
    return Labelled(t("Compared"), said) if said else None


def among_clients(w: Wording, benchmark: Benchmark) -> str:
    """The place of the overall score in the first sample that has one; else nothing."""
    t = w.t
    for sample in benchmark.samples:
        overall, group = sample.overall, peer_group(t, sample.provenance.population)
        if overall.percentile is not None:
            return t(
                "Among {n} other firms that were assessed ({group}) its overall score is at "
                "percentile {place}.",
                n=overall.n,
                group=group,
                place=t.number(overall.percentile),
            )
        if overall.between is not None:
            return t(
                "Among the {n} firms in the peer pack of {publisher} ({group}) its overall score "
                "is between percentile {low} and {high}.",
                n=overall.n,
                publisher=sample.provenance.publisher,
                group=group,
                low=t.number(overall.between.at_least),
                high=t.number(overall.between.at_most),
            )
    return ""


def _official(w: Wording, benchmark: Benchmark) -> tuple[str, ...]:
    t, index = w.t, w.evaluation.index
    if benchmark.missing is NoPeers.NOT_ASKED:
        return ()
    if benchmark.missing or benchmark.shares is None or benchmark.position is None or index is None:
        return (why_none(w, benchmark.missing),)
    uses = t(
        "In use: {count} of {all} digital technologies.",
        count=in_use(w, index),
        all=len(index.items),
    )
    source = benchmark.sources.get(benchmark.shares.source)
    publisher = source.publisher if source else ""
    where = t("Source: {source}, survey of {year}.", source=publisher, year=benchmark.shares.year)
    ahead = ahead_of(w, benchmark.shares, benchmark.position)
    stands_in = "" if w.evaluation.company.country else why_this_group(w)
    return (uses, ahead, stands_in, where)


def why_this_group(w: Wording) -> str:
    """Why the peers are not of the firm's own country, sector and size; nothing where they are."""
    t, benchmark = w.t, w.evaluation.benchmark
    if benchmark is None or benchmark.shares is None:
        return ""
    choice = benchmark.choice
    if not w.evaluation.company.country and (choice is None or choice.country):
        return t("The firm’s country is not stated, so the EU stands in for it.")
    if benchmark.basis is Basis.CHOSEN:
        return t("This is the group that was chosen.")
    if not benchmark.fallback:
        return ""
    if choice is not None:
        return t(
            "There are no published figures for the group that was chosen; "
            "this is the next wider one that has them."
        )
    return t(
        "There are no published figures for exactly this country, sector and size; "
        "this is the most specific group that has them."
    )


def share_words(t: Translator, share: float) -> str:
    """A published share in per cent, with as many decimals as "at least" and "at most" need.

    In sentences a share is rounded down after "at least" and up after "at most", so that they are
    true; here it has the decimal that shows why: 11.88 is "11.9%" beside "at least 11%". Where
    one decimal would round across a whole number, there are two.
    """
    rounded = floor(share * 10 + 0.5) / 10
    same = (floor(rounded), ceil(rounded)) == (floor(share), ceil(share))
    return t.percent(share, 1 if same else 2)


def in_use(w: Wording, index: IndexResult) -> str:
    """How many technologies are in use: a number, or a range as long as some are not known."""
    if index.low == index.high:
        return str(index.low)
    return w.t("{low} to {high}", low=index.low, high=index.high)


def ahead_of(w: Wording, shares: BandShares, position: Position) -> str:
    """What share of its peers the firm is ahead of, and who they are."""
    t = w.t
    group = peer_group(t, shares.population)
    low = t.percent(floor(position.at_least))
    high = t.percent(min(100, ceil(position.at_most)))
    if position.anywhere:
        return t(
            "Too little is known of the firm to place it among its peers ({group}).", group=group
        )
    if position.at_least <= 0:
        return t(
            "The firm is ahead of at most {high} of its peers ({group}).", high=high, group=group
        )
    if position.at_most >= _ALL:
        return t(
            "The firm is ahead of at least {low} of its peers ({group}).", low=low, group=group
        )
    return t(
        "The firm is ahead of at least {low} and at most {high} of its peers ({group}).",
        low=low,
        high=high,
        group=group,
    )


def why_none(w: Wording, reason: NoPeers | None) -> str:
    """Why there is no comparison, and how to get one."""
    t = w.t
    return {
        NoPeers.NO_INDEX: t(
            "There is no comparison with official figures yet: answer the questions on technology "
            "facts, and this page shows where the firm stands."
        ),
        NoPeers.TOO_SMALL: t(
            "There is no comparison: the official survey asks firms with 10 employees or more."
        ),
        NoPeers.SECTOR_NOT_SURVEYED: t(
            "There is no comparison: the official survey does not cover the firm’s sector."
        ),
    }.get(
        reason or NoPeers.NO_FIGURES,
        t("There is no comparison: no published figures fit the firm."),
    )
