"""Help: the handbook, with a list of its chapters, a search, and the ways on from it."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from digimaturity import __version__, paths
from digimaturity.domain.glossary import alphabetical
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.ui import handbook
from digimaturity.ui.key_map import key_groups
from digimaturity.ui.matching import folded
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, line, spaced
from digimaturity.ui.widgets.chapter_list import ChapterList
from digimaturity.ui.widgets.reading import Reading
from digimaturity.ui.widgets.terms import entry

#: Pixels at 100 %: the list of chapters, and the width below which it takes turns with the text.
_SIDE, _NARROW = 264, 700


class HelpPage(Page):
    """The chapters at the left, one of them at the right."""

    concerned_by = frozenset()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        t, theme = parts.t, parts.theme
        self._chapters = handbook.load(paths.resources_dir() / "handbook", t.language)
        self._chapter = handbook.CHAPTERS[0]
        self._heading = ""
        #: The chapter that is laid out, and whose words it explains.
        self._shown: tuple[str, Questionnaire | None] = "", None
        self._narrow = False
        self.reading = Reading(theme, t("Chapter of the handbook"))
        self.reading.followed.connect(self.follow)
        self.list = ChapterList(theme, t("Chapters of the handbook"))
        self.list.chosen.connect(self.open)
        self.list.taken.connect(self._read)
        self._search = QLineEdit()
        self._search.setPlaceholderText(t("Search the handbook (Ctrl+F)"))
        self._search.setAccessibleName(t("Search the handbook"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._look_up)
        self._search.returnPressed.connect(self.list.take_first)
        QShortcut(QKeySequence.StandardKey.Find, self, self._find)
        self._back = button(t("All chapters"), lambda: self._show_turn(chapters=True), "link")
        self._side = self._left()
        right = QVBoxLayout()
        spaced(right, 0)
        above = QHBoxLayout()
        spaced(above, theme.px(32), theme.px(8), 0, 0)
        above.addWidget(self._back)
        above.addStretch()
        right.addLayout(above)
        right.addWidget(self.reading, stretch=1)
        self._right = QWidget()
        self._right.setLayout(right)
        row = QHBoxLayout(self)
        spaced(row, 0)
        row.addWidget(self._side)
        row.addWidget(self._right, stretch=1)
        self._back.hide()
        self._look_up()

    def start(self) -> None:
        """The keyboard is at the chapters."""
        if self._shown != (self._chapter, self.parts.session.questionnaire) or self._heading:
            self.open(self._chapter, self._heading)
        self._show_turn(chapters=False)
        (self.reading if self._narrow else self.list).setFocus()

    def place(self) -> str:
        """The chapter that is open."""
        return self._chapter

    def come_back(self, place: str) -> None:
        """Open a chapter, perhaps at a heading: ``scores#the-bounds``."""
        chapter, _, self._heading = place.partition("#")
        self._chapter = chapter if chapter in handbook.CHAPTERS else handbook.CHAPTERS[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for both, the chapters take turns with the text."""
        super().resizeEvent(event)
        narrow = self.width() < self.parts.theme.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_turn(chapters=False)

    def open(self, chapter: str, heading: str = "") -> None:
        """Show a chapter, from a heading on where one is named."""
        self._chapter, self._heading = chapter, ""
        self._shown = chapter, self.parts.session.questionnaire
        text = next(one.text for one in self._chapters if one.name == chapter)
        self.reading.show_text(handbook.filled(text, self._known()))
        if heading:
            self.reading.go_to(heading)
        self.reading.mark(self._search.text().split())
        self.list.mark(chapter)

    def follow(self, url: QUrl) -> None:
        """Follow a link within the handbook, or into the window; the internet is only named."""
        if url.scheme() == "do":
            self.parts.shell.act(url.path())
        elif not url.scheme():
            chapter = url.path().removesuffix(".md") or self._chapter
            self.open(chapter, url.fragment())
        else:
            t, address = self.parts.t, url.toString()
            QGuiApplication.clipboard().setText(address)
            self.parts.shell.tell(
                t("{address} is an address on the internet.", address=address),
                t("The program does not go there. The address was copied: open it in a browser."),
            )

    def _left(self) -> QWidget:
        t, px, shell = self.parts.t, self.parts.theme.px, self.parts.shell
        side = QFrame()
        side.setObjectName("areas")
        column = QVBoxLayout(side)
        spaced(column, px(16), px(16), px(12), px(12), gap=px(8))
        column.addWidget(self._search)
        column.addWidget(self.list, stretch=1)
        column.addWidget(line())
        if shell.settings.sample:
            sample = button(t("Go to &my own company"), shell.leave_sample, "link")
        else:
            sample = button(t("&Look at the sample company"), shell.open_sample, "link")
        copy = button(t("&Copy diagnostic information"), self._copy, "link")
        tour = button(t("Take the short &tour"), lambda: shell.act("tour"), "link")
        for way in (tour, sample, copy):
            column.addWidget(way)
        return side

    def _show_turn(self, *, chapters: bool) -> None:
        px = self.parts.theme.px
        self._side.setVisible(chapters or not self._narrow)
        self._right.setVisible(not (chapters and self._narrow))
        self._back.setVisible(self._narrow)
        self._side.setMinimumWidth(px(_SIDE))
        self._side.setMaximumWidth(self.width() if self._narrow else px(_SIDE))
        if chapters:
            self.list.setFocus()

    def _read(self) -> None:
        self._show_turn(chapters=False)
        self.reading.setFocus()

    def _find(self) -> None:
        self._show_turn(chapters=True)
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _look_up(self) -> None:
        """Show all chapters, or the sections that have all words that are looked for."""
        query = self._search.text()
        if not folded(query):
            self.list.show_rows([(one.title, "", one.name, "") for one in self._chapters])
            self.list.mark(self._chapter)
            self.reading.mark([])
            return
        self.list.show_rows(
            [
                (one.heading, one.chapter.title, one.chapter.name, handbook.slug(one.heading))
                for one in handbook.found(query, self._chapters)
            ]
        )

    def _known(self) -> dict[str, str]:
        """What only the running program knows."""
        t = self.parts.t
        keys = (
            f"## {group.title}\n\n" + handbook.table(rows, (t("Key"), t("What it does")))
            for group in key_groups(self.parts.shell.commands(), t)
            for rows in [[(f"`{key}`", words) for key, words in group.keys]]
        )
        return {"keys": "\n\n".join(keys), "terms": self._terms(), "version": __version__}

    def _terms(self) -> str:
        """The glossary of the questionnaire that is open, in the order of a dictionary."""
        t, questionnaire = self.parts.t, self.parts.session.questionnaire
        if questionnaire is None or not questionnaire.glossary:
            return t("They are shown here as soon as there is an assessment.")
        entries = (entry(t_, t.language) for t_ in alphabetical(questionnaire.glossary, t.language))
        return "\n\n".join(
            f"**{handbook.escaped(word)}**: {handbook.escaped(means)}" for word, means in entries
        )

    def _copy(self) -> None:
        """Versions and system only: nothing of a client."""
        t, settings = self.parts.t, self.parts.shell.settings
        facts = (
            f"digimaturity {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}",
            f"{platform.platform()}, {QGuiApplication.platformName()}",
            f"language {t.language}, appearance {settings.appearance}, text {settings.text_size}",
        )
        QGuiApplication.clipboard().setText("\n".join(facts))
        self.parts.shell.tell(t("The information was copied. It holds nothing of your answers."))
