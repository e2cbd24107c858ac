"""Where viewpoints differ, who is recognised, and who decides: what the results tell, and why."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from digimaturity import paths
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.services.assessments import create_assessment, responses
from digimaturity.services.companies import list_companies, save_company
from digimaturity.services.recording import record_answer
from digimaturity.services.report_options import get_options
from digimaturity.services.respondents import add_respondent
from digimaturity.services.sign_off import sign
from digimaturity.services.workspace import Workspace, open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.report import ReportPage
from digimaturity.ui.pages.results import ResultsPage
from digimaturity.ui.widgets.gap_rows import GapRow
from digimaturity.ui.widgets.side_panel import SidePanel
from digimaturity.ui.widgets.together_box import TogetherBox

from .conftest import COMPANY, Opener, click, press, show_results, spoken

MANAGEMENT, IT, BUSINESS = Viewpoint
_ALL = ((MANAGEMENT, 3), (IT, 4), (BUSINESS, 2), (BUSINESS, 2), (BUSINESS, 3))


def _assessed(
    opened: Workspace,
    company: str,
    asked: Questionnaire,
    day: date,
    people: tuple[tuple[Viewpoint, int], ...] = _ALL,
    wide: Mapping[Viewpoint, int] | None = None,
) -> str:
    """Everybody says one level to all; on security the levels of `wide`."""
    names = [(view, "Kim") for view, _ in people]
    made = create_assessment(opened, company, asked, day, names).assessment
    assert made is not None
    said = responses(opened, made).respondents
    security = next(area for area in asked.areas if area.id == "security")
    for person, (view, level) in zip(said, people, strict=True):
        for area in asked.areas:
            own = (wide or {}).get(view, level) if area is security else level
            for question in area.questions:
                record_answer(opened, made, person.id, question.id, Answer.of(own))
    return made


@pytest.fixture(scope="session")
def built(questionnaire: Questionnaire, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years: on security IT and departments were three levels apart, and now are four."""
    path = tmp_path_factory.mktemp("built") / "workspace"
    with open_workspace(path) as opened:
        company = save_company(opened, COMPANY).company
        assert company is not None
        early = date(2025, 2, 24)
        before = _assessed(opened, company, questionnaire, early, wide={IT: 4, BUSINESS: 1})
        sign(opened, before)
        now = date(2026, 2, 24)
        made = _assessed(opened, company, questionnaire, now, wide={IT: 5, BUSINESS: 1})
        decision = questionnaire.decisions[0].id
        people = responses(opened, made).respondents
        held = {"decides": "it", "pays": "it", "runs": "it", "owns_kpi": "it"}
        for part, holder in held.items():
            answer = Answer.of(frozenset({holder}))
            record_answer(opened, made, people[0].id, f"{decision}.{part}", answer)
        other = questionnaire.decisions[1].id
        for person, holder in ((people[0], "jointly"), (people[1], "nobody")):
            said = Answer.of(frozenset({holder}))
            record_answer(opened, made, person.id, f"{other}.decides", said)
        joint = Answer.of(frozenset({"jointly"}))
        record_answer(opened, made, people[1].id, f"{other}.pays", joint)
    return path


@pytest.fixture
def workspace(built: Path) -> Path:
    """A copy of its own for each test."""
    path = paths.default_workspace()
    path.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(built, path))


def _window(open_window: Opener, mode: str = "mentor") -> MainWindow:
    """The window on the one company there is."""
    with open_workspace(paths.default_workspace(), read_only=True) as opened:
        (known,) = list_companies(opened)
    return open_window(mode=mode, company=known.id, page="results")


def _results(window: MainWindow) -> ResultsPage:
    window.go("results")
    page = window.frame.page("results")
    assert isinstance(page, ResultsPage)
    show_results(window)
    return page


def _rows(page: QWidget) -> dict[str, GapRow]:
    rows = [row for row in page.findChildren(GapRow) if row.isVisible()]
    return {spoken(row).partition(":")[0]: row for row in rows}


