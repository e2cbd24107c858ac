"""A line that opens and closes what is below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.ui.icons import put_icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.fold_line import FoldLine

#: A heading, which may be empty, and what is below it.
FoldPart = tuple[str, Iterable[QWidget]]


class Fold(QWidget):
    """A small line with a chevron; open, it shows each heading of `parts` with what is below.

    The parts are made when it is first opened: most never are, and a page has many.
    """

    def __init__(self, theme: Theme, title: str, parts: Callable[[], Iterable[FoldPart]]) -> None:
        super().__init__()
        self._theme = theme
        self._parts: Callable[[], Iterable[FoldPart]] | None = parts
        self.line = FoldLine(title)
        self.line.clicked.connect(lambda: self.show_content(opened=not self.line.opened))
        self.content = QWidget()
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addWidget(self.line)
        column.addWidget(self.content)
        self.show_content(opened=False)

    def show_content(self, *, opened: bool) -> None:
        """Open it, or close it."""
        if opened and self._parts is not None:
            self._fill(self._parts())
            self.lead_in()
            self._parts = None
        name = "chevron-down" if opened else "chevron-right"
        put_icon(self.line, name, self._theme.colour("accent"), self._theme.px(14))
        self.content.setVisible(opened)
        self.line.tell(opened=opened)

    def lead_in(self) -> None:
        """Let Tab go from the line through what is below it, even if that was just made."""
        before: QWidget = self.line
        for widget in self.content.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
                QWidget.setTabOrder(before, widget)
                before = widget

    def _fill(self, parts: Iterable[FoldPart]) -> None:
        px = self._theme.px
        inner = QVBoxLayout(self.content)
        spaced(inner, px(22), px(4), 0, px(4), gap=px(4))
        for heading, below in parts:
            if heading:
                inner.addWidget(label(heading, "strong"))
            for widget in below:
                inner.addWidget(widget)
