"""What is missing in an IT strategy, in words: what, who could say it, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.domain.roadmap.strategy_sheet import Lack, Missing
from digimaturity.report.model.strategy_sheet import SheetGap
from digimaturity.report.roadmap_words import resource_name, title_of
from digimaturity.report.wording import Wording

#: So many items are named, the rest is counted.
_NAMED = 4


def gap_of(w: Wording, roadmap: Roadmap, lack: Lack) -> SheetGap:
    """One thing that nobody said yet."""
    text = _what(w)[lack.what]
    names = tuple(_names(w, roadmap, lack))
    if names:
        text = w.t("{what}: {names}", what=text, names=some(w, names))
    who, tab = _where(w)[lack.what]
    return SheetGap(text, who, tab)


def some(w: Wording, names: Sequence[str], most: int = _NAMED) -> str:
    """The first names, and how many more there are; one that would be left is named, too."""
    if len(names) <= most + 1:
        return w.listed(names)
    return w.listed([*names[:most], w.t.plural("{n} more", "{n} more", len(names) - most)])


def _names(w: Wording, roadmap: Roadmap, lack: Lack) -> Iterator[str]:
    book = roadmap.book
    for key in lack.of:
        if lack.what is Missing.CAPACITY:
            yield resource_name(roadmap, key, w.t)
        elif key in book.systems:
            yield book.systems[key].name
        else:
            yield title_of(roadmap, key, w.t)


def _what(w: Wording) -> Mapping[Missing, str]:
    t = w.t
    return {
        Missing.MISSION: t("Mission and values of IT, in your own words"),
        Missing.GOALS: t("Goals: no area has a target"),
        Missing.RUNNING_COST: t("What applications cost a year"),
        Missing.BUDGETS: t("Budgets of running projects"),
        Missing.DATES: t("Begin or end of projects with a budget"),
        Missing.PRICES: t("What planned measures cost"),
        Missing.FRAME: t("How much may be spent on measures"),
        Missing.PROJECTS: t("Projects: none runs, and no measure is accepted"),
        Missing.PROJECT_GOALS: t("Goals of running projects"),
        Missing.PROJECT_KPIS: t("KPIs of running projects"),
        Missing.PROJECT_OWNERS: t("Owners of running projects"),
        Missing.PROJECT_ENDS: t("When running projects end"),
        Missing.OWNERS: t("Owners of planned measures"),
        Missing.CAPACITY: t("How many days there are for change"),
        Missing.PEOPLE: t("The people whom everything needs"),
        Missing.TOOLS: t("Which applications there are"),
        Missing.INSIDE: t("Strengths and weaknesses: no area is rated yet"),
        Missing.OUTSIDE: t("What comes from outside, in your own words"),
        Missing.BENEFIT: t("What it brings: there is no plan yet"),
        Missing.RISKS: t("The greatest risks, in your own words"),
    }


def _where(w: Wording) -> Mapping[Missing, tuple[str, str]]:
    """Who could say it, and where it is put down."""
    t = w.t
    management, it = t("the management"), t("the head of IT")
    owners, accounting = t("the owners of the projects"), t("IT with accounting")
    return {
        Missing.MISSION: (management, "strategy"),
        Missing.GOALS: (management, "targets"),
        Missing.RUNNING_COST: (accounting, "systems"),
        Missing.BUDGETS: (owners, "projects"),
        Missing.DATES: (owners, "projects"),
        Missing.PRICES: (it, "measures"),
        Missing.FRAME: (management, "capacity"),
        Missing.PROJECTS: (management, "measures"),
        Missing.PROJECT_GOALS: (owners, "projects"),
        Missing.PROJECT_KPIS: (owners, "projects"),
        Missing.PROJECT_OWNERS: (management, "projects"),
        Missing.PROJECT_ENDS: (owners, "projects"),
        Missing.OWNERS: (management, "measures"),
        Missing.CAPACITY: (t("management, IT and departments"), "capacity"),
        Missing.PEOPLE: (management, "capacity"),
        Missing.TOOLS: (it, "systems"),
        Missing.INSIDE: (t("those who are asked"), "questionnaire"),
        Missing.OUTSIDE: (management, "strategy"),
        Missing.BENEFIT: (management, "plan"),
        Missing.RISKS: (t("management and IT"), "strategy"),
    }
