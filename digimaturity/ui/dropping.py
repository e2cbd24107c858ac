"""What is dropped anywhere on the window: a client package, or forms that came back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

#: As `services.client_package.form` has it, which is loaded only when used.
_PACKAGE = ".digimaturity"

#: What a filled form may come in, and what is taken for one by mistake: that is told then.
_FORMS = frozenset({".json", ".pdf", ".txt", ".html", ".htm"})


class PackageDrop(QObject):
    """Takes what no page has taken; `go` opens a page at a place."""

    def __init__(self, window: QWidget, go: Callable[[str, str], None]) -> None:
        super().__init__(window)
        self._go = go
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Files that end as packages or forms do are welcome."""
        if isinstance(event, QDropEvent | QDragEnterEvent):
            target = _target(event.mimeData())
            if target is None:
                return False
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self._go(*target)
            return True
        return False


def _target(dragged: QMimeData) -> tuple[str, str] | None:
    """The page that takes all of what is dragged, and its place."""
    places = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    if not places or not all(path.is_file() for path in places):
        return None
    kinds = {path.suffix.lower() for path in places}
    if kinds == {_PACKAGE} and len(places) == 1:
        return "client_package", str(places[0])
    if kinds <= _FORMS:
        from digimaturity.ui.sources import place_of

        return "returned_forms", place_of(places)
    return None
