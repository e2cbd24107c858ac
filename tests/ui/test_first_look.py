"""What is shown, and can be done, before the workspace is open."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.app import make_window
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Answer
from digimaturity.services import assessments, recording
from digimaturity.services.companies import CompanyRecord, list_companies, save_company
from digimaturity.services.workspace import open_workspace
from digimaturity.settings import Settings, save_settings
from digimaturity.ui import opening as file
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.widgets.choices import ChoiceRow

from .conftest import COMPANY, click, lay_out
from .test_nothing_typed_is_lost import recorded

_FIRST = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication(sys.argv[:1])
from digimaturity.app import make_window
from digimaturity.ui.opening import Opening
from digimaturity.ui.widgets.choices import ChoiceRow

window = make_window()
window.show()
begin = Opening.begin

def look_and_begin(opening, **how):
    rows = [row.accessibleName()[0] for row in window.findChildren(ChoiceRow) if row.isChecked()]
    print("sqlalchemy" in sys.modules, window.frame.current, rows, flush=True)
    begin(opening, **how)

Opening.begin = look_and_begin
window.start()
window.close()
"""

Opening = Callable[[Callable[[], object]], MainWindow]


@pytest.fixture
def opening(
    qtbot: QtBot,  # noqa: ARG001 - must be there
    workspace: Path,  # noqa: ARG001 - must be there
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Opening]:
    """A window at the questionnaire that has looked, but not opened yet.

    What is passed happens between the two.
    """
    windows: list[MainWindow] = []
    QApplication.setQuitOnLastWindowClosed(False)

    def started(meanwhile: Callable[[], object]) -> MainWindow:
        save_settings(paths.config_dir(), Settings(language="en", page="questionnaire"))
        window = make_window()
        windows.append(window)
        begin = file.Opening.begin_behind_the_page

        def change_and_begin(opening: file.Opening) -> None:
            meanwhile()
            begin(opening)

        window.show()
        with monkeypatch.context() as patch:
            patch.setattr(file.Opening, "begin_behind_the_page", change_and_begin)
            window.start()
        lay_out(window)
        assert window.session.workspace is None  # only the event loop tells that it is open
        assert window.frame.current == "questionnaire"
        return window

    yield started
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


def _rows(window: MainWindow) -> list[ChoiceRow]:
    return [row for row in window.findChildren(ChoiceRow) if row.isVisible()]


def _shown(window: MainWindow) -> list[str]:
    return [row.accessibleName()[0] for row in _rows(window) if row.isChecked()]


def _says_saved(window: MainWindow) -> bool:
    return any(label.text() == "Saved" for label in window.frame.header.findChildren(QLabel))


def _answer(path: Path, question: str, level: int) -> None:
    with open_workspace(path) as opened:
        record = assessments.list_assessments(opened, list_companies(opened)[0].id)[0]
        respondent = record.respondents[0].id
        recording.record_answer(opened, record.id, respondent, question, Answer.of(level))


def test_the_first_page_shows_the_answers_before_the_database_library_is_loaded(
    workspace: Path, questionnaire: Questionnaire
) -> None:
    first = questionnaire.rated_questions[0].id
    _answer(workspace, first, 4)
    save_settings(paths.config_dir(), Settings(page="questionnaire", place=f"- {first}"))
    done = subprocess.run(
        [sys.executable, "-c", _FIRST], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "False questionnaire ['4']", done.stderr


def test_an_answer_clicked_before_the_workspace_is_open_is_recorded(
    opening: Opening, questionnaire: Questionnaire, workspace: Path
) -> None:
    window = opening(lambda: None)
    assert not _says_saved(window)
    click(_rows(window)[2])
    assert window.session.workspace is not None
    assert _says_saved(window)
    assert _shown(window) == ["3"]
    assert window.close()
    assert recorded(workspace, questionnaire.rated_questions[0].id) == Answer.of(3)


def test_what_is_shown_stays_where_it_is_when_the_workspace_opens(opening: Opening) -> None:
    window = opening(lambda: None)
    page, rows, focus = window.frame.page("questionnaire"), _rows(window), window.focusWidget()
    window.opening.finish()
    QApplication.processEvents()
    assert _says_saved(window)
    assert window.frame.page("questionnaire") is page
    assert _rows(window) == rows
    assert window.focusWidget() is focus is not None


def test_what_changed_while_the_workspace_was_being_opened_is_shown(
    opening: Opening, questionnaire: Questionnaire, workspace: Path
) -> None:
    first = questionnaire.rated_questions[0].id
    window = opening(lambda: _answer(workspace, first, 5))
    assert _shown(window) == []
    window.opening.finish()
    window.open_question(first)
    assert _shown(window) == ["5"]
    assert window.session.answer_of(first) == Answer.of(5)


def test_a_click_counts_for_the_assessment_that_was_shown(
    opening: Opening, questionnaire: Questionnaire, workspace: Path
) -> None:
    def another_company() -> None:
        with open_workspace(workspace) as opened:
            save_company(opened, CompanyRecord("A company that stands first"))

    window = opening(another_company)
    click(_rows(window)[1])
    assert window.session.company is not None
    assert window.session.company.name != COMPANY.name
    assert window.close()
    with open_workspace(workspace) as opened:
        company = next(one for one in list_companies(opened) if one.name == COMPANY.name)
        record = assessments.list_assessments(opened, company.id)[0]
        said = assessments.responses(opened, record.id)
    own = said.answers[record.respondents[0].id]
    assert own == {questionnaire.rated_questions[0].id: Answer.of(2)}
