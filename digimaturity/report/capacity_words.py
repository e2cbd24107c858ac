"""What of the capacity is known, what does not add up, and what is therefore not limited."""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum, inf

from digimaturity.domain.catalogue import Role
from digimaturity.domain.roadmap.items import RoleCapacity
from digimaturity.domain.roadmap.load import SLACK, running_load
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.i18n import Translator
from digimaturity.report.landscape_words import names_of
from digimaturity.report.roadmap_words import days_words, quarter_words, role_names


def unlimited_words(roadmap: Roadmap, t: Translator) -> str:
    """What the plan does not limit, since nobody said how much there is; empty where all is."""
    book, names = roadmap.book, role_names(t)
    missing = [names[role] for role in Role if role.value not in book.roles]
    if book.limits.budget is None:
        missing.append(t("the budget"))
    if roadmap.posed.problem.parallel is None:
        missing.append(t("how many things run at once"))
    if not missing:
        return ""
    return t(
        "The plan does not limit, because nobody has said how much there is: {what}.",
        what=names_of(missing, str, t),
    )


def conflicts(roadmap: Roadmap, t: Translator) -> Iterator[tuple[Role, str]]:
    """Roles whose key people have more days than the role, in a sentence each."""
    book, names = roadmap.book, role_names(t)
    for role in Role:
        people = [one for one in book.people.values() if one.role is role]
        own = book.roles.get(role.value)
        together = fsum(one.capacity.days for one in people)
        if own is not None and together > own.days + SLACK:
            yield (
                role,
                t.plural(
                    "{names} has {days} days, more than all of “{role}” with {all}:"
                    " the days of key people are among those of their role.",
                    "{names} have {days} days, more than all of “{role}” with {all}:"
                    " the days of key people are among those of their role.",
                    len(people),
                    names=names_of([one.name for one in people], str, t),
                    days=days_words(t, together),
                    role=names[role],
                    all=days_words(t, own.days),
                ),
            )


def booked(roadmap: Roadmap, resource: str, t: Translator) -> tuple[str, bool]:
    """How much what already runs takes at most in a quarter, and whether that is too much.

    Empty where it takes nothing.
    """
    problem = roadmap.posed.problem
    loads = [running_load(problem, resource, quarter) for quarter in range(problem.quarters)]
    limits = problem.capacity.get(resource, (inf,) * problem.quarters)
    excess = [load - limit for load, limit in zip(loads, limits, strict=True)]
    if max(loads, default=0.0) <= SLACK:
        return "", False
    over = max(excess) > SLACK
    place = excess.index(max(excess)) if over else loads.index(max(loads))
    facts = {
        "days": days_words(t, loads[place]),
        "quarter": quarter_words(t, roadmap.posed.first.plus(place)),
    }
    if over:
        left = days_words(t, limits[place])
        return t(
            "What already runs takes {days} days in {quarter}; only {left} are left.",
            left=left,
            **facts,
        ), True
    return t("What already runs takes up to {days} of them ({quarter}).", **facts), False


def differing_words(capacity: RoleCapacity, t: Translator) -> str:
    """``Otherwise: 34 in Q4 2026``; empty where all quarters are alike."""
    found = [
        t("{days} in {quarter}", days=days_words(t, days), quarter=quarter_words(t, quarter))
        for quarter, days in sorted(
            (Quarter.parsed(key), days) for key, days in capacity.differs.items()
        )
    ]
    return t("Otherwise: {quarters}.", quarters=names_of(found, str, t)) if found else ""
