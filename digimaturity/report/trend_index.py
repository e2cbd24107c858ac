"""The index over the years before official figures, with the words that tell all of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from digimaturity.charts.trend_data import IndexPoint, IndexYears, SurveyYear
from digimaturity.domain.indices import Band, IndexMoved, IndexResult
from digimaturity.domain.official import BandShares
from digimaturity.domain.trend import Year
from digimaturity.report.band_words import band_title
from digimaturity.report.figure_notes import flag_mark, flag_words
from digimaturity.report.model.planning import Drawing
from digimaturity.report.peers import peer_group
from digimaturity.report.provenance_words import provenance_line
from digimaturity.report.wording import Wording

#: So many surveys are drawn, the newest.
_SURVEYS = 6
#: Of surveys before the first assessment those so many years back are drawn.
_BACK = 3


def index_drawing(w: Wording) -> Drawing | None:
    """The index over the years before official figures; None with fewer than two years of it."""
    found = _indexed(w)
    if len(found) < 2:  # noqa: PLR2004 - one year is no trend
        return None
    newest, surveys = found[-1][1], _surveys(w)
    t, points = w.t, tuple(_index_points(found))
    edges = (0, *newest.definition.bands, len(newest.items) + 1)
    chart = IndexYears(
        tuple(
            (band_title(w, band), t("{low} to {high}", low=edges[n], high=edges[n + 1] - 1))
            for n, band in enumerate(Band)
        ),
        points,
        tuple(_survey(w, one) for one in surveys),
        _breaks(w, surveys),
        (t("This firm: technologies in use"), _whose(w, surveys)),
    )
    return Drawing(chart, " ".join(_index_told(w, chart)))


def _indexed(w: Wording) -> list[tuple[Year, IndexResult]]:
    return [(year, year.index) for year in w.context.years if year.index is not None]


def _index_points(found: list[tuple[Year, IndexResult]]) -> Iterator[IndexPoint]:
    definition, before, bands = 0, None, list(Band)
    for year, index in found:
        definition += before is not None and not IndexMoved(before, index).same
        before = index
        low, high = (bands.index(one) for one in index.bands)
        label = str(index.low) if index.low == index.high else f"{index.low}–{index.high}"
        yield IndexPoint(year.day, label, low, high, str(definition))


def _surveys(w: Wording) -> tuple[BandShares, ...]:
    """The newest surveys of the peer group, counted as the newest assessment was."""
    benchmark = w.evaluation.benchmark
    if benchmark is None or benchmark.shares is None:
        return ()
    first = w.context.years[0].day.year - _BACK
    every = (*benchmark.earlier, benchmark.shares)
    near = [one for one in every if one.year >= first] or [benchmark.shares]
    return tuple(near[-_SURVEYS:])


def _survey(w: Wording, shares: BandShares) -> SurveyYear:
    return SurveyYear(
        shares.year,
        tuple(shares.shares[band] for band in Band),
        tuple(w.t.percent(shares.shares[b]) + flag_mark(shares.flags.get(b, "")) for b in Band),
    )


def _breaks(w: Wording, surveys: tuple[BandShares, ...]) -> tuple[int, ...]:
    benchmark = w.evaluation.benchmark
    known = benchmark.breaks if benchmark else ()
    return tuple(later.year for _, later in pairwise(surveys) if later.year in known)


def _whose(w: Wording, surveys: tuple[BandShares, ...]) -> str:
    if not surveys:
        return ""
    group = peer_group(w.t, surveys[-1].population)
    return w.t("Share of firms in each band ({group})", group=group)


def _index_told(w: Wording, chart: IndexYears) -> Iterator[str]:
    t, names = w.t, [name for name, _ in chart.bands]
    own = "; ".join(
        f"{t.date(one.day)}: {one.label} ({names[one.low]})"
        if one.low == one.high
        else f"{t.date(one.day)}: {one.label} ({names[one.low]}–{names[one.high]})"
        for one in chart.points
    )
    yield t("Technologies in use, {years}.", years=own)
    for survey in chart.surveys:
        bands = ", ".join(f"{n} {s}" for n, s in zip(names, survey.labels, strict=True))
        yield t("Survey of {year}: {bands}.", year=survey.year, bands=bands)


def index_notes(w: Wording) -> tuple[str, ...]:
    """Where the figures come from, and what must not be read as a trend, in sentences."""
    return tuple(_index_notes(w))


def _index_notes(w: Wording) -> Iterator[str]:
    t, surveys, found = w.t, _surveys(w), _indexed(w)
    newest = found[-1][1] if found else None
    if newest and not all(IndexMoved(index, newest).same for _, index in found):
        yield t(
            "Hollow dots were counted by another definition of the index: another yardstick, so no "
            "line leads from them."
        )
    if _breaks(w, surveys):
        yield t(
            "The dashed line marks a change in the technologies counted: the figures on either "
            "side do not form a trend."
        )
    benchmark = w.evaluation.benchmark
    if surveys and benchmark is not None and benchmark.provenance is not None:
        yield provenance_line(t, benchmark.provenance)
        flags = [flag for one in surveys for flag in one.flags.values()]
        if meanings := flag_words(w, flags):
            yield f"{meanings}."
