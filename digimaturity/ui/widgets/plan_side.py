"""What stands beside the plan: what does not fit into it and why, and what it brings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.problem import Why
from digimaturity.report.plan_gains import Brings
from digimaturity.report.unplanned_words import Unplanned
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.wrap_link import WrapLink

#: Where more room can be made, by what is lacking: a tab of the roadmap.
_ROOM = {
    Why.CAPACITY: "capacity",
    Why.PARALLEL: "capacity",
    Why.BUDGET: "capacity",
    Why.HORIZON: "capacity",
    Why.TIME: "capacity",
    Why.MISSING: "measures",
    Why.COST_UNKNOWN: "measures",
    Why.CIRCLE: "measures",
}


@dataclass(frozen=True, slots=True)
class Beside:
    """What does not fit, what cannot begin when it should, and what all the rest brings."""

    left_out: tuple[Unplanned, ...]
    unheld: tuple[Unplanned, ...]
    brings: Brings | None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.left_out or self.unheld or self.brings)


class PlanSide(QWidget):
    """`opened` is called with the key of a measure about which more shall be told."""

    def __init__(self, parts: Parts, shown: Beside, opened: Callable[[str], None]) -> None:
        super().__init__()
        self._parts, self._opened = parts, opened
        t, px = parts.t, parts.theme.px
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=px(4))
        self._unplanned(t("Does not fit"), shown.left_out)
        self._unplanned(t("Cannot begin when you want it to"), shown.unheld)
        if shown.brings is not None:
            self._brings(shown.brings)
        self._column.addStretch()

    def _unplanned(self, title: str, found: tuple[Unplanned, ...]) -> None:
        if not found:
            return
        self._column.addWidget(label(title, "large", wrap=True))
        places = []
        for one in found:
            head = WrapLink(self._parts.theme, one.title, partial(self._opened, one.key))
            self._column.addWidget(head)
            self._column.addWidget(label(one.reason, "secondary", wrap=True))
            if one.room:
                self._column.addWidget(label(one.room, wrap=True))
            self._column.addSpacing(self._parts.theme.px(6))
            if one.why in _ROOM and self._parts.session.plannable:
                places.append(_ROOM[one.why])
        self._ways(places)
        self._column.addSpacing(self._parts.theme.px(16))

    def _ways(self, places: list[str]) -> None:
        """One way to each tab on which room can be made."""
        t = self._parts.t
        words = {
            "capacity": t("Change capacity, limits or quarters"),
            "measures": t("Change the measures"),
        }
        for place in dict.fromkeys(places):
            go = partial(self._parts.shell.go, "roadmap", place)
            self._column.addWidget(button(words[place], go, "link"))

    def _brings(self, shown: Brings) -> None:
        t, px, column = self._parts.t, self._parts.theme.px, self._column
        column.addWidget(label(t("What it brings"), "large", wrap=True))
        column.addWidget(label(shown.overall, wrap=True))
        for words in shown.dimensions:
            column.addWidget(label(words, "secondary", wrap=True))
        column.addSpacing(px(16))
        column.addWidget(label(t("What it takes"), "large", wrap=True))
        column.addWidget(label(shown.days_in_all, wrap=True))
        table = QGridLayout()
        spaced(table, 0, gap=px(4))
        table.setColumnStretch(0, 1)
        for place, (name, days) in enumerate(shown.days):
            table.addWidget(label(name, "secondary", wrap=True), place, 0)
            table.addWidget(label(days), place, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(table)
