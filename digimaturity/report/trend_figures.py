"""The charts of a history with the words that tell all of each, for the screen and the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from digimaturity.charts.trend_data import (
    DeedBar,
    TrendLine,
    TrendPanel,
    TrendPanels,
    TrendPoint,
)
from digimaturity.domain.deeds import Became, Deed, Period
from digimaturity.domain.scoring import Score, Scores
from digimaturity.report.model.planning import Drawing
from digimaturity.report.trend_tables import version_of
from digimaturity.report.trend_words import History
from digimaturity.report.wording import Wording

#: So many measures are drawn, the newest.
_DEEDS = 12

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
        t("Full score, where it differs") if another else "",
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
