"""Running projects and capacity: entered by keyboard, checked, decided, undone, kept."""

from __future__ import annotations

import re
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from digimaturity.domain.catalogue import Role
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.roadmap.book import Entry, Part, PlanBook
from digimaturity.domain.roadmap.items import (
    KeyPerson,
    Limits,
    Project,
    RoleCapacity,
    System,
    Verdict,
)
from digimaturity.domain.roadmap.load import overloads
from digimaturity.domain.roadmap.problem import Problem
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.pages.roadmap.capacity import CapacityTab
from digimaturity.ui.pages.roadmap.projects import ProjectsTab
from digimaturity.ui.widgets.fold_line import FoldLine

from .conftest import Opener, click, named, press

TAB = Qt.Key.Key_Tab
ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier

#: What Robin and IT can carry, and two projects that are too much for both in the second quarter.
CROWDED = (
    Entry(Part.ROLE, "it", RoleCapacity(60, 35)),
    Entry(Part.PERSON, "robin", KeyPerson("Robin", Role.IT, RoleCapacity(40, 25), 0.5)),
    Entry(Part.SYSTEM, "crm", System("CRM", use="crm")),
    Entry(
        Part.PROJECT,
        "erp",
        Project("ERP change-over", "Ada", load={"it": 17, "robin": 14}, priorities=True),
    ),
    Entry(
        Part.PROJECT,
        "portal",
        Project(
            "Service portal",
            with_it=False,
            cloud=True,
            priorities=False,
            load={"it": 11, "robin": 3},
            ends=Quarter(2026, 2),
        ),
    ),
)


def opened(
    open_window: Opener, tab: str, entries: tuple[Entry, ...] = (), **more: object
) -> MainWindow:
    window = open_window(**{"page": "roadmap", **more})
    if entries:
        window.session.put_down_all(entries)
    window.go("roadmap", tab)
    settled(window)
    return window


def settled(window: MainWindow) -> None:
    window.tasks.finish()
    QApplication.processEvents()


def projects(window: MainWindow) -> ProjectsTab:
    (tab,) = window.findChildren(ProjectsTab)
    return tab


def capacity(window: MainWindow) -> CapacityTab:
    (tab,) = window.findChildren(CapacityTab)
    return tab


def book(window: MainWindow) -> PlanBook:
    return window.session.book


def problem(window: MainWindow) -> Problem:
    roadmap = window.session.roadmap
    assert roadmap is not None
    return roadmap.posed.problem


def words(tab: QWidget) -> str:
    return "\n".join(one.text() for one in tab.findChildren(QLabel) if one.isVisible())


def field(tab: QWidget, name: str) -> QLineEdit:
    """The field of that name, else the first whose name begins so."""
    fields = [one for one in tab.findChildren(QLineEdit) if one.isVisible()]
    return next(
        (one for one in fields if one.accessibleName() == name), named(tab, QLineEdit, name)
    )


def box(tab: QWidget, name: str) -> QComboBox:
    """A list to choose from; Qt speaks of what is chosen instead of its name."""
    return next(
        one
        for one in tab.findChildren(QComboBox)
        if one.isVisible() and one.accessibleName().startswith(name)
    )


def fold_of(tab: QWidget, name: str, who: str) -> FoldLine:
    """The fold of that name that speaks of somebody."""
    return next(
        one
        for one in tab.findChildren(FoldLine)
        if one.text() == name and one.accessibleDescription() == who
    )


def choose(tab: QWidget, name: str, words: str) -> None:
    found = box(tab, name)
    found.setCurrentIndex(found.findText(words))
    found.activated.emit(found.currentIndex())


def typed(name: QLineEdit, text: str) -> None:
    """Typed over what stands there, and left."""
    name.setFocus()
    name.selectAll()
    press(text or Qt.Key.Key_Delete)
    press(TAB)


def undo(window: MainWindow) -> None:
    window.act("undo")
    settled(window)


