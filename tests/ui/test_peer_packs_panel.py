"""Peer packs on the settings page: looked at, accepted or left, listed, removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from digimaturity.domain.provenance import Origin
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.exchange.measured import measured
from digimaturity.services.peers import Signing, installed_peer_packs, make_key, merge, read_pack
from digimaturity.services.publishers import Publisher, is_known
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.settings import SettingsPage
from digimaturity.ui.session import Session
from tests.exchange.make import YEAR, many, source
from tests.ui.conftest import click, named, press

NAME = "Zentrum Nord & Partner"
Maker = Callable[[str, str], Path]


@pytest.fixture
def make(tmp_path: Path, questionnaire: Questionnaire) -> Maker:
    """Write a pack of 60 firms, signed with the key of that name."""

    def made(key: str, publisher: str) -> Path:
        secret, out = tmp_path / f"{key}.pem", tmp_path / f"{key}.txt"  # any name will do
        make_key(secret)
        lines = list(many(measured(questionnaire), 60, "DE"))
        merge(source(lines), questionnaire, YEAR, Signing(secret, publisher), out)
        return out

    return made


@pytest.fixture
def pack(make: Maker) -> Path:
    return make("one", NAME)


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    window.go("settings")
    finish(window)
    found = window.frame.page("settings")
    assert isinstance(found, SettingsPage)
    return found


def words(page: SettingsPage) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def finish(window: MainWindow) -> None:
    """Let the jobs end, and those that follow from them, and show what they gave."""
    for _ in range(3):
        window.tasks.finish()
        QApplication.processEvents()


def drop(window: MainWindow, page: SettingsPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place, copy = QPoint(5, 5), Qt.DropAction.CopyAction
    QApplication.sendEvent(page, QDragEnterEvent(place, copy, data, buttons, keys))
    QApplication.sendEvent(page, QDropEvent(place.toPointF(), copy, data, buttons, keys))
    finish(window)


def choose(page: SettingsPage, name: str) -> None:
    QApplication.processEvents()
    click(named(page, QPushButton, name))


def publishers(session: Session) -> list[str]:
    peers = session.peers
    drawn = peers.samples if peers else ()
    return [one.provenance.publisher for one in drawn if one.provenance.origin is Origin.PEER_PACK]


def test_a_new_publisher_is_shown_with_its_fingerprint_before_it_is_accepted(
    window: MainWindow, page: SettingsPage, pack: Path
) -> None:
    signed = read_pack(pack)
    drop(window, page, pack)
    told = words(page)
    assert NAME in told
    assert signed.publisher.fingerprint in told
    assert f"{signed.pack.firms} firms" in told
    assert f"{len(signed.pack.groups)} groups" in told
    assert f"year {YEAR}" in told
    assert "New publisher. Compare the fingerprint" in told
    leave = named(page, QPushButton, "Do not accept it")
    assert leave.hasFocus()
    assert not leave.visibleRegion().isEmpty()  # the page has scrolled there
    choose(page, "Do not accept it")
    finish(window)
    assert not installed_peer_packs()
    assert not is_known(signed.publisher)


def test_a_pack_is_chosen_accepted_and_removed_by_keyboard_alone(
    window: MainWindow, page: SettingsPage, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(pack)], ""))
    named(page, QPushButton, "Import a peer pack").setFocus()
    press(Qt.Key.Key_Return)
    finish(window)
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Space)
    finish(window)
    (one,) = installed_peer_packs()
    assert one.signed is not None
    assert one.signed.content == pack.read_bytes()
    assert "The peer pack is installed." in window.frame.banner.words
    assert NAME in words(page)
    assert named(page, QPushButton, "Import a peer pack").hasFocus()
    remove = named(page, QPushButton, "Remove the peer pack: Zentrum Nord")
    while not remove.hasFocus():
        press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Return)
    finish(window)
    assert not installed_peer_packs()
    assert "Its publisher stays known, until you forget it." in window.frame.banner.words
    assert is_known(one.signed.publisher)
    forget = named(page, QPushButton, "Forget the publisher: Zentrum Nord")
    while not forget.hasFocus():
        press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Return)
    finish(window)
    assert not is_known(one.signed.publisher)
    assert NAME not in words(page)
    assert "is forgotten." in window.frame.banner.words


def test_the_firm_is_compared_with_the_pack_at_once_and_no_longer_when_it_is_removed(
    window: MainWindow, page: SettingsPage, pack: Path
) -> None:
    window.go("results")
    finish(window)
    assert NAME not in publishers(window.session)
    window.go("settings")
    drop(window, page, pack)
    choose(page, "Fingerprint compared: accept it")
    finish(window)
    window.go("results")
    finish(window)
    assert NAME in publishers(window.session)
    window.go("settings")
    choose(page, "Remove the peer pack")
    finish(window)
    window.go("results")
    finish(window)
    assert NAME not in publishers(window.session)


def test_packs_of_a_publisher_who_is_forgotten_are_not_used(
    window: MainWindow, page: SettingsPage, pack: Path
) -> None:
    drop(window, page, pack)
    choose(page, "Fingerprint compared: accept it")
    finish(window)
    choose(page, "Forget the publisher")
    finish(window)
    assert "This peer pack cannot be used:" in words(page)
    window.go("results")
    finish(window)
    assert NAME not in publishers(window.session)
    window.go("settings")
    drop(window, page, pack)
    assert "New publisher." in words(page)


def test_a_known_publisher_is_told_from_another_one_of_its_name(
    window: MainWindow, page: SettingsPage, pack: Path, make: Maker
) -> None:
    drop(window, page, pack)
    choose(page, "Fingerprint compared: accept it")
    finish(window)
    drop(window, page, pack)
    assert "Known publisher: you have accepted this fingerprint before." in words(page)
    assert named(page, QPushButton, "Accept it").hasFocus()
    choose(page, "Do not accept it")
    drop(window, page, make("two", NAME))
    told = words(page)
    assert "Take care: you know a publisher of this name, but with another fingerprint." in told
    assert named(page, QPushButton, "Do not accept it").hasFocus()


@pytest.mark.parametrize(
    ("old", "new"), [(b'"edition":1', b'"edition":2'), (b'"year":2026', b'"year":2027')]
)
def test_a_changed_pack_is_refused_and_the_others_stay(
    window: MainWindow, page: SettingsPage, pack: Path, old: bytes, new: bytes
) -> None:
    drop(window, page, pack)
    choose(page, "Fingerprint compared: accept it")
    finish(window)
    before = installed_peer_packs()
    content = pack.read_bytes()
    assert old in content
    pack.write_bytes(content.replace(old, new, 1))
    drop(window, page, pack)
    assert f"The peer pack {pack} is refused." in window.frame.banner.words
    assert "Your benchmarks are as they were." in window.frame.banner.words
    assert installed_peer_packs() == before
    assert named(page, QPushButton, "Import a peer pack").isVisible()


def test_what_changed_on_the_disk_after_it_was_shown_is_not_what_is_installed(
    window: MainWindow, page: SettingsPage, pack: Path
) -> None:
    shown = pack.read_bytes()
    drop(window, page, pack)
    pack.write_bytes(b"{}")
    choose(page, "Fingerprint compared: accept it")
    finish(window)
    (one,) = installed_peer_packs()
    assert one.path.read_bytes() == shown


def test_a_damaged_pack_is_listed_with_its_fault_and_can_be_removed(
    window: MainWindow, page: SettingsPage, pack: Path
) -> None:
    drop(window, page, pack)
    choose(page, "Fingerprint compared: accept it")
    finish(window)
    (one,) = installed_peer_packs()
    one.path.write_bytes(one.path.read_bytes()[:500])
    page.refresh()
    finish(window)
    assert "This peer pack cannot be used:" in words(page)
    choose(page, f"Remove the peer pack: {one.path.name}")
    finish(window)
    assert not one.path.exists()
    assert isinstance(read_pack(pack).publisher, Publisher)


def test_several_files_are_shown_one_after_the_other_and_a_bad_one_is_told(
    window: MainWindow, page: SettingsPage, pack: Path, make: Maker, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(pack.read_bytes()[:300])
    drop(window, page, bad, pack, make("two", "IHK Süd"))
    assert str(bad) in window.frame.banner.words
    assert NAME in words(page)
    choose(page, "Do not accept it")
    finish(window)
    assert "IHK Süd" in words(page)
    choose(page, "Do not accept it")
    finish(window)
    assert named(page, QPushButton, "Import a peer pack").hasFocus()
