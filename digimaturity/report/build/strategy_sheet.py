"""Words the IT strategy sheet: from what was put down to six sections with their gaps."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.domain.roadmap.strategy_sheet import (
    Element,
    SheetElement,
    StrategySheet,
    strategy_sheet,
)
from digimaturity.report.build.paper import paper
from digimaturity.report.build.strategy import element_name
from digimaturity.report.build.strategy_blocks import blocks_of
from digimaturity.report.build.strategy_gaps import gap_of
from digimaturity.report.model.strategy_sheet import SheetModel, SheetSection, SheetWords
from digimaturity.report.wording import Wording


def build_sheet(w: Wording, roadmap: Roadmap) -> SheetModel:
    """The document as data. Pure: the same input gives an equal model."""
    t, sheet = w.t, strategy_sheet(w.evaluation, roadmap)
    words = SheetWords(
        w.company,
        t("IT strategy {year}", year=w.context.day.year),
        t(
            "Six elements make an IT strategy. Here stands what is there of each: in the firm’s "
            "own words, and from assessment, targets, projects, applications and plan."
        ),
        completeness(w, sheet),
        t("Not there yet"),
        t("who could say it: {who}"),
        t("Source: {source}"),
    )
    return SheetModel(paper(w, t("IT strategy")), words, sheet_sections(w, roadmap, sheet))


def completeness(w: Wording, sheet: StrategySheet) -> str:
    """How many of the six lack nothing."""
    return w.t("{n} of {all} elements are complete.", n=sheet.complete, all=len(sheet.elements))


def sheet_sections(w: Wording, roadmap: Roadmap, sheet: StrategySheet) -> tuple[SheetSection, ...]:
    """The six elements in their usual order."""
    return tuple(_section(w, roadmap, sheet, one) for one in sheet.elements)


def _section(w: Wording, roadmap: Roadmap, sheet: StrategySheet, one: SheetElement) -> SheetSection:
    t, about, hint = w.t, _about(w)[one.element], _hints(w)[one.element]
    lacking = t.plural("one thing is missing", "{n} things are missing", len(one.lacks))
    return SheetSection(
        one.element.value,
        element_name(w, one.element.value),
        about,
        one.note,
        hint,
        t("complete") if one.complete else lacking,
        tuple(blocks_of(w, roadmap, sheet, one.element)),
        tuple(gap_of(w, roadmap, lack) for lack in one.lacks),
    )


def _about(w: Wording) -> Mapping[Element, str]:
    t = w.t
    return {
        Element.OVERVIEW: t("What IT is there for in this firm, and what it is to reach."),
        Element.BUDGET: t("What it costs: this year and the years after."),
        Element.PROJECTS: t("What runs and what comes, with goal, dates and how success is seen."),
        Element.RESOURCES: t("Who does it, with how much time, and with which tools."),
        Element.ENVIRONMENT: t("What comes from inside and outside that nobody can choose."),
        Element.RISK_BENEFIT: t("What it brings, and what may go wrong."),
    }


def _hints(w: Wording) -> Mapping[Element, str]:
    """What could stand in the firm's own words."""
    t = w.t
    return {
        Element.OVERVIEW: t("Mission and values of IT, and which goals of the business it serves."),
        Element.BUDGET: t("Where the money comes from, and what it may not be spent on."),
        Element.PROJECTS: t("Why these projects and no others; what comes after them."),
        Element.RESOURCES: t(
            "Partners outside, skills that are to be built, what is to be given up."
        ),
        Element.ENVIRONMENT: t(
            "Customers, laws, suppliers, technology, a handover to the next generation."
        ),
        Element.RISK_BENEFIT: t("The greatest risks, and what is done about each."),
    }
