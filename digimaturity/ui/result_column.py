"""The places of the sections on the page of the results."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from digimaturity.ui.result_sections import ABOVE, BELOW, SIDE
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.slot import Slot

#: No section is wider (pixels at 100 %).
_WIDEST = 760


class ResultColumn:
    """Empty slots one below the other in `main`, and one in `side`."""

    def __init__(self, main: QScrollArea, side: QScrollArea, theme: Theme) -> None:
        px = theme.px
        self.slots = {key: Slot() for key in ABOVE}
        self.slots |= {key: Slot(px(8)) for key in BELOW}
        box = QWidget()
        box.setMaximumWidth(px(_WIDEST))
        column = QVBoxLayout(box)
        spaced(column, 0, gap=px(12))
        for slot in self.slots.values():
            column.addWidget(slot)
        column.addStretch()
        self.slots[SIDE] = Slot()
        self._px = px
        self._row = _put(main, box)
        spaced(_put(side, self.slots[SIDE]), px(24), 24, px(24), 32)

    def set_narrow(self, *, narrow: bool) -> None:
        """Where there is little room, little of it is left free."""
        margin = self._px(24 if narrow else 32)
        spaced(self._row, margin, 24, margin, 32)


def _put(area: QScrollArea, content: QWidget) -> QHBoxLayout:
    page = QWidget()
    page.setObjectName("page")
    row = QHBoxLayout(page)
    row.addWidget(content, stretch=1)
    row.addStretch()
    area.setWidget(page)
    return row
