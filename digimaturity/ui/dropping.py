"""A client package that is dropped anywhere on the window is looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

#: As `services.client_package.form` has it, which is loaded only when used.
_SUFFIX = ".digimaturity"


class PackageDrop(QObject):
    """Takes what no page has taken; `go` opens a page at a place."""

    def __init__(self, window: QWidget, go: Callable[[str, str], None]) -> None:
        super().__init__(window)
        self._go = go
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A file that ends as packages do is welcome."""
        if isinstance(event, QDropEvent | QDragEnterEvent):
            path = _package(event.mimeData())
            if path is None:
                return False
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self._go("client_package", str(path))
            return True
        return False


def _package(dragged: QMimeData) -> Path | None:
    """The only file that is dragged, where it is a package."""
    places = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    found = [path for path in places if path.suffix.lower() == _SUFFIX and path.is_file()]
    return found[0] if len(places) == len(found) == 1 else None
