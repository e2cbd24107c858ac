"""Fields: days and lists, as they are shown and as they answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, QPointF, QStandardPaths, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.domain.company import TurnoverBand
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.report import ReportPage
from digimaturity.ui.widgets.boxes import ChoiceBox, DayBox
from digimaturity.ui.widgets.finished_line import FinishedLine
from digimaturity.ui.widgets.form import Field, SearchBox
from digimaturity.ui.widgets.offer_row import OfferRow

from .conftest import COMPANY, Opener, click, named, press

_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


def test_a_day_that_is_still_to_come_is_refused_in_words(
    open_window: Opener, workspace: Path, qtbot: QtBot
) -> None:
    assert workspace.exists()
    window = open_window(language="de")
    before = len(window.session.assessments)
    window.go("new_assessment")
    day = named(window, DayBox, "Datum")
    assert isinstance(day, DayBox)
    assert day.calendarWidget().locale().language() == QLocale.Language.German
    begin = named(window, QPushButton, "Beginnen")
    qtbot.waitUntil(begin.isEnabled, timeout=15_000)
    day.setDate(QDate.currentDate().addDays(1))
    click(begin)
    assert window.frame.current == "new_assessment"
    assert "liegt in der Zukunft" in day.accessibleDescription()
    assert named(window, QLabel, "Dieses Datum liegt in der Zukunft").isVisible()
    day.setDate(QDate.currentDate())
    assert not day.accessibleDescription()
    click(begin)
    assert len(window.session.assessments) == before + 1


@pytest.mark.no_qt_log  # without a screen a popup cannot be raised
def test_every_entry_of_a_list_that_opens_is_seen_whole(open_window: Opener) -> None:
    for size in (100, 150):
        window = open_window(text_size=size)
        window.go("settings")
        lists = {box.accessibleName(): box for box in window.findChildren(ChoiceBox)}
        for name in ("Language", "Appearance", "Text size"):
            box = lists[name]
            box.showPopup()
            QApplication.processEvents()
            view = box.view()
            last = view.visualRect(box.model().index(box.count() - 1, 0))
            assert view.viewport().rect().contains(last), name
            assert last.height() >= view.fontMetrics().height()
            box.hidePopup()
        window.close()


def test_enter_presses_the_button_that_has_the_keyboard(open_window: Opener) -> None:
    window = open_window()
    window.go("help")
    copy = named(window, QPushButton, "Copy diagnostic information")
    copy.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert window.frame.banner.isVisible()
    assert "copied" in window.frame.banner.words


@pytest.mark.parametrize(
    ("language", "typed", "section"),
    [
        ("de", "Maschinenbau", "C"),
        ("de", "schrein", "C"),
        ("de", "Spedition", "H"),
        ("de", "IT", "J"),
        ("en", "wholesale", "G"),
        ("en", "manufac", "C"),
    ],
)
def test_the_sector_is_found_by_what_firms_call_their_trade(
    open_window: Opener, language: str, typed: str, section: str
) -> None:
    box = _sector(open_window(language=language))
    _type(box, typed)
    assert box.code == section
    assert box.currentText().startswith(section)


def test_what_is_no_sector_stays_and_is_not_saved(open_window: Opener) -> None:
    window = open_window()
    box = _sector(window)
    name = named(window, QLineEdit, "Name")
    assert isinstance(name, QLineEdit)
    name.setText("Ährenfeld")
    _type(box, "zzzz")
    assert box.currentText() == "zzzz"
    assert "Nothing found" in box.accessibleDescription()
    click(named(window, QPushButton, "Save and go on"))
    assert window.session.company is None
    _type(box, "")
    assert "Nothing found" not in box.accessibleDescription()
    click(named(window, QPushButton, "Save and go on"))
    assert window.session.company is not None


def _sector(window: MainWindow) -> SearchBox:
    window.go("company")
    boxes = window.findChildren(SearchBox)
    return boxes[-1]


def _type(box: SearchBox, text: str) -> None:
    line = box.lineEdit()
    assert line is not None
    line.setFocus()
    line.setText(text)
    press(Qt.Key.Key_Tab)


def test_open_questions_are_told_before_an_assessment_is_signed_off(window: MainWindow) -> None:
    window.go("overview")
    click(named(window, QPushButton, "Sign off …"))
    assert not window.session.read_only
    words = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    assert any("still open" in text for text in words), words
    click(named(window, QPushButton, "Sign off anyway"))
    window.go("questionnaire")
    (line,) = window.findChildren(FinishedLine)
    assert line.isVisible()
    click(named(line, QPushButton, "Correct it"))
    assert window.frame.current == "history"


def test_the_sample_says_that_it_is_one_and_leads_back(
    open_window: Opener, workspace: Path, qtbot: QtBot
) -> None:
    assert workspace.exists()
    window = open_window()
    window.go("help")
    click(named(window, QPushButton, "Look at the sample company"))
    qtbot.waitUntil(lambda: window.path == paths.sample_workspace() and bool(window.frame.current))
    qtbot.waitUntil(lambda: window.session.company is not None, timeout=15_000)
    assert named(window.frame.header, QLabel, "Sample").isVisible()
    window.go("help")
    click(named(window, QPushButton, "Go to my own company"))
    qtbot.waitUntil(lambda: window.path == workspace, timeout=15_000)
    qtbot.waitUntil(lambda: window.session.company is not None, timeout=15_000)
    assert window.session.company is not None
    assert window.session.company.name == COMPANY.name
    tags = window.frame.header.findChildren(QLabel)
    assert not any(tag.isVisible() and tag.text() == "Sample" for tag in tags)


def test_the_next_report_is_offered_where_the_last_one_was_saved(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.go("report")
    page = window.frame.page("report")
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page.ready, timeout=30_000)
    assert page.saving.suggested().parent != tmp_path
    page.saving.save_as(tmp_path / "one.pdf")
    assert page.saving.suggested().parent == tmp_path


def test_the_report_is_offered_in_a_folder_that_is_there(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.frame.page("report")
    assert isinstance(page, ReportPage)
    monkeypatch.setenv("HOME", str(tmp_path))
    documents = Path(QStandardPaths.writableLocation(_DOCUMENTS))
    if tmp_path in documents.parents:  # where HOME decides which folder that is
        assert page.saving.suggested().parent == tmp_path
        documents.mkdir()
    if documents.is_dir():
        assert page.saving.suggested().parent == documents


@pytest.mark.parametrize(("language", "name"), [("en", "Quick check"), ("de", "Kurzcheck")])
def test_the_report_of_a_quick_check_is_offered_under_its_name(
    window: MainWindow, qtbot: QtBot, language: str, name: str
) -> None:
    page = window.frame.page("report")
    assert isinstance(page, ReportPage)
    assert page.saving.suggested().stem.endswith("2026")
    window.go("new_assessment")
    qtbot.waitUntil(named(window, QPushButton, "Begin").isEnabled, timeout=15_000)
    click(
        next(one for one in window.findChildren(OfferRow) if one.accessibleName() == "Quick check")
    )
    click(named(window, QPushButton, "Begin"))
    window.go("report")
    page = window.frame.page("report")
    assert isinstance(page, ReportPage)
    page.choose_language(language)
    qtbot.waitUntil(lambda: page.ready, timeout=30_000)
    assert page.saving.suggested().stem.endswith(name)


def test_a_very_long_name_leaves_room_for_everything_else(
    window: MainWindow,
) -> None:
    name = "Ährenfeld" * 40 + " \N{ROCKET}"
    assert window.session.company is not None
    window.session.save_company(replace(window.session.company, name=name))
    window.go("overview")
    QApplication.processEvents()
    assert window.width() == 1280
    header = window.frame.header
    title = next(one for one in header.findChildren(QLabel) if "in progress" in one.text())
    assert title.width() >= title.sizeHint().width()
    assert title.mapTo(window, title.rect().topRight()).x() < 1280
    cut = [one for one in window.findChildren(QLabel) if one.isVisible() and one.text() == name]
    assert len(cut) == 3
    assert all(one.toolTip() == name and one.width() <= 1000 for one in cut)


def test_a_name_is_never_markup_where_it_is_pointed_at(window: MainWindow) -> None:
    name = '<img src="file://elsewhere/x.png"> Söhne'
    assert window.session.company is not None
    window.session.save_company(replace(window.session.company, name=name))
    window.go("overview")
    tips = [one.toolTip() for one in window.findChildren(QLabel) if one.text() == name]
    assert tips
    assert not any("<img" in tip for tip in tips)


def test_the_turnover_is_chosen_from_bands_and_may_stay_open(window: MainWindow) -> None:
    session = window.session
    for typed, expected in (
        ("over 2 to 10 million euros", TurnoverBand.UP_TO_10),
        ("Not stated", None),
    ):
        window.go("company")
        boxes = window.findChildren(ChoiceBox)
        box = next(one for one in boxes if one.accessibleName() == "Turnover")
        box.setCurrentIndex(box.findText(typed))
        click(named(window, QPushButton, "Save"))
        assert session.company is not None
        assert session.company.turnover_band is expected
        assert session.company.name == COMPANY.name


@pytest.mark.parametrize(
    ("language", "sector", "words"),
    [
        ("en", "F", "electrician"),
        ("de", "F", "Dachdecker"),
        ("en", "Q", "no official figures"),
        ("de", "Q", "keine amtlichen Zahlen"),
        ("en", None, "Type your trade"),
    ],
)
def test_a_sector_says_who_belongs_to_it(
    open_window: Opener, language: str, sector: str | None, words: str
) -> None:
    window = open_window(language=language)
    box = _sector(window)
    box.choose("C")
    box.choose(sector)
    assert any(words in one.text() for one in window.findChildren(QLabel) if one.isVisible())


def test_every_hint_of_the_company_is_seen_whole(open_window: Opener) -> None:
    window = open_window(language="de", geometry=(0, 0, 1280, 700))
    window.go("company")
    QApplication.processEvents()
    for field in window.findChildren(Field):
        layout = field.layout()
        assert layout is not None
        wanted = layout.heightForWidth(field.width())
        assert field.height() >= wanted, field.field.accessibleName()


def test_before_there_is_a_company_settings_and_help_lead_back_to_what_was_typed(
    open_window: Opener,
) -> None:
    window = open_window()
    start = named(window.frame.rail, QPushButton, "Start")
    assert isinstance(start, QPushButton)
    assert start.accessibleDescription()  # that it is open
    window.go("help")
    press(Qt.Key.Key_Escape)
    assert window.frame.current == "welcome"
    window.go("company")
    name = named(window, QLineEdit, "Name")
    assert isinstance(name, QLineEdit)
    name.setText("Ährenfeld")
    for page in ("settings", "help"):
        window.go(page)
        assert not start.accessibleDescription()
        click(start)
        assert window.frame.current == "company"
        assert start.accessibleDescription()  # that it is open
        assert named(window, QLineEdit, "Name") is name
        assert name.text() == "Ährenfeld"
    click(start)
    assert window.frame.current == "welcome"
    window.go("company")
    click(named(window, QPushButton, "Save and go on"))
    assert not start.isVisible()
    window.go("help")
    press(Qt.Key.Key_Escape)
    assert window.frame.current == "help"


def test_the_wheel_over_a_closed_field_scrolls_the_page(window: MainWindow) -> None:
    window.resize(960, 600)
    for page in ("company", "settings", "new_assessment"):
        window.go(page)
        QApplication.processEvents()
        focus = window.focusWidget()
        boxes = [one for one in window.findChildren(ChoiceBox) if one.isVisible()]
        days = [one for one in window.findChildren(DayBox) if one.isVisible()]
        assert boxes
        before = [one.currentIndex() for one in boxes], [one.date() for one in days]
        for box in (*boxes, *days):
            assert not any([_turn(box, 120), _turn(box, -120)]), page
        assert ([one.currentIndex() for one in boxes], [one.date() for one in days]) == before
        assert window.focusWidget() is focus


def _turn(box: QWidget, direction: int) -> bool:
    """Turn the wheel above `box`; whether it took that for itself."""
    place = QPointF(box.rect().center())
    event = QWheelEvent(
        place,
        QPointF(box.mapToGlobal(box.rect().center())),
        QPoint(),
        QPoint(0, direction),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    box.event(event)
    return event.isAccepted()
