"""How much of their time a plan takes from the people who must do it, as a chart and in words."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.charts.plan_data import LoadBars, LoadCell, LoadRow
from digimaturity.domain.catalogue import Role
from digimaturity.domain.roadmap.load import SLACK, planned_load, running_load
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.plan_words import short_quarter
from digimaturity.report.roadmap_words import days_words, quarter_words, resource_name
from digimaturity.report.wording import Wording


def load_of(w: Wording, roadmap: Roadmap) -> LoadBars:
    """Every role, each followed by its key people, in every quarter of the plan."""
    t, posed = w.t, roadmap.posed
    quarters = posed.first.following(posed.problem.quarters)
    return LoadBars(
        tuple(short_quarter(w, one) for one in quarters),
        tuple(_row(w, roadmap, key) for key in resources(roadmap)),
        t("what runs already"),
        t("measures of the plan"),
        t("above the limit"),
        t("limit"),
    )


def resources(roadmap: Roadmap) -> Iterator[str]:
    """The ids of the roles, each followed by those of its key people."""
    for role in Role:
        yield role.value
        yield from (key for key, one in roadmap.book.people.items() if one.role is role)


def _row(w: Wording, roadmap: Roadmap, key: str) -> LoadRow:
    t, problem = w.t, roadmap.posed.problem
    limits = problem.capacity.get(key)
    starts = roadmap.plan.starts if roadmap.plan else {}
    days = [
        (running_load(problem, key, quarter), planned_load(problem, starts, key, quarter))
        for quarter in range(problem.quarters)
    ]
    name = resource_name(roadmap, key, t)
    if limits is None:
        about = t("not limited: nobody said how many days there are")
        cells = tuple(LoadCell(0, 0, days_words(t, sum(one))) for one in days)
        note = t("Person-days in each quarter:")
    else:
        about = _limit_words(w, limits)
        cells = tuple(_cell(w, *one, limit) for one, limit in zip(days, limits, strict=True))
        note = _note(w, roadmap, days, limits)
    said = "; ".join(_said(w, roadmap, days, cells)) or t("needed for nothing")
    words = t("{name}, {limit}: {loads}", name=name, limit=about, loads=said)
    return LoadRow(key, name, about, note, cells, words, limited=limits is not None)


def _limit_words(w: Wording, limits: tuple[float, ...]) -> str:
    t, least, most = w.t, min(limits), max(limits)
    if least == most:
        return t.plural(
            "limit {days} day a quarter",
            "limit {days} days a quarter",
            1 if round(most, 1) == 1 else 2,  # parts of a day are many, too
            days=days_words(t, most),
        )
    return t(
        "limit {least} to {most} days a quarter",
        least=days_words(t, least),
        most=days_words(t, most),
    )


def _cell(w: Wording, running: float, planned: float, limit: float) -> LoadCell:
    """Where there is no time at all, the figure is that of the days, of none."""
    over, whole = running + planned > limit + SLACK, running + planned
    if limit <= 0:
        label = w.t("{days} of 0", days=days_words(w.t, whole)) if whole else "–"
        return LoadCell(float(running > 0), float(planned > 0), label, over)
    return LoadCell(running / limit, planned / limit, w.t.percent(whole / limit * 100), over)


def _note(
    w: Wording, roadmap: Roadmap, days: list[tuple[float, float]], limits: tuple[float, ...]
) -> str:
    """Where it is too much; else where it is most."""
    t, sums = w.t, [sum(one) for one in days]
    shares = [load / limit if limit > 0 else load for load, limit in zip(sums, limits, strict=True)]
    place = max(range(len(sums)), key=lambda one: (shares[one], -one))
    if not sums[place]:
        return t("needed for nothing")
    quarter = short_quarter(w, roadmap.posed.first.plus(place))
    values = {"load": days_words(t, sums[place]), "limit": days_words(t, limits[place])}
    if sums[place] > limits[place] + SLACK:
        return t("{load} days booked in {quarter}, {limit} available", quarter=quarter, **values)
    return t("most in {quarter}: {load} of {limit} days", quarter=quarter, **values)


def _said(
    w: Wording, roadmap: Roadmap, days: list[tuple[float, float]], cells: tuple[LoadCell, ...]
) -> Iterator[str]:
    """The load of each quarter that has any, for a screen reader."""
    t, first = w.t, roadmap.posed.first
    for place, (one, cell) in enumerate(zip(days, cells, strict=True)):
        if whole := sum(one):
            share = "" if cell.label == days_words(t, whole) else f"{cell.label}, "
            load = share + w.person_days(round(whole, 1))
            yield t("{quarter} {load}", quarter=quarter_words(t, first.plus(place)), load=load)