def _told(root: QWidget) -> str:
    return "\n".join(one.text() for one in root.findChildren(QLabel) if one.isVisible())


def _choose(page: QWidget, words: str) -> None:
    """Choose how viewpoints are told, in the field that is seen."""
    (box,) = (one.box for one in page.findChildren(TogetherBox) if one.isVisible())
    place = box.findText(words)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def _panel(page: QWidget) -> SidePanel:
    return next(one for one in page.findChildren(SidePanel) if one.isVisible())


@pytest.mark.usefixtures("workspace")
def test_the_widest_gap_is_told_with_its_sign_and_leads_to_its_questions_by_keyboard(
    open_window: Opener, questionnaire: Questionnaire
) -> None:
    page = _results(_window(open_window))
    assert "IT rates security 100 points higher than the departments do" in _told(page)
    rows = _rows(page)
    assert next(iter(rows)) == "Security"
    assert (
        spoken(rows["Security"])
        == "Security: Management 50, IT 100, Departments 0. Gap: strong · 100"
    )
    rows["Security"].setFocus()
    press(Qt.Key.Key_Return)
    told = _told(_panel(page))
    security = next(area for area in questionnaire.areas if area.id == "security")
    assert all(question.text["en"] in told for question in security.questions)
    assert "levels: Management 3, IT 5, Departments 1" in told
    assert "(100 + 100 + 100) / 3 = 100" in told
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is rows["Security"]


@pytest.mark.usefixtures("workspace")
def test_five_questions_to_talk_about_come_with_a_prompt_and_what_each_said(
    open_window: Opener, questionnaire: Questionnaire
) -> None:
    page = _results(_window(open_window))
    told = _told(page)
    security = next(area for area in questionnaire.areas if area.id == "security")
    first = security.questions[0]
    assert "Five questions to talk about" in told
    assert first.talk["en"].strip() in told
    link = next(
        one for one in page.findChildren(QPushButton) if spoken(one) == f"1  {first.text['en']}"
    )
    click(link)
    panel = _told(_panel(page))
    assert first.levels[4]["en"].strip() in panel  # in full what IT says, and the departments
    assert first.levels[0]["en"].strip() in panel
    assert "Kim" not in panel


@pytest.mark.usefixtures("workspace")
def test_every_number_beside_the_gaps_can_be_asked_why(open_window: Opener) -> None:
    page = _results(_window(open_window))
    found = {}
    for key in ("gaps", "pairs", "agreement", "trend", "decisions"):
        assert page._asking.way(key) is not None, key
        page.explain(key)
        found[key] = _told(_panel(page))
    assert "up to 100 points" in found["gaps"]
    assert "Mean distance: 2,425 / 54 = 44.9" in found["pairs"]
    assert "Departments: 78%" in found["agreement"]
    assert "→" in found["trend"]
    assert "1 / 5 = 20%" in found["decisions"]


@pytest.mark.usefixtures("workspace")
def test_gaps_of_the_year_before_stand_beside_those_of_today(open_window: Opener) -> None:
    told = _told(_results(_window(open_window)))
    assert "further apart" in told
    assert "February 2025" in told
    assert "\n75\n100\n" in told  # security, then and now