@pytest.mark.usefixtures("workspace")
def test_five_projects_are_entered_one_after_the_other_without_the_mouse(
    open_window: Opener,
) -> None:
    window = opened(open_window, "projects")
    assert "What runs already?" in words(projects(window))
    projects(window).start()
    for number in range(5):
        press(f"Project {number}")
        press(TAB)
        press("Ada")
        press(TAB)
        press(TAB)
        press(TAB)
        press("7,5" if number else "8")
        press(ENTER)
    assert [one.name for one in book(window).projects.values()] == [
        f"Project {number}" for number in range(5)
    ]
    assert [one.load for one in book(window).projects.values()] == [
        {"it": 8.0},
        *[{"it": 7.5}] * 4,
    ]
    assert {one.owner for one in book(window).projects.values()} == {"Ada"}
    assert len(problem(window).running) == 5
    undo(window)
    assert len(problem(window).running) == 4
    # What is typed when the page is left is saved, too.
    field(projects(window), "New project").setFocus()
    press("A last one")
    window.go("results")
    assert list(book(window).projects.values())[-1].name == "A last one"


@pytest.mark.usefixtures("workspace")
def test_all_of_a_project_is_changed_in_its_place_and_there_the_next_time(
    open_window: Opener,
) -> None:
    window = opened(open_window, "projects", CROWDED)
    tab = projects(window)
    named(tab, QPushButton, "Change …: Service portal").setFocus()
    press(ENTER)
    assert field(tab, "Name").hasFocus()
    typed(field(tab, "Owner"), "Kim")
    typed(field(tab, "Goal"), "Fewer calls")
    typed(field(tab, "KPI"), "Calls a week")
    typed(field(tab, "Budget"), "38,000")
    typed(field(tab, "Management"), "2.5")
    for name, chosen in (
        ("Is IT", "Yes"),
        ("Is it a cloud", "No"),
        ("A priority", "Nobody knows"),
        ("Runs since", "Q1 2026"),
        ("To the end of", "Q4 2026"),
        ("What its", "Customer relations (CRM)"),
        ("Applications", "CRM"),
        ("Decision", "Merge"),
    ):
        choose(tab, name, chosen)
    field(tab, "Reason").setFocus()
    press("One of two")
    press(ENTER)
    expected = Project(
        "Service portal",
        "Kim",
        "Fewer calls",
        "Calls a week",
        with_it=True,
        cloud=False,
        priorities=None,
        budget=38_000,
        load={"management": 2.5, "it": 11, "robin": 3},
        begins=Quarter(2026, 1),
        ends=Quarter(2026, 4),
        systems=("crm",),
        use="crm",
        verdict=Verdict.MERGE,
        reason="One of two",
    )
    assert book(window).projects["portal"] == expected
    assert named(tab, QPushButton, "Change …: Service portal").hasFocus()
    assert "Decided: merge" in words(tab)
    undo(window)
    assert book(window).projects["portal"] == CROWDED[-1].item
    window.act("redo")
    assert book(window).projects["portal"] == expected
    window.close()
    again = opened(open_window, "projects")
    assert book(again).projects["portal"] == expected


@pytest.mark.usefixtures("workspace")
def test_who_drowns_is_told_and_a_pause_frees_them_until_it_is_undone(open_window: Opener) -> None:
    window = opened(open_window, "projects", CROWDED)
    tab = projects(window)
    told = words(tab)
    assert "Robin is over the limit" in told
    assert (
        "Q2 2026: 28 days booked, 25 available: 112%. ERP change-over 17, Service portal 11."
        in told
    )
    fold = named(tab, FoldLine, "What would pausing")
    click(fold)
    assert "Then nobody is over the limit." in words(tab)
    named(tab, QPushButton, "Pause Service portal").setFocus()
    press(ENTER)
    assert book(window).projects["portal"].verdict is Verdict.PAUSE
    assert [one.id for one in problem(window).running] == ["erp"]
    assert not overloads(problem(window))
    assert "over the limit" not in words(tab)
    assert "Paused or stopped" in words(tab)
    undo(window)
    assert len(overloads(problem(window))) == 2
    assert "Robin is over the limit" in words(tab)


