"""The tab with the trend: what it says, what is behind each number, and that it follows changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from digimaturity import paths
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.services.assessments import create_assessment
from digimaturity.services.companies import list_companies
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.history.trend import TrendTab
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.why_panel import WhyPanel
from tests.services.five_years import five_years
from tests.services.versions import version_three

from .conftest import Opener, click, lay_out, named, press


def trend(window: MainWindow, place: str = "trend") -> TrendTab:
    """The tab, with all of it shown."""
    window.go("history", place)
    QApplication.processEvents()
    (tab,) = (one for one in window.findChildren(TrendTab) if one.isVisible())
    while not tab.ready:
        QApplication.processEvents()
    lay_out(window)
    return tab


def said(tab: TrendTab) -> str:
    """All words that are to be seen."""
    return "\n".join(one.text() for one in tab.findChildren(QLabel) if one.isVisible())


def choice(tab: TrendTab) -> ChoiceBox:
    """Of which parts the trend is shown."""
    return next(one for one in tab.findChildren(ChoiceBox) if one.isVisible())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with five assessments over three versions of a questionnaire."""
    path = tmp_path_factory.mktemp("five") / "made.db"
    five_years(path).close()
    return path


@pytest.fixture
def years(made: Path) -> None:
    """The same as the workspace that the window opens."""
    path = paths.default_workspace()
    path.parent.mkdir(parents=True, exist_ok=True)
    copyfile(made, path)


@pytest.fixture
def five(years: None, open_window: Opener) -> MainWindow:  # noqa: ARG001 - they must be there
    """The window on the newest of them."""
    return open_window(page="overview", mode="self")


def test_it_says_what_really_changed_and_tells_every_year(five: MainWindow) -> None:
    tab = trend(five)
    words = said(tab)
    assert "Like for like 50 → 94 points since 2022" in words
    assert "+44 really changed, −44 from the changed questionnaire" in words
    assert "2025 → 2026" in [one.text() for one in tab.findChildren(QPushButton)]
    for day in ("1 March 2026", "1 March 2025"):
        assert named(tab, QPushButton, day).isEnabled()
    line, panels = (one for one in tab.findChildren(Chart) if one.isVisible())
    assert "2022 50, 2023 56, 2024 69, 2025 75, 2026 94" in line.accessibleDescription()
    assert "Dimension first" in panels.accessibleDescription()


def test_each_number_can_be_asked_and_the_keyboard_comes_back(five: MainWindow) -> None:
    tab = trend(five)
    link = named(tab, QPushButton, "2023 → 2024")
    link.setFocus()
    press(Qt.Key.Key_Return)
    panel = tab.findChild(WhyPanel)
    assert panel is not None
    told = "\n".join(one.text() for one in panel.findChildren(QLabel))
    assert "−12 points" in told
    for kind in ("Rose (2)", "Fell (1)", "New (1)", "Not asked any more (1)", "Another scale (1)"):
        assert kind in told
    assert tab.place() == "/step 1"
    press(Qt.Key.Key_Escape)
    assert not [one for one in tab.findChildren(WhyPanel) if one.isVisible()]
    assert QApplication.focusWidget() is link
    click(named(tab, QPushButton, "1 March 2025"))
    panel = next(one for one in tab.findChildren(WhyPanel) if one.isVisible())
    told = "\n".join(one.text() for one in panel.findChildren(QLabel))
    assert "Full score: 66" in told
    assert "2 answers were carried over and not confirmed." in told


def test_a_question_behind_a_change_is_one_step_away(five: MainWindow) -> None:
    tab = trend(five, "trend /step 3")
    panel = next(one for one in tab.findChildren(WhyPanel) if one.isVisible())
    click(named(panel, QPushButton, "Go to the question: How is both?"))
    assert five.frame.current == "questionnaire"
    assert "both" in five.frame.page("questionnaire").place()


def test_the_areas_of_a_dimension_are_shown_and_found_again(five: MainWindow) -> None:
    tab = trend(five)
    box = choice(tab)
    box.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    while not tab.ready:
        QApplication.processEvents()
    assert tab.place() == "second/"
    again = trend(five, f"trend {tab.place()}")
    charts = [one for one in again.findChildren(Chart) if one.isVisible()]
    assert "Area second" in charts[1].accessibleDescription()
    assert choice(again).currentText() == "Areas of Dimension second"


def test_with_one_assessment_it_says_what_will_stand_here(window: MainWindow) -> None:
    tab = trend(window)
    assert "The trend begins with the second assessment" in said(tab)
    click(named(tab, QPushButton, "Go to the questionnaire"))
    assert window.frame.current == "questionnaire"


def test_an_earlier_assessment_tells_its_years_and_leads_to_the_newest(five: MainWindow) -> None:
    *_, second, first = (one.id for one in five.session.assessments)
    five.session.open_assessment(second)
    five.assessment_opened("overview")
    tab = trend(five)
    assert "Like for like 66 → 69 points since 2022" in said(tab)
    five.session.open_assessment(first)
    five.assessment_opened("overview")
    tab = trend(five)
    assert "This is the first assessment" in said(tab)
    assert "Really changed" not in said(tab)
    click(named(tab, QPushButton, "Open the newest"))
    assert "Like for like 50 → 94 points since 2022" in said(trend(five))


def test_it_follows_what_is_answered(five: MainWindow) -> None:
    five.session.correct("Two were mixed up", "Ada")
    tab = trend(five)
    assert "The newest assessment is not signed off yet." in said(tab)
    five.session.answer("kept", Answer.of(1))
    while not tab.ready:
        QApplication.processEvents()
    assert "Like for like 50 → 75 points since 2022" in said(tab)


def test_a_year_just_begun_hides_nothing_of_what_changed_before(
    years: None,  # noqa: ARG001 - they must be there
    open_window: Opener,
) -> None:
    with open_workspace(paths.default_workspace()) as opened:
        (company,) = list_companies(opened)
        people = ((Viewpoint.MANAGEMENT, "Ada"),)
        create_assessment(opened, company.id, version_three(), date(2027, 3, 1), people)
    window = open_window(page="overview", mode="self")
    assert "What changed from 2025 to 2026" in said(trend(window))


@pytest.mark.usefixtures("years")
def test_at_twice_the_size_nothing_is_beside_the_view(open_window: Opener) -> None:
    look = {"language": "de", "appearance": "dark", "text_size": 200, "geometry": (0, 0, 960, 600)}
    window = open_window(page="overview", mode="self", **look)
    tab = trend(window)
    view, page = tab.slots["years"], tab.slots["years"].window()
    assert view.mapTo(page, view.rect().topRight()).x() < page.width()
    assert "Auf gleicher Grundlage 50 → 94 Punkte seit 2022" in said(tab)
    click(named(tab, QPushButton, "2025 → 2026"))
    panel = next(one for one in tab.findChildren(WhyPanel) if one.isVisible())
    assert panel.mapTo(page, panel.rect().topRight()).x() < page.width()
    assert not tab.slots["head"].isVisible()
