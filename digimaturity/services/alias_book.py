"""A roadmap under other names: things are numbered, what was written freely is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import (
    Afterwards,
    FollowUp,
    KeyPerson,
    MeasureDecision,
    Project,
    System,
)
from digimaturity.i18n import Translator


def hidden(book: PlanBook, t: Translator) -> PlanBook:
    """The same roadmap with nothing in it by which the firm or anybody can be recognised."""
    return replace(
        book,
        targets={key: replace(one, reason="") for key, one in book.targets.items()},
        decisions={key: _decision(one) for key, one in book.decisions.items()},
        own={
            key: replace(one, title=t("Own measure {n}", n=n), what="", kpi="")
            for n, (key, one) in enumerate(book.own.items(), start=1)
        },
        follow_ups={key: _follow_up(one) for key, one in book.follow_ups.items()},
        projects=_projects(book.projects, t),
        systems=_systems(book.systems, t),
        people=_people(book.people, t),
        sheet={},
    )


def _decision(one: MeasureDecision) -> MeasureDecision:
    return replace(one, reason="", owner=_somebody(one.owner), kpi="")


def _follow_up(one: FollowUp) -> FollowUp:
    after = one.afterwards
    return replace(
        one,
        unit="",
        values=tuple(replace(value, note="") for value in one.values),
        reviews=tuple(replace(review, said="…") for review in one.reviews),
        afterwards=after and Afterwards(after.day, reached=after.reached),
    )


def _projects(projects: Mapping[str, Project], t: Translator) -> Mapping[str, Project]:
    return {
        key: replace(
            one,
            name=t("Project {n}", n=n),
            owner=_somebody(one.owner),
            goal=_somebody(one.goal),
            kpi=_somebody(one.kpi),
            reason="",
        )
        for n, (key, one) in enumerate(projects.items(), start=1)
    }


def _systems(systems: Mapping[str, System], t: Translator) -> Mapping[str, System]:
    return {
        key: replace(
            one,
            name=t("System {n}", n=n),
            owner=_somebody(one.owner),
            purpose="",
            vendor="",
            interfaces=tuple(replace(to, what="") for to in one.interfaces),
            notes="",
        )
        for n, (key, one) in enumerate(systems.items(), start=1)
    }


def _people(people: Mapping[str, KeyPerson], t: Translator) -> Mapping[str, KeyPerson]:
    return {
        key: replace(one, name=t("Key person {n}", n=n))
        for n, (key, one) in enumerate(people.items(), start=1)
    }


def _somebody(text: str) -> str:
    """Whether there is an owner or a goal still counts; not which."""
    return "…" if text.strip() else ""