@pytest.mark.usefixtures("workspace")
def test_a_proposal_has_its_reasons_and_is_followed_or_not(open_window: Opener) -> None:
    window = opened(open_window, "projects", CROWDED)
    tab = projects(window)
    assert "Cloud service without IT." in words(tab)
    assert "No owner. Nobody is named who answers for it." in words(tab)
    assert "Still to be asked: with IT?, end, budget" in words(tab)
    assert "Proposed: pause" in words(tab)
    click(named(tab, QPushButton, "Decide so: Service portal"))
    decided = book(window).projects["portal"]
    assert decided.verdict is Verdict.PAUSE
    assert decided.reason.startswith("It is no priority")
    click(named(tab, QPushButton, "Take the decision back: Service portal"))
    assert book(window).projects["portal"].verdict is None
    click(named(tab, QPushButton, "Decide otherwise …: Service portal"))
    assert box(tab, "Decision").hasFocus()
    press(Qt.Key.Key_Escape)
    assert book(window).projects["portal"].verdict is None
    click(named(tab, QPushButton, "Change …: Service portal"))
    click(named(tab, QPushButton, "Remove"))
    assert set(book(window).projects) == {"erp"}
    undo(window)
    assert set(book(window).projects) == {"erp", "portal"}


@pytest.mark.usefixtures("workspace")
def test_days_are_told_while_they_are_typed_and_limit_the_plan_once_they_are_saved(
    open_window: Opener,
) -> None:
    window = opened(open_window, "capacity")
    tab = capacity(window)
    assert "Management, IT, Departments and the budget." in words(tab)
    tab.start()
    assert field(tab, "Person-days a quarter: Management").hasFocus()
    press("120")
    press(TAB)
    press("102")
    assert "18" in words(tab).split("\n")  # before it is saved
    press(TAB)
    assert book(window).roles["management"] == RoleCapacity(120, 102)
    assert set(problem(window).capacity["management"]) == {18.0}
    assert field(tab, "Of these daily business: Management").text() == "102"
    assert "IT, Departments and the budget." in words(tab)
    assert "Management, IT" not in words(tab)
    # A number that is none is told, not saved, and not lost.
    typed(field(tab, "Person-days a quarter: IT"), "many")
    assert "This is no number." in words(tab)
    assert "it" not in book(window).roles
    assert field(tab, "Person-days a quarter: IT").text() == "many"
    assert not window.settled()
    typed(field(tab, "Of these daily business: Management"), "100")  # elsewhere work goes on
    assert field(tab, "Person-days a quarter: IT").text() == "many"
    typed(field(tab, "Person-days a quarter: IT"), "")
    assert window.settled()
    undo(window)
    undo(window)
    assert book(window).roles["management"] == RoleCapacity(120)
    undo(window)
    assert not book(window).roles
    assert field(tab, "Person-days a quarter: Management").text() == ""


@pytest.mark.usefixtures("workspace")
def test_days_are_worked_out_from_the_users_numbers_and_may_differ(open_window: Opener) -> None:
    window = opened(open_window, "capacity")
    tab = capacity(window)
    click(fold_of(tab, "Work it out from people", "IT"))
    assert not field(tab, "How many people: IT").text()  # nothing is made up
    typed(field(tab, "How many people: IT"), "3")
    typed(field(tab, "Working days of each: IT"), "55")
    typed(field(tab, "Daily business in %: IT"), "70")
    click(named(tab, QPushButton, "Take over: IT"))
    assert book(window).roles["it"] == RoleCapacity(165, 115.5)
    click(fold_of(tab, "Quarters that differ", "IT"))
    typed(field(tab, "Days left in Q3 2026: IT"), "20")
    assert book(window).roles["it"].differs == {"2026-Q3": 20.0}
    assert problem(window).capacity["it"][:3] == (49.5, 20.0, 49.5)
    assert "Otherwise: 20 in Q3 2026." in words(tab)
    typed(field(tab, "Days left in Q3 2026: IT"), "")
    assert book(window).roles["it"] == RoleCapacity(165, 115.5)