def test_a_mentor_is_told_who_can_be_recognised_and_tells_viewpoints_as_one(
    open_window: Opener, workspace: Path
) -> None:
    window = _window(open_window)
    page = _results(window)
    before = window.session.evaluation
    assert before is not None
    page.explain("why security")
    assert "mean of Management 3, IT 5, Departments 1" in _told(_panel(page))
    press(Qt.Key.Key_Escape)
    assert "Fewer than three people answered for: Management and IT." in _told(page)
    _choose(page, "Management and IT as one")
    show_results(window)
    rows = _rows(page)
    assert "Management and IT 75" in spoken(rows["Security"])
    page.explain("why security")
    assert "IT 5" not in _told(_panel(page))
    press(Qt.Key.Key_Escape)
    after = window.session.evaluation
    assert after is not None
    assert after.scores == before.scores
    assert "Fewer than three people answered for: Management and IT." in _told(page)
    with open_workspace(workspace, read_only=True) as opened:
        kept = get_options(opened, window.session.assessment_id)
    assert kept.together == {MANAGEMENT, IT}

    window.go("report")
    report = window.frame.page("report")
    assert isinstance(report, ReportPage)
    window.tasks.finish()
    assert report.options.chosen.together == {MANAGEMENT, IT}
    report.options.choose_paper("letter")  # what else is kept leaves it alone
    _choose(report, "each for itself")
    window.tasks.finish()
    assert report.options.chosen.together == frozenset()
    page = _results(window)
    assert spoken(_rows(page)["Security"]).startswith("Security: Management 50, IT 100")
    with open_workspace(workspace, read_only=True) as opened:
        kept = get_options(opened, window.session.assessment_id)
    assert (kept.together, kept.page_size) == (frozenset(), "letter")


@pytest.mark.usefixtures("workspace")
def test_told_all_as_one_nothing_is_told_and_that_can_be_taken_back(open_window: Opener) -> None:
    window = _window(open_window)
    page = _results(window)
    window.session.tell_together(frozenset(Viewpoint))
    show_results(window)
    assert not _rows(page)
    assert "All viewpoints are told as one" in _told(page)
    _choose(page, "each for itself")
    show_results(window)
    assert "Security" in _rows(page)


@pytest.mark.usefixtures("workspace")
def test_who_assesses_the_own_firm_chooses_nothing_and_sees_the_gaps(open_window: Opener) -> None:
    page = _results(_window(open_window, "self"))
    assert "Security" in _rows(page)
    assert page.findChild(TogetherBox) is None
    assert "can be recognised" not in _told(page)


@pytest.mark.parametrize(
    ("mode", "words"),
    [("mentor", "Let people from another one answer"), ("self", "Ask somebody who sees the firm")],
)
def test_with_one_viewpoint_one_line_says_how_to_get_another(
    open_window: Opener, questionnaire: Questionnaire, mode: str, words: str
) -> None:
    with open_workspace(paths.default_workspace()) as opened:
        company = save_company(opened, COMPANY).company
        assert company is not None
        alone = ((MANAGEMENT, 3),)
        _assessed(opened, company, questionnaire, date(2026, 2, 24), alone)
    window = _window(open_window, mode)
    page = _results(window)
    assert not _rows(page)
    assert words in _told(page)
    click(next(one for one in page.findChildren(QPushButton) if one.text() == "Who takes part"))
    assert window.frame.current == "people"


def test_who_was_asked_and_has_not_answered_is_waited_for(
    open_window: Opener, questionnaire: Questionnaire
) -> None:
    with open_workspace(paths.default_workspace()) as opened:
        company = save_company(opened, COMPANY).company
        assert company is not None
        alone = ((MANAGEMENT, 3),)
        made = _assessed(opened, company, questionnaire, date(2026, 2, 24), alone)
        for view in (MANAGEMENT, IT, BUSINESS):
            add_respondent(opened, made, view, "Kim")
    said = _told(_results(_window(open_window, "self")))
    assert "From others 2 people take part, of whom nothing is here yet" in said
    assert "Ask somebody" not in said


@pytest.mark.usefixtures("workspace")
def test_the_map_of_decisions_tells_what_one_side_holds_alone_and_what_is_seen_differently(
    open_window: Opener, questionnaire: Questionnaire
) -> None:
    told = _told(_results(_window(open_window)))
    first, second = questionnaire.decisions[:2]
    assert "Who decides" in told
    assert "20% are held by IT and departments together" in told
    alone = told[told.index("With IT alone") :]
    assert alone.index(first.name["en"]) < alone.index("Seen differently")
    assert first.advice.it_only["en"].strip() in alone
    differing = alone[alone.index("Seen differently") :]
    assert second.name["en"] in differing
    assert "Management: both together; IT: nobody" in differing
