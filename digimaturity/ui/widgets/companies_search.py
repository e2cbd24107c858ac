"""The search over the companies, and what they are filtered by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QWidget

from digimaturity.report.peers import section_name
from digimaturity.services.clients import Due
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.companies_rows import ClientRow, Filter, sizes

#: From this width (pixels at 100 %) on there is room for all of it in one line.
_ONE_LINE = 720


class CompaniesSearch(QWidget):
    """`sought` carries what was typed, `narrowed` a `Filter`; `done` leads into the table."""

    sought = Signal(str)
    narrowed = Signal(object)
    done = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        t, px = parts.t, parts.theme.px
        self._parts = parts
        self.field = _SearchField()
        self.field.setPlaceholderText(t("Search name, sector, place, contact (Ctrl+F)"))
        self.field.setAccessibleName(t("Search the companies"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.sought)
        self.field.left.connect(self.done)
        self.state = self._box(t("Show"), self._states())
        self.sector = self._box(t("Sector"), [(t("All sectors"), "")])
        self.people = self._box(
            t("Size"), [(t("All sizes"), ""), *((name, size) for size, name in sizes(t))]
        )
        row = QHBoxLayout()
        # As wide as what they show while nothing is filtered; sectors have long names.
        widths = [self._width(box.itemText(0)) for box in (self.state, self.sector, self.people)]
        for box, width in zip((self.state, self.sector, self.people), widths, strict=True):
            row.addWidget(box, stretch=width)
        spaced(row, 0, gap=px(8))
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        spaced(self._both, 0, gap=px(8))
        self._both.addWidget(self.field, stretch=self._width(self.field.placeholderText()))
        self._both.addLayout(row, stretch=sum(widths) + 2 * px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In one line, where there is room for it."""
        super().resizeEvent(event)
        wide = self.width() >= self._parts.theme.px(_ONE_LINE)
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _width(self, text: str) -> int:
        """Of a field with this text in it, and with its chevron."""
        return self.fontMetrics().horizontalAdvance(text) + self._parts.theme.px(44)

    def _states(self) -> list[tuple[str, str]]:
        t = self._parts.t
        return [
            (t("All but archived"), ""),
            (t("In progress"), Due.IN_PROGRESS),
            (t("Overdue"), Due.OVERDUE),
            (t("Not assessed yet"), Due.NEVER_ASSESSED),
            (t("Archived"), Due.ARCHIVED),
        ]

    def _box(self, name: str, entries: Sequence[tuple[str, str]]) -> ChoiceBox:
        box = ChoiceBox(self._parts.theme)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        for text, value in entries:
            box.addItem(text, value)
        box.currentIndexChanged.connect(lambda _: self.narrowed.emit(self.filter))
        return box

    def offer_sectors(self, rows: Sequence[ClientRow]) -> None:
        """Offer the sectors that there are; the chosen one stays."""
        t, chosen = self._parts.t, self.sector.currentData()
        sections = sorted({row.client.section for row in rows if row.client.section})
        self.sector.blockSignals(True)
        self.sector.clear()
        self.sector.addItem(t("All sectors"), "")
        for section in sections:
            self.sector.addItem(section_name(t, section), section)
        self.sector.setCurrentIndex(max(self.sector.findData(chosen), 0))
        self.sector.blockSignals(False)

    @property
    def filter(self) -> Filter:
        """What is chosen."""
        state = self.state.currentData()
        return Filter(
            Due(state) if state else None,
            str(self.sector.currentData() or ""),
            str(self.people.currentData() or ""),
        )

    def show_archived(self) -> None:
        """Look among those that are archived."""
        self.state.setCurrentIndex(self.state.findData(Due.ARCHIVED))

    def clear(self) -> None:
        """Show all again."""
        self.field.clear()
        for box in (self.state, self.sector, self.people):
            box.setCurrentIndex(0)

    def focus(self, more: str = "") -> None:
        """Type here from now on; `more` was typed elsewhere already."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if more:
            self.field.setText(self.field.text() + more)
        else:
            self.field.selectAll()


class _SearchField(QLineEdit):
    """`left`: down to the table, by Enter or the arrow; Escape empties it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What leads out of the field, and what empties it."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self.left.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)
