"""What can be chosen for forms that are made: for whom, as what, in which language, until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.responses import Respondent
from digimaturity.i18n import LANGUAGE_NAMES, LANGUAGES
from digimaturity.services.forms.returned import Medium
from digimaturity.services.forms.standing import Standing
from digimaturity.ui.parts import Parts
from digimaturity.ui.people import called
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox, DayBox
from digimaturity.ui.widgets.choices import one_tab_stop
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.offer_row import OfferRow

#: Widths (pixels at 100 %) of the wide and the narrow fields.
_WIDE, _NARROW = 640, 208

#: So many days the text for the e-mail gives at first.
_DAYS = 14

#: Instead of one person: all from whom nothing is here yet, or everybody.
MISSING, ALL = "+missing", "+all"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is chosen: `who` is the id of a person, or one of the two above."""

    who: str
    medium: Medium
    language: str
    until: date

    @staticmethod
    def usual(language: str) -> Wish:
        """What is chosen at first."""
        until = date.today() + timedelta(days=_DAYS)  # noqa: DTZ011 - the user's own day
        return Wish(MISSING, Medium.HTML, language, until)


class FormChoices(QWidget):
    """`chosen` tells that `wish` is another one."""

    chosen = Signal()

    def __init__(self, parts: Parts, standing: Sequence[Standing], wish: Wish) -> None:
        super().__init__()
        self._parts, self._standing = parts, standing
        px = parts.theme.px
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(16))
        self.who = self._who_box(wish)
        who = Field(parts.theme, parts.t("&For whom"), self.who)
        who.setMaximumWidth(px(_WIDE))
        column.addWidget(who)
        self._media = self._offers()
        for medium, row in self._media.items():
            row.setChecked(medium is wish.medium)
            row.toggled.connect(self._turned)
        column.addWidget(self._media_box())
        self._language, self._until = self._language_box(wish), self._until_box(wish)
        fields = Flow(px(16))
        spaced(fields, 0, gap=px(16))
        for words, field in (
            (parts.t("&Language of the form"), self._language),
            (parts.t("Answers are wanted &until"), self._until),
        ):
            around = Field(parts.theme, words, field)
            around.setFixedWidth(px(_NARROW))
            fields.addWidget(around)
        column.addLayout(fields)
        self.wish = replace(wish, who=str(self.who.currentData()))

    @property
    def people(self) -> tuple[Respondent, ...]:
        """For whom a form is wanted."""
        who = self.wish.who
        return tuple(
            one.person
            for one in self._standing
            if who in (ALL, one.person.id) or (who == MISSING and one.missing)
        )

    def _who_box(self, wish: Wish) -> ChoiceBox:
        t, box = self._parts.t, ChoiceBox(self._parts.theme)
        people = self._parts.session.respondents
        missing = sum(one.missing for one in self._standing)
        if missing:
            words = t.plural(
                "The one from whom nothing is here yet",
                "All {n} from whom nothing is here yet",
                missing,
            )
            box.addItem(words, MISSING)
        if len(people) > 1:
            box.addItem(t("Everybody ({n})", n=len(people)), ALL)
        for key, name in called(people, t).items():
            box.addItem(name, key)
        box.setCurrentIndex(max(0, box.findData(wish.who)))
        box.currentIndexChanged.connect(self._changed)
        return box

    def _offers(self) -> dict[Medium, OfferRow]:
        t, theme = self._parts.t, self._parts.theme
        return {
            Medium.HTML: OfferRow(
                theme,
                t("For the browser (HTML)"),
                t(
                    "Opens with a double-click in any browser, without a network, and counts along."
                    " What comes back is a small file, or a text."
                ),
            ),
            Medium.PDF: OfferRow(
                theme,
                t("As a PDF"),
                t(
                    "To be filled on the screen in a PDF viewer and saved, or printed and filled in"
                    " by hand; what is written by hand you enter yourself."
                ),
            ),
        }

    def _media_box(self) -> QWidget:
        t, px = self._parts.t, self._parts.theme.px
        box = QWidget()
        box.setAccessibleName(t("As what?"))
        column = QVBoxLayout(box)
        spaced(column, 0, gap=px(8))
        column.addWidget(label(t("As what?"), "strong"))
        for row in self._media.values():
            row.setMaximumWidth(px(_WIDE))
            column.addWidget(row)
        one_tab_stop(list(self._media.values()))
        return box

    def _language_box(self, wish: Wish) -> ChoiceBox:
        box = ChoiceBox(self._parts.theme)
        for code in LANGUAGES:
            box.addItem(LANGUAGE_NAMES[code], code)
        box.setCurrentIndex(box.findData(wish.language))
        box.currentIndexChanged.connect(self._changed)
        return box

    def _until_box(self, wish: Wish) -> DayBox:
        box = DayBox(self._parts.theme, wish.until)
        box.setDisplayFormat(self._parts.t("d MMMM yyyy"))
        box.setMinimumDate(QDate.currentDate())
        box.dateChanged.connect(self._changed)
        return box

    def _turned(self, _on: bool) -> None:
        one_tab_stop(list(self._media.values()))
        self._changed()

    def _changed(self, *_what: object) -> None:
        medium = next((one for one, row in self._media.items() if row.isChecked()), Medium.HTML)
        who, language = str(self.who.currentData()), str(self._language.currentData())
        self.wish = Wish(who, medium, language, self._until.day)
        self.chosen.emit()
