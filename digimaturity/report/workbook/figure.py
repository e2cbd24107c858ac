"""One figure of the benchmark, and its row: everything that a reader has to know beside it."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.domain.population import ANYWHERE
from digimaturity.domain.provenance import Provenance
from digimaturity.report.figure_notes import flag_meanings
from digimaturity.report.model.tables import Cell, Column, Form, Row
from digimaturity.report.peers import country_name, section_name, size_name
from digimaturity.report.provenance_words import difference_words
from digimaturity.report.wording import Wording
from digimaturity.report.workbook.sources import source_name


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it tells (`statistic`), of what, its value and unit, and the firm's own."""

    kind: str
    name: str
    key: str
    statistic: str
    own: Cell
    value: Cell
    unit: str
    found: Provenance
    flag: str = ""
    n: int | None = None


def figure_columns(w: Wording) -> tuple[Column, ...]:
    """The heads of the rows."""
    t = w.t
    return (
        Column(t("Kind"), 14),
        Column(t("Figure"), 28),
        Column(t("Id"), 13),
        Column(t("What it tells"), 18),
        Column(t("Own value"), 8, Form.WHOLE),
        Column(t("Value"), 8, Form.TWO),
        Column(t("Unit"), 13),
        Column(t("Year"), 7, Form.YEAR),
        Column(t("Earliest year"), 10, Form.YEAR),
        Column(t("Country"), 13),
        Column(t("Size"), 16),
        Column(t("Sector"), 15),
        Column(t("Number of firms"), 10, Form.WHOLE),
        Column(t("Source"), 14),
        Column(t("Data set"), 14),
        Column(t("Official statistics"), 11),
        Column(t("Same yardstick"), 11),
        Column(t("Why context only"), 22),
        Column(t("Over five years old"), 11),
        Column(t("Notes"), 14),
    )


def figure_row(w: Wording, one: Figure) -> Row:
    """The row of a figure."""
    t, found, whom = w.t, one.found, one.found.population
    language = t.language
    country = country_name(language, whom.country)
    flags = {one.flag} if one.flag else ()
    return (
        one.kind,
        one.name,
        one.key or None,
        one.statistic,
        one.own,
        one.value,
        one.unit,
        found.year,
        found.since,
        t("all countries") if whom.country == ANYWHERE else country,
        size_name(t, whom.size_class),
        section_name(t, whom.sector) if whom.sector else t("all sectors"),
        found.n if one.n is None else one.n,
        source_name(w, found),
        found.dataset or None,
        not found.self_rated,
        not found.context,
        difference_words(t, found.difference) if found.difference else None,
        found.old(w.context.day.year),
        ", ".join(flag_meanings(t, flags).values()) or None,
    )
