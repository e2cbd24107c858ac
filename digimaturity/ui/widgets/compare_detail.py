"""What A and B say to one line, side by side below its row."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from digimaturity.report.comparison_details import Detail
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced

#: Narrower than this (pixels at 100 %) B stands below A.
_NARROW = 440


class CompareDetail(QWidget):
    """Both sides; it is as wide as its row."""

    def __init__(self, theme: Theme, sides: tuple[Detail, Detail], width: int, left: int) -> None:
        super().__init__()
        self.setObjectName("page")
        px, directions = theme.px, QBoxLayout.Direction
        narrow = width - left < px(_NARROW)
        row = QBoxLayout(directions.TopToBottom if narrow else directions.LeftToRight, self)
        spaced(row, left, 0, px(12), px(12), gap=px(12 if narrow else 24))
        for letter, side in zip("AB", sides, strict=True):
            column = QVBoxLayout()
            spaced(column, 0, gap=px(4))
            column.addWidget(label(f"{letter} · {side.name}", "small", wrap=True))
            for part in side.parts:
                column.addWidget(label(part.text, part.kind, wrap=True))
            column.addStretch()
            row.addLayout(column, stretch=1)

    def height_for(self, width: int) -> int:
        """How high it is at that width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0


def spoken(sides: tuple[Detail, Detail]) -> str:
    """The same for those who hear it."""
    return ". ".join(
        f"{letter}, {side.name}: " + " ".join(part.text for part in side.parts)
        for letter, side in zip("AB", sides, strict=True)
    )
