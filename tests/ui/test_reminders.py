"""Reminders in the window: told where one begins, each leads to what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.items import FollowUp, Project
from digimaturity.services import assessments, companies, sign_off
from digimaturity.services.companies import CompanyRecord
from digimaturity.services.plan_book import save_entries
from digimaturity.services.workspace import Workspace, open_workspace
from digimaturity.ui.calendar_saving import all_calendar_saver, company_calendar_saver
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.roadmap.follow_up import FollowUpTab
from digimaturity.ui.pages.roadmap.page import RoadmapPage
from digimaturity.ui.widgets.boxes import ChoiceBox, DayBox
from digimaturity.ui.widgets.reminders_box import RemindersBox
from digimaturity.ui.widgets.wrap_link import WrapLink

from .conftest import Opener, click, named, press, spoken

TODAY = date.today()  # noqa: DTZ011 - as the program


def signed(workspace: Workspace, name: str, asked: Questionnaire, days: int) -> str:
    """A company that was assessed so many days ago."""
    company = str(companies.save_company(workspace, CompanyRecord(name)).company)
    day = TODAY - timedelta(days=days)
    made = assessments.create_assessment(workspace, company, asked, day)
    sign_off.sign(workspace, str(made.assessment), figures=BenchmarkData())
    return company


def made(questionnaire: Questionnaire, *firms: tuple[str, int]) -> list[str]:
    """The user's workspace with these companies."""
    place = paths.default_workspace()
    place.parent.mkdir(parents=True, exist_ok=True)
    with open_workspace(place) as opened:
        return [signed(opened, name, questionnaire, days) for name, days in firms]


def told(window: MainWindow, qtbot: QtBot) -> list[str]:
    """What the overview says is due, once it was looked for."""
    box = window.frame.page("overview").findChild(RemindersBox)
    assert box is not None
    qtbot.waitUntil(lambda: not box.waiting, timeout=10_000)
    window.tasks.finish()
    QApplication.processEvents()
    return [spoken(one) for one in box.findChildren(WrapLink) if one.isVisible()]


def test_the_next_assessment_is_told_and_another_day_is_chosen(
    open_window: Opener, questionnaire: Questionnaire, qtbot: QtBot
) -> None:
    made(questionnaire, ("Firm", 400))
    window = open_window(mode="self", page="overview")
    (words,) = told(window, qtbot)
    assert words.startswith("Next assessment, overdue")
    named(window, QPushButton, "Save dates").setFocus()
    for expected in ("Next assessment", "Choose another day", "See the results"):
        press(Qt.Key.Key_Tab)
        assert spoken(focused()).startswith(expected)
    way = named(window, QPushButton, "Choose another day")
    click(way)
    assert window.frame.current == "company"
    box = QApplication.focusWidget()
    assert isinstance(box, ChoiceBox)
    assert box.accessibleName() == "Next assessment"
    press(Qt.Key.Key_Down)
    field = named(window, DayBox, "Day of the next assessment")
    chosen = TODAY + timedelta(days=100)
    field.setDate(QDate(chosen.year, chosen.month, chosen.day))
    click(named(window, QPushButton, "Save"))
    assert window.frame.current == "overview"
    assert told(window, qtbot) == []
    assert window.session.company is not None
    assert window.session.company.next_due == chosen
    assert any(chosen.strftime("%Y") in one for one in texts(window) if "Next assessment" in one)


def record(window: MainWindow) -> CompanyRecord:
    """The only company, as it is kept."""
    assert window.session.workspace is not None
    (one,) = companies.list_companies(window.session.workspace)
    return one


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def texts(window: MainWindow) -> list[str]:
    page = window.frame.page("overview")
    return [spoken(one) for one in page.findChildren(QWidget) if one.isVisible()]


def test_nothing_is_said_where_nothing_is_due(
    open_window: Opener, questionnaire: Questionnaire, qtbot: QtBot
) -> None:
    made(questionnaire, ("Firm", 30))
    window = open_window(mode="self", page="overview")
    assert told(window, qtbot) == []
    assert "Due" not in texts(window)


