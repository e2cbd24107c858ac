"""Who takes part is listed, forms are made for them, and what comes back is seen first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from digimaturity import paths
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.services import assessments, companies, recording, respondents, sign_off
from digimaturity.services.forms.identity import Identity
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.pages.make_forms import MakeFormsPage
from digimaturity.ui.pages.people import PeoplePage
from digimaturity.ui.pages.returned_forms import ReturnedFormsPage
from digimaturity.ui.sources import place_of
from digimaturity.ui.widgets.question_card import QuestionCard
from digimaturity.ui.widgets.return_row import ReturnRow
from tests.services.forms.filled import at, changed, made_for, pdf, saved

from .conftest import COMPANY, Opener, click, named, press

#: Questions that everybody is asked.
ASKED = ("foundations.availability", "security.access", "security.restore")

VIEWS = tuple(Viewpoint)


def words(window: MainWindow) -> str:
    shown = (one.text() for one in window.frame.findChildren(QLabel) if one.isVisible())
    return "\n".join(shown)


def buttons(window: MainWindow) -> list[str]:
    found = window.frame.findChildren(QPushButton)
    return [one.text().replace("&", "") for one in found if one.isVisible()]


def settled(window: MainWindow) -> None:
    window.tasks.finish()
    QApplication.processEvents()


def drop(window: MainWindow, files: Sequence[Path], on: QWidget | None = None) -> bool:
    """Drop files on the window, or a part of it; whether they were welcome."""
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    no_key = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, dropped, left, no_key)
    enter.ignore()
    QApplication.sendEvent(on or window, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(9, 9), copy, dropped, left, no_key, QEvent.Type.Drop)
        QApplication.sendEvent(on or window, event)
        settled(window)
    return enter.isAccepted()


def with_people(path: Path, count: int, names: Sequence[str] = ()) -> tuple[Identity, ...]:
    """Let so many more take part, of all viewpoints in turn, with a form for each."""
    with open_workspace(path) as opened:
        (company,) = companies.list_companies(opened)
        (record,) = assessments.list_assessments(opened, company.id)
        made = []
        for place in range(count):
            name = names[place] if place < len(names) else f"P{place}"
            added = respondents.add_respondent(opened, record.id, VIEWS[place % 3], name)
            language = ("en", "de")[place % 2]
            made.append(made_for(opened, record.id, str(added.respondent), language))
    return tuple(made)


def box(window: MainWindow, name: str) -> QComboBox:
    """What is chosen there is told as its name, on Linux."""
    found = window.frame.findChildren(QComboBox)
    return next(one for one in found if one.isVisible() and one.accessibleName() == name)


def test_one_alone_is_taught_and_asks_somebody_by_the_keyboard(
    open_window: Opener,
    workspace: Path,  # noqa: ARG001 - it must be there
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    window = open_window(page="questionnaire", mode="self")
    named(window.frame, QPushButton, "Ask others").setFocus()
    press(Qt.Key.Key_Return)
    assert window.frame.current == "people"
    assert "Ask others, too" in words(window)
    add = named(window.frame, QPushButton, "Add a person")
    assert add.hasFocus()
    press(Qt.Key.Key_Return)
    assert named(window.frame, QLineEdit, "Name or code").hasFocus()
    press("Ada")
    press(Qt.Key.Key_Return)
    assert [(one.viewpoint, one.name) for one in window.session.respondents] == [
        (Viewpoint.MANAGEMENT, ""),
        (Viewpoint.IT, "Ada"),
    ]
    assert "From 2 of them there is nothing yet." in words(window)
    named(window.frame, QPushButton, "Make a form for Ada").setFocus()
    press(Qt.Key.Key_Return)
    assert window.frame.current == "make_forms"
    assert box(window, "For whom").currentText() == "Ada · IT"
    named(window.frame, QPushButton, "Make 1 form").setFocus()
    press(Qt.Key.Key_Return)
    settled(window)
    (file,) = out.iterdir()
    assert file.suffix == ".html"
    assert COMPANY.name in file.name
    assert "Ada" in file.name
    text = named(window.frame, QPlainTextEdit, "A text for the e-mail").toPlainText()
    assert COMPANY.name in text
    assert re.search(r"about \d\d minutes", text)
    named(window.frame, QPushButton, "Copy the text").click()
    assert QGuiApplication.clipboard().text() == text
    window.go("people")
    assert "Form made on" in words(window)
    assert "1 form is still out." in words(window)


def test_forms_for_all_who_are_missing_are_made_in_their_language(
    open_window: Opener, workspace: Path, tmp_path: Path
) -> None:
    with_people(workspace, 1)
    out = tmp_path / "out"
    out.mkdir()
    window = open_window(page="people", language="de")
    window.go("make_forms")
    shown = window.frame.page("make_forms")
    assert isinstance(shown, MakeFormsPage)
    assert "2 Formulare erstellen …" in buttons(window)
    click(named(window.frame, QRadioButton, "Als PDF"))
    shown.make_in(out)
    settled(window)
    assert "2 Formulare sind erstellt" in words(window)
    assert [one.read_bytes()[:5] for one in out.iterdir()] == [b"%PDF-"] * 2
    text = named(window.frame, QPlainTextEdit, "Text für die E-Mail")
    assert text.toPlainText().startswith("Guten Tag,")
    box(window, "Sprache des Textes").setCurrentIndex(0)
    assert text.toPlainText().startswith("Hello,")


def test_thirty_files_are_dropped_at_once_seen_and_taken_in(
    open_window: Opener, workspace: Path, tmp_path: Path
) -> None:
    forms = with_people(workspace, 30)
    files = [
        saved(tmp_path, one, dict.fromkeys(ASKED, place % 5 + 1), at(place))
        for place, one in enumerate(forms[:26])
    ]
    for place, one in enumerate(forms[26:]):
        files.append(tmp_path / f"form {place}.pdf")
        files[-1].write_bytes(pdf(one, {f"levels:{ASKED[0].replace('.', '/')}": "/4"}))
    edited = saved(tmp_path, forms[0], {ASKED[0]: 1})
    edited.write_text(edited.read_text().replace(f'"{ASKED[0]}":1', f'"{ASKED[0]}":5'))
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(pdf(None, {}))
    stranger = saved(tmp_path, changed(forms[1], form="0" * 32), {ASKED[0]: 2}, at(50))
    window = open_window(page="questionnaire")
    assert drop(window, [*files, edited, letter, stranger])
    assert window.frame.current == "returned_forms"
    told = words(window)
    assert "31 forms are for this assessment. 2 cannot be used." in told
    assert "it was changed by hand, or on its way" in told
    assert "P0 · Management" in [one.accessibleName().split(",")[0] for one in boxes(window)]
    assert f"{len(ASKED)} new answers" in told
    assert len(boxes(window)) == 31
    assert [one.isChecked() for one in boxes(window)].count(False) == 1  # that of no known form
    assert not any(window.session.responses.answers.values())  # nothing has changed yet
    boxes(window)[2].setChecked(False)
    take = named(window.frame, QPushButton, "Accept 29 forms")
    take.setFocus()
    press(Qt.Key.Key_Return)
    settled(window)
    assert window.frame.current == "people"
    assert "29 forms taken in" in window.frame.banner.words
    answers = window.session.responses.answers
    assert [len(answers[one.respondent]) for one in forms[:4]] == [3, 3, 0, 3]
    assert answers[forms[29].respondent][ASKED[0]].value == 4
    assert len(window.session.results[ASKED[0]].by_viewpoint) == 3  # the results are live
    assert "From 2 of them there is nothing yet." in words(window)
    assert "Form came back" in words(window)
    # The same once more brings nothing; dropped on a question it is no evidence for it.
    window.go("questionnaire")
    assert drop(window, files[:1], window.frame.findChildren(QuestionCard)[0])
    assert window.frame.current == "returned_forms"
    assert "Taken in before: nothing changes." in words(window)
    assert not boxes(window)[0].isEnabled()


def boxes(window: MainWindow) -> list[QCheckBox]:
    rows = [one.box for one in window.frame.findChildren(ReturnRow) if one.isVisible()]
    return [one for one in rows if one is not None]


def test_what_was_copied_is_pasted_and_can_be_left(
    open_window: Opener, workspace: Path, tmp_path: Path
) -> None:
    (form,) = with_people(workspace, 1, ["<b>Ada</b>"])
    text = saved(tmp_path, form, {ASKED[0]: {"value": 3, "comment": "<i>so</i>"}}).read_text()
    window = open_window(page="people")
    QGuiApplication.clipboard().setText("> " + text)
    window.act("paste_form")
    settled(window)
    assert boxes(window)[0].accessibleName() == "<b>Ada</b> · Management"
    window.change_settings(language="de")  # what was pasted stays
    settled(window)
    named(window.frame, QPushButton, "Nicht übernehmen").click()
    assert window.frame.current == "people"
    window.go("returned_forms")
    assert not boxes(window)
    assert not any(window.session.responses.answers.values())


def test_what_changed_meanwhile_is_looked_at_again(
    open_window: Opener, workspace: Path, tmp_path: Path
) -> None:
    (form,) = with_people(workspace, 1)
    window = open_window(page="people")
    window.go("returned_forms", place_of([saved(tmp_path, form, {ASKED[0]: 3})]))
    settled(window)
    window.session.answer_as(form.respondent)
    window.session.answer(ASKED[1], Answer.of(5))
    named(window.frame, QPushButton, "Accept 1 form").click()
    for _ in range(2):  # it is refused, and then read once more
        settled(window)
    assert "was changed here since the preview" in window.frame.banner.words
    assert ASKED[0] not in window.session.answers
    named(window.frame, QPushButton, "Accept 1 form").click()
    settled(window)
    assert [window.session.answers[one].value for one in ASKED[:2]] == [3, 5]
    assert not window.session.undo_stack.done  # a step back would end before the form


def test_forms_of_another_company_are_taken_in_there(
    open_window: Opener, workspace: Path, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    (own,) = with_people(workspace, 1)
    with open_workspace(workspace) as opened:
        other = str(
            companies.save_company(opened, companies.CompanyRecord("Bäckerei Lund")).company
        )
        people = [(Viewpoint.IT, "Bo")]
        day = date(2026, 3, 1)
        begun = assessments.create_assessment(opened, other, questionnaire, day, people)
        record = assessments.get_assessment(opened, str(begun.assessment))
        form = made_for(opened, record.id, record.respondents[0].id)
    files = [saved(tmp_path, own, {ASKED[0]: 2}), saved(tmp_path, form, {ASKED[0]: 4})]
    window = open_window(page="overview", mode="mentor")
    window.open_company(own_company(workspace))
    assert drop(window, files)
    assert "1 form is for this assessment. 1 is for another one." in words(window)
    assert len(boxes(window)) == 1
    named(window.frame, QPushButton, "Go there with these files: Bäckerei Lund").click()
    settled(window)
    assert window.session.company is not None
    assert window.session.company.name == "Bäckerei Lund"
    assert [one.accessibleName().split(",")[0] for one in boxes(window)] == ["Bo · IT"]
    named(window.frame, QPushButton, "Accept 1 form").click()
    settled(window)
    assert window.session.answers[ASKED[0]].value == 4


def own_company(workspace: Path) -> str:
    with open_workspace(workspace, read_only=True) as opened:
        return next(one.id for one in companies.list_companies(opened) if one.name == COMPANY.name)


def test_a_finished_assessment_is_listed_and_says_why_nothing_can_be_done(
    open_window: Opener, workspace: Path, tmp_path: Path
) -> None:
    (form,) = with_people(workspace, 1)
    with open_workspace(workspace) as opened:
        sign_off.sign(opened, form.assessment)
    window = open_window(page="people")
    assert "This assessment is signed off" in words(window)
    for name in ("Add a person", "Make forms", "Change P0", "Make a form for P0"):
        assert not named(window.frame, QPushButton, name).isEnabled()
    assert named(window.frame, QPushButton, "See the answers: P0").isEnabled()
    assert drop(window, [saved(tmp_path, form, {ASKED[0]: 3})])
    assert "Its assessment is signed off" in words(window)
    assert not any(text.startswith("Accept") for text in buttons(window))


def test_people_are_renamed_moved_and_removed_unless_they_have_answered(
    open_window: Opener, workspace: Path
) -> None:
    first, second = with_people(workspace, 2)
    with open_workspace(workspace) as opened:
        place = (first.assessment, first.respondent)
        recording.record_answer(opened, *place, ASKED[0], Answer.of(2))
    window = open_window(page="people")
    named(window.frame, QPushButton, "Change P0").click()
    assert not named(window.frame, QPushButton, "Remove").isEnabled()
    assert "kept for ever" in words(window)
    field = named(window.frame, QLineEdit, "Name or code")
    field.setText("Kürzel 7")
    window.change_settings(language="de")  # what was entered stays
    settled(window)
    field = named(window.frame, QLineEdit, "Name oder Kürzel")
    assert field.text() == "Kürzel 7"
    box(window, "Blickwinkel").setCurrentIndex(VIEWS.index(Viewpoint.BUSINESS))
    field.setFocus()
    press(Qt.Key.Key_Return)
    assert named(window.frame, QPushButton, "Kürzel 7 ändern").hasFocus()
    named(window.frame, QPushButton, "P1 ändern").click()
    press(Qt.Key.Key_Escape)
    assert named(window.frame, QPushButton, "P1 ändern").hasFocus()
    named(window.frame, QPushButton, "P1 ändern").click()
    named(window.frame, QPushButton, "Entfernen").click()
    people = {one.id: one for one in window.session.respondents}
    assert second.respondent not in people
    assert people[first.respondent].viewpoint is Viewpoint.BUSINESS
    assert people[first.respondent].name == "Kürzel 7"
    named(window.frame, QPushButton, "Hier antworten: Kürzel 7").click()
    assert window.frame.current == "questionnaire"
    assert window.session.respondent.id == first.respondent
    assert "Kürzel 7" in box(window, "Wer antwortet").currentText()


def test_who_can_be_recognised_is_told_and_led_to_what_helps(
    open_window: Opener, workspace: Path
) -> None:
    forms = with_people(workspace, 3)
    with open_workspace(workspace) as opened:
        for one in forms[:2]:
            place = (one.assessment, one.respondent)
            recording.record_answer(opened, *place, ASKED[0], Answer.of(2))
    window = open_window(page="people")
    told = "Fewer than three people have answered from: Management, IT."
    assert told in words(window)
    window.change_settings(mode="mentor")
    settled(window)
    named(window.frame, QPushButton, "Tell viewpoints as one").click()
    assert window.frame.current == "results"
    choice = box(window, "Viewpoints are told")
    place_of_it = choice.mapTo(window, QPoint()).y()
    assert 0 < place_of_it < window.height()
    choice.setCurrentIndex(choice.count() - 1)
    choice.activated.emit(choice.count() - 1)
    window.go("people")
    assert told not in words(window)


def test_other_names_hide_who_takes_part_also_in_forms(
    open_window: Opener, workspace: Path, tmp_path: Path
) -> None:
    (form,) = with_people(workspace, 1, ["Ada Lovelace"])
    window = open_window(page="people", alias=True)
    window.go("people")
    hidden = ("Ada Lovelace", COMPANY.name)
    assert not any(name in words(window) for name in hidden)
    assert not named(window.frame, QPushButton, "Change").isEnabled()
    file = saved(tmp_path, form, {ASKED[0]: 3}).rename(tmp_path / "Ada Lovelace.json")
    letter = tmp_path / "from Ada Lovelace.json"
    letter.write_text("{}")
    assert drop(window, [file, letter])
    assert boxes(window)
    assert not any(name in words(window) for name in hidden)
    window.go("make_forms", form.respondent)
    shown = window.frame.page("make_forms")
    assert isinstance(shown, MakeFormsPage)
    shown.make_in(tmp_path)
    settled(window)
    (made,) = tmp_path.glob("*.html")
    told = made.name + made.read_text(encoding="utf-8") + words(window)
    assert not any(name in told for name in hidden)


@pytest.mark.parametrize("language", ["en", "de"])
def test_each_control_has_a_letter_of_its_own_and_all_fits_at_200_percent(
    open_window: Opener, workspace: Path, tmp_path: Path, language: str
) -> None:
    form, other = with_people(workspace, 2, ["Jörg Müller-Hohenstein von und zu Ährenfeld"])
    files = [saved(tmp_path, one, {ASKED[0]: 3}) for one in (form, other)]
    bad = tmp_path / f"{'lang' * 30}.json"
    bad.write_text("{}")
    window = open_window(page="people", language=language, text_size=200, geometry=(0, 0, 960, 600))
    shown: list[ColumnPage] = []
    for page_name, place in (
        ("people", ""),
        ("people", "add"),
        ("make_forms", ""),
        ("returned_forms", place_of([*files, bad])),
    ):
        window.go(page_name, place)
        settled(window)
        found = window.frame.page(page_name)
        assert isinstance(found, PeoplePage | MakeFormsPage | ReturnedFormsPage)
        if isinstance(found, MakeFormsPage):
            found.make_in(tmp_path)
            settled(window)
        shown.append(found)
        texts = [one.text() for one in found.findChildren(QPushButton) if one.isVisible()]
        labels = [one for one in found.findChildren(QLabel) if one.isVisible()]
        texts += [one.text() for one in labels if one.buddy() is not None]
        letters = [hit[1].lower() for text in texts if (hit := re.search(r"&([^&\s])", text))]
        assert letters
        assert len(set(letters)) == len(letters), texts
        assert found._scroll.horizontalScrollBar().maximum() == 0
    assert len(shown) == 4


def test_only_forms_and_packages_are_welcome_on_the_window(
    window: MainWindow, tmp_path: Path
) -> None:
    picture = tmp_path / "x.png"
    picture.write_bytes(b"")
    assert not drop(window, [picture])
    assert not drop(window, [picture, tmp_path / "gone.json"])
    assert paths.default_workspace().exists()
