"""The rail at the left: the pages of the open company, and at its foot settings and help."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout

from digimaturity.ui.icons import icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import ElidedLabel, label, spaced

#: Width of a rail of icons alone (pixels at 100 %).
_ICONS = 56


class Rail(QFrame):
    """`chosen` carries the name of a page."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, title: str, name: str, is_open: str) -> None:
        super().__init__()
        self._theme, self._is_open = theme, is_open
        self._entries: dict[str, RailEntry] = {}
        px = theme.px
        self.setObjectName("rail")
        self.setAccessibleName(name)
        self.setFixedWidth(px(theme.tokens.space.rail))
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, px(20), 0, px(16))
        self._word = label(title, "large")
        self._word.setContentsMargins(px(20), 0, px(20), px(20))
        self._column.addWidget(self._word)
        self._company = ElidedLabel("small", middle=True)
        self._company.setContentsMargins(px(20), px(16), px(20), px(4))

    def add(self, page: str, text: str, icon_name: str) -> None:
        """Add the entry of a page."""
        entry = RailEntry(self._theme, text, icon_name)
        entry.clicked.connect(lambda: self.chosen.emit(page))
        entry.stepped.connect(self._step)
        self._entries[page] = entry
        self._column.addWidget(entry)

    def add_company(self) -> None:
        """What is added after this belongs to the company that is open."""
        self._column.addWidget(self._company)

    def add_stretch(self) -> None:
        """What is added after this stands at the foot."""
        self._column.addStretch()

    def show_company(self, name: str, shown: frozenset[str]) -> None:
        """Show whose pages these are, and only the pages that have something to show."""
        self._company.setText(name)
        self._company.setVisible(bool(name) and self._word.isVisibleTo(self))
        for page, entry in self._entries.items():
            entry.setVisible(page in shown)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icons alone where the window has no room for names."""
        px = self._theme.px
        self.setFixedWidth(px(_ICONS if narrow else self._theme.tokens.space.rail))
        self._word.setVisible(not narrow)
        self._company.setVisible(not narrow and bool(self._company.text()))
        for entry in self._entries.values():
            entry.set_narrow(narrow)

    def mark(self, pages: frozenset[str]) -> None:
        """Mark the page that is open, by all names that it may have here."""
        for name, entry in self._entries.items():
            entry.mark(self._is_open if name in pages else "")

    def _step(self, direction: int) -> None:
        shown = [entry for entry in self._entries.values() if entry.isVisible()]
        place = next((i for i, entry in enumerate(shown) if entry.hasFocus()), 0)
        shown[(place + direction) % len(shown)].setFocus(Qt.FocusReason.OtherFocusReason)


class RailEntry(QPushButton):
    """Icon and name of a page; marked with a bar at the left when it is open."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, text: str, icon_name: str) -> None:
        super().__init__()
        self._theme, self._text = theme, text
        self._icon = icon(icon_name, theme.colour("ink"), theme.px(18))
        self.setAccessibleName(text)
        self.setProperty("kind", "row")  # else the stylesheet gives it a height of its own
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._hovered = self._narrow = self._marked = False

    def mark(self, words: str) -> None:
        """Mark it as the page that is open, in `words` for a screen reader; "": it is not."""
        self._marked = bool(words)
        self.setAccessibleDescription(words)
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone; the name is told when it is pointed at."""
        self._narrow = narrow
        self.setToolTip(self._text if narrow else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row of the grid."""
        width = _ICONS - 1 if self._narrow else 160
        return QSize(self._theme.px(width), self._theme.px(self._theme.tokens.space.row))

    def minimumSizeHint(self) -> QSize:
        """Never lower than its words; an icon alone may give way in a low window."""
        size = self.sizeHint()
        return QSize(size.width(), self._theme.px(24)) if self._narrow else size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter and Space open."""
        match event.key():
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left."""
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, bar, icon and name."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._marked:
            painter.fillRect(self.rect(), theme.colour("page"))
            painter.fillRect(0, 0, 3, self.height(), theme.colour("accent"))
        elif self._hovered:
            painter.fillRect(self.rect(), theme.colour("hover"))
        size = px(18)
        top = (self.height() - size) // 2
        self._icon.paint(painter, QRect(px(20), top, size, size))
        painter.setFont(theme.font(strong=self._marked))
        painter.setPen(theme.colour("ink"))
        room = self.rect().adjusted(px(50), 0, -px(8), 0)
        if not self._narrow:
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._text)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 3, 3)
        painter.end()
