"""The settings in sections, each a panel; what is chosen holds at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.services.peers import is_exchanged
from digimaturity.ui.keyboard import go_back, spot_of
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.backups_panel import BackupsPanel
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.benchmarks_panel import BenchmarksPanel
from digimaturity.ui.widgets.look_panel import LookPanel
from digimaturity.ui.widgets.mode_panel import ModePanel
from digimaturity.ui.widgets.names_panel import NamesPanel
from digimaturity.ui.widgets.peer_packs_panel import PeerPacksPanel
from digimaturity.ui.widgets.questionnaires_panel import QuestionnairesPanel
from digimaturity.ui.widgets.section_nav import SectionNav
from digimaturity.ui.widgets.sender_panel import SenderPanel
from digimaturity.ui.widgets.workspace_panel import WorkspacePanel

#: Forms are no wider than this, and from this width on the sections are listed beside them
#: (pixels at 100 %).
_FORM, _WIDE = 480, 720


class SettingsPage(ColumnPage):
    """Its panels keep themselves up to date."""

    concerned_by = frozenset()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.setAcceptDrops(True)
        self._sections = self._made()
        titles = [title for title, *_ in self._sections]
        self._nav = SectionNav(parts.theme, parts.t("Sections"), titles)
        self._nav.chosen.connect(self._go_to)
        self._headings: list[QWidget] = []
        self._spot = ""
        self._arrange()
        self._scroll.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _made(self) -> list[tuple[str, str, QWidget]]:
        """The sections: title, what to know about it, panel."""
        parts, t, px = self.parts, self.parts.t, self.parts.theme.px
        self._look, self._sender = LookPanel(parts), SenderPanel(parts)
        self._benchmarks, self._peers = BenchmarksPanel(parts), PeerPacksPanel(parts)
        for form in (self._look, self._sender):
            form.setMaximumWidth(px(_FORM))
        workspace, backups = WorkspacePanel(parts), BackupsPanel(parts)
        for panel in (workspace, backups, self._benchmarks, self._peers):
            panel.shown.connect(self._lead_to)
        sections: list[tuple[str, str, QWidget]] = [
            (t("Language and look"), "", self._look),
            (t("How you work"), "", ModePanel(parts)),
            (t("Names on the screen"), "", NamesPanel(parts)),
            (
                t("Who sends reports"),
                t("Stands on the cover and at the foot of every report from now on."),
                self._sender,
            ),
            (
                t("Workspace"),
                t("Everything that you enter is kept in one file on this computer."),
                workspace,
            ),
            (
                t("Backups"),
                t(
                    "One is made when the file is first opened on a day, and before a new version "
                    "changes it. Take a copy to another disk now and then."
                ),
                backups,
            ),
            (t("Questionnaires"), "", QuestionnairesPanel(parts)),
            (
                t("Benchmarks"),
                t("Firms are compared with official figures. Newer ones take the place of older."),
                self._benchmarks,
            ),
            (
                t("Peer packs"),
                t(
                    "A chamber or an association may gather the scores of many firms and publish "
                    "what is true of groups of at least five. Firms are compared with these, too."
                ),
                self._peers,
            ),
        ]
        return sections

    def fill(self) -> None:
        """Show the sections below each other; their panels look after themselves."""
        if self._headings:  # what was shown before goes
            self._sections = self._made()
            self._headings.clear()
        self.heading(self.parts.t("Settings"))
        for title, about, panel in self._sections:
            self.subheading(title)
            last = self.column.itemAt(self.column.count() - 1)
            head = last.widget() if last is not None else None
            self._headings.append(head or panel)
            if about:
                self.column.addWidget(self.words(about, "secondary"))
            self.column.addWidget(panel)
        self._nav.mark(0)

    def start(self) -> None:
        """The keyboard is at the first setting, or at the one that built the window anew."""
        spot, self._spot = self._spot, ""
        if not (spot and go_back(self, spot)):
            self._look.first.setFocus()

    def draft(self) -> object:
        """At which setting the keyboard is: what is chosen there may build the window anew."""
        focused: QWidget | None = QApplication.focusWidget()  # the stubs know of no None
        inside = focused is not None and self.isAncestorOf(focused)
        return spot_of(self) if inside else None

    def take_up(self, draft: object) -> None:
        """Let the keyboard be there again."""
        self._spot = str(draft)

    def place(self) -> str:
        """How far the page is scrolled, in sections."""
        return str(self._nav.above.currentIndex() or "")

    def come_back(self, place: str) -> None:
        """Scroll there once everything has found its place."""
        if place.isdecimal() and int(place) < len(self._sections):
            QTimer.singleShot(0, self, lambda: self._scroll_to(int(place)))

    def flush(self) -> None:
        """Keep what is typed; nobody waits for a file that is being read: the window may close."""
        self._sender.flush()
        self._benchmarks.stop_reading()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window, or large text, has no room for a list beside the page."""
        super().resizeEvent(event)
        wide = self.width() >= self.parts.theme.px(_WIDE)
        self._nav.beside.setVisible(wide)
        self._above.setVisible(not wide)

    def _arrange(self) -> None:
        """Beside or above what scrolls there is the way to a section."""
        px, around = self.parts.theme.px, self.layout()
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        spaced(above, px(32), px(12), px(32), px(4))
        above.addWidget(self._nav.above)
        row = QHBoxLayout()
        spaced(row, 0)
        row.addWidget(self._nav.beside)
        row.addWidget(self._scroll, stretch=1)
        if isinstance(around, QVBoxLayout):
            around.addWidget(self._above)
            around.addLayout(row)

    def _go_to(self, number: int) -> None:
        """Scroll to a section and put the keyboard at its first control."""
        self._scroll_to(number)
        panel = self._sections[number][2]
        first = panel.nextInFocusChain()
        while first is not None and first is not panel and panel.isAncestorOf(first):
            if first.isVisible() and first.isEnabled() and first.focusPolicy():
                first.setFocus()
                break
            first = first.nextInFocusChain()
        self._scroll_to(number)

    def _scroll_to(self, number: int) -> None:
        self.make_room()
        top = self._top(number) - self.parts.theme.px(12)
        self._scroll.verticalScrollBar().setValue(top if number else 0)
        self._nav.mark(number)

    def _top(self, number: int) -> int:
        content = self._scroll.widget()
        return 0 if content is None else self._headings[number].mapTo(content, QPoint()).y()

    def _scrolled(self, value: int) -> None:
        """The last section that begins in the upper third is the one that is read."""
        if not self._headings:
            return
        line = value + self._scroll.viewport().height() // 3
        bar = self._scroll.verticalScrollBar()
        begun = [n for n in range(len(self._headings)) if self._top(n) <= line] or [0]
        at_end = value == bar.maximum() and value > 0
        self._nav.mark(len(self._headings) - 1 if at_end else begun[-1])

    def _lead_to(self, widget: QWidget) -> None:
        """Scroll there once everything has found its place."""

        def scroll() -> None:
            self.make_room()
            self._scroll.ensureWidgetVisible(widget)

        QTimer.singleShot(0, widget, scroll)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files can be dropped anywhere on the page."""
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the files that were dropped; what is in them tells where they belong."""
        event.acceptProposedAction()
        files = _files(event.mimeData())
        exchanged = [path for path in files if is_exchanged(path)]
        figures = [path for path in files if path not in exchanged]
        if figures:
            self._benchmarks.look_at(figures)
        if exchanged:
            self._peers.look_at(exchanged)


def _files(dragged: QMimeData) -> list[Path]:
    """The files on this computer among what is dragged."""
    places = (Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile())
    return [path for path in places if path.is_file()]
