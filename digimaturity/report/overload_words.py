"""Who has too much to do by running projects alone, and what a pause frees (REB-9), in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import fsum

from digimaturity.domain.roadmap.load import SLACK, overloads, running_load, without
from digimaturity.domain.roadmap.problem import Overload, Running
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.i18n import Translator
from digimaturity.report.landscape_words import names_of
from digimaturity.report.roadmap_words import days_words, resource_name, span_words, title_of


@dataclass(frozen=True, slots=True)
class Overloaded:
    """Somebody with too much to do: a head, and a line for each stretch of equal quarters."""

    resource: str
    head: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relief:
    """What pausing a project (its id) would free, and what is left of the overloads then."""

    project: str
    name: str
    words: str


def overloaded(roadmap: Roadmap, t: Translator) -> tuple[Overloaded, ...]:
    """Everybody who has too much, worst first; nobody where all can carry what runs."""
    by_resource: dict[str, list[Overload]] = {}
    for one in overloads(roadmap.posed.problem):
        by_resource.setdefault(one.resource, []).append(one)
    worst_first = sorted(
        by_resource.items(), key=lambda pair: (-max(one.share for one in pair[1]), pair[0])
    )
    return tuple(
        Overloaded(
            key,
            t("{who} is over the limit", who=resource_name(roadmap, key, t)),
            tuple(_lines(roadmap, found, t)),
        )
        for key, found in worst_first
    )


def reliefs(roadmap: Roadmap, t: Translator) -> tuple[Relief, ...]:
    """What pausing each single project would free that takes part.

    First come those that are said to be no priority, and of these what helps most.
    """
    problem = roadmap.posed.problem
    before = overloads(problem)
    taking = {key for one in before for key in one.by if key in roadmap.book.projects}
    after = {key: overloads(without(problem, key)) for key in taking}

    def order(key: str) -> tuple[bool, float, str]:
        wanted = roadmap.book.projects[key].priorities is not False
        return wanted, fsum(one.load - one.capacity for one in after[key]), key

    return tuple(
        Relief(key, roadmap.book.projects[key].name, _relief(roadmap, key, before, after[key], t))
        for key in sorted(taking, key=order)
    )


def fitting_words(roadmap: Roadmap, measures: Sequence[str], t: Translator) -> str:
    """Which measures then fit, too; empty where none does."""
    if not measures:
        return ""
    return t.plural(
        "Then one more measure fits: {names}.",
        "Then {n} more measures fit: {names}.",
        len(measures),
        names=names_of(measures, lambda key: t("“{name}”", name=title_of(roadmap, key, t)), t),
    )


def _lines(roadmap: Roadmap, found: Sequence[Overload], t: Translator) -> Iterator[str]:
    for stretch in _stretches(found):
        first = stretch[0]
        posed = roadmap.posed.first
        quarters = span_words(t, posed.plus(first.quarter), posed.plus(stretch[-1].quarter))
        facts = {"quarters": quarters, "load": days_words(t, first.load)}
        if first.capacity > SLACK:
            share = t.percent(100 * first.share)
            words = t(
                "{quarters}: {load} days booked, {capacity} available: {share}.",
                capacity=days_words(t, first.capacity),
                share=share,
                **facts,
            )
        else:
            words = t("{quarters}: {load} days booked, none available.", **facts)
        yield f"{words} {_takers(roadmap, first, t)}."


def _stretches(found: Sequence[Overload]) -> Iterator[Sequence[Overload]]:
    """Quarters that follow each other and are the same."""
    pairs = groupby(
        enumerate(sorted(found, key=lambda one: one.quarter)),
        key=lambda pair: (pair[1].quarter - pair[0], replace(pair[1], quarter=0)),
    )
    return ([one for _, one in group] for _, group in pairs)


def _takers(roadmap: Roadmap, one: Overload, t: Translator) -> str:
    running = {this.id: this for this in roadmap.posed.problem.running}
    return ", ".join(
        t(
            "{who} {days}",
            who=title_of(roadmap, key, t),
            days=days_words(t, running[key].takes(one.resource, one.quarter)),
        )
        for key in one.by
    )


def _relief(
    roadmap: Roadmap,
    key: str,
    before: Sequence[Overload],
    after: Sequence[Overload],
    t: Translator,
) -> str:
    running = next(one for one in roadmap.posed.problem.running if one.id == key)
    freed = "; ".join(_freed(roadmap, running, t))
    if not after:
        then = t("Then nobody is over the limit.")
    else:
        then = t.plural(
            "Then one overload of {all} is left: {who}.",
            "Then {n} overloads of {all} are left: {who}.",
            len(after),
            all=len(before),
            who=_who(roadmap, after, t),
        )
    return t("It frees {days}. {then}", days=freed, then=then)


def _freed(roadmap: Roadmap, running: Running, t: Translator) -> Iterator[str]:
    """Of those who are over the limit: days a quarter, and up to when."""
    problem = roadmap.posed.problem
    for key in problem.capacity:
        taken = [quarter for quarter in range(problem.quarters) if running.takes(key, quarter) > 0]
        over = any(
            running_load(problem, key, quarter) > problem.capacity[key][quarter] + SLACK
            for quarter in taken
        )
        if over:
            first, last = (roadmap.posed.first.plus(one) for one in (taken[0], taken[-1]))
            days, who = running.takes(key, taken[0]), resource_name(roadmap, key, t)
            facts = {
                "days": days_words(t, days),
                "who": who,
                "quarters": span_words(t, first, last),
            }
            count = 1 if round(days, 1) == 1 else 2  # parts of a day are many, too
            if first == last:
                yield t.plural(
                    "{days} day for {who}, {quarters}",
                    "{days} days for {who}, {quarters}",
                    count,
                    **facts,
                )
            else:
                yield t.plural(
                    "{days} day a quarter for {who}, {quarters}",
                    "{days} days a quarter for {who}, {quarters}",
                    count,
                    **facts,
                )


def _who(roadmap: Roadmap, found: Sequence[Overload], t: Translator) -> str:
    keys = tuple(dict.fromkeys(one.resource for one in found))
    return names_of(keys, lambda key: resource_name(roadmap, key, t), t)
