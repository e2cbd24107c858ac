"""All keys on a card over the page; F1 once more leads to the handbook."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.key_map import Keys
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, line, spaced
from digimaturity.ui.widgets.overlay import Overlay

#: Pixels at 100 %: the card, and the width from which on there is room for two columns.
_WIDTH, _HEIGHT, _TWO = 880, 640, 720


class KeyCard(Overlay):
    """`handbook_asked` tells that the user wants to read more."""

    handbook_asked = Signal()

    def __init__(
        self, theme: Theme, t: Translator, over: QWidget, groups: Sequence[Keys], chapter: str
    ) -> None:
        super().__init__(theme, over, t("All keys"))
        self._groups = groups
        px = theme.px
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll
        self._scroll.setAccessibleName(t("All keys"))
        self._scroll.setAccessibleDescription(
            " ".join(f"{each.title}: {_spoken(each)}." for each in groups)
        )
        self._read = button(t("Handbook (F1)"), self._to_handbook)
        self._read.setToolTip(t("The chapter “{chapter}”", chapter=chapter))
        self._read.setAccessibleDescription(self._read.toolTip())
        close = button(t("Close"), self.leave, "primary")
        foot = QHBoxLayout()
        spaced(foot, px(24), px(12), px(24), px(16), gap=px(8))
        foot.addWidget(self._read)
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self.card)
        spaced(column, 1)
        title = label(t("All keys"), "title")
        title.setContentsMargins(px(24), px(20), px(24), px(12))
        column.addWidget(title)
        column.addWidget(self._scroll, stretch=1)
        column.addWidget(line())
        column.addLayout(foot)
        self._columns = 0

    def open(self) -> None:
        """Show it, with the keyboard where it scrolls."""
        super().open()
        self._scroll.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> QRect:
        """In the middle of the window."""
        px = self.theme.px
        width = min(px(_WIDTH), self.width() - px(48))
        height = min(px(_HEIGHT), self.height() - px(32))
        columns = 2 if width >= px(_TWO) else 1
        if columns != self._columns:
            self._columns = columns
            self._fill(columns)
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 once more opens the handbook."""
        if event.key() == Qt.Key.Key_F1:
            self._to_handbook()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _to_handbook(self) -> None:
        self.leave()
        self.handbook_asked.emit()

    def _fill(self, columns: int) -> None:
        px = self.theme.px
        inner = QWidget()
        inner.setObjectName("keys")
        row = QHBoxLayout(inner)
        spaced(row, px(24), 0, px(24), px(16), gap=px(32))
        for groups in _shared(self._groups, columns):
            column = QVBoxLayout()
            spaced(column, 0, gap=px(8))
            for group in groups:
                column.addWidget(label(group.title, "large"))
                column.addLayout(self._rows(group))
                column.addSpacing(px(8))
            column.addStretch()
            row.addLayout(column, stretch=1)
        self._scroll.setWidget(inner)

    def _rows(self, group: Keys) -> QGridLayout:
        px = self.theme.px
        grid = QGridLayout()
        spaced(grid, 0, gap=px(6))
        grid.setHorizontalSpacing(px(12))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        for row, (keys, words) in enumerate(group.keys):
            caps = QVBoxLayout()
            spaced(caps, 0, gap=px(4))
            for key in keys.split(", "):
                caps.addWidget(label(key, "key"), alignment=top)
            grid.addLayout(caps, row, 0, top)
            grid.addWidget(label(words, wrap=True), row, 1, Qt.AlignmentFlag.AlignTop)
        return grid


def _shared(groups: Sequence[Keys], columns: int) -> list[list[Keys]]:
    """The groups in columns of about the same height, in their order."""
    if columns == 1:
        return [list(groups)]
    whole = sum(len(group.keys) + 2 for group in groups)
    first: list[Keys] = []
    for group in groups:
        filled = sum(len(one.keys) + 2 for one in first)
        if first and filled + (len(group.keys) + 2) / 2 > whole / 2:
            break
        first.append(group)
    return [first, list(groups[len(first) :])]


def _spoken(group: Keys) -> str:
    return "; ".join(f"{keys}: {words}" for keys, words in group.keys)
