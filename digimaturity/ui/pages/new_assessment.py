"""Beginning an assessment: which questionnaire, which day, and who takes part."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.texts import text_in
from digimaturity.services.packs import usable_questionnaires
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.people import viewpoint_name
from digimaturity.ui.widgets.basics import button, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox, DayBox
from digimaturity.ui.widgets.form import Field

_WIDTH = 480
_MOST_PEOPLE = 12


class NewAssessmentPage(ColumnPage):
    """Everything has a usual answer: Enter begins."""

    concerned_by = frozenset()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._questionnaires: Mapping[str, Questionnaire] = {}
        self._people: list[tuple[ChoiceBox, QLineEdit]] = []

    def fill(self) -> None:
        """Show the fields."""
        t, px = self.parts.t, self.parts.theme.px
        self.heading(
            t("New assessment"),
            t("It keeps the questionnaire as it is today, so that later years can be compared."),
        )
        self._which = ChoiceBox(self.parts.theme)
        self._which_field = Field(self.parts.theme, t("&Questionnaire"), self._which)
        self._which_field.setMaximumWidth(px(_WIDTH))
        self.column.addWidget(self._which_field)
        self._day = DayBox(self.parts.theme, date.today())  # noqa: DTZ011 - the user's own day
        self._day.setDisplayFormat(t("d MMMM yyyy"))
        self._day.setFixedWidth(px(208))
        self.column.addWidget(Field(self.parts.theme, t("&Day"), self._day))
        self.subheading(t("Who answers?"))
        words = t(
            "One person is enough. With several, from management, IT and the departments, the"
            " results also show where they see things differently."
        )
        self.column.addWidget(self.words(words, "secondary"))
        self._rows = QVBoxLayout()
        spaced(self._rows, 0, gap=px(8))
        self.column.addLayout(self._rows)
        self._people = []
        self._add_person(Viewpoint.MANAGEMENT)
        self._more = button(t("&Add a person"), self._add_next, "link")
        self.column.addWidget(self._more)
        self._buttons()
        self.parts.tasks.run(usable_questionnaires, self._loaded, self.parts.shell.report)

    def start(self) -> None:
        """The keyboard is where Enter begins."""
        self._begin.setFocus()

    def _buttons(self) -> None:
        t, px = self.parts.t, self.parts.theme.px
        row = QHBoxLayout()
        spaced(row, 0, px(8), 0, 0, gap=px(16))
        self._begin = button(t("&Begin"), self._start_it, "primary")
        self._begin.setEnabled(False)
        self._begin.setAutoDefault(True)
        row.addWidget(self._begin)
        row.addWidget(button(t("Bac&k"), lambda: self.parts.shell.go("overview")))
        row.addStretch()
        self.column.addLayout(row)

    def _loaded(self, found: Mapping[str, Questionnaire]) -> None:
        self._questionnaires = found
        self._which.clear()
        for key, questionnaire in found.items():
            self._which.addItem(text_in(questionnaire.name, self.parts.t.language), key)
        # A choice of one is no question.
        self._which_field.setVisible(len(found) > 1)
        self._begin.setEnabled(bool(found))
        self._begin.setFocus()

    def _add_next(self) -> None:
        given = {box.currentData() for box, _ in self._people}
        missing = [view for view in Viewpoint if view not in given]
        self._add_person(missing[0] if missing else Viewpoint.BUSINESS)
        self._people[-1][1].setFocus()
        self._more.setVisible(len(self._people) < _MOST_PEOPLE)

    def _add_person(self, viewpoint: Viewpoint) -> None:
        t, px = self.parts.t, self.parts.theme.px
        number = len(self._people) + 1
        box = ChoiceBox(self.parts.theme)
        for view in Viewpoint:
            box.addItem(viewpoint_name(view, t), view)
        box.setCurrentIndex(list(Viewpoint).index(viewpoint))
        box.setAccessibleName(t("Viewpoint of person {n}", n=number))
        box.setFixedWidth(px(208))
        name = QLineEdit()
        name.setPlaceholderText(t("Name (may stay empty)"))
        name.setAccessibleName(t("Name of person {n}", n=number))
        line = QWidget()
        line.setMaximumWidth(px(_WIDTH))
        row = QHBoxLayout(line)
        spaced(row, 0, gap=px(8))
        row.addWidget(box)
        row.addWidget(name, stretch=1)
        self._people.append((box, name))
        self._rows.addWidget(line)

    def _start_it(self) -> None:
        people = [(Viewpoint(box.currentData()), name.text().strip()) for box, name in self._people]
        questionnaire = self._questionnaires[self._which.currentData()]
        self.parts.shell.attempt(lambda: self._begun(questionnaire, self._day.day, people))

    def _begun(
        self, questionnaire: Questionnaire, day: date, people: list[tuple[Viewpoint, str]]
    ) -> None:
        self.parts.session.begin(questionnaire, day, people)
        self.parts.shell.assessment_opened("questionnaire")