@pytest.mark.usefixtures("workspace")
def test_key_people_have_days_a_share_and_a_warning_where_it_does_not_add_up(
    open_window: Opener,
) -> None:
    window = opened(open_window, "capacity", CROWDED[:1])
    tab = capacity(window)
    click(named(tab, QPushButton, "Add a key person"))
    assert field(tab, "Name or function").hasFocus()
    press("Robin")
    typed(field(tab, "Share of the role"), "50")
    assert "Of a measure that takes 10 days from “IT”, 5 land on Robin." in words(tab)
    press(ENTER)  # without days nobody can be planned with
    assert not book(window).people
    assert QApplication.focusWidget() is field(tab, "Person-days a quarter")
    press("70")
    press(ENTER)
    (person,) = book(window).people.values()
    assert person == KeyPerson("Robin", Role.IT, RoleCapacity(70, 0), 0.5)
    assert "Robin has 70 days, more than all of “IT” with 60" in words(tab)
    typed(field(tab, "Person-days a quarter: Robin"), "40")
    typed(field(tab, "Of these daily business: Robin"), "25")
    typed(field(tab, "Share of the role"), "120")
    (person,) = book(window).people.values()
    assert person == KeyPerson("Robin", Role.IT, RoleCapacity(40, 25), 0.5)
    assert "more than all" not in words(tab)
    click(named(tab, QPushButton, "Remove Robin"))
    assert not book(window).people
    undo(window)
    assert len(book(window).people) == 1


@pytest.mark.usefixtures("workspace")
def test_limits_begin_with_what_is_usual_and_are_chosen(open_window: Opener) -> None:
    window = opened(open_window, "capacity")
    tab = capacity(window)
    assert box(tab, "At most so many").currentText() == "As usual for 10 to 49 employees: 2"
    assert problem(window).parallel == 2
    choose(tab, "At most so many", "No limit")
    assert problem(window).parallel is None
    assert "how many things run at once" in words(tab)
    typed(field(tab, "Budget for all"), "60,000")
    choose(tab, "Length of the plan", "12 quarters")
    choose(tab, "First quarter", "Q4 2026")
    assert book(window).limits == Limits(0, 60_000, 12, Quarter(2026, 4))
    assert problem(window).quarters == 12
    for _ in range(4):
        undo(window)
    assert book(window).limits == Limits()
    assert box(tab, "Length of the plan").currentText() == "8 quarters"


@pytest.mark.usefixtures("workspace")
def test_a_plan_that_would_begin_in_the_past_is_told(open_window: Opener) -> None:
    window = opened(open_window, "capacity")
    now = Quarter.of(date.today())  # noqa: DTZ011 - the user's own day
    for first, told in ((now.plus(-1), True), (now, False), (now.plus(1), False)):
        window.session.put_down(Part.LIMITS, "", Limits(first=first))
        assert ("This quarter is over." in words(capacity(window))) == told


@pytest.mark.usefixtures("workspace")
def test_a_budget_that_is_no_number_is_told_and_keeps_no_other_limit_from_being_saved(
    open_window: Opener,
) -> None:
    window = opened(open_window, "capacity")
    tab = capacity(window)
    typed(field(tab, "Budget for all"), "60,000")
    typed(field(tab, "Budget for all"), "about 70k")
    assert "This is no number." in words(tab)
    choose(tab, "At most so many", "7")
    assert (book(window).limits.parallel, book(window).limits.budget) == (7, 60_000)
    assert field(tab, "Budget for all").text() == "about 70k"
    typed(field(tab, "Budget for all"), "70,000")
    assert book(window).limits.budget == 70_000
    assert "This is no number." not in words(tab)


@pytest.mark.usefixtures("workspace")
def test_what_cannot_be_saved_yet_is_not_lost_and_keeps_the_window(open_window: Opener) -> None:
    window = opened(open_window, "projects", CROWDED)
    named(projects(window), QPushButton, "Change …: Service portal").click()
    field(projects(window), "Goal").setText("Fewer calls")
    field(projects(window), "Name").clear()
    assert not window.settled()
    window.change_settings(language="de")
    settled(window)
    window.go("roadmap", "projects")
    tab = window.findChildren(ProjectsTab)[-1]
    assert field(tab, "Ziel").text() == "Fewer calls"
    assert not window.settled()
    typed(field(tab, "Name"), "Portal")
    assert window.settled()
    assert book(window).projects["portal"].goal == "Fewer calls"


