"""Applications are entered, changed, imported and removed; each step can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from digimaturity.charts.landscape_layout import TALL, layout_of
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.items import Exchange, Interface, Project, System
from digimaturity.domain.roadmap.landscape import landscape_of
from digimaturity.report.landscape_map import map_of
from digimaturity.services.assessments import list_assessments
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.roadmap.systems import SystemsTab
from digimaturity.ui.widgets.chart import points_in
from digimaturity.ui.widgets.landscape_chart import LandscapeChart
from digimaturity.ui.widgets.systems_model import Column
from digimaturity.ui.widgets.systems_table import SystemsTable

from .conftest import Opener, click, lay_out, named, press

CONTROL = Qt.KeyboardModifier.ControlModifier

SYSTEMS = {
    "erp": System("ERP", owner="Ada", use="erp", costs={2026: 1000.55}, users=9),
    "crm": System(
        "CRM", use="crm", with_it=False, interfaces=(Interface("erp", Exchange.BY_HAND),)
    ),
    "fin": System("Books", use="accounting", interfaces=(Interface("erp"),)),
}


@pytest.fixture
def empty(open_window: Opener, workspace: Path) -> MainWindow:  # noqa: ARG001 - it must be there
    """At the applications of a firm that has put down none."""
    window = open_window(page="roadmap")
    window.go("roadmap", "systems")
    lay_out(window)
    tab_of(window).start()
    return window


@pytest.fixture
def filled(empty: MainWindow) -> MainWindow:
    """The same with three of them, which took one step."""
    put(empty, SYSTEMS)
    return empty


def put(window: MainWindow, systems: dict[str, System]) -> None:
    window.session.put_down_all([Entry(Part.SYSTEM, *pair) for pair in systems.items()])
    lay_out(window)


def tab_of(window: MainWindow) -> SystemsTab:
    (tab,) = (one for one in window.findChildren(SystemsTab) if one.isVisible())
    return tab


def edited(window: MainWindow) -> str | None:
    """The application in the editor."""
    editor = tab_of(window).editor
    return None if editor is None else editor.known.key


def touched(window: MainWindow) -> tuple[str, ...]:
    return window.session.book.projects["p"].systems


def words_of(window: MainWindow) -> str:
    labels = tab_of(window).findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def names(window: MainWindow) -> list[str]:
    return [one.name for one in window.session.book.systems.values()]


def test_two_are_entered_by_keys_alone_one_after_the_other(empty: MainWindow) -> None:
    assert "Which applications are there?" in words_of(empty)
    press(Qt.Key.Key_Return)
    press("ERP")
    named(tab_of(empty), QPushButton, "Save and one more").setFocus()
    press(Qt.Key.Key_Return)
    press("CRM")
    press(Qt.Key.Key_Tab)
    press("Customer")
    press(Qt.Key.Key_Tab)
    press("Ada")
    press(Qt.Key.Key_Return)
    assert [(one.name, one.use, one.owner) for one in empty.session.book.systems.values()] == [
        ("ERP", "", ""),
        ("CRM", "crm", "Ada"),
    ]
    assert edited(empty) is None
    press(Qt.Key.Key_Z, CONTROL)
    assert names(empty) == ["ERP"]


def test_what_was_not_touched_stays_to_the_cent_and_a_wrong_number_is_not_saved(
    filled: MainWindow,
) -> None:
    tab = tab_of(filled)
    assert tab.table is not None
    tab.table.setFocus()
    assert tab.table.mark("erp")
    press(Qt.Key.Key_Return)
    named(tab, QLineEdit, "How many use it").setText("")
    field = named(tab, QLineEdit, "How many use it")
    field.setFocus()
    press("many")
    press(Qt.Key.Key_Return)
    assert filled.session.book.systems == SYSTEMS
    assert QApplication.focusWidget() is field
    field.selectAll()
    press("12")
    press(Qt.Key.Key_Return)
    assert filled.session.book.systems["erp"] == replace(SYSTEMS["erp"], users=12)


def test_removing_one_that_others_lead_to_is_one_step(filled: MainWindow) -> None:
    filled.session.put_down(Part.PROJECT, "p", Project("New ERP", systems=("erp",)))
    tab_of(filled).open("erp")
    lay_out(filled)
    click(named(tab_of(filled), QPushButton, "Remove"))
    assert names(filled) == ["CRM", "Books"]
    assert all(not one.interfaces for one in filled.session.book.systems.values())
    assert touched(filled) == ()
    press(Qt.Key.Key_Z, CONTROL)
    assert dict(filled.session.book.systems) == SYSTEMS
    assert touched(filled) == ("erp",)


def test_a_list_is_looked_at_first_taken_in_as_one_step_and_nothing_the_second_time(
    filled: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(
        "Anwendung;Kosten 2026;Verantwortlich;Farbe\nerp;2.500,50 €;Bö;rot\nShop;viel;;\n".encode(
            "cp1252"
        )
    )
    tab = tab_of(filled)
    tab.look_into(path)
    filled.tasks.finish()
    lay_out(filled)
    said = words_of(filled)
    for words in ("One new: Shop", "ERP: Owner, Cost", "Line 3: “viel”", "Farbe"):
        assert words in said
    assert filled.session.book.systems == SYSTEMS
    assert tab.preview is not None
    assert QApplication.focusWidget() is tab.preview.take
    press(Qt.Key.Key_Return)
    assert names(filled) == ["ERP", "CRM", "Books", "Shop"]
    erp = filled.session.book.systems["erp"]
    assert (erp.owner, erp.costs, erp.use) == ("Bö", {2026: 2500.5}, "erp")
    tab.look_into(path)
    filled.tasks.finish()
    assert "There is nothing to take in." in words_of(filled)
    press(Qt.Key.Key_Z, CONTROL)
    assert filled.session.book.systems == SYSTEMS
    filled.tasks.finish()
    # It is compared with what is there by now.
    assert "One new: Shop" in words_of(filled)


def test_the_palette_leads_to_a_new_one_and_to_the_import(filled: MainWindow) -> None:
    filled.go("overview")
    filled.act("import_systems")
    assert QApplication.focusWidget() is named(tab_of(filled), QPushButton, "Import a list")
    filled.act("add_system")
    assert edited(filled) == ""
    assert QApplication.focusWidget() is named(tab_of(filled), QLineEdit, "Name")


def test_findings_and_the_map_lead_to_the_application(filled: MainWindow) -> None:
    tab = tab_of(filled)
    assert "CRM → ERP" in words_of(filled)
    (chart,) = tab.findChildren(LandscapeChart)
    assert "3 applications, 2 interfaces" in chart.accessibleDescription()
    unit = points_in(tab.parts.theme)
    shown = map_of(landscape_of(filled.session.book), tab.parts.t)
    box = layout_of(shown, chart.width() / unit).boxes["fin"]
    place = QPoint(round((box.left + 5) * unit), round((box.top + TALL / 2) * unit))
    click(chart, place)
    assert edited(filled) == "fin"
    press(Qt.Key.Key_Escape)
    assert edited(filled) is None
    click(named(tab, QPushButton, "CRM: "))
    assert edited(filled) == "crm"


def test_three_hundred_are_no_three_hundred_widgets_and_letters_find_one(empty: MainWindow) -> None:
    put(empty, {f"s{n}": System(f"Tool {n:03}", use="other") for n in range(300)})
    tab = tab_of(empty)
    assert len(tab.findChildren(QWidget)) < 150
    assert tab.table is not None
    tab.table.setFocus()
    press("tool 217")
    assert [
        tab.table.model().index(row, 0).data() for row in range(tab.table.model().rowCount())
    ] == ["Tool 217"]
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert edited(empty) == "s217"


def test_a_name_is_cut_only_after_what_is_said_of_it(filled: MainWindow) -> None:
    long = "Customer relations of the field service"
    lots = System(long, owner="Head of customer relations", use="cad_plm", costs={2026: 1e6})
    put(filled, {"lots": lots})
    filled.resize(1280, 800)
    lay_out(filled)
    table = tab_of(filled).table
    assert table is not None
    assert not table.isColumnHidden(Column.OWNER)
    needed = QFontMetrics(tab_of(filled).parts.theme.font(strong=True)).horizontalAdvance(long)
    assert table.columnWidth(Column.NAME) > needed


def test_an_earlier_years_landscape_can_be_read_and_not_be_changed(
    filled: MainWindow, questionnaire: Questionnaire
) -> None:
    session = filled.session
    assert session.company is not None
    assert session.workspace is not None
    (first,) = list_assessments(session.workspace, session.company.id)
    session.begin(questionnaire, date(2027, 2, 1), [(Viewpoint.MANAGEMENT, "")])
    session.put_down(Part.SYSTEM, "late", System("Late"))
    session.open_assessment(first.id)
    filled.assessment_opened("roadmap")
    filled.go("roadmap", "systems")
    lay_out(filled)
    tab = tab_of(filled)
    assert names(filled) == ["ERP", "CRM", "Books"]
    assert "as it stood when the next assessment was begun" in words_of(filled)
    tab.open("erp")
    assert edited(filled) is None
    texts = {one.text() for one in tab.findChildren(QPushButton)}
    assert not texts & {"&Add an application", "&Import a list …"}


def test_numbered_names_stand_in_the_order_of_their_numbers(empty: MainWindow) -> None:
    told = ("Application 10", "Application 2", "ÖPNV 3", "7", "Application", "Öl")
    put(empty, {name: System(name) for name in told})
    (table,) = tab_of(empty).findChildren(SystemsTable)
    rows = table.model()
    shown = [rows.index(row, Column.NAME).data() for row in range(rows.rowCount())]
    assert shown == ["7", "Application", "Application 2", "Application 10", "Öl", "ÖPNV 3"]