def test_a_review_leads_to_the_follow_up(
    open_window: Opener, questionnaire: Questionnaire, qtbot: QtBot
) -> None:
    (company,) = made(questionnaire, ("Firm", 30))
    with open_workspace(paths.default_workspace()) as opened:
        due = FollowUp(next_review=TODAY)
        entries = (
            Entry(Part.PROJECT, "erp", Project("ERP & Co.")),
            Entry(Part.FOLLOW_UP, "erp", due),
        )
        save_entries(opened, company, entries)
    window = open_window(mode="self", page="overview")
    assert told(window, qtbot) == ["Review: ERP & Co., today".replace("&", "")]
    click(named(window, WrapLink, "Review"))
    assert window.frame.current == "roadmap"
    page = window.frame.page("roadmap")
    assert isinstance(page, RoadmapPage)
    (tab,) = (one for one in page.findChildren(FollowUpTab) if one.isVisible())
    assert tab.place() == "erp"


def test_a_mentor_is_led_from_the_list_of_companies_to_each(
    open_window: Opener, questionnaire: Questionnaire, qtbot: QtBot
) -> None:
    late, _, later = made(questionnaire, ("Late", 500), ("Fresh", 30), ("Soon", 350))
    window = open_window(mode="mentor", page="companies")
    qtbot.waitUntil(lambda: shown(window) is not None, timeout=10_000)
    line = shown(window)
    assert line is not None
    assert spoken(line) == "Due: 2 next assessments"
    click(line)
    assert window.frame.current == "reminders"
    qtbot.waitUntil(lambda: bool(firms(window)), timeout=10_000)
    first, second = firms(window)
    assert spoken(first).startswith("Late: Next assessment, overdue")
    assert spoken(second).startswith("Soon: Next assessment, in 2 weeks")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is first)
    press(Qt.Key.Key_Return)
    assert window.frame.current == "overview"
    assert window.session.company is not None
    assert window.session.company.id == late
    window.session.archive(late, archived=True)
    window.session.archive(later, archived=True)
    window.go("reminders")
    window.tasks.finish()
    qtbot.waitUntil(lambda: not firms(window), timeout=10_000)


def test_other_names_hide_whose_turn_it_is(
    open_window: Opener, questionnaire: Questionnaire, qtbot: QtBot
) -> None:
    made(questionnaire, ("Geheim GmbH", 500))
    window = open_window(mode="mentor", page="companies", alias=True)
    window.go("reminders")
    qtbot.waitUntil(lambda: bool(firms(window)), timeout=10_000)
    (one,) = firms(window)
    assert "Geheim" not in spoken(one)
    assert "Next assessment" in spoken(one)
    click(one)
    assert told(window, qtbot)
    assert not any("Geheim" in text or "Choose another" in text for text in texts(window))


def shown(window: MainWindow) -> WrapLink | None:
    """The line above the companies."""
    found = window.frame.page("companies").findChildren(WrapLink)
    return next((one for one in found if one.isVisible()), None)


def firms(window: MainWindow) -> list[WrapLink]:
    found = window.frame.page("reminders").findChildren(WrapLink)
    return [one for one in found if one.isVisible()]


@pytest.mark.parametrize("every", [True, False])
def test_another_calendar_reads_what_was_saved(
    open_window: Opener, questionnaire: Questionnaire, qtbot: QtBot, tmp_path: Path, *, every: bool
) -> None:
    own, _ = made(questionnaire, ("Ährenfeld 🪚", 30), ("Other", 40))
    window = open_window(mode="mentor", page="companies", language="de")
    window.open_company(own)
    page = window.frame.page("overview")
    saver = (all_calendar_saver if every else company_calendar_saver)(page.parts, page)
    saver.save_as(tmp_path / "due")
    target = tmp_path / "due.ics"
    qtbot.waitUntil(target.exists, timeout=10_000)
    window.tasks.finish()
    events = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    titles = {str(one["SUMMARY"]) for one in events}
    assert "Nächste Standortbestimmung: Ährenfeld 🪚" in titles
    assert len(titles) == (2 if every else 1)


def test_the_details_of_a_company_stay_as_they_are_where_only_its_day_changes(
    open_window: Opener, questionnaire: Questionnaire
) -> None:
    made(questionnaire, ("Firm", 30))
    window = open_window(mode="self", page="overview")
    before = record(window)
    window.go("company")
    named(window, ChoiceBox, "A year after").setCurrentIndex(1)
    click(named(window, QPushButton, "Save"))
    after = record(window)
    assert after.next_due is not None
    assert replace(after, next_due=None) == before
    window.go("company")
    named(window, ChoiceBox, "On a day").setCurrentIndex(0)
    click(named(window, QPushButton, "Save"))
    assert record(window) == before
