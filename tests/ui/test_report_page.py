"""What is chosen for a report is what the file shows, is kept, and is saved in every format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.services.exports import Format
from digimaturity.services.report_options import get_options
from digimaturity.services.sender import kept_logo
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.report import ReportPage
from digimaturity.ui.widgets.fold import Fold

from .conftest import Opener, click, is_active, named, press

WORDS = "Dear owners, 54 answers later we know where to begin."


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ReportPage:
    window.go("report")
    page = window.frame.page("report")
    assert isinstance(page, ReportPage)
    _wait(page, qtbot)
    for fold in page.findChildren(Fold):
        fold.line.click()
    window.activateWindow()  # so that what is typed counts as typed
    qtbot.waitUntil(lambda: is_active(window))
    return page


def _wait(page: ReportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.ready, timeout=30_000)


def _anew(page: ReportPage, qtbot: QtBot) -> None:
    """Wait until what was chosen just now is shown."""
    qtbot.waitUntil(lambda: not page.ready, timeout=5_000)
    _wait(page, qtbot)


def _text(page: ReportPage, path: Path) -> str:
    page.saving.save_as(path)
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(path).pages)


def test_the_keyboard_waits_for_the_report_but_leaves_nobody_who_went_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("report")
    page = window.frame.page("report")
    assert isinstance(page, ReportPage)
    assert not page.ready
    _wait(page, qtbot)
    assert window.focusWidget() is named(page, QPushButton, "Save PDF")
    window.go("overview")
    window.change_settings(appearance="dark")
    window.go("report")
    page = window.frame.page("report")
    assert isinstance(page, ReportPage)
    assert not page.ready
    press(Qt.Key.Key_Tab)
    went = window.focusWidget()
    assert not page.ready
    _wait(page, qtbot)
    assert window.focusWidget() is went


def test_a_chapter_that_is_not_wanted_is_gone_and_stays_so(
    page: ReportPage, window: MainWindow, open_window: Opener, qtbot: QtBot
) -> None:
    pages = page.document.pageCount()
    box = named(page, QCheckBox, "Glossary")
    assert isinstance(box, QCheckBox)
    box.click()
    _anew(page, qtbot)
    assert page.document.pageCount() < pages
    workspace, assessment = window.session.workspace, window.session.assessment_id
    assert workspace is not None
    assert get_options(workspace, assessment).left_out == {"glossary"}
    window.close()
    again = open_window(page="report").frame.page("report")
    assert isinstance(again, ReportPage)
    _wait(again, qtbot)
    assert again.options.chosen.left_out == {"glossary"}


def test_a_foreword_is_printed_with_who_signs_it(
    page: ReportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    name = named(page, QLineEdit, "Your name")
    foreword = named(page, QPlainTextEdit, "Foreword")
    name.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(name, "Ada Lovelace")
    foreword.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(foreword, WORDS)
    page.flush()
    _anew(page, qtbot)
    text = _text(page, tmp_path / "report.pdf")
    assert "54 answers later" in text
    assert "Ada Lovelace" in text


def test_nothing_is_saved_without_the_words_that_were_just_typed(
    page: ReportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    foreword = named(page, QPlainTextEdit, "Foreword")
    foreword.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(foreword, WORDS)
    assert not page.ready
    _wait(page, qtbot)
    assert "54 answers later" in _text(page, tmp_path / "report.pdf")


def test_what_is_being_typed_is_kept_when_the_page_is_left(
    page: ReportPage, window: MainWindow
) -> None:
    foreword = named(page, QPlainTextEdit, "Foreword")
    foreword.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(foreword, WORDS)
    window.go("results")
    workspace = window.session.workspace
    assert workspace is not None
    assert get_options(workspace, window.session.assessment_id).foreword == WORDS


def test_words_that_come_in_without_the_keyboard_are_kept(
    page: ReportPage, window: MainWindow
) -> None:
    foreword = named(page, QPlainTextEdit, "Foreword")
    assert not foreword.hasFocus()
    foreword.insertPlainText(WORDS)  # as a drop or dictation does
    window.go("results")
    workspace = window.session.workspace
    assert workspace is not None
    assert get_options(workspace, window.session.assessment_id).foreword == WORDS


def test_each_cut_is_offered_under_a_name_of_its_own(page: ReportPage, qtbot: QtBot) -> None:
    names = {page.saving.suggested().name}
    page.options.choose_cut("board")
    _anew(page, qtbot)
    assert page.document.pageCount() == 1
    names.add(page.saving.suggested().name)
    page.options.choose_cut("staff")
    _anew(page, qtbot)
    assert page.document.pageCount() <= 2
    names.add(page.saving.suggested().name)
    assert len(names) == 3


def test_paper_is_what_was_chosen(page: ReportPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.options.choose_paper("letter")
    _anew(page, qtbot)
    page.saving.save_as(tmp_path / "letter.pdf")
    with pikepdf.open(tmp_path / "letter.pdf") as pdf:
        assert [float(edge) for edge in pdf.pages[0].mediabox] == [0, 0, 612, 792]


def test_a_logo_is_kept_and_printed_and_a_damaged_one_changes_nothing(
    page: ReportPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    good, bad = tmp_path / "logo.png", tmp_path / "broken.png"
    Image.new("RGB", (300, 100), (180, 20, 20)).save(good)
    bad.write_bytes(good.read_bytes()[:60])
    page.signer.take_logo(good)
    _anew(page, qtbot)
    good.unlink()
    page.saving.save_as(tmp_path / "with.pdf")
    cover = pypdf.PdfReader(tmp_path / "with.pdf").pages[0]
    assert len(cover.images) == 1
    page.signer.take_logo(bad)
    assert window.frame.banner.isVisible()
    assert kept_logo(paths.config_dir())
    page.signer.forget_logo()
    _anew(page, qtbot)
    page.saving.save_as(tmp_path / "without.pdf")
    assert not pypdf.PdfReader(tmp_path / "without.pdf").pages[0].images


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.PDF])
def test_every_format_is_written_by_the_worker_and_told(
    page: ReportPage, window: MainWindow, tmp_path: Path, qtbot: QtBot, form: Format
) -> None:
    page.saving.save_as(tmp_path / "everything", form)
    target = tmp_path / f"everything.{form}"
    qtbot.waitUntil(lambda: "everything" in window.frame.banner.words, timeout=30_000)
    assert target.read_bytes()[:1] == (b"{" if form is Format.DATA else b"P")
    press(Qt.Key.Key_Tab)  # and the window goes on
    assert page.ready


def test_a_system_without_a_program_for_the_report_is_told_of(
    page: ReportPage, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.saving.save_as(tmp_path / "mine.pdf")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    click(named(page, QPushButton, "Open it"))
    assert "no program" in window.frame.banner.words
    assert str(tmp_path / "mine.pdf") in window.frame.banner.words


def test_a_file_that_is_there_is_not_replaced_without_being_asked_about(
    page: ReportPage, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "mine.xlsx").write_text("a letter")
    page.saving.save_as(tmp_path / "mine", Format.TABLES)
    assert (tmp_path / "mine.xlsx").read_text() == "a letter"
    assert "mine.xlsx" in window.frame.banner.words


def test_a_name_that_is_too_long_is_no_fault(
    page: ReportPage, window: MainWindow, tmp_path: Path
) -> None:
    page.saving.save_as(tmp_path / ("x" * 300))
    assert window.frame.banner.isVisible()
    assert not list(tmp_path.glob("x*"))


def test_it_is_said_how_the_mark_of_a_draft_goes_away(
    page: ReportPage, window: MainWindow, qtbot: QtBot
) -> None:
    said = "Marked as a draft until you sign the assessment off"
    assert any(said in label.text() for label in page.saving.findChildren(QLabel))
    window.session.sign()
    _anew(page, qtbot)
    assert not any(said in label.text() for label in page.saving.findChildren(QLabel))


def test_the_cut_stays_when_the_window_is_built_anew(
    page: ReportPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.options.choose_cut("staff")
    assert not any(field.isVisible() for field in page.findChildren(QPlainTextEdit))
    window.change_settings(text_size=125)
    again = window.frame.page("report")
    assert isinstance(again, ReportPage)
    _wait(again, qtbot)
    assert (again.options.cut, again.document.pageCount()) == ("staff", 1)
    again.options.choose_language("de")
    window.change_settings(text_size=100)
    again = window.frame.page("report")
    assert isinstance(again, ReportPage)
    assert (again.options.cut, again.options.language) == ("staff", "de")


def test_a_long_name_leaves_room_for_the_year_and_the_cut(
    page: ReportPage, window: MainWindow, qtbot: QtBot
) -> None:
    company = window.session.company
    assert company is not None
    window.session.save_company(replace(company, name="Wort " * 60))
    page.options.choose_cut("staff")
    _anew(page, qtbot)
    assert page.saving.suggested().name.endswith("2026 letter.pdf")
