"""A roadmap in the formats of other programs: made, opened again, counted, and only then given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.errors import UserError
from digimaturity.progress import Watch, unwatched
from digimaturity.report.wording import Wording
from digimaturity.services.exports import Made
from digimaturity.services.reports import Order
from digimaturity.services.roadmap import planned

__all__ = ["RoadmapFormat", "roadmap_file", "roadmap_format_of"]

#: About how much of the time has gone when the plan is there, and when the file is made.
_PLANNED, _MADE = 0.4, 0.8


class RoadmapFormat(StrEnum):
    """What can be written; the value is also how the file's name ends."""

    TABLES = "xlsx"
    CALENDAR = "ics"
    PROJECT = "xml"
    STRATEGY = "docx"


def roadmap_format_of(path: Path) -> RoadmapFormat:
    """The format that the name of a file asks for.

    Raises:
        UserError: ``roadmap.format``.
    """
    try:
        return RoadmapFormat(path.suffix.lower().removeprefix("."))
    except ValueError:
        raise UserError("roadmap.format", path=path) from None


def roadmap_file(order: Order, form: RoadmapFormat, watch: Watch = unwatched) -> bytes:
    """The roadmap of a record as a file of that format; the same order gives the same bytes.

    A plan that is not there yet is found first. `watch` is told which step is done, and may raise
    to end it.

    Raises:
        UserError: ``roadmap.nothing`` (nothing was put down; the strategy is written even then,
            with its gaps), ``roadmap.no_dates`` (nothing in it has a date), ``export.incomplete``.
    """
    given = order.context.roadmap
    if given is None or (given.book.empty and form is not RoadmapFormat.STRATEGY):
        raise UserError("roadmap.nothing")
    roadmap = planned(given)
    watch(_PLANNED)
    context = replace(order.context, roadmap=roadmap)
    made = _MAKERS[form](Wording(order.evaluation, context, order.t), roadmap)
    watch(_MADE)
    return made.checked()


def _tables(w: Wording, roadmap: Roadmap) -> Made:
    from digimaturity.report.workbook import expected_of_roadmap, found, render_roadmap

    content = render_roadmap(w, roadmap)
    return Made(content, expected_of_roadmap(w, roadmap), found(content))


def _calendar(w: Wording, roadmap: Roadmap) -> Made:
    from digimaturity.report.build.schedule import schedule
    from digimaturity.report.calendar import calendar_bytes, expected, found

    told = schedule(w, roadmap)
    if not (told.tasks or told.looks):
        raise UserError("roadmap.no_dates")
    content = calendar_bytes(told)
    return Made(content, expected(told), found(content))


def _project(w: Wording, roadmap: Roadmap) -> Made:
    from digimaturity.report.build.schedule import schedule
    from digimaturity.report.project import expected, found, project_bytes

    told = schedule(w, roadmap)
    if not (told.tasks or told.looks):
        raise UserError("roadmap.no_dates")
    content = project_bytes(told)
    return Made(content, expected(told), found(content))


def _strategy(w: Wording, roadmap: Roadmap) -> Made:
    from digimaturity.report.build.strategy_sheet import build_sheet
    from digimaturity.report.word import expected, found, render_word

    model = build_sheet(w, roadmap)
    content = render_word(model)
    return Made(content, expected(model), found(content))


_MAKERS: Mapping[RoadmapFormat, Callable[[Wording, Roadmap], Made]] = {
    RoadmapFormat.TABLES: _tables,
    RoadmapFormat.CALENDAR: _calendar,
    RoadmapFormat.PROJECT: _project,
    RoadmapFormat.STRATEGY: _strategy,
}
