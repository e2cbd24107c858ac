"""The sample company's roadmap in every format: complete, and the same each time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digimaturity import paths
from digimaturity.domain.roadmap.book import EMPTY
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.report.build import schedule as dates
from digimaturity.report.wording import Wording
from digimaturity.services.plan_book import book_of
from digimaturity.services.reports import Order, newest_order
from digimaturity.services.roadmap import outlined, planned
from digimaturity.services.roadmap_files import RoadmapFormat, roadmap_file, roadmap_format_of
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import open_workspace

BEGINNINGS = {
    RoadmapFormat.TABLES: b"PK",
    RoadmapFormat.CALENDAR: b"BEGIN:VCALENDAR",
    RoadmapFormat.PROJECT: b"<?xml",
    RoadmapFormat.STRATEGY: b"PK",
}


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> Order:
    place = tmp_path_factory.mktemp("roadmap") / "work.db"
    t = Translator.load("de", paths.resources_dir() / "locale")
    with open_workspace(place) as workspace:
        company = str(load_sample(workspace, "de").company)
        assert not book_of(workspace, company).empty
        return newest_order(workspace, t)


@pytest.mark.parametrize("form", RoadmapFormat)
def test_every_format_is_complete_and_the_same_each_time(order: Order, form: RoadmapFormat) -> None:
    content = roadmap_file(order, form)
    assert content.startswith(BEGINNINGS[form])
    assert roadmap_file(order, form) == content


def with_plan(order: Order) -> Roadmap:
    assert order.context.roadmap is not None
    return planned(order.context.roadmap)


def test_a_plan_that_is_not_there_yet_is_found_first(order: Order) -> None:
    given = with_plan(order)
    assert given.plan is not None
    early = replace(order, context=replace(order.context, roadmap=replace(given, plan=None)))
    late = replace(order, context=replace(order.context, roadmap=given))
    content = roadmap_file(early, RoadmapFormat.CALENDAR)
    assert content.count(b"UID:begin-") == len(given.plan.starts)
    assert roadmap_file(late, RoadmapFormat.CALENDAR) == content


def emptied(order: Order) -> Order:
    roadmap = outlined(order.evaluation, EMPTY, order.context.day)
    return replace(order, context=replace(order.context, roadmap=roadmap))


def test_where_nothing_was_put_down_it_says_so_and_the_strategy_shows_its_gaps(
    order: Order,
) -> None:
    empty = emptied(order)
    for form in set(RoadmapFormat) - {RoadmapFormat.STRATEGY}:
        with pytest.raises(UserError, match=r"roadmap\.nothing"):
            roadmap_file(empty, form)
    assert roadmap_file(empty, RoadmapFormat.STRATEGY).startswith(b"PK")
    none = replace(order, context=replace(order.context, roadmap=None))
    with pytest.raises(UserError, match=r"roadmap\.nothing"):
        roadmap_file(none, RoadmapFormat.STRATEGY)


def test_a_roadmap_without_dates_makes_no_calendar(order: Order) -> None:
    given = order.context.roadmap
    assert given is not None
    book = replace(EMPTY, targets=given.book.targets)
    roadmap = outlined(order.evaluation, book, order.context.day)
    without = replace(order, context=replace(order.context, roadmap=roadmap))
    for form in (RoadmapFormat.CALENDAR, RoadmapFormat.PROJECT):
        with pytest.raises(UserError, match=r"roadmap\.no_dates"):
            roadmap_file(without, form)
    assert roadmap_file(without, RoadmapFormat.TABLES).startswith(b"PK")


def test_what_lacks_something_is_never_handed_out(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    from digimaturity.report import calendar

    whole = calendar.calendar_bytes

    def shortened(told: object) -> bytes:
        content = whole(told)  # type: ignore[arg-type]  # it is the schedule
        return content[: content.rindex(b"BEGIN:VEVENT")] + b"END:VCALENDAR\r\n"

    monkeypatch.setattr(calendar, "calendar_bytes", shortened)
    with pytest.raises(UserError, match=r"export\.incomplete"):
        roadmap_file(order, RoadmapFormat.CALENDAR)


def test_the_ending_of_the_name_tells_the_format() -> None:
    assert roadmap_format_of(Path("plan.ICS")) is RoadmapFormat.CALENDAR
    with pytest.raises(UserError, match=r"roadmap\.format"):
        roadmap_format_of(Path("plan.pdf"))


def test_tasks_are_those_of_the_plan(order: Order) -> None:
    given = with_plan(order)
    assert given.plan is not None
    told = dates.schedule(Wording(order.evaluation, order.context, order.t), given)
    assert {*given.plan.starts} <= {task.key for task in told.tasks}
    resources = {one.key for one in told.resources}
    assert {one.resource for task in told.tasks for one in task.shares} <= resources
