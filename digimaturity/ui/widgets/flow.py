"""A layout that sets its items side by side, in as many lines as its width asks for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Like words in a paragraph; with `last_right` the last one in a single line is at its end."""

    def __init__(self, gap: int, *, last_right: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._last_right = last_right
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """One more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at that place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower, it has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at that width."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """All side by side."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        left, top, right, bottom = self._margins()
        height = max((size.height() for size in sizes), default=0)
        return QSize(width + left + right, height + top + bottom)

    def minimumSize(self) -> QSize:
        """The largest of them."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        left, top, right, bottom = self._margins()
        return size + QSize(left + right, top + bottom)

    def setGeometry(self, rect: QRect) -> None:
        """Set them into `rect`."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def _margins(self) -> tuple[int, int, int, int]:
        around = self.contentsMargins()
        return around.left(), around.top(), around.right(), around.bottom()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Go through the items line by line; return the height that they take."""
        left, top, right, bottom = self._margins()
        room = rect.adjusted(left, top, -right, 0)
        y = room.top()
        lines = self._lines(room.width())
        for line in lines:
            x, height = room.left(), max(size.height() for _, size in line)
            for place, (item, size) in enumerate(line):
                if self._last_right and len(lines) == 1 and place == len(line) - 1:
                    x = max(x, room.right() + 1 - size.width())
                if move:
                    middle = y + (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, middle), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return y - (self.spacing() if lines else 0) + bottom - rect.top()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Which items stand side by side in that width, with their sizes."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        free = 0
        for item in self._shown():
            size = item.sizeHint()
            size.setWidth(min(size.width(), width))
            if not lines or size.width() > free:
                lines.append([])
                free = width
            lines[-1].append((item, size))
            free -= size.width() + self.spacing()
        return lines


def flowing(gap: int, *widgets: QWidget) -> Flow:
    """The widgets in as many lines as they need."""
    made = Flow(gap)
    for widget in widgets:
        made.addWidget(widget)
    return made
