"""The settings: language, appearance, text size, workspace and backups, what is installed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from digimaturity import paths
from digimaturity.domain.texts import text_in
from digimaturity.services.packs import (
    InstalledPack,
    Problem,
    installed_packs,
)
from digimaturity.services.peers import is_exchanged
from digimaturity.services.workspace import backup_workspace, list_backups
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.benchmarks_panel import BenchmarksPanel
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.peer_packs_panel import PeerPacksPanel

_TEXT_SIZES = (100, 125, 150, 200)
_FIELD = 320


class SettingsPage(ColumnPage):
    """What is chosen holds at once; there is nothing to confirm."""

    concerned_by = frozenset()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.setAcceptDrops(True)
        self._benchmarks: BenchmarksPanel | None = None
        self._peers: PeerPacksPanel | None = None

    def fill(self) -> None:
        """Show the settings."""
        t, settings = self.parts.t, self.parts.shell.settings
        self.heading(t("Settings"))
        languages = [("en", "English"), ("de", "Deutsch")]
        self._first = self._choice(t("&Language"), "language", languages, t.language)
        appearances = [
            ("system", t("Follow the system")),
            ("light", t("Light")),
            ("dark", t("Dark")),
        ]
        self._choice(t("&Appearance"), "appearance", appearances, settings.appearance)
        sizes = [(size, t.percent(size)) for size in _TEXT_SIZES]
        self._choice(t("&Text size"), "text_size", sizes, settings.text_size)
        self._workspace()
        self._installed()

    def start(self) -> None:
        """The keyboard is at the first setting."""
        self._first.setFocus()

    def _choice(
        self,
        name: str,
        setting: str,
        entries: Sequence[tuple[object, str]],
        chosen: object,
    ) -> ChoiceBox:
        box = ChoiceBox(self.parts.theme)
        for value, text in entries:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.activated.connect(
            lambda place: self.parts.shell.change_settings(**{setting: box.itemData(place)})
        )
        field = Field(self.parts.theme, name, box)
        field.setMaximumWidth(self.parts.theme.px(_FIELD))
        self.column.addWidget(field)
        return box

    def _workspace(self) -> None:
        t, session = self.parts.t, self.parts.session
        self.subheading(t("Workspace"))
        words = t(
            "Everything that you enter is kept in one file on this computer. A backup is made every"
            " day; take a copy elsewhere now and then."
        )
        self.column.addWidget(self.words(words, "secondary"))
        self.column.addWidget(label(str(self.parts.shell.path), wrap=True))
        backups = list_backups(self.parts.shell.path)
        if backups:
            newest = t.date(backups[0].taken.date())
            words = t.plural(
                "{n} backup, the newest of {day}",
                "{n} backups, the newest of {day}",
                len(backups),
                day=newest,
            )
        else:
            words = t("No backup yet")
        self._backups = label(words, "small")
        self.column.addWidget(self._backups)
        if session.workspace is not None:
            row = QHBoxLayout()
            row.addWidget(button(t("&Back up now"), self._back_up))
            row.addStretch()
            self.column.addLayout(row)

    def _back_up(self) -> None:
        path = self.parts.shell.path
        self.parts.tasks.run(
            lambda: backup_workspace(path), self._backed_up, self.parts.shell.report
        )

    def _backed_up(self, copy: object) -> None:
        self.refresh()
        self.parts.shell.tell(self.parts.t("A checked copy was made: {path}", path=copy))

    def _installed(self) -> None:
        t, px = self.parts.t, self.parts.theme.px
        self.subheading(t("Questionnaires"))
        words = t(
            "A questionnaire of your own is found here when its folder lies in {path}.",
            path=paths.own_questionnaires_dir(),
        )
        self.column.addWidget(self.words(words, "secondary"))
        self._packs = QWidget()
        column = QVBoxLayout(self._packs)
        spaced(column, 0, gap=px(8))
        self.column.addWidget(self._packs)
        self.parts.tasks.run(installed_packs, self._show_packs, self.parts.shell.report)
        self.subheading(t("Benchmarks"))
        words = t("Firms are compared with official figures. Newer ones take the place of older.")
        self.column.addWidget(self.words(words, "secondary"))
        self._benchmarks = panel = BenchmarksPanel(self.parts)
        panel.shown.connect(self._lead_to)
        self.column.addWidget(panel)
        self.column.addWidget(label(t("Peer packs"), "strong"))
        words = t(
            "A chamber or an association may gather the scores of many firms and publish what is "
            "true of groups of at least five. Firms are compared with these, too."
        )
        self.column.addWidget(self.words(words, "secondary"))
        self._peers = peers = PeerPacksPanel(self.parts)
        peers.shown.connect(self._lead_to)
        self.column.addWidget(peers)

    def flush(self) -> None:
        """Nobody waits any longer for a file that is being read: the window may be closing."""
        if self._benchmarks is not None:
            self._benchmarks.stop_reading()

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
        if self._benchmarks is None or self._peers is None:
            return
        event.acceptProposedAction()
        files = _files(event.mimeData())
        exchanged = [path for path in files if is_exchanged(path)]
        figures = [path for path in files if path not in exchanged]
        if figures:
            self._benchmarks.look_at(figures)
        if exchanged:
            self._peers.look_at(exchanged)

    def _show_packs(self, found: tuple[InstalledPack, ...]) -> None:
        layout = self._packs.layout()
        for pack in found:
            if layout is not None:
                layout.addWidget(self._pack(pack))

    def _card(self) -> tuple[QFrame, QVBoxLayout]:
        px = self.parts.theme.px
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        spaced(column, px(16), px(12), px(16), px(12), gap=px(4))
        return card, column

    def _problems(self, column: QVBoxLayout, problems: Sequence[Problem]) -> None:
        for problem in problems:
            words = f"{problem.file}:{problem.line}  {problem.sentence(self.parts.t)}"
            column.addWidget(label(words, "small", wrap=True))

    def _pack(self, pack: InstalledPack) -> QWidget:
        t = self.parts.t
        card, column = self._card()
        questionnaire = pack.loaded.questionnaire
        if questionnaire is not None:
            column.addWidget(label(text_in(pack.name, t.language), "strong", wrap=True))
            words = t.plural(
                "Version {version} · {n} question · checked, no fault found",
                "Version {version} · {n} questions · checked, no fault found",
                len(questionnaire.rated_questions),
                version=pack.version,
            )
            column.addWidget(label(words, "small", wrap=True))
            return card
        column.addWidget(label(pack.id, "strong", wrap=True))
        words = t("This questionnaire has faults and cannot be used:")
        column.addWidget(label(words, "bad", wrap=True))
        self._problems(column, pack.problems)
        return card


def _files(dragged: QMimeData) -> list[Path]:
    """The files on this computer among what is dragged."""
    places = (Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile())
    return [path for path in places if path.is_file()]
