"""A page that is one column of text, figures and forms, and scrolls."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from digimaturity.ui.keyboard import keyboard_kept
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.scrolled import replace_in
from digimaturity.ui.widgets.basics import label, spaced

_WIDTH = 800
#: What grew moves what is around it, one layout after another.
_LAYOUTS = 4
#: Above what was scrolled to (pixels at 100 %).
_ABOVE = 12


class ColumnPage(Page):
    """Subclasses fill `column` anew in `fill`, each time something that they show has changed."""

    def __init__(self, parts: Parts, width: int = _WIDTH) -> None:
        super().__init__(parts)
        self._width = parts.theme.px(width)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QVBoxLayout(self)
        spaced(around, 0)
        around.addWidget(self._scroll)
        self.column = QVBoxLayout()

    def fill(self) -> None:
        """Add what the page shows to `column`."""

    def refresh(self) -> None:
        """Show what is true now, and stay where the user has scrolled to."""
        px, place = self.parts.theme.px, self._scroll.verticalScrollBar().value()
        page, inner = QWidget(), QWidget()
        page.setObjectName("page")
        inner.setMaximumWidth(self._width)
        self.column = QVBoxLayout(inner)
        spaced(self.column, 0, gap=px(16))
        self.fill()
        self.column.addStretch()
        outer = QHBoxLayout(page)
        spaced(outer, px(32), px(24), px(32), px(32))
        outer.addWidget(inner, stretch=1)
        outer.addStretch()
        with keyboard_kept(self._scroll):
            replace_in(self._scroll, page)
        self._scroll.verticalScrollBar().setValue(place)

    def make_room(self) -> None:
        """Lay out now what was added to a part of the page, and let the page grow by it."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def scroll_to(self, part: QWidget) -> None:
        """Show all of a part of the page where there is room for it, else its beginning."""
        for _ in range(_LAYOUTS):
            self.make_room()
        self._scroll.ensureWidgetVisible(part)
        page = self._scroll.widget()
        if page is not None:
            top = part.mapTo(page, QPoint()).y()
            # Of a widget that is seen already, Qt keeps no distance to the edge.
            self._scroll.ensureVisible(0, top, 0, self.parts.theme.px(_ABOVE))

    def heading(self, text: str, about: str = "") -> None:
        """The page's title, and a sentence below it."""
        head = QVBoxLayout()
        spaced(head, 0, gap=self.parts.theme.px(4))
        head.addWidget(label(text, "title", wrap=True))
        if about:
            row = QHBoxLayout()  # beside nothing: else the title is laid out as narrow as this
            row.addWidget(self.words(about, "secondary"), stretch=1)
            row.addStretch()
            head.addLayout(row)
        self.column.addLayout(head)

    def words(self, text: str, kind: str = "") -> QLabel:
        """A paragraph in lines that are short enough to be read."""
        made = label(text, kind, wrap=True)
        made.setMaximumWidth(self.parts.theme.px(self.parts.theme.tokens.space.text_column))
        return made

    def teach(self, text: str, about: str) -> None:
        """A title and what is to be known of it; where nothing is yet, what belongs here."""
        head = QVBoxLayout()
        spaced(head, 0, gap=self.parts.theme.px(8))
        head.addWidget(label(text, "large", wrap=True))
        if about:
            head.addWidget(self.words(about, "secondary"))
        self.column.addLayout(head)

    def subheading(self, text: str) -> None:
        """The title of a part of the page."""
        self.column.addSpacing(self.parts.theme.px(8))
        self.column.addWidget(label(text, "large", wrap=True))