@pytest.mark.usefixtures("workspace")
def test_under_other_names_nothing_is_told_and_nothing_is_written(open_window: Opener) -> None:
    window = opened(open_window, "projects", CROWDED)
    window.change_settings(alias=True)
    settled(window)
    window.go("roadmap", "projects")
    tab = window.findChildren(ProjectsTab)[-1]
    assert not {"Service portal", "Robin", "Ada"} & set(
        re.findall(r"Service portal|Robin|Ada", words(tab))
    )
    before = dict(book(window).projects)
    click(named(tab, QPushButton, "Decide so"))
    assert dict(book(window).projects) == before
    assert "names" in window.frame.banner.words
    click(named(tab, QPushButton, "Change …: Project 1"))
    field(tab, "KPI").setText("Calls a week")
    click(named(tab, QPushButton, "Save"))
    assert dict(book(window).projects) == before
    assert field(tab, "KPI").text() == "Calls a week"  # what was entered is still there
    assert not window.settled()
    press(Qt.Key.Key_Escape)
    assert window.settled()


@pytest.mark.usefixtures("workspace")
def test_the_roadmap_of_an_earlier_year_is_seen_and_cannot_be_changed(open_window: Opener) -> None:
    window = opened(open_window, "projects", CROWDED)
    session, questionnaire = window.session, window.session.questionnaire
    assert questionnaire is not None
    earlier = session.assessment_id
    session.begin(questionnaire, date(2027, 2, 2), [(Viewpoint.MANAGEMENT, "")])
    session.open_assessment(earlier)
    window.assessment_opened("roadmap")
    window.go("roadmap", "projects")
    tab = window.findChildren(ProjectsTab)[-1]
    assert "as it stood when the next assessment was begun" in words(tab)
    assert "Robin is over the limit" in words(tab)
    click(named(tab, FoldLine, "What would pausing"))
    assert [one.text() for one in tab.findChildren(QPushButton) if one.isVisible()] == [
        "What would pausing one of these projects free?"
    ]
    window.go("roadmap", "capacity")
    fields = [one for one in capacity(window).findChildren(QLineEdit) if one.isVisible()]
    assert fields
    assert all(one.isReadOnly() for one in fields)
    assert not [one for one in capacity(window).findChildren(QPushButton) if one.isVisible()]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.usefixtures("workspace")
def test_each_control_has_a_name_and_a_letter_of_its_own_and_all_fits_at_200_percent(
    open_window: Opener, language: str
) -> None:
    person = KeyPerson("Jörg Müller-Hohenstein", Role.IT, RoleCapacity(40, 25), 0.5)
    entries = (*CROWDED, Entry(Part.PERSON, "robin", person))
    window = opened(
        open_window,
        "projects",
        entries,
        language=language,
        text_size=200,
        geometry=(0, 0, 960, 600),
    )
    projects(window)._edit("portal")
    shown: list[ColumnPage] = [projects(window)]
    fits(shown[0])
    window.go("roadmap", "capacity")
    capacity(window)._begin()
    settled(window)
    fits(capacity(window))


def fits(tab: ColumnPage) -> None:
    QApplication.processEvents()
    assert tab._scroll.horizontalScrollBar().maximum() == 0
    buttons = [one.text() for one in tab.findChildren(QPushButton) if one.isVisible()]
    labels = [one for one in tab.findChildren(QLabel) if one.isVisible()]
    texts = buttons + [one.text() for one in labels if one.buddy() is not None]
    letters = [hit[1].lower() for text in texts if (hit := re.search(r"(?<!&)&([^&\s])", text))]
    assert letters
    assert len(set(letters)) == len(letters), texts
    for kind in (QLineEdit, QComboBox, QPushButton):
        for one in tab.findChildren(kind):
            if one.isVisible():
                assert one.accessibleName() or getattr(one, "text", str)(), one
