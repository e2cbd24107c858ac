"""Which applications a project touches: chosen one after the other, and taken away again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.roadmap.items import System
from digimaturity.i18n import Translator
from digimaturity.ui.icons import put_icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, emptied, label, plain, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.flow import Flow


class SystemChoice(QWidget):
    """A list of those that are not chosen yet, and a button for each that is."""

    def __init__(
        self, theme: Theme, t: Translator, systems: Mapping[str, System], chosen: tuple[str, ...]
    ) -> None:
        super().__init__()
        self._theme, self._t, self._systems = theme, t, systems
        self.chosen = chosen
        self.box = ChoiceBox(theme)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self._take)
        self._flow = Flow(theme.px(8))
        spaced(self._flow, 0, gap=theme.px(8))
        around = QWidget()
        around.setLayout(self._flow)
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(8))
        if systems:
            column.addWidget(self.box)
            column.addWidget(around)
        else:
            words = t("No application is put down yet.")
            column.addWidget(label(words, "secondary", wrap=True))
        self._show()

    def setAccessibleName(self, name: str) -> None:
        """The list has the same name."""
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)

    def _show(self) -> None:
        t = self._t
        self.box.clear()
        self.box.addItem(t("Choose one more …"), "")
        rest = [pair for pair in self._systems.items() if pair[0] not in self.chosen]
        for key, system in sorted(rest, key=lambda pair: pair[1].name.casefold()):
            self.box.addItem(system.name, key)
        emptied(self._flow)
        before: QWidget = self.box
        for key in self.chosen:
            if key in self._systems:  # one that is gone is told by nobody
                name = self._systems[key].name
                made = button(plain(name), partial(self._leave, key), "link")
                put_icon(made, "x", self._theme.colour("secondary"), self._theme.px(14))
                made.setAccessibleName(t("Take {name} away", name=name))
                self._flow.addWidget(made)
                made.show()
                QWidget.setTabOrder(before, made)
                before = made

    def _take(self, _place: int) -> None:
        key = str(self.box.currentData())
        if key:
            self.chosen = (*self.chosen, key)
            self._show()

    def _leave(self, key: str) -> None:
        self.chosen = tuple(one for one in self.chosen if one != key)
        self._show()
        self.box.setFocus()
