"""The peer packs of others: what is installed, and the import of a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from digimaturity.domain.texts import Localized, text_in
from digimaturity.errors import UserError
from digimaturity.services.messages import sentence
from digimaturity.services.packs import usable_questionnaires
from digimaturity.services.peers import (
    InstalledPeers,
    SignedPack,
    installed_peer_packs,
    keep_pack,
    read_pack,
    remove_pack,
)
from digimaturity.services.publishers import (
    Publisher,
    Standing,
    accepted_publishers,
    forget_publisher,
    standing_of,
)
from digimaturity.ui.parts import Parts
from digimaturity.ui.tasks import Progress
from digimaturity.ui.widgets.basics import button, emptied, label, row_of, spaced
from digimaturity.ui.widgets.import_panel import ImportPanel
from digimaturity.ui.widgets.known_publishers import fingerprint_label, show_publishers

#: What questionnaires are called, by their id.
_Names = Mapping[str, Localized]


@dataclass(frozen=True, slots=True)
class _Installed:
    packs: tuple[InstalledPeers, ...]
    publishers: tuple[Publisher, ...]
    names: _Names


@dataclass(frozen=True, slots=True)
class _Seen:
    """A pack whose signature holds, and what is known of who signed it."""

    path: Path
    signed: SignedPack
    standing: Standing
    names: _Names


class PeerPacksPanel(ImportPanel):
    """Lists the peer packs; a file is looked at first, and accepted when the user says so."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._waiting: list[Path] = []
        self._offer()
        self._look()

    def look_at(self, files: Sequence[Path]) -> None:
        """Read the files, one after the other, and show what each of them is."""
        self._waiting = list(files)
        self._next()

    def _look(self) -> None:
        self.parts.tasks.run(_installed, self._show_installed, self.parts.shell.report)

    def _offer(self) -> None:
        """The way to a file."""
        t = self.parts.t
        words = t(
            "The file of a publisher who has gathered the scores of many firms. You can drop it on "
            "this page, too. Before it is used you see who signed it."
        )
        self._import = self.offer(t("Import a p&eer pack …"), self._choose, words)

    def _choose(self) -> None:
        t = self.parts.t
        if files := self.chosen_files(t("Import a peer pack"), t("Peer packs (*.json)")):
            self.look_at(files)

    def _next(self) -> None:
        if not self._waiting:
            self._offer()
            self.lead_to(self._import)
            return
        path = self._waiting.pop(0)
        reading = self.parts.tasks.watched(
            lambda progress: _seen(path, progress), self._show_seen, self._failed, self._next
        )
        self.wait_for(reading, self.parts.t("Reading {files} …", files=path.name))

    def _failed(self, error: Exception) -> None:
        self._next()
        self.parts.shell.report(error)

    def _show_seen(self, seen: _Seen) -> None:
        """Who signed it, and what is in it, to accept or to leave."""
        t, known = self.parts.t, seen.standing is Standing.KNOWN
        emptied(self.below)
        card, column = self.card()
        column.addWidget(label(seen.path.name, "small", wrap=True))
        facts = QVBoxLayout()
        spaced(facts, 0, gap=self.parts.theme.px(2))
        self._describe(facts, seen.signed, seen.names)
        column.addLayout(facts)
        column.addWidget(label(self._advice(seen.standing), "" if known else "strong", wrap=True))
        self.below.addWidget(card)
        accept = t("A&ccept it") if known else t("Fingerprint compared: a&ccept it")
        take = button(accept, lambda: self._take(seen), "primary" if known else "")
        leave = button(t("&Do not accept it"), self._next)
        self.below.addLayout(row_of(take, leave))
        self.lead_to(take if known else leave)

    def _advice(self, standing: Standing) -> str:
        t = self.parts.t
        if standing is Standing.KNOWN:
            return t("Known publisher: you have accepted this fingerprint before.")
        compare = t(
            "Compare the fingerprint with what the publisher tells you by telephone or on its "
            "site; only if they are equal, accept it."
        )
        if standing is Standing.NEW:
            return t("New publisher.") + " " + compare
        warning = t(
            "Take care: you know a publisher of this name, but with another fingerprint. Somebody "
            "else may be using the name."
        )
        return f"{warning} {compare}"

    def _take(self, seen: _Seen) -> None:
        emptied(self.below)
        signed = seen.signed
        self.parts.tasks.run(
            lambda: keep_pack(signed, signed.publisher.fingerprint), self._taken, self._failed
        )

    def _taken(self, _nothing: None) -> None:
        self._changed(self.parts.t("The peer pack is installed. Firms are compared with it now."))
        self._next()

    def _remove(self, pack: InstalledPeers) -> None:
        def job() -> bool:
            remove_pack(pack)
            return pack.signed is not None

        self.parts.tasks.run(job, self._removed, self.parts.shell.report)

    def _removed(self, publisher_known: bool) -> None:
        t = self.parts.t
        stays = t("Its publisher stays known, until you forget it.") if publisher_known else ""
        self._changed(t("The peer pack has been removed."), stays)
        self.lead_to(self._import)

    def _forget(self, publisher: Publisher) -> None:
        self.parts.tasks.run(
            lambda: forget_publisher(publisher),
            lambda _nothing: self._forgotten(publisher),
            self.parts.shell.report,
        )

    def _forgotten(self, publisher: Publisher) -> None:
        t = self.parts.t
        self._changed(
            t("The publisher “{name}” is forgotten.", name=publisher.name),
            t("Its peer packs are not used until you have accepted its fingerprint anew."),
        )
        self.lead_to(self._import)

    def _changed(self, words: str, more: str = "") -> None:
        self.parts.session.draw_anew()
        self.parts.shell.tell(words, more)
        self._look()

    def _show_installed(self, found: _Installed) -> None:
        emptied(self.list)
        if found.packs:
            card, _ = self.card(*(self._one(pack, found.names) for pack in found.packs))
            self.list.addWidget(card)
        show_publishers(self, found.publishers, self._forget)

    def _one(self, pack: InstalledPeers, names: _Names) -> QHBoxLayout:
        t = self.parts.t
        column = QVBoxLayout()
        spaced(column, 0, gap=self.parts.theme.px(2))
        if pack.signed:
            self._describe(column, pack.signed, names)
            title = f"{pack.signed.publisher.name}, {pack.signed.pack.year}"
        else:
            self._problem(column, pack)
            title = pack.path.name
        row = QHBoxLayout()
        row.addLayout(column, stretch=1)
        remove = button(t("Remove"), lambda: self._remove(pack), "link", small=True)
        remove.setAccessibleName(t("Remove the peer pack: {title}", title=title))
        row.addWidget(remove, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _problem(self, column: QVBoxLayout, pack: InstalledPeers) -> None:
        column.addWidget(label(pack.path.name, "strong", wrap=True))
        words = self.parts.t("This peer pack cannot be used:")
        column.addWidget(label(words, "bad", wrap=True))
        if isinstance(pack.problem, UserError):
            message = sentence(pack.problem, self.parts.t)
            for one in (message.what, *message.details):
                column.addWidget(label(one, "small", wrap=True))

    def _describe(self, column: QVBoxLayout, signed: SignedPack, names: _Names) -> None:
        """Who signed it, and what is in it."""
        t, pack = self.parts.t, signed.pack
        name = names.get(pack.pack)
        asked = t(
            "Questionnaire: {name} {version}, year {year}, edition {edition}",
            name=text_in(name, t.language) if name else pack.pack,
            version=pack.version,
            year=pack.year,
            edition=pack.edition,
        )
        extent = " · ".join(
            (
                t.plural("{n} firm", "{n} firms", pack.firms),
                t.plural("{n} group", "{n} groups", len(pack.groups)),
            )
        )
        column.addWidget(label(signed.publisher.name, "strong", wrap=True))
        column.addWidget(label(extent, wrap=True))
        column.addWidget(label(asked, "small", wrap=True))
        if pack.note:
            column.addWidget(label(t("Note: {note}", note=pack.note), "small", wrap=True))
        column.addWidget(fingerprint_label(self.parts, signed.publisher))


def _seen(path: Path, progress: Progress) -> _Seen:
    signed = read_pack(path)
    progress(None)
    return _Seen(path, signed, standing_of(signed.publisher), _names())


def _installed() -> _Installed:
    return _Installed(installed_peer_packs(), accepted_publishers(), _names())


def _names() -> _Names:
    return {key: questionnaire.name for key, questionnaire in usable_questionnaires().items()}
