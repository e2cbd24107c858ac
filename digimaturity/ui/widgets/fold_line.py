"""The line of a fold: a button that tells whether what is below it is open."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QPushButton, QSizePolicy

from digimaturity.ui.widgets.basics import plain

_PRESS = "Press"


class FoldLine(QPushButton):
    """A small line like a link. Qt would tell a button that stays down as a check box."""

    def __init__(self, title: str) -> None:
        super().__init__(plain(title))
        _tell_folds()
        self.opened = False
        self.setAutoDefault(True)
        self.setProperty("kind", "link")
        self.setProperty("small", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def tell(self, *, opened: bool) -> None:
        """It is open, or closed, from now on."""
        if self.opened == opened:
            return
        self.opened = opened
        changed = QAccessible.State()
        changed.expanded = changed.collapsed = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, changed))


class _Told(QAccessibleWidget):
    """What a screen reader is told of the line: a button, expanded or collapsed."""

    def __init__(self, line: FoldLine) -> None:
        super().__init__(line, QAccessible.Role.Button)
        self._line = line

    def text(self, kind: QAccessible.Text) -> str:
        """Its name is what stands on it, unless that is cut."""
        if kind == QAccessible.Text.Name:
            return self._line.accessibleName() or self._line.text().replace("&&", "&")
        return super().text(kind)

    def state(self) -> QAccessible.State:
        """That of any widget, and whether it is open."""
        state = super().state()
        state.expandable = True
        state.expanded, state.collapsed = self._line.opened, not self._line.opened
        return state

    def actionNames(self) -> list[str]:
        """It can be pressed, as any button."""
        return [_PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Press it, or bring the keyboard there."""
        if name == _PRESS:
            self._line.click()
        else:
            super().doAction(name)


@cache
def _tell_folds() -> None:
    """Let Qt ask us how a fold's line is told; once in a process."""
    QAccessible.installFactory(_told)


def _told(_kind: str, asked: QObject) -> QAccessibleInterface | None:
    return _Told(asked) if isinstance(asked, FoldLine) else None
