"""Beginning an assessment: which questionnaire, which day, and who takes part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.services.packs import usable_questionnaires
from digimaturity.services.repeat import Newcomer, Repeat, source_for
from digimaturity.services.workspace import Case, Workspace
from digimaturity.ui.keyboard import go_back, spot_of
from digimaturity.ui.last_plan import first_page
from digimaturity.ui.offers import offer_title, offer_words
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.people import called
from digimaturity.ui.repeat_words import repeat_words
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.boxes import DayBox
from digimaturity.ui.widgets.choices import one_tab_stop
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.offer_row import OfferRow
from digimaturity.ui.widgets.starting_from import StartingFrom
from digimaturity.ui.widgets.starting_people import StartingPeople

_OFFERS = 600


@dataclass(frozen=True, slots=True)
class _Entered:
    """What was chosen and typed; no questionnaire while they are being loaded."""

    questionnaire: str | None
    day: date
    people: tuple[Newcomer, ...]
    taken: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """The questionnaires that are installed, and the assessment that can be gone on from."""

    questionnaires: Mapping[str, Questionnaire]
    before: Case | None


class NewAssessmentPage(ColumnPage):
    """Everything has a usual answer: Enter begins."""

    concerned_by = frozenset()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._questionnaires: Mapping[str, Questionnaire] = {}
        self._offers: dict[str, OfferRow] = {}
        self._before: Case | None = None
        self._draft: _Entered | None = None
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
        self._offers, self._before = {}, None
        self.column.addWidget(self._which)
        self._day = DayBox(self.parts.theme, date.today())  # noqa: DTZ011 - the user's own day
        self._day.setDisplayFormat(t("d MMMM yyyy"))
        self._day.setFixedWidth(px(208))
        self._day_field = Field(self.parts.theme, t("&Date"), self._day)
        self._day.dateChanged.connect(self._day_chosen)
        self.column.addWidget(self._day_field)
        self._from = StartingFrom(self.parts.theme, t, px(_OFFERS))
        self.column.addWidget(self._from)
        self.subheading(t("Who answers?"))
        words = t(
            "One person is enough. With several, from management, IT and the departments, the"
            " results also show where they see things differently."
        )
        self.column.addWidget(self.words(words, "secondary"))
        self._people = StartingPeople(self.parts.theme, t)
        self._people.show_people([Newcomer(Viewpoint.MANAGEMENT)])
        self._from.chosen.connect(lambda on: self._people.take_answers(taken=on))
        self.column.addWidget(self._people)
        self._buttons()
        self._people.changed.connect(self._put_in_order)
        self.parts.tasks.run(self._look(), self._loaded, self.parts.shell.report)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, wherever the keyboard is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin.click()
        else:
            super().keyPressEvent(event)

    def draft(self) -> object:
        """What was entered so far."""
        return None if self._stale else self._entered()

    def take_up(self, draft: object) -> None:
        """Enter it again."""
        if isinstance(draft, _Entered):
            self.catch_up()
            self._draft = draft
            self._day.setDate(QDate(draft.day.year, draft.day.month, draft.day.day))
            self._people.show_people(draft.people)

    def _entered(self) -> _Entered:
        people, taken = self._people.people, self._from.taken
        return _Entered(self._chosen(), self._day.day, people, taken)

    def _chosen(self) -> str | None:
        """The id of the questionnaire that is chosen; as long as none is there, of the wanted."""
        chosen = (key for key, offer in self._offers.items() if offer.isChecked())
        return next(chosen, self._draft.questionnaire if self._draft else None)

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

    def _look(self) -> partial[_Found]:
        """What the worker looks for; under other names nobody is named who took part before."""
        session = self.parts.session
        known = session.company.id if session.company and session.alias_words is None else ""
        return partial(_found, session.workspace, known, self._day.day)

    def _loaded(self, found: _Found) -> None:
        self._questionnaires, self._before = found.questionnaires, found.before
        before = found.before
        self._show_offers(found.questionnaires)
        if before is not None:
            people = before.record.respondents
            names = called(people, self.parts.t)
            self._people.know({one.id: one.name or names[one.id] for one in people})
            self._from.offer(before.record.day, taken=bool(self._draft and self._draft.taken))
            shown = [Newcomer(one.viewpoint, one.name, one.id) for one in people]
            if self._draft is not None:
                shown = list(self._draft.people)
            if self._draft is not None or self._people.people == (Newcomer(Viewpoint.MANAGEMENT),):
                self._people.show_people(shown)
            self._day_chosen()
        self._begin.setEnabled(bool(found.questionnaires))
        self.make_room()
        self._put_in_order()
        if self.focusWidget() not in self._people.names:
            self._lead()

    def _show_offers(self, found: Mapping[str, Questionnaire]) -> None:
        t, theme, others = self.parts.t, self.parts.theme, found.values()
        layout = self._which.layout()
        for key, one in found.items():
            row = OfferRow(theme, offer_title(one, others, t), offer_words(one, others, t))
            row.toggled.connect(lambda _on: one_tab_stop(list(self._offers.values())))
            row.setMaximumWidth(theme.px(_OFFERS))
            self._offers[key] = row
            if layout is not None:
                layout.addWidget(row)
        if found:
            usual = self._before.questionnaire.id if self._before else ""
            wanted = self._draft.questionnaire if self._draft else usual
            self._offers.get(wanted or "", next(iter(self._offers.values()))).setChecked(True)
        # A choice of one is no question.
        self._which.setVisible(len(found) > 1)

    def _day_chosen(self) -> None:
        """Only what was before that day can be gone on from."""
        self._day_field.complain("")
        if self._before is not None:
            self._from.setVisible(self._before.record.day < self._day.day)
            self._people.take_answers(taken=self._from.taken)

    def _lead(self) -> None:
        """Bring the keyboard to where Enter begins, or to the top where that cannot be seen."""
        rows = [row for row in self._offers.values() if row.isChecked() and row.isVisible()]
        low = self._begin.mapTo(self, self._begin.rect().bottomLeft()).y() > self.height()
        (rows[0] if low and rows else self._begin).setFocus()

    def _put_in_order(self) -> None:
        """Let Tab go from the top to the bottom, in whatever order the fields were made."""
        ways = [self._begin, self._back]
        fields = [*self._offers.values(), self._day, *self._from.rows, *self._people.stops]
        for one, following in pairwise([*fields, *ways]):
            QWidget.setTabOrder(one, following)

    def _start_it(self) -> None:
        if self._day.day > date.today():  # noqa: DTZ011 - the user's own day
            self._day_field.complain(
                self.parts.t("This date is still to come. Please choose today or an earlier day.")
            )
            self._day.setFocus()
            return
        entered = self._entered()
        questionnaire = self._questionnaires[str(self._chosen())]
        self.parts.shell.attempt(lambda: self._begun(questionnaire, entered))

    def _begun(self, questionnaire: Questionnaire, entered: _Entered) -> None:
        session, shell, repeat = self.parts.session, self.parts.shell, None
        if entered.taken and self._before is not None:
            people = list(entered.people)
            repeat = session.begin_from(self._before, questionnaire, entered.day, people)
        else:
            named = [(one.viewpoint, one.name) for one in entered.people]
            session.begin(questionnaire, entered.day, named)
        shell.assessment_opened(first_page(self.parts.session))
        if repeat is not None and self._before is not None:
            self._tell(repeat, self._before)

    def _tell(self, repeat: Repeat, before: Case) -> None:
        """Say what was taken over."""
        self.parts.shell.tell(*repeat_words(repeat, before.record.day, self.parts.t))


def _found(workspace: Workspace | None, company: str, day: date) -> _Found:
    before = source_for(workspace, company, day) if workspace is not None and company else None
    return _Found(usable_questionnaires(), before)
