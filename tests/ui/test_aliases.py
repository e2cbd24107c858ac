"""While other names are shown, no true one is on the screen or in what is exported."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.services import assessments, companies, deleting, recording, sign_off
from digimaturity.services.companies import CompanyRecord
from digimaturity.services.exports import Format, exported
from digimaturity.services.reports import Order
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.site_map import shown_pages
from digimaturity.ui.widgets.comment import Comment
from digimaturity.ui.widgets.palette import Palette

from .conftest import Opener, press, spoken

_CONTROL = Qt.KeyboardModifier.ControlModifier

#: What nobody may read.
SECRETS = ("Ährenfeld", "Brigitte", "Quasselstrippe", "Holzwurm", "Zuckerguss")


@pytest.fixture
def known(questionnaire: Questionnaire) -> str:
    """Two firms with people, comments and notes; the id of the second one."""
    with open_workspace(paths.default_workspace()) as workspace:
        companies.save_company(workspace, CompanyRecord("Erste Firma Holzwurm KG"))
        record = CompanyRecord("Ährenfeld AG", "DE", "C", 40, None, "Brigitte", "Zuckerguss")
        firm = str(companies.save_company(workspace, record).company)
        views = (Viewpoint.MANAGEMENT, Viewpoint.IT, Viewpoint.IT)
        people = [(view, "Brigitte") for view in views]
        made = assessments.create_assessment(
            workspace, firm, questionnaire, date(2026, 3, 1), people
        )
        case = assessments.case_of(workspace, str(made.assessment))
        for person in case.record.respondents:
            for question in questionnaire.rated_questions:
                key = (case.record.id, person.id, question.id)
                recording.record_answer(workspace, *key, Answer.of(3))
                recording.record_comment(workspace, *key, "Frau Quasselstrippe sagt nein")
                recording.record_evidence(workspace, *key, "Ordner Zuckerguss")
        sign_off.sign(workspace, case.record.id)
    return firm


def test_nobody_reads_a_true_name(open_window: Opener, known: str) -> None:
    window = open_window(alias=True, mode="mentor", company=known, page="overview")
    for page in (*sorted(shown_pages(window.session)), "client_package", "new_assessment"):
        window.go(page)
        window.tasks.finish()
        QApplication.processEvents()
        assert secrets_in(window) == set(), page
    assert window.frame.header.company == "Company 2"
    names = [one.name for one in window.session.respondents]
    assert names == ["", "Person 1", "Person 2"]


def test_nobody_reads_a_true_name_in_what_is_exported(open_window: Opener, known: str) -> None:
    window = open_window(alias=True, company=known, page="report")
    session = window.session
    assert session.evaluation is not None
    order = Order(session.evaluation, session.report_context(), window.t)
    pages = PdfReader(BytesIO(exported(order, Format.PDF))).pages
    text = "".join(page.extract_text() for page in pages)
    data = exported(order, Format.DATA).decode()
    for secret in SECRETS:
        assert secret not in text
        assert secret not in data
    assert "Company 2" in text


def test_the_palette_finds_companies_by_their_other_names(
    open_window: Opener, known: str, qtbot: QtBot
) -> None:
    window = open_window(mode="mentor", company=known, page="overview")
    press(Qt.Key.Key_N, _CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert window.frame.header.company == "Company 2"
    press(Qt.Key.Key_K, _CONTROL)
    palette = window.findChild(Palette)
    assert palette is not None
    window.tasks.finish()
    palette.field.setText("Ähren")
    assert palette.list.model().rowCount() == 0
    palette.field.setText("Company 1")
    qtbot.waitUntil(lambda: palette.list.model().rowCount() == 1)
    press(Qt.Key.Key_Return)
    assert window.frame.header.company == "Company 1"


def test_notes_are_neither_seen_nor_taken(open_window: Opener, known: str) -> None:
    window = open_window(company=known, page="overview")
    window.session.correct("A slip")
    window.change_settings(alias=True)
    window.open_question("data.figures")
    press("c")
    press("e")
    assert not [box for box in window.findChildren(Comment) if box.isVisible()]
    press("2")
    assert window.session.answers["data.figures"].value == 2
    window.change_settings(alias=False)
    QApplication.processEvents()
    assert window.session.answers["data.figures"].comment == "Frau Quasselstrippe sagt nein"
    assert [box for box in window.findChildren(Comment) if box.isVisible()]


def test_a_deletion_that_was_interrupted_is_told_of_without_the_name(
    open_window: Opener, known: str
) -> None:
    path = paths.default_workspace()
    with open_workspace(path) as workspace:
        there = deleting.belongings_of(workspace, known)
        gone = replace(there, names=("Zuckerguss GmbH",), ids=("gone",))
    note = {"begun": "2026-03-01T08:00:00+00:00", "size_before": 1, "deleted": asdict(gone)}
    path.with_name(f"{path.name}.deleting").write_text(json.dumps(note))
    window = open_window(alias=True, mode="mentor", page="companies")
    window.tasks.finish()
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert [text for text in texts if "was interrupted" in text]
    assert secrets_in(window) == set()


def test_true_names_come_back_and_were_not_touched(open_window: Opener, known: str) -> None:
    window = open_window(alias=True, company=known, page="overview")
    session = window.session
    assert session.company is not None
    shown = session.company
    window.attempt(lambda: session.save_company(shown))
    assert "Other names" in window.frame.banner.words
    window.change_settings(alias=False)
    assert window.frame.header.company == "Ährenfeld AG"
    assert session.company is not None
    assert (session.company.contact, session.company.notes) == ("Brigitte", "Zuckerguss")
    question = next(iter(session.answers))
    assert session.answers[question].comment == "Frau Quasselstrippe sagt nein"


def secrets_in(window: MainWindow) -> set[str]:
    """The secrets that are in any text of the window, to be seen or to be heard."""
    texts: list[str] = []
    for widget in window.findChildren(QWidget):
        texts += [spoken(widget), widget.toolTip(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QLineEdit):
            texts.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            texts.append(widget.toPlainText())
    for table in window.findChildren(QTableView):
        model = table.model()
        cells = [
            model.index(row, n)
            for row in range(model.rowCount())
            for n in range(model.columnCount())
        ]
        roles = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        texts += [str(cell.data(role)) for cell in cells for role in roles]
    return {secret for secret in SECRETS for text in texts if secret in text}
