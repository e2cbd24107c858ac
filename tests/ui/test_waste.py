"""What a worker leaves is collected on the interface thread: Qt dies of widgets otherwise."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from digimaturity.ui.waste import Waste


class Piece:
    """Holds itself, so that only the collector can let it go."""

    def __init__(self, ended: set[str]) -> None:
        self.me, self.ended = self, ended

    def __del__(self) -> None:
        self.ended.add(threading.current_thread().name)


@pytest.fixture
def waste() -> Iterator[Waste]:
    parent = QObject()
    made = Waste(parent)
    yield made
    made.stop()
    gc.unfreeze()


def test_waste_of_a_worker_ends_on_the_interface_thread(waste: Waste, qtbot: QtBot) -> None:
    ended: set[str] = set()

    def work() -> None:
        for _ in range(5_000):
            Piece(ended)

    worker = threading.Thread(target=work, name="worker")
    worker.start()
    worker.join()
    assert not ended

    qtbot.waitUntil(lambda: bool(ended), timeout=5_000)
    assert ended == {threading.main_thread().name}
    assert waste.parent() is not None


def test_what_was_there_before_the_window_was_made_anew_is_collected(
    waste: Waste, qtbot: QtBot
) -> None:
    ended: set[str] = set()
    before = Piece(ended)
    gc.freeze()
    assert before.me is before
    del before

    waste.made_anew()
    waste._loaded.setInterval(1)

    qtbot.waitUntil(lambda: bool(ended), timeout=5_000)
