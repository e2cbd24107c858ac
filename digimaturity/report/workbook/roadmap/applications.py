"""The sheet of applications: what each is for, what it costs, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.domain.roadmap.items import System
from digimaturity.domain.roadmap.landscape import Landscape, landscape_of
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.domain.roadmap.uses import use_of
from digimaturity.report.model.tables import Column, Form, Row, Sheet
from digimaturity.report.use_words import exchange_names, field_names, use_name
from digimaturity.report.wording import Wording


def applications_sheet(w: Wording, roadmap: Roadmap) -> Sheet:
    """One row for each application; costs have a column for each year that was put down."""
    t, found = w.t, landscape_of(roadmap.book)
    years = sorted({year for one in found.systems.values() for year in one.costs})
    columns = (
        Column(t("Application"), 24),
        Column(t("Used for"), 24),
        Column(t("Field"), 18),
        Column(t("Purpose"), 30),
        Column(t("Owner"), 18),
        Column(t("Vendor"), 18),
        Column(t("Users"), 8, Form.WHOLE),
        Column(t("With IT"), 9),
        Column(t("Cloud service"), 9),
        *(Column(t("Cost {year} in euros", year=year), 11, Form.WHOLE) for year in years),
        Column(t("Interfaces to"), 30),
        Column(t("No interface, though its use calls for one"), 14),
        Column(t("Perhaps there twice"), 24),
        Column(t("Notes"), 30),
    )
    about = t("The application landscape, with costs by year and what was found in it.")
    rows = tuple(_row(w, found, years, key, one) for key, one in found.systems.items())
    return Sheet("Applications", t("Applications"), about, columns, rows)


def _row(w: Wording, found: Landscape, years: list[int], key: str, one: System) -> Row:
    use = use_of(one.use)
    return (
        one.name,
        use_name(one.use, w.t) if one.use else None,
        field_names(w.t)[use.field] if one.use else None,
        one.purpose or None,
        one.owner or None,
        one.vendor or None,
        one.users,
        one.with_it,
        one.cloud,
        *(one.costs.get(year) for year in years),
        "\n".join(_interfaces(w, found, one)) or None,
        key in found.islands,
        "\n".join(_twice(found, key)) or None,
        one.notes or None,
    )


def _interfaces(w: Wording, found: Landscape, one: System) -> Iterator[str]:
    ways = exchange_names(w.t)
    for link in one.interfaces:
        name = found.systems[link.to].name if link.to in found.systems else w.t("gone")
        what = f", {link.what}" if link.what else ""
        yield f"{name} ({ways[link.how]}{what})"


def _twice(found: Landscape, key: str) -> Iterator[str]:
    for overlap in found.overlaps:
        if key in overlap.systems:
            yield from (found.systems[one].name for one in overlap.systems if one != key)
