"""A mentor finds, sorts, opens, archives and deletes companies, by mouse and by keyboard."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.progress import Stopped
from digimaturity.services import assessments, companies, deleting, sign_off
from digimaturity.services.companies import CompanyRecord
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import backup_workspace, open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.companies import CompaniesPage
from digimaturity.ui.widgets.companies_model import Column
from digimaturity.ui.widgets.companies_rows import ClientRow
from digimaturity.ui.widgets.deletion_dialog import DeletionDialog

from .conftest import Opener, click, lay_out, named, press

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")  # no real screen

_TOLD = (QAccessible.Role.Cell, QAccessible.Role.ColumnHeader)

NORDLICHT = "Nordlicht Maschinenbau GmbH"


@pytest.fixture(scope="module")
def made(questionnaire: Questionnaire, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample company with its years, one that is overdue, and one that has only begun."""
    path = tmp_path_factory.mktemp("clients") / "work.db"
    with open_workspace(path) as opened:
        load_sample(opened)
        for name, section, day in (
            ("Łódzka Fabryka Größenwahn", "C", date(2020, 5, 4)),
            ("Bäckerei Zander", "G", None),
        ):
            record = CompanyRecord(name, "DE", section, 30, contact="Jörg Groß")
            key = str(companies.save_company(opened, record).company)
            people = [(Viewpoint.MANAGEMENT, "")]
            begun = assessments.create_assessment(
                opened, key, questionnaire, day or date(2026, 4, 1), people
            )
            if day is not None:
                sign_off.sign(opened, str(begun.assessment), figures=BenchmarkData())
    return path


@pytest.fixture
def clients(made: Path) -> Path:
    return Path(shutil.copy(made, _made(paths.default_workspace())))


@pytest.fixture
def page(open_window: Opener, clients: Path, qtbot: QtBot) -> CompaniesPage:  # noqa: ARG001 - it must be there
    return _page(open_window(mode="mentor", page="companies"), qtbot)


def _page(window: MainWindow, qtbot: QtBot) -> CompaniesPage:
    found = window.frame.page("companies")
    assert isinstance(found, CompaniesPage)
    qtbot.waitUntil(lambda: len(found.model.scores) == 2, timeout=30_000)
    return found


def window_of(page: CompaniesPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def names(page: CompaniesPage) -> list[str]:
    rows = [page.model.row(place) for place in range(page.model.rowCount())]
    return [row.name for row in rows if row is not None]


def marked(page: CompaniesPage) -> ClientRow:
    assert page.table.row is not None
    return page.table.row


def told(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def visits(page: CompaniesPage) -> list[str]:
    return [one.text() for one in page.portfolio.findChildren(QPushButton) if one.isVisible()]


def cell(page: CompaniesPage, name: str, column: Column, role: Qt.ItemDataRole) -> str:
    place = names(page).index(name)
    return str(page.model.data(page.model.index(place, column), role))


def test_companies_are_found_by_the_beginnings_of_words(page: CompaniesPage, qtbot: QtBot) -> None:
    assert names(page) == ["Bäckerei Zander", "Łódzka Fabryka Größenwahn", NORDLICHT]
    for typed, found in (
        ("grossen lodz", ["Łódzka Fabryka Größenwahn"]),
        ("baeck", ["Bäckerei Zander"]),
        ("jorg", ["Bäckerei Zander", "Łódzka Fabryka Größenwahn"]),
        ("trade", ["Bäckerei Zander"]),
        ("wahn", []),
    ):
        page.search.field.setText(typed)
        QApplication.processEvents()
        assert names(page) == found, typed
    qtbot.waitUntil(lambda: "No company is found for “wahn”." in told(page))
    click(named(page, QPushButton, "Show all"))
    assert len(names(page)) == 3


@pytest.mark.qt_log_ignore("This plugin does not support")  # no real screen
@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_searched_and_shown_can_be_read_on_a_small_laptop(
    open_window: Opener,
    clients: Path,  # noqa: ARG001 - it must be there
    qtbot: QtBot,
    language: str,
) -> None:
    small = (0, 0, 1366, 768)
    window = open_window(mode="mentor", page="companies", language=language, geometry=small)
    search = _page(window, qtbot).search
    lay_out(window)
    for box in (search.state, search.sector, search.people):
        shown = QStyleOptionComboBox()
        box.initStyleOption(shown)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, shown, part, box)
        assert box.fontMetrics().horizontalAdvance(box.currentText()) <= room.width()
    asked = search.field.placeholderText()
    assert search.field.fontMetrics().horizontalAdvance(asked) < search.field.width()
    search.state.showPopup()
    QApplication.processEvents()
    entries = search.state.view()
    assert entries.sizeHintForColumn(0) <= entries.viewport().width()  # none is cut off
    search.state.hidePopup()


def test_by_keyboard_alone_a_company_is_found_and_opened(page: CompaniesPage) -> None:
    assert page.table.hasFocus()
    press(Qt.Key.Key_Down)
    assert marked(page).name == "Łódzka Fabryka Größenwahn"
    press(Qt.Key.Key_End)
    assert marked(page).name == NORDLICHT
    press("z")  # goes on in the search
    assert page.search.field.text() == "z"
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Down)
    assert page.table.hasFocus()
    window = window_of(page)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    assert window.session.company is not None
    assert window.session.company.name == "Bäckerei Zander"
    assert window.frame.current != "companies"


