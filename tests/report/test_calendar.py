"""The calendar: an independent reader finds every date, whatever anybody wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from digimaturity.report.build.schedule import schedule
from digimaturity.report.calendar import calendar_bytes, expected, found
from digimaturity.report.model.schedule import Schedule
from digimaturity.report.wording import Wording
from tests.report import roadmaps, samples
from tests.report.workbook.test_workbook import HOSTILE, translator


def told(language: str = "en") -> Schedule:
    w = Wording(samples.evaluation(), roadmaps.context(), translator(language))
    return schedule(w, roadmaps.roadmap())


def events(content: bytes) -> list[Any]:
    """As another program reads them."""
    return Calendar.from_ical(content).walk("VEVENT")


def entries(content: bytes) -> dict[str, tuple[date, date]]:
    """First day and the day after the last, by title."""
    return {str(one["SUMMARY"]): (one["DTSTART"].dt, one["DTEND"].dt) for one in events(content)}


def measure(key: str) -> str:
    """Its title."""
    known = samples.questionnaire().measures
    return next(one.title["en"] for one in known if one.id == key)


def test_another_program_reads_begins_ends_and_reviews() -> None:
    read = entries(calendar_bytes(told()))
    title = measure("measure_01")
    own = "Scan the incoming mail, all of it; \\ today"
    assert read[f"Begin: {title}"] == (date(2026, 7, 1), date(2026, 7, 2))
    assert read[f"End: {title}"][0] == date(2026, 9, 30)
    assert read[f"Begin: {own}"][0] == date(2026, 10, 1)
    assert read[f"End: {own}"][0] == date(2027, 3, 31)
    assert read[f"Review: {title}"][0] == date(2026, 9, 15)
    assert read["Review: ERP change-over"][0] == date(2026, 6, 30)
    assert read["End: ERP change-over"][0] == date(2026, 12, 31)
    assert read["End: Move the e-mail"][0] == date(2026, 6, 30)
    # What runs has begun; what nobody knows the end of has none; what is over is not told.
    assert not {"Begin: ERP change-over", "End: Service portal", "End: Old"} & read.keys()
    assert len(read) == 10  # three measures with two days, three ends … and no declined measure's


def test_days_are_working_days() -> None:
    for first, _ in entries(calendar_bytes(told())).values():
        assert first.weekday() < 5


def test_an_entry_keeps_its_id_when_the_plan_moves() -> None:
    before, plan = told(), roadmaps.roadmap()
    assert plan.plan is not None
    moved = replace(plan, plan=replace(plan.plan, starts={"measure_01": 3}))
    w = Wording(samples.evaluation(), roadmaps.context(), translator("de"))
    after = schedule(w, moved)

    def ids(content: bytes) -> dict[str, date]:
        return {str(one["UID"]): one["DTSTART"].dt for one in events(content)}

    old, new = ids(calendar_bytes(before)), ids(calendar_bytes(after))
    assert len(old) == len(entries(calendar_bytes(before)))
    shared = old.keys() & new.keys()
    changed = {old[key] for key in shared if old[key] != new[key]}
    assert date(2026, 7, 1) in changed


def test_the_stamp_is_of_what_was_put_down_and_never_of_the_clock() -> None:
    stamps = {one["DTSTAMP"].dt.date() for one in events(calendar_bytes(told()))}
    assert stamps == {date(2026, 3, 20)}
    assert calendar_bytes(told()) == calendar_bytes(told())


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_it_and_lines_are_folded(text: str) -> None:
    plain = told()
    task = replace(plain.tasks[0], title=f"a{text}", notes=f"{text}\nEND:VEVENT\n{text}")
    content = calendar_bytes(replace(plain, title=text, tasks=(task, *plain.tasks[1:])))
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in lines:
        line.decode()  # no letter is torn apart
    told_of = events(content)
    assert len(told_of) == len(entries(calendar_bytes(plain)))
    read = next(
        str(one["DESCRIPTION"]) for one in told_of if str(one["SUMMARY"]).startswith("End: a")
    )
    assert read.count("END:VEVENT") == 1
    assert len(read.split("\n")) >= 3


def test_what_separates_values_is_escaped() -> None:
    whole = calendar_bytes(told()).replace(b"\r\n ", b"")
    assert b"all of it\\; \\\\ today\r\n" in whole
    assert b"KPI: Orders\\; per day\\, in %\\n" in whole


def test_what_is_missing_is_counted() -> None:
    content = calendar_bytes(told())
    assert found(content) == expected(told())
    lost = content[: content.rindex(b"BEGIN:VEVENT")] + b"END:VCALENDAR\r\n"
    assert found(lost) != expected(told())


def test_german_words() -> None:
    german = events(calendar_bytes(told("de")))
    titles = [str(one["SUMMARY"]) for one in german]
    assert "Ende: ERP change-over" in titles
    assert german[0]["SUMMARY"].params["LANGUAGE"] == "de"
    assert timedelta(days=1) == german[0]["DTEND"].dt - german[0]["DTSTART"].dt
