"""The IT strategy on its tab: own words are kept, gaps close, and the roadmap is saved as files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QApplication, QPushButton

from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import Project, SheetNote, Target
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.services.assessments import create_assessment
from digimaturity.services.companies import list_companies
from digimaturity.services.plan_book import book_of, save_entry
from digimaturity.services.roadmap_files import RoadmapFormat
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.roadmap.page import RoadmapPage
from digimaturity.ui.pages.roadmap.strategy import StrategyTab
from digimaturity.ui.widgets.roadmap_saving import RoadmapSaver

from .conftest import Opener, click, named, press


def opened(window: MainWindow) -> StrategyTab:
    window.go("roadmap", "strategy")
    QApplication.processEvents()
    page = window.frame.page("roadmap")
    assert isinstance(page, RoadmapPage)
    tab = page.open("strategy")
    assert isinstance(tab, StrategyTab)
    return tab


def kept(window: MainWindow) -> dict[str, str]:
    """The notes as they lie in the workspace."""
    session = window.session
    assert session.workspace is not None
    assert session.company is not None
    notes = book_of(session.workspace, session.company.id).sheet
    return {key: note.text for key, note in notes.items()}


def test_own_words_are_kept_when_the_field_is_left_and_can_be_undone(window: MainWindow) -> None:
    tab = opened(window)
    section = tab.sections["overview"]
    section.field.setFocus()
    section.field.insertPlainText("IT dient der Fertigung – täglich.")
    assert not kept(window)
    tab.sections["budget"].field.setFocus()
    assert kept(window) == {"overview": "IT dient der Fertigung – täglich."}
    window.session.undo()
    assert not kept(window)
    assert section.field.toPlainText() == ""


def test_an_emptied_field_takes_the_note_away(window: MainWindow) -> None:
    window.session.put_down(Part.SHEET, "overview", SheetNote("Once."))
    tab = opened(window)
    section = tab.sections["overview"]
    assert section.field.toPlainText() == "Once."
    section.field.setFocus()
    section.field.selectAll()
    section.field.insertPlainText("  ")
    tab.flush()
    assert not kept(window)


def test_what_is_being_typed_stays_when_something_else_changes(window: MainWindow) -> None:
    tab = opened(window)
    field = tab.sections["risk_benefit"].field
    field.setFocus()
    field.insertPlainText("The one who knows the ERP leaves")
    window.session.put_down(Part.TARGET, "security", Target(60.0, 20.0))
    QApplication.processEvents()
    assert tab.sections["risk_benefit"].field is field
    assert field.toPlainText() == "The one who knows the ERP leaves"
    assert window.focusWidget() is field
    tab.flush()
    assert kept(window)["risk_benefit"] == "The one who knows the ERP leaves"


def test_gaps_close_and_lead_to_where_they_are_put_down(window: MainWindow) -> None:
    tab = opened(window)
    assert tab.done.text() == "0 of 6 elements are complete."
    link = named(tab.sections["overview"], QPushButton, "Put it down: Goals")
    click(link)
    page = window.frame.page("roadmap")
    assert isinstance(page, RoadmapPage)
    assert page.place().split()[0] == "targets"
    window.session.put_down(Part.TARGET, "security", Target(60.0, 20.0, "Customers ask."))
    window.session.put_down(Part.SHEET, "overview", SheetNote("IT serves the order book."))
    tab = opened(window)
    assert tab.done.text() == "1 of 6 elements are complete."
    section = tab.sections["overview"]
    named(section, QPushButton, "Mission and goals: Goals. From: targets")
    assert not [one for one in section.findChildren(QPushButton) if one.text() == "Put it down"]


def project() -> Project:
    ends = Quarter(2026, 4)
    return Project("ERP change-over", load={"it": 10.0}, begins=Quarter(2026, 1), ends=ends)


def test_the_roadmap_is_saved_in_each_format(window: MainWindow, tmp_path: Path) -> None:
    window.session.put_down(Part.PROJECT, "erp", project())
    tab = opened(window)
    for form in RoadmapFormat:
        tab.saver.save_as(tmp_path / "plan", form)
        window.tasks.finish()
        assert (tmp_path / f"plan.{form}").exists()
    (event,) = Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).walk("VEVENT")
    assert str(event["SUMMARY"]).endswith("ERP change-over")
    document = docx.Document(str(tmp_path / "plan.docx"))
    assert "ERP change-over" in document.tables[0].rows[1].cells[0].text
    assert window.settings.report_folder == str(tmp_path)


def test_what_is_still_being_typed_is_in_the_file(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = opened(window)
    tab.sections["overview"].field.setFocus()
    tab.sections["overview"].field.insertPlainText("IT serves the order book.")
    target = tmp_path / "strategy.docx"
    monkeypatch.setattr(
        "digimaturity.ui.widgets.roadmap_saving.QFileDialog.getSaveFileName",
        lambda *_: (str(target), ""),
    )
    tab.save.setFocus()
    press(" ")
    window.tasks.finish()
    texts = [one.text for one in docx.Document(str(target)).paragraphs]
    assert "IT serves the order book." in texts


def test_a_roadmap_without_anything_is_told_and_nothing_is_written(
    window: MainWindow, tmp_path: Path
) -> None:
    tab = opened(window)
    tab.saver.save_as(tmp_path / "plan.ics", RoadmapFormat.CALENDAR)
    window.tasks.finish()
    QApplication.processEvents()
    assert "Nothing was put down for a roadmap yet." in window.frame.banner.words
    assert not list(tmp_path.glob("*.ics"))


def test_of_an_older_assessment_it_is_read_and_not_written(
    open_window: Opener, workspace: Path, questionnaire: Questionnaire
) -> None:
    with open_workspace(workspace) as opened_file:
        (company,) = list_companies(opened_file)
        save_entry(opened_file, company.id, Part.SHEET, "overview", SheetNote("As it was."))
        people = [(Viewpoint.MANAGEMENT, "")]
        create_assessment(opened_file, company.id, questionnaire, date(2027, 2, 24), people)
        save_entry(opened_file, company.id, Part.SHEET, "overview", SheetNote("As it is."))
    window = open_window(page="overview")
    older = min(window.session.assessments, key=lambda one: one.day)
    window.session.open_assessment(older.id)
    sections = opened(window).sections
    assert sections["overview"].field.toPlainText() == "As it was."
    assert sections["overview"].field.isReadOnly()
    assert not sections["budget"].field.isVisible()
    links = [one.text() for one in window.findChildren(QPushButton) if one.isVisible()]
    assert "Put it down" not in links


def test_the_name_of_the_file_tells_firm_year_and_what_it_is(window: MainWindow) -> None:
    saver = opened(window).saver
    assert isinstance(saver, RoadmapSaver)
    assert saver.suggested(RoadmapFormat.STRATEGY).name == (
        "Tischlerei Ährenfeld & Söhne IT strategy 2026.docx"
    )
    assert saver.suggested(RoadmapFormat.TABLES).suffix == ".xlsx"


def test_saving_is_found_by_the_palette(window: MainWindow) -> None:
    window.act("save_roadmap")
    QApplication.processEvents()
    page = window.frame.page("roadmap")
    assert isinstance(page, RoadmapPage)
    assert page.save.hasFocus()
    menu = page.save.menu()
    assert menu is not None
    assert len(menu.actions()) == len(RoadmapFormat)
