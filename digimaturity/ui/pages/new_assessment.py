"""Beginning an assessment: which questionnaire, which day, and who takes part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.services.packs import usable_questionnaires
from digimaturity.ui.keyboard import go_back, spot_of
from digimaturity.ui.offers import offer_title, offer_words
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.people import viewpoint_name
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox, DayBox
from digimaturity.ui.widgets.choices import one_tab_stop
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.offer_row import OfferRow

_WIDTH = 480
_OFFERS = 600
_MOST_PEOPLE = 12


@dataclass(frozen=True, slots=True)
class _Entered:
    """What was chosen and typed; no questionnaire while they are being loaded."""

    questionnaire: str | None
    day: date
    people: tuple[tuple[Viewpoint, str], ...]


class NewAssessmentPage(ColumnPage):
    """Everything has a usual answer: Enter begins."""

    concerned_by = frozenset()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._questionnaires: Mapping[str, Questionnaire] = {}
        self._offers: dict[str, OfferRow] = {}
        self._people: list[tuple[ChoiceBox, QLineEdit]] = []
        self._wanted: str | None = None
        self._spot = ""

    def fill(self) -> None:
        """Show the fields."""
        t, px = self.parts.t, self.parts.theme.px
        self.heading(
            t("New assessment"),
            t("It keeps the questionnaire as it is today, so that later years can be compared."),
        )
        self._which = QWidget()
        self._which.setAccessibleName(t("Which questionnaire?"))
        offers = QVBoxLayout(self._which)
        spaced(offers, 0, gap=px(8))
        offers.addWidget(label(t("Which questionnaire?"), "strong"))
        self._which.hide()
        self._offers = {}
        self.column.addWidget(self._which)
        self._day = DayBox(self.parts.theme, date.today())  # noqa: DTZ011 - the user's own day
        self._day.setDisplayFormat(t("d MMMM yyyy"))
        self._day.setFixedWidth(px(208))
        self._day_field = Field(self.parts.theme, t("&Date"), self._day)
        self._day.dateChanged.connect(lambda _day: self._day_field.complain(""))
        self.column.addWidget(self._day_field)
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
        self._more = button(t("&Add a person"), self._add_next, "link")
        self._add_person(Viewpoint.MANAGEMENT)
        self.column.addWidget(self._more)
        self._buttons()
        self.parts.tasks.run(usable_questionnaires, self._loaded, self.parts.shell.report)

    def start(self) -> None:
        """The keyboard is where it was, at first where Enter begins."""
        if not go_back(self, self._spot):
            self._lead()
        self._spot = ""

    def place(self) -> str:
        """The field where the keyboard is."""
        return spot_of(self)

    def come_back(self, place: str) -> None:
        """Begin at that field."""
        self._spot = place

    def draft(self) -> object:
        """What was entered so far."""
        return None if self._stale else self._entered()

    def take_up(self, draft: object) -> None:
        """Enter it again."""
        if isinstance(draft, _Entered):
            self.catch_up()
            self._wanted = draft.questionnaire
            self._day.setDate(QDate(draft.day.year, draft.day.month, draft.day.day))
            for viewpoint, _ in draft.people[1:]:
                self._add_person(viewpoint)
            self._put_in_order()
            for (box, name), (viewpoint, typed) in zip(self._people, draft.people, strict=True):
                box.setCurrentIndex(list(Viewpoint).index(viewpoint))
                name.setText(typed)

    def _entered(self) -> _Entered:
        people = tuple(
            (Viewpoint(box.currentData()), name.text().strip()) for box, name in self._people
        )
        return _Entered(self._chosen(), self._day.day, people)

    def _chosen(self) -> str | None:
        """The id of the questionnaire that is chosen; as long as none is there, of the wanted."""
        chosen = (key for key, offer in self._offers.items() if offer.isChecked())
        return next(chosen, self._wanted)

    def _buttons(self) -> None:
        t, px = self.parts.t, self.parts.theme.px
        row = QHBoxLayout()
        spaced(row, 0, px(8), 0, 0, gap=px(16))
        self._begin = button(t("&Begin"), self._start_it, "primary")
        self._begin.setEnabled(False)
        row.addWidget(self._begin)
        self._back = button(t("Bac&k"), lambda: self.parts.shell.go("overview"))
        row.addWidget(self._back)
        row.addStretch()
        self.column.addLayout(row)

    def _loaded(self, found: Mapping[str, Questionnaire]) -> None:
        t, theme, others = self.parts.t, self.parts.theme, found.values()
        self._questionnaires = found
        layout = self._which.layout()
        for key, one in found.items():
            row = OfferRow(theme, offer_title(one, others, t), offer_words(one, others, t))
            row.toggled.connect(lambda _on: one_tab_stop(list(self._offers.values())))
            row.setMaximumWidth(self.parts.theme.px(_OFFERS))
            self._offers[key] = row
            if layout is not None:
                layout.addWidget(row)
        if found:
            self._offers.get(self._wanted or "", next(iter(self._offers.values()))).setChecked(True)
        # A choice of one is no question.
        self._which.setVisible(len(found) > 1)
        self._begin.setEnabled(bool(found))
        self.make_room()
        self._put_in_order()
        if self.focusWidget() not in [name for _, name in self._people]:
            self._lead()

    def _lead(self) -> None:
        """Bring the keyboard to where Enter begins, or to the top where that cannot be seen."""
        rows = [row for row in self._offers.values() if row.isChecked() and row.isVisible()]
        low = self._begin.mapTo(self, self._begin.rect().bottomLeft()).y() > self.height()
        (rows[0] if low and rows else self._begin).setFocus()

    def _put_in_order(self) -> None:
        """Let Tab go from the top to the bottom, in whatever order the fields were made."""
        people = [one for person in self._people for one in person]
        ways = [self._more, self._begin, self._back]
        stops: list[QWidget] = [*self._offers.values(), self._day, *people, *ways]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _add_next(self) -> None:
        given = {box.currentData() for box, _ in self._people}
        missing = [view for view in Viewpoint if view not in given]
        self._add_person(missing[0] if missing else Viewpoint.BUSINESS)
        self._put_in_order()
        self._people[-1][1].setFocus()

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
        line.show()  # the keyboard goes only to what can be seen
        if number == _MOST_PEOPLE:
            self._more.hide()

    def _start_it(self) -> None:
        if self._day.day > date.today():  # noqa: DTZ011 - the user's own day
            self._day_field.complain(
                self.parts.t("This date is still to come. Please choose today or an earlier day.")
            )
            self._day.setFocus()
            return
        entered = self._entered()
        questionnaire = self._questionnaires[str(self._chosen())]
        self.parts.shell.attempt(
            lambda: self._begun(questionnaire, entered.day, list(entered.people))
        )

    def _begun(
        self, questionnaire: Questionnaire, day: date, people: list[tuple[Viewpoint, str]]
    ) -> None:
        self.parts.session.begin(questionnaire, day, people)
        self.parts.shell.assessment_opened("questionnaire")