def test_each_column_sorts_and_the_order_is_kept(
    page: CompaniesPage, open_window: Opener, qtbot: QtBot
) -> None:
    for column in Column:
        page.table.sort_by(column)
        upwards = names(page)
        assert sorted(upwards) == sorted(names(page))
    page.table.sort_by(Column.SCORE)
    # What has no score stands at the end, whichever way.
    assert names(page)[0] == NORDLICHT
    page.table.sort_by(Column.SCORE)
    assert names(page)[0] == NORDLICHT
    page.table.sort_by(Column.LAST)
    page.table.sort_by(Column.LAST)
    assert names(page)[-1] == "Bäckerei Zander"
    window_of(page).close()
    again = _page(open_window(), qtbot)
    assert (again.model.column, again.model.descending) == (Column.LAST, True)


def test_scores_changes_and_what_is_due_are_told_in_words(page: CompaniesPage) -> None:
    shown, said = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
    change = cell(page, NORDLICHT, Column.CHANGE, shown)
    assert change[0] in "▲▼"
    assert "points" in cell(page, NORDLICHT, Column.CHANGE, said)
    assert cell(page, NORDLICHT, Column.LEVEL, shown)[0].isdigit()
    assert cell(page, "Bäckerei Zander", Column.DUE, shown) == "in progress"
    overdue = cell(page, "Łódzka Fabryka Größenwahn", Column.DUE, shown)
    assert overdue.startswith("overdue")
    assert cell(page, "Łódzka Fabryka Größenwahn", Column.CHANGE, shown) == "–"
    assert "earlier year" in cell(page, "Łódzka Fabryka Größenwahn", Column.CHANGE, said)


def test_a_screen_reader_finds_a_table_with_rows_and_headings(page: CompaniesPage) -> None:
    reader = QAccessible.queryAccessibleInterface(page.table)
    assert reader.role() is QAccessible.Role.Table
    cells = [reader.child(place) for place in range(reader.childCount())]
    said = [one.text(QAccessible.Text.Name) for one in cells]
    assert all(said[place] for place, one in enumerate(cells) if one.role() in _TOLD)
    assert sum(one.role() is QAccessible.Role.Cell for one in cells) == 3 * len(Column)
    own = cells[said.index(NORDLICHT)]
    whole = own.text(QAccessible.Text.Description)
    assert all(words in whole for words in ("Manufacturing", "level", "score"))
    heads = page.model.headerData(
        Column.NAME, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    )
    assert heads == "Name, sorted upwards"


def test_an_archived_company_is_hidden_until_asked_for_and_comes_back(
    page: CompaniesPage, qtbot: QtBot
) -> None:
    page.table.mark(next(row.client.id for row in page.model.all_rows if "Łódz" in row.name))
    click(named(page.line, QPushButton, "Archive"))
    qtbot.waitUntil(lambda: len(names(page)) == 2)
    qtbot.waitUntil(lambda: not visits(page))
    page.search.field.setText("lodz")
    qtbot.waitUntil(lambda: "No company is found for “lodz”." in told(page))
    click(named(page, QPushButton, "Look at 1 archived company"))
    assert names(page) == ["Łódzka Fabryka Größenwahn"]
    click(named(page.line, QPushButton, "Put"))
    qtbot.waitUntil(lambda: not names(page))
    page.search.clear()
    QApplication.processEvents()
    assert len(names(page)) == 3


