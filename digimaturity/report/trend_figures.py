"""The charts of a history with the words that tell all of each, for the screen and the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from digimaturity.charts.trend_data import (
    DeedBar,
    IndexPoint,
    IndexYears,
    SurveyYear,
    TrendLine,
    TrendPanel,
    TrendPanels,
    TrendPoint,
)
from digimaturity.domain.deeds import Became, Deed, Period
from digimaturity.domain.indices import Band, IndexMoved, IndexResult
from digimaturity.domain.official import BandShares
from digimaturity.domain.scoring import Score, Scores
from digimaturity.domain.trend import Year
from digimaturity.report.band_words import band_title
from digimaturity.report.figure_notes import flag_mark, flag_words
from digimaturity.report.model.planning import Drawing
from digimaturity.report.peers import peer_group
from digimaturity.report.provenance_words import provenance_line
from digimaturity.report.trend_words import History, version_of
from digimaturity.report.wording import Wording

#: So many measures are drawn, and so many surveys: the newest.
_DEEDS, _SURVEYS = 12, 6
#: Of surveys before the first assessment those so many years back are drawn.
_BACK = 3

Pick = Callable[[Scores], Score | None]


def overall_drawing(w: Wording, history: History) -> Drawing:
    """The overall score over the years, and the measures that ran between them."""
    t = w.t
    points = _points(w, history, lambda scores: scores.overall)
    names = w.evaluation.questionnaire.level_names
    deeds = deeds_between(w)
    more = len(deeds) - _DEEDS
    line = TrendLine(
        points,
        tuple(w.level(level) for level in range(1, len(names) + 1)),
        _legend(w, points),
        deeds[-_DEEDS:],
        t("Measures in the same period: done (filled), running (outline)"),
        t.plural("one more before these", "{n} more before these", more) if more > 0 else "",
    )
    return Drawing(line, " ".join((_told(w, t("Overall score"), points), *_deeds_told(w, deeds))))


def dimensions_drawing(w: Wording, history: History) -> Drawing:
    """A small trend for each dimension of the newest questionnaire."""
    return _panels(
        w,
        [
            TrendPanel(w.text(one.name), (one.id, place), _points(w, history, _dimension(one.id)))
            for place, one in enumerate(w.evaluation.questionnaire.dimensions)
        ],
    )


def areas_drawing(w: Wording, history: History, dimension: str) -> Drawing:
    """A small trend for each area of a dimension; no panels where there is no such dimension."""
    return _panels(
        w,
        [
            TrendPanel(w.text(area.name), (one.id, place), _points(w, history, _area(area.id)))
            for place, one in enumerate(w.evaluation.questionnaire.dimensions)
            for area in one.areas
            if one.id == dimension
        ],
    )


def _dimension(key: str) -> Pick:
    return lambda scores: scores.dimensions.get(key)


def _area(key: str) -> Pick:
    return lambda scores: scores.areas.get(key)


def _panels(w: Wording, panels: list[TrendPanel]) -> Drawing:
    points = [point for one in panels for point in one.points]
    chart = TrendPanels(tuple(panels), _legend(w, points))
    return Drawing(chart, " ".join(_told(w, one.name, one.points) for one in panels))


def _legend(w: Wording, points: Sequence[TrendPoint]) -> tuple[str, str]:
    t = w.t
    another = any(one.full is not None and one.full_label != one.label for one in points)
    return (
        t("Like for like, over the same questions"),
        t("Full score, where it is another") if another else "",
    )


def _points(w: Wording, history: History, pick: Pick) -> tuple[TrendPoint, ...]:
    trend, found = history.trend, []
    before = "" if _several(history) else history.years[0].questionnaire.fingerprint
    for number, year in enumerate(trend.years):
        alike, full = pick(trend.alike[number]), pick(trend.full[number])
        value, whole = (one.shown if one else None for one in (alike, full))
        asked = year.questionnaire.fingerprint
        found.append(
            TrendPoint(
                year.day,
                history.names[number],
                value,
                "" if value is None else w.points(value),
                whole,
                "" if whole is None else w.points(whole),
                "" if asked == before else version_of(w, history, year),
            )
        )
        before = asked
    return tuple(found)


def _several(history: History) -> bool:
    """Whether the questionnaire ever became another."""
    return len({year.questionnaire.fingerprint for year in history.years}) > 1


def _told(w: Wording, name: str, points: tuple[TrendPoint, ...]) -> str:
    """Everything that is drawn of one trend."""
    t, none = w.t, w.t("not rated")
    alike = ", ".join(f"{one.name} {one.label or none}" for one in points)
    full = ", ".join(f"{one.name} {one.full_label or none}" for one in points)
    return t(
        "{name}, like for like: {alike}; full score: {full}.", name=name, alike=alike, full=full
    )


# -- measures


def deeds_between(w: Wording) -> tuple[DeedBar, ...]:
    """The measures that were done or ran between the assessments, in the order of their time.

    One that ran over several periods is told once, as it stood in the last of them.
    """
    found: dict[str, tuple[Deed, Period]] = {}
    for period in w.context.periods:
        for deed in period.deeds:
            if deed.became in (Became.DONE, Became.RUNNING):
                since = found[deed.measure][1].since if deed.measure in found else period.since
                found[deed.measure] = deed, Period(since, period.until, ())
    bars = sorted(
        (_bar(w, deed, period) for deed, period in found.values()),
        key=lambda one: (one.first, one.last, one.name),
    )
    return tuple(_numbered(bars))


def _bar(w: Wording, deed: Deed, period: Period) -> DeedBar:
    title = deed.title if isinstance(deed.title, str) else w.text(deed.title)
    done = deed.became is Became.DONE
    if deed.ran is None:
        return DeedBar("", title, period.since, period.until, done, known=False)
    first, last = deed.ran
    end = last.last_day if last is not None else period.until
    return DeedBar("", title, first.first_day, max(end, first.first_day), done)


def _numbered(bars: list[DeedBar]) -> Iterator[DeedBar]:
    for number, one in enumerate(bars, start=1):
        yield DeedBar(str(number), one.name, one.first, one.last, one.done, one.known)


def _deeds_told(w: Wording, deeds: tuple[DeedBar, ...]) -> Iterator[str]:
    t = w.t
    if deeds:
        said = "; ".join(
            f"{one.number} {one.name} ({t('done') if one.done else t('running')})" for one in deeds
        )
        yield t("Measures in the same period: {measures}.", measures=said)


# -- the index


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
