"""The handbook: both languages say the same, and whatever is named in it exists."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from digimaturity.i18n import LANGUAGES, Translator
from digimaturity.paths import resources_dir
from digimaturity.ui.handbook import CHAPTER_OF, CHAPTERS, Chapter, load, slug
from digimaturity.ui.key_map import shown_keys
from digimaturity.ui.key_names import shown_key
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.help import HelpPage
from digimaturity.ui.site_map import MAKERS
from digimaturity.ui.widgets.key_card import KeyCard

from .conftest import Opener, lay_out, named, press

BOOKS = {language: load(resources_dir() / "handbook", language) for language in LANGUAGES}

#: Between backquotes stand keys, and names of files that begin with a dot.
_CODE = re.compile(r"`([^`.][^`]*)`")
_LINK = re.compile(r"\]\(([^)]+)\)")


def help_page(window: MainWindow) -> HelpPage:
    page = window.frame.page("help")
    assert isinstance(page, HelpPage)
    return page


def skeleton(chapter: Chapter) -> list[str]:
    """What is the same in every language: headings, lists and tables, keys and links."""
    shape = re.findall(r"^(#+|-|\d\.|\|)", chapter.text, re.MULTILINE)
    return [*shape, *(link.partition("#")[0] for link in _LINK.findall(chapter.text))]


def test_both_languages_have_the_same_chapters_headings_lists_and_links() -> None:
    for english, german in zip(*BOOKS.values(), strict=True):
        assert skeleton(english) == skeleton(german), english.name
        assert english.title != german.title or english.name == "glossary"
    for language in LANGUAGES:
        folder = resources_dir() / "handbook" / language
        assert {file.stem for file in folder.iterdir()} == set(CHAPTERS)


def test_every_page_of_the_window_has_a_chapter_that_explains_it() -> None:
    assert set(MAKERS) <= set(CHAPTER_OF)
    assert set(CHAPTER_OF.values()) <= set(CHAPTERS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_and_every_place_that_is_named_exists(window: MainWindow, language: str) -> None:
    t = Translator.load(language, resources_dir() / "locale")
    known = window.guide.actions()
    keys = {shown_key(key, t) for action in known for key in action.keys}
    ids = {action.id for action in known}
    headings = {
        (chapter.name, slug(section.heading))
        for chapter in BOOKS[language]
        for section in chapter.sections
    }
    for chapter in BOOKS[language]:
        assert set(_CODE.findall(chapter.text)) <= keys, chapter.name
        for link in _LINK.findall(chapter.text):
            url = QUrl(link)
            if url.scheme() == "do":
                assert url.path() in ids, link
            else:
                name = url.path().removesuffix(".md")
                assert name in CHAPTERS, link
                assert not url.fragment() or (name, url.fragment()) in headings, link


@pytest.mark.parametrize("page", ["questionnaire", "results", "report", "settings"])
def test_help_opens_the_chapter_of_the_page_that_one_comes_from(
    open_window: Opener, page: str
) -> None:
    window = open_window(sample=True)
    window.go(page)
    window.go("help")
    assert help_page(window).place() == CHAPTER_OF[page]
    title = next(one.title for one in BOOKS["en"] if one.name == CHAPTER_OF[page])
    assert help_page(window).reading.toPlainText().startswith(title)


def test_f1_shows_the_keys_of_the_page_first_and_once_more_its_chapter(window: MainWindow) -> None:
    press(Qt.Key.Key_F1)
    card = window.findChild(KeyCard)
    assert card is not None
    assert card._groups[0].title == "In the questionnaire"
    told = {key for group in card._groups for key, _ in group.keys}
    wanted = {shown_keys(one, window.t) for one in window.guide.actions() if one.keys}
    assert told == wanted
    press(Qt.Key.Key_F1)
    assert window.frame.current == "help"
    assert help_page(window).place() == "answering"


def test_walking_through_the_chapters_shows_them(window: MainWindow) -> None:
    window.go("help", "start")
    page = help_page(window)
    assert page.list.hasFocus()
    press(Qt.Key.Key_Down)
    assert page.reading.toPlainText().startswith(BOOKS["en"][1].title)
    # Built anew, in another language, it is at the same chapter.
    window.change_settings(language="de")
    assert help_page(window).reading.toPlainText().startswith(BOOKS["de"][1].title)


def test_a_search_finds_the_heading_and_leads_there(window: MainWindow) -> None:
    window.go("help")
    page = help_page(window)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    press("half wei rated")
    assert page.list.model().index(0, 0).data() == "Not rated"
    press(Qt.Key.Key_Return)
    assert page.place() == "scores"
    assert page.reading.textCursor().block().text() == "Not rated"
    assert page.reading.extraSelections()
    page._search.setText("bounds")
    assert page.list.model().index(0, 0).data() == "Bounds"  # what is called so comes first
    page._search.setText("zzz")
    assert page.list.model().rowCount() == 0
    page._search.clear()
    assert page.list.model().rowCount() == len(CHAPTERS)


def test_links_lead_through_the_handbook_and_into_the_window_and_never_out(
    window: MainWindow,
) -> None:
    window.go("help", "start")
    page = help_page(window)
    page.follow(QUrl("scores.md#bounds"))
    assert page.place() == "scores"
    assert page.reading.textCursor().block().text() == "Bounds"
    page.follow(QUrl("https://example.org/a"))
    assert "https://example.org/a is an address on the internet" in window.frame.banner.words
    assert QGuiApplication.clipboard().text() == "https://example.org/a"
    page.follow(QUrl("do:settings"))
    assert window.frame.current == "settings"


def test_the_palette_finds_a_chapter(window: MainWindow) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    press("when something goes")
    press(Qt.Key.Key_Return)
    assert window.frame.current == "help"
    assert help_page(window).place() == "errors"


def test_a_link_is_followed_by_the_keyboard(window: MainWindow) -> None:
    window.go("help", "start")
    page = help_page(window)
    page.reading.setFocus(Qt.FocusReason.TabFocusReason)
    page.reading.moveCursor(QTextCursor.MoveOperation.Start)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert page.place() == "answering"  # the first link of the chapter


@pytest.mark.parametrize("text_size", [100, 200])
def test_no_line_is_longer_than_75_letters_and_none_is_cut(
    open_window: Opener, text_size: int
) -> None:
    window = open_window(geometry=(0, 0, 1920, 1080), text_size=text_size, language="de")
    window.go("help")
    lay_out(window)
    reading = help_page(window).reading
    for chapter in ("start", "comparisons"):
        help_page(window).open(chapter)
        QApplication.processEvents()
        block, longest = reading.document().begin(), 0
        while block.isValid():
            layout = block.layout()
            ends = [layout.lineAt(n).textStart() for n in range(layout.lineCount())]
            longest = max([longest, *(b - a for a, b in pairwise(ends))])
            block = block.next()
        assert 45 <= longest <= 75 + 1  # the space at the end of a line is not seen
        assert reading.document().size().width() <= reading.viewport().width()


def test_in_a_narrow_window_chapters_and_text_take_turns(open_window: Opener) -> None:
    window = open_window(geometry=(0, 0, 960, 600), text_size=200)
    window.go("help", "scores")
    lay_out(window)
    page = help_page(window)
    assert page.reading.isVisible()
    assert not page.list.isVisible()
    named(window, QPushButton, "All chapters").click()
    assert page.list.isVisible()
    assert not page.reading.isVisible()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.reading.isVisible()
    assert page.place() == "comparisons"


def test_the_card_of_the_keys_cuts_nothing_off_and_can_be_scrolled(open_window: Opener) -> None:
    window = open_window(geometry=(0, 0, 960, 600), text_size=200, language="de", sample=True)
    press(Qt.Key.Key_F1)
    card = window.findChild(KeyCard)
    assert card is not None
    QApplication.processEvents()
    assert card.rect().contains(card.card.geometry())
    inner = card._scroll.widget()
    assert inner is not None
    assert inner.width() <= card._scroll.viewport().width()
    for one in inner.findChildren(QLabel):
        wanted = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
        assert one.height() >= wanted, one.text()
        assert one.wordWrap() or one.width() >= one.sizeHint().width(), one.text()
    for button in card.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width(), button.text()
    press(Qt.Key.Key_PageDown)
    assert card._scroll.verticalScrollBar().value() > 0