def test_a_company_is_deleted_only_with_its_name_and_there_is_a_certificate(
    page: CompaniesPage, qtbot: QtBot
) -> None:
    window = window_of(page)
    company = next(row.client.id for row in page.model.all_rows if row.name == NORDLICHT)
    window.open_company(company)
    window.go("companies")
    page = _page(window, qtbot)
    page.table.mark(company)
    click(named(page.line, QPushButton, "Delete"))
    dialog = page.findChild(DeletionDialog)
    assert isinstance(dialog, QDialog)
    delete = named(dialog, QPushButton, "Delete for good")
    assert not delete.isEnabled()
    dialog._typed.setText("nordlicht  maschinenbau gmbh")
    click(delete)
    qtbot.waitUntil(lambda: page.deletion.view is not None, timeout=30_000)
    assert window.session.company is None
    assert page.deletion.view is not None
    assert "Found: nothing." in page.deletion.view._text
    click(named(page, QPushButton, "Back to the companies"))
    qtbot.waitUntil(lambda: NORDLICHT not in names(page))
    assert NORDLICHT.encode() not in paths.default_workspace().read_bytes()


def test_a_deletion_that_was_interrupted_is_told_and_can_be_finished(
    open_window: Opener, clients: Path, qtbot: QtBot
) -> None:
    def stop(done: float) -> None:
        if done:
            raise Stopped

    with open_workspace(clients) as opened:
        (zander,) = (one for one in companies.list_companies(opened) if "Zander" in one.name)
        with pytest.raises(Stopped):
            deleting.delete_company(opened, zander.id, stop)
    page = _page(open_window(mode="mentor", page="companies"), qtbot)
    assert any("“Bäckerei Zander” was interrupted" in words for words in told(page))
    click(named(page, QPushButton, "Finish the deletion"))
    qtbot.waitUntil(lambda: page.deletion.view is not None, timeout=30_000)
    click(named(page, QPushButton, "Back to the companies"))
    qtbot.waitUntil(lambda: len(names(page)) == 2)
    assert not any("interrupted" in words for words in told(page))


def test_where_a_copy_cannot_be_deleted_the_certificate_stays(
    page: CompaniesPage, qtbot: QtBot
) -> None:
    workspace = window_of(page).session.workspace
    assert workspace is not None
    copy = backup_workspace(workspace)
    page.table.mark_first()
    click(named(page.line, QPushButton, "Delete"))
    dialog = page.findChild(DeletionDialog)
    assert isinstance(dialog, QDialog)
    dialog._typed.setText(marked(page).name)
    click(named(dialog, QPushButton, "Delete for good"))
    qtbot.waitUntil(lambda: page.deletion.view is not None, timeout=30_000)
    copy.unlink()
    copy.mkdir()  # no file, so that it cannot be deleted as one
    click(named(page, QPushButton, "Delete the"))
    asked = page.findChild(QMessageBox)
    assert isinstance(asked, QMessageBox)
    click(named(asked, QPushButton, "Delete for good"))
    banner = window_of(page).frame.banner
    qtbot.waitUntil(banner.isVisible, timeout=30_000)
    assert page.deletion.view is not None
    assert str(copy) in page.deletion.view._text


def test_who_has_no_company_yet_is_told_what_will_stand_here(
    open_window: Opener, qtbot: QtBot
) -> None:
    with open_workspace(_made(paths.default_workspace())):
        pass
    window = open_window(mode="mentor", page="companies")
    found = window.frame.page("companies")
    qtbot.waitUntil(lambda: "Your companies will stand here" in told(found))
    click(named(found, QPushButton, "Enter the first company"))
    assert window.frame.current == "company"


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_the_model_has_no_children_and_no_rows_beyond_its_last(page: CompaniesPage) -> None:
    model = page.model
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
    assert model.row(model.rowCount()) is None
