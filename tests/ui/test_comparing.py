"""The firm among similar ones on the results page: whom, how, and where each number is from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from digimaturity.domain.population import PeerChoice
from digimaturity.domain.questionnaire import Kind, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.progress import Watch
from digimaturity.services import assessments, recording, sign_off
from digimaturity.services.companies import CompanyRecord, save_company
from digimaturity.services.portfolio import PeerOptions, peers_of
from digimaturity.services.workspace import Workspace, open_workspace
from digimaturity.ui import drawn_peers
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.report import ReportPage
from digimaturity.ui.tasks import Lane
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.comparison import Comparison
from digimaturity.ui.widgets.source_panel import SourcePanel

from .conftest import Opener, click, named, press, show_results, spoken

ASK = "Where does this come from?"


@pytest.fixture
def clients(workspace: Path, questionnaire: Questionnaire) -> Path:
    """Six other clients with finished assessments, five of them from another country."""
    with open_workspace(workspace) as opened:
        for n in range(6):
            country = "DE" if n == 5 else "AT"
            record = CompanyRecord(f"Zimmerei {n}", country, "C", 40)
            company = str(save_company(opened, record).company)
            people = [(Viewpoint.MANAGEMENT, "")]
            begun = assessments.create_assessment(
                opened, company, questionnaire, date(2026, 1, 8), people
            )
            assessment = str(begun.assessment)
            (person,) = assessments.get_assessment(opened, assessment).respondents
            for area in questionnaire.areas:
                for question in area.questions[:2]:
                    level = Answer.of(1 + n % 5)
                    recording.record_answer(opened, assessment, person.id, question.id, level)
            sign_off.sign(opened, assessment)
    return workspace


def answer_all(window: MainWindow, *, facts: bool = True) -> None:
    """Everything at level 3; each technology is in use."""
    session = window.session
    assert session.questionnaire is not None
    for question in session.questionnaire.rated_questions:
        session.answer(question.id, Answer.of(3))
    for question in session.questionnaire.facts if facts else ():
        if question.kind is Kind.YES_NO:
            session.answer(question.id, Answer.of(True))


def results(open_window: Opener, *, facts: bool = True, **settings: object) -> MainWindow:
    """The window at the results of the first company, with the peers drawn."""
    window = open_window(**settings)
    answer_all(window, facts=facts)
    window.go("results")
    _settle(window)
    return window


@pytest.mark.usefixtures("clients")
def test_peers_are_drawn_once_for_the_company_as_it_is_now(
    open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = results(open_window)
    company, drawn, taken = window.session.company, [], []
    assert company is not None

    def counted(workspace: Workspace, assessment: str, *, watch: Watch) -> PeerOptions:
        drawn.append(peers_of(workspace, assessment, watch=watch))
        return drawn[-1]

    monkeypatch.setattr(drawn_peers, "peers_of", counted)
    window.bus.peers_drawn.connect(lambda: taken.append(window.session.peers))
    held = Event()
    window.tasks.run(held.wait, lambda _: None, lambda _: None, lane=Lane.ASIDE)
    for employees in (30, 300):
        window.session.save_company(replace(company, employees=employees))
        for _ in range(3):
            window.frame.page("results").refresh()
    held.set()
    _settle(window)
    assert len(drawn) == 2
    assert len(taken) == 1
    assert taken[0] is drawn[1]


def _settle(window: MainWindow) -> None:
    window.tasks.finish()
    show_results(window)


def chosen(window: MainWindow) -> PeerChoice | None:
    """Whom the user wants the firm to be compared with."""
    return window.session.peer_choice


def words(window: QWidget) -> str:
    """Everything that is to be read in the window."""
    found = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    return " ".join(found)


def group_box(window: MainWindow) -> ChoiceBox:
    """The list of groups; on this platform Qt tells what is chosen as the name of a list."""
    boxes = window.findChildren(ChoiceBox)
    return next(one for one in boxes if one.isVisible() and one.accessibleName() == "Peer group")


def test_the_firm_stands_among_the_clients_it_is_compared_with(
    open_window: Opener, clients: Path
) -> None:
    assert clients.exists()
    window = results(open_window)
    chart = named(window, Chart, "Peers")
    assert "Overall score: 50, peers" in chart.accessibleDescription()
    assert "percentile" in chart.accessibleDescription()
    said = words(window)
    assert "On the whole at percentile" in said
    assert "of 6 peers (all countries, 10 to 49 employees)" in said
    assert "Of exactly this country, sector and size there are fewer than 5 other firms" in said
    for kind in ("Digital Intensity Index", "Technologies"):
        assert named(window, Chart, kind).accessibleDescription()


def test_another_group_is_chosen_kept_and_taken_back(open_window: Opener, clients: Path) -> None:
    window = results(open_window)
    window.session.sign()  # how results are looked at is no part of them
    _settle(window)
    box = group_box(window)
    offered = [box.itemText(place) for place in range(box.count())]
    assert offered[0] == "Automatic: firms that are most alike"
    for expected in ("Germany: all firms", "All countries: your size", "Germany: your sector"):
        assert expected in offered
    box.setFocus()
    place = offered.index("All countries: all firms")
    box.setCurrentIndex(place)
    box.activated.emit(place)
    QApplication.processEvents()
    _settle(window)
    assert chosen(window) == PeerChoice.of(())
    said = words(window)
    assert "of 6 peers (all countries, all sizes) This is the group that was chosen." in said
    assert "European Union, 10 employees or more" in said
    assert isinstance(QApplication.focusWidget(), ChoiceBox)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    _settle(window)
    assert chosen(window) is None
    press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    _settle(window)
    assessment = window.session.assessment_id
    window.close()
    with open_workspace(clients, read_only=True) as opened:
        record = assessments.get_assessment(opened, assessment)
    assert record.peer_choice == PeerChoice.of(())


def test_a_group_without_figures_gives_way_to_a_wider_one_and_says_so(
    open_window: Opener, clients: Path
) -> None:
    window = results(open_window)
    window.session.choose_peers(PeerChoice(country=True, sector=True, size=False))
    _settle(window)
    said = words(window)
    assert "There are no published figures for the group that was chosen" in said
    assert "In the group that was chosen there are fewer than 5 other firms" in said
    assert clients.exists()


def test_every_benchmark_tells_where_it_comes_from(open_window: Opener, clients: Path) -> None:
    assert clients.exists()
    window = results(open_window)
    links = [
        link
        for link in window.findChildren(QPushButton)
        if link.isVisible() and spoken(link).startswith(ASK)
    ]
    assert len(links) > len(_charts(window)) >= 3
    about_erp = next(link for link in links if "CRM" in spoken(link))
    name = spoken(about_erp)
    about_erp.setFocus()
    press(Qt.Key.Key_Return)
    panel = named(window, SourcePanel, "")
    said = words(panel)
    for part in ("Who", "When", "About whom", "How many", "How measured", "Eurostat"):
        assert part in said
    assert "Context only" in said
    assert QApplication.focusWidget() is panel.close_button
    press(Qt.Key.Key_Escape)
    assert not [one for one in window.findChildren(SourcePanel) if one.isVisible()]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert spoken(focused) == name


def test_the_card_of_the_clients_says_that_they_rated_themselves(
    open_window: Opener, clients: Path
) -> None:
    assert clients.exists()
    window = results(open_window)
    window.go("results", "source peers-0")
    page = window.frame.page("results")
    page.refresh()
    said = words(named(window, SourcePanel, ""))
    assert "The clients of this workspace." in said
    assert "6 firms." in said
    assert "Rated by the firms themselves" in said
    assert "Yes: the firm was measured in the same way." in said
    window.session.draw_anew()  # while its figures are not there, nothing stands in for them
    QApplication.processEvents()
    _settle(window)
    assert "The clients of this workspace." in words(named(window, SourcePanel, ""))


def _charts(window: MainWindow) -> list[Chart]:
    """Those of the comparison."""
    boxes = window.findChildren(Comparison)
    return [chart for box in boxes for chart in box.findChildren(Chart) if chart.isVisible()]


def test_without_facts_and_clients_it_says_how_to_get_a_comparison(
    open_window: Opener, workspace: Path
) -> None:
    assert workspace.exists()
    window = results(open_window, facts=False)
    said = words(window)
    assert "Compared with similar firms" in said
    assert "Once 5 other clients have an assessment that is signed off" in said
    assert not _charts(window)
    click(named(window, QPushButton, "Answer the facts"))
    assert window.frame.current == "questionnaire"


def test_clients_are_compared_with_before_any_fact_is_answered(
    open_window: Opener, clients: Path, qtbot: QtBot
) -> None:
    assert clients.exists()
    window = results(open_window, facts=False)
    assert named(window, Chart, "Peers").accessibleDescription()
    assert named(window, QPushButton, "Answer the facts").isVisible()
    window.go("report")
    page = window.frame.page("report")
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page.ready, timeout=30_000)
    pages = page.document.pageCount()
    found = [page.document.getAllText(place).text() for place in range(pages)]
    text = " ".join(" ".join(found).split())
    assert "Among other firms that were assessed" in text
    assert "of 6 peers" in text


def test_the_page_is_there_while_the_clients_are_still_being_scored(
    open_window: Opener, clients: Path
) -> None:
    assert clients.exists()
    window = open_window()
    answer_all(window)
    workspace = window.session.workspace
    assert workspace is not None
    with workspace.scores.lock:  # as long as it is held nobody can be scored
        window.go("results")
        show_results(window)
        assert "The other clients are being looked through" in words(window)
        assert named(window, Chart, "Digital Intensity Index").isVisible()
    _settle(window)
    assert named(window, Chart, "Peers").isVisible()
    assert "being looked through" not in words(window)


def test_a_choice_in_a_workspace_that_is_only_read_cannot_be_made(
    open_window: Opener, clients: Path
) -> None:
    window = results(open_window)
    assert group_box(window).isEnabled()
    window.open_workspace(clients, read_only=True)
    _settle(window)
    window.go("results")
    _settle(window)
    assert not group_box(window).isEnabled()
    assert named(window, Chart, "Peers").isVisible()
