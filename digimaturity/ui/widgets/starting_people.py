"""Who takes part in an assessment that is begun: a line for each, with whose answers they take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.i18n import Translator
from digimaturity.services.repeat import Newcomer
from digimaturity.ui.people import viewpoint_name
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.flow import Flow

#: Width of a field (pixels at 100 %).
_FIELD = 208

#: More are added on the page of those who take part.
_MOST = 12


class StartingPeople(QWidget):
    """`changed` tells that there are other fields, so that Tab has to go another way."""

    changed = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._earlier: Mapping[str, str] = {}
        self._taking = False
        self._lines: list[_Line] = []
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(8))
        self._rows = QVBoxLayout()
        spaced(self._rows, 0, gap=theme.px(8))
        column.addLayout(self._rows)
        self.more = button(t("&Add a person"), self._add_next, "link")
        column.addWidget(self.more)

    @property
    def people(self) -> tuple[Newcomer, ...]:
        """What was entered; whose answers they take counts only where any are taken."""
        return tuple(line.person for line in self._lines)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, from the top to the bottom."""
        return (*(stop for line in self._lines for stop in line.stops), self.more)

    @property
    def names(self) -> list[QLineEdit]:
        """The fields of the names."""
        return [line.name for line in self._lines]

    def show_people(self, people: Sequence[Newcomer]) -> None:
        """Show these, in place of those that are there."""
        for line in self._lines:
            self._drop(line)
        self._lines = []
        for one in people:
            self._add(one)
        self._settle()

    def know(self, earlier: Mapping[str, str]) -> None:
        """Learn who took part before, by id and name."""
        self._earlier = earlier

    def take_answers(self, *, taken: bool) -> None:
        """Let it be said whose answers each takes, or no longer."""
        self._taking = taken
        for line in self._lines:
            line.follows.setVisible(taken)
        self.changed.emit()

    def _add_next(self) -> None:
        given = {line.person.viewpoint for line in self._lines}
        missing = [view for view in Viewpoint if view not in given]
        self._add(Newcomer(missing[0] if missing else Viewpoint.BUSINESS))
        self._settle()
        self._lines[-1].name.setFocus()

    def _add(self, person: Newcomer) -> None:
        line = _Line(self._theme, self._t, person, self._earlier)
        line.follows.setVisible(self._taking)
        line.out.clicked.connect(partial(self._take_out, line))
        line.follows.activated.connect(partial(self._followed, line))
        self._lines.append(line)
        self._rows.addWidget(line)
        line.show()  # the keyboard goes only to what can be seen

    def _take_out(self, line: _Line) -> None:
        place = self._lines.index(line)
        self._lines.remove(line)
        self._settle()
        self._lines[min(place, len(self._lines) - 1)].name.setFocus()
        self._drop(line)

    def _drop(self, line: _Line) -> None:
        self._rows.removeWidget(line)
        line.hide()
        line.setParent(None)  # fields are found by their order
        line.deleteLater()

    def _followed(self, line: _Line, _place: int) -> None:
        """Nobody’s answers are taken twice: whoever had them before takes none."""
        taken = line.person.follows
        for other in self._lines:
            if other is not line and taken and other.person.follows == taken:
                other.follows.setCurrentIndex(0)

    def _settle(self) -> None:
        for number, line in enumerate(self._lines, start=1):
            line.show_number(number, alone=len(self._lines) == 1)
        self.more.setVisible(len(self._lines) < _MOST)
        self.changed.emit()


class _Line(QWidget):
    """One person; where there is little room, the fields stand below each other."""

    def __init__(
        self, theme: Theme, t: Translator, person: Newcomer, earlier: Mapping[str, str]
    ) -> None:
        super().__init__()
        self._t = t
        width = theme.px(_FIELD)
        self.view, self.follows = ChoiceBox(theme), ChoiceBox(theme)
        for view in Viewpoint:
            self.view.addItem(viewpoint_name(view, t), view)
        self.view.setCurrentIndex(list(Viewpoint).index(person.viewpoint))
        self.name = QLineEdit(person.name)
        self.name.setPlaceholderText(t("Name (may stay empty)"))
        self.follows.addItem(t("No earlier answers"), "")
        for key, name in earlier.items():
            self.follows.addItem(t("Answers of {name}", name=name), key)
        self.follows.setCurrentIndex(max(0, self.follows.findData(person.follows)))
        self.out = button(t("Take out"), lambda: None, "link", small=True)
        flow = Flow(theme.px(8))
        spaced(flow, 0, gap=theme.px(8))
        self.setLayout(flow)
        for field in (self.view, self.name, self.follows):
            field.setFixedWidth(width)
            flow.addWidget(field)
        flow.addWidget(self.out)

    @property
    def person(self) -> Newcomer:
        """What was entered."""
        view, follows = Viewpoint(self.view.currentData()), str(self.follows.currentData())
        return Newcomer(view, self.name.text().strip(), follows)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return self.view, self.name, self.follows, self.out

    def show_number(self, number: int, *, alone: bool) -> None:
        """Say which person it is; the only one cannot be taken out."""
        t = self._t
        self.view.setAccessibleName(t("Viewpoint of person {n}", n=number))
        self.name.setAccessibleName(t("Name of person {n}", n=number))
        self.follows.setAccessibleName(t("Whose answers person {n} begins with", n=number))
        self.out.setAccessibleName(t("Take out person {n}", n=number))
        self.out.setVisible(not alone)
