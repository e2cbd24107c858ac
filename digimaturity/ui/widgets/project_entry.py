"""One line to enter running projects one after the other; the rest is said later."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digimaturity.domain.catalogue import Role
from digimaturity.domain.roadmap.items import Project
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.report.roadmap_words import role_names
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, row_of, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.plan_fields import AmountBox, QuarterBox, SizedField

#: Widths of fields (pixels at 100 %), how long a name can be, and how far ahead an end can be.
_NAME, _OWNER, _END, _DAYS = 264, 168, 136, 104
_LONGEST, _AHEAD = 400, 16


class ProjectEntry(QWidget):
    """Enter adds what stands in the line, and the next name can be typed."""

    entered = Signal(object)  # a Project

    def __init__(self, parts: Parts, first: Quarter) -> None:
        super().__init__()
        t, theme = parts.t, parts.theme
        self.name, self._owner = QLineEdit(), QLineEdit()
        self._end = QuarterBox(theme, t, first.plus(-1).following(_AHEAD), None, t("Nobody knows"))
        self._days = {role: AmountBox(t) for role in Role}
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(8))
        flow = Flow(theme.px(12))
        spaced(flow, 0, gap=theme.px(12))
        names = role_names(t)
        fields: list[tuple[str, QWidget, int]] = [
            (t("N&ew project"), self.name, _NAME),
            (t("Owner"), self._owner, _OWNER),
            (t("To the end of"), self._end, _END),
            *((names[role], box, _DAYS) for role, box in self._days.items()),
        ]
        for words, widget, width in fields:
            flow.addWidget(SizedField(theme, words, widget, width))
            if isinstance(widget, QLineEdit):
                widget.returnPressed.connect(self.add)
                widget.setMaxLength(_LONGEST)
        for role, box in self._days.items():
            box.setAccessibleName(t("Person-days a quarter: {role}", role=names[role]))
        column.addLayout(flow)
        words = t("Days are person-days a quarter. Enter adds it, and goes on to the next.")
        column.addWidget(label(words, "small", wrap=True))
        column.addLayout(row_of(button(t("&Add"), self.add)))

    @property
    def typed(self) -> bool:
        """Whether anything stands there."""
        lines = (self.name, self._owner, *self._days.values())
        return any(line.text().strip() for line in lines)

    def put(self, texts: tuple[str, ...]) -> None:
        """Show what `texts` gave."""
        for line, text in zip(self._lines, texts[1:], strict=True):
            line.setText(text)
        self._end.setCurrentIndex(max(0, self._end.findData(texts[0])))

    def clear(self) -> None:
        """Begin with the next one."""
        for line in self._lines:
            line.clear()
        self._end.setCurrentIndex(0)
        self.name.setFocus()

    @property
    def texts(self) -> tuple[str, ...]:
        """All that stands there."""
        return (str(self._end.currentData()), *(line.text() for line in self._lines))

    @property
    def _lines(self) -> tuple[QLineEdit, ...]:
        return (self.name, self._owner, *self._days.values())

    def add(self) -> None:
        """Tell what was entered; without a name the keyboard goes there."""
        if not self.name.text().strip():
            self.name.setFocus()
            return
        try:
            days = {role.value: box.amount for role, box in self._days.items()}
        except ValueError:
            next(box for box in self._days.values() if box.property("wrong")).setFocus()
            return
        project = Project(
            self.name.text().strip(),
            self._owner.text().strip(),
            load={key: amount for key, amount in days.items() if amount},
            ends=self._end.quarter,
        )
        self.entered.emit(project)
