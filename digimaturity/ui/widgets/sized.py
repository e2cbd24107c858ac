"""A widget as wide as one wants, or as narrow as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import spaced

#: Narrower than this (pixels at 100 %) nothing can be read.
_LEAST = 96


class Sized(QWidget):
    """`width` is in pixels at 100 %; in a `Flow` with less room the widget gives way."""

    def __init__(self, theme: Theme, widget: QWidget, width: int) -> None:
        super().__init__()
        self._wanted, self._least = theme.px(width), theme.px(min(width, _LEAST))
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addWidget(widget)

    def sizeHint(self) -> QSize:
        """The width that is wanted."""
        return QSize(self._wanted, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It can give way."""
        return QSize(self._least, super().minimumSizeHint().height())
