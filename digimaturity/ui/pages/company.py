"""Name, country, sector, size and turnover: what a comparison and the report need of the firm."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from digimaturity.domain.company import SURVEYED_SECTIONS, TurnoverBand, size_class_of
from digimaturity.report.peers import country_name, section_name, size_name, turnover_name
from digimaturity.services.changes import ChangeKind
from digimaturity.services.companies import CompanyRecord, namesakes
from digimaturity.ui.keyboard import go_back, spot_of
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.sector_words import sector_words
from digimaturity.ui.widgets.basics import button, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.form import Field, SearchBox
from digimaturity.ui.widgets.next_due_field import NextDueField

#: Eurostat's codes of the countries for which there are official figures, and their neighbours.
_COUNTRIES = (
    "AL AT BA BE BG CH CY CZ DE DK EE EL ES FI FR HR HU IE IS IT LI LT LU LV MD ME MK MT NL NO PL"
    " PT RO RS SE SI SK TR UA UK XK"
)

_SECTIONS = "ABCDEFGHIJKLMNOPQRS"
_WIDTH = 480
_MOST = 9_999_999  # employees

#: So many trades are named as examples of a sector.
_EXAMPLES = 6


@dataclass(frozen=True, slots=True)
class _Entered:
    """What stands in the fields, be it right or wrong."""

    name: str
    country: str | None
    section: str | None
    employees: str
    turnover: TurnoverBand | None
    contact: str
    notes: str
    next_due: date | None


class CompanyPage(ColumnPage):
    """Only the name is needed; a hint says what the rest is good for."""

    concerned_by: ClassVar[frozenset[ChangeKind]] = frozenset({ChangeKind.COMPANY})

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._spot = ""

    def fill(self) -> None:
        """Show the fields with what is known."""
        t, session = self.parts.t, self.parts.session
        self._record = session.company or CompanyRecord("")
        self._head()
        record = self._record
        self._name = QLineEdit(record.name)
        self._country = SearchBox(self.parts.theme, self._countries(), record.country)
        self._section = SearchBox(
            self.parts.theme, self._sections(), record.section, sector_words(t)
        )
        self._employees = QLineEdit("" if record.employees is None else str(record.employees))
        self._turnover = self._bands(record.turnover_band)
        self._contact = QLineEdit(record.contact)
        self._notes = QPlainTextEdit(record.notes)
        self._notes.setTabChangesFocus(True)
        self._notes.setFixedHeight(self.parts.theme.px(96))
        self._name_field = self._add(t("&Name"), self._name)
        self._add(t("Co&untry"), self._country, t("Type a part of the name to find it."))
        self._section_field = self._add(t("&Sector"), self._section)
        self._employees_field = self._add(t("&Employees"), self._employees)
        words = t(
            "Sales of the last business year without VAT. The bands are the EU’s limits for micro,"
            " small and medium-sized firms. Printed in the report, not compared."
        )
        self._add(t("Turnove&r"), self._turnover, words)
        self._add(t("&Contact person"), self._contact)
        self._next_due = self._add_next_due()
        self._add(t("No&tes"), self._notes, self._about_notes())
        self._name.editingFinished.connect(self._look_for_namesakes)
        self._name.textEdited.connect(lambda _: self._name_field.say(""))
        self._employees.textChanged.connect(self._show_size)
        self._section.currentIndexChanged.connect(self._show_sector)
        self._show_size()
        self._show_sector()
        self._buttons()
        self._filled = self._entered()

    def _add_next_due(self) -> NextDueField:
        """Asked once the company is there: before, there is enough to enter."""
        t, session = self.parts.t, self.parts.session
        signed = (one.day for one in session.assessments if one.signed or not one.open)
        field = NextDueField(self.parts, max(signed, default=None), self._record.next_due)
        if session.company is not None:
            words = t("You are reminded four weeks before.")
            self._add(t("Next &assessment"), field, words)
        else:
            field.setParent(self)
            field.hide()
        return field

    def _head(self) -> None:
        t, session = self.parts.t, self.parts.session
        if not session.mentoring:
            title = t("Your company")
        else:
            title = t("New company") if session.company is None else t("Details of the company")
        about = t("Country, sector and size decide which official figures you are compared with.")
        if session.mentoring:
            about = t(
                "Only the name is needed. Country, sector and size decide which official figures"
                " the company is compared with."
            )
        self.heading(title, about)

    def _about_notes(self) -> str:
        if not self.parts.session.mentoring:
            return ""
        return self.parts.t(
            "For yourself: in no report, and in no file that you hand over, unless you tick it"
            " there."
        )

    def _look_for_namesakes(self) -> None:
        """Two companies may have one name; whoever enters the same one twice is told."""
        session, named = self.parts.session, replace(self._record, name=self._name.text())
        workspace = session.workspace
        if workspace is None or not session.mentoring or not named.name.strip():
            return
        self.parts.tasks.run(
            lambda: (named.name, namesakes(workspace, named)),
            self._tell_namesakes,
            self.parts.shell.report,
        )

    def _tell_namesakes(self, found: tuple[str, int]) -> None:
        name, others = found
        if others and name == self._name.text():
            words = self.parts.t.plural(
                "There is already a company of this name. You can save it all the same.",
                "There are already {n} companies of this name. You can save it all the same.",
                others,
            )
            self._name_field.say(words)

    def start(self) -> None:
        """The keyboard is where it was, at first at the name."""
        if not go_back(self, self._spot):
            self._name.setFocus()
        self._spot = ""

    def place(self) -> str:
        """The field where the keyboard is."""
        return spot_of(self)

    def come_back(self, place: str) -> None:
        """Begin at that field."""
        self._spot = place

    def draft(self) -> object:
        """What is not saved."""
        if self._stale:
            return None
        entered = self._entered()
        return None if entered == self._filled else entered

    def take_up(self, draft: object) -> None:
        """Enter it again."""
        if isinstance(draft, _Entered):
            self.catch_up()
            self._name.setText(draft.name)
            self._country.choose(draft.country)
            self._section.choose(draft.section)
            self._employees.setText(draft.employees)
            self._turnover.setCurrentIndex(self._turnover.findData(draft.turnover or ""))
            self._contact.setText(draft.contact)
            self._notes.setPlainText(draft.notes)
            self._next_due.choose(draft.next_due)

    def _entered(self) -> _Entered:
        for box in (self._country, self._section):
            box.settle()
        return _Entered(
            self._name.text(),
            self._country.code,
            self._section.code,
            self._employees.text(),
            TurnoverBand(band) if (band := self._turnover.currentData()) else None,
            self._contact.text(),
            self._notes.toPlainText(),
            self._next_due.day,
        )

    def _add(self, name: str, widget: QWidget, hint: str = "") -> Field:
        field = Field(self.parts.theme, name, widget, hint)
        field.setMaximumWidth(self.parts.theme.px(_WIDTH))
        self.column.addWidget(field)
        if isinstance(widget, SearchBox):
            nothing = self.parts.t("Nothing found. Please choose an entry of the list.")
            widget.settled.connect(lambda found: field.complain("" if found else nothing))
        return field

    def _buttons(self) -> None:
        t, px = self.parts.t, self.parts.theme.px
        row = QHBoxLayout()
        spaced(row, 0, px(8), 0, 0, gap=px(16))
        known = self.parts.session.company is not None
        row.addWidget(button(t("Sa&ve") if known else t("Sa&ve and go on"), self._save, "primary"))
        back = "overview" if known else "companies" if self.parts.session.mentoring else "welcome"
        row.addWidget(button(t("&Back"), lambda: self.parts.shell.go(back)))
        row.addStretch()
        self.column.addLayout(row)

    def _countries(self) -> list[tuple[str, str]]:
        language = self.parts.t.language
        named = [(code, country_name(language, code)) for code in _COUNTRIES.split()]
        return sorted(named, key=lambda pair: _sorted_as(pair[1]))

    def _sections(self) -> list[tuple[str, str]]:
        return [(code, f"{code}  {section_name(self.parts.t, code)}") for code in _SECTIONS]

    def _bands(self, chosen: TurnoverBand | None) -> ChoiceBox:
        box = ChoiceBox(self.parts.theme)
        box.addItem(self.parts.t("Not stated"), "")
        for band in TurnoverBand:
            box.addItem(turnover_name(self.parts.t, band), band.value)
        box.setCurrentIndex(box.findData(chosen or ""))
        return box

    def _show_sector(self) -> None:
        """How a sector is found, and once there is one, what belongs to it."""
        t, code = self.parts.t, self._section.code
        if code is None:
            words = t("What you earn most with. Type your trade, such as joinery or software.")
        else:
            examples = sector_words(t)[code].split(", ")[:_EXAMPLES]
            words = t("For example: {examples}", examples=", ".join(examples))
            if code not in SURVEYED_SECTIONS:
                words += ". " + t("There are no official figures for this sector.")
        self._section_field.say(words)

    def _number(self) -> int | None:
        """The number of employees; ValueError for what is no whole number of 0 or more."""
        text = self._employees.text().strip().replace(".", "").replace(",", "").replace(" ", "")
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and int(text) <= _MOST):
            raise ValueError(text)
        return int(text)

    def _show_size(self) -> None:
        t = self.parts.t
        try:
            number = self._number()
        except ValueError:
            self._employees_field.complain(t("Please enter a whole number, such as 120."))
            return
        words = t(
            "Heads, not full-time equivalents, on average over the year: owners, part-timers and"
            " apprentices count, temporary agency workers do not."
        )
        if number is not None:
            size = size_name(t, size_class_of(number))
            words = t("Size class: {size}", size=size) + ". " + words
        self._employees_field.say(words)

    def _save(self) -> None:
        t = self.parts.t
        if not self._name.text().strip():
            self._name_field.complain(t("Please enter the name of the company."))
            self._name.setFocus()
            return
        try:
            employees = self._number()
        except ValueError:
            self._employees.setFocus()
            return
        entered = self._entered()
        for box in (self._country, self._section):
            if not box.found:
                box.setFocus()
                return
        record = replace(
            self._record,
            name=entered.name,
            country=entered.country,
            section=entered.section,
            employees=employees,
            turnover_band=entered.turnover,
            contact=entered.contact,
            notes=entered.notes,
            next_due=entered.next_due,
        )
        before = replace(self._record, next_due=record.next_due)
        if self.parts.shell.attempt(lambda: self._saved(record)) and record != before:
            self._say_what_stays()

    def _say_what_stays(self) -> None:
        """A report of a finished assessment shows the company as it was; that would surprise."""
        t, own = self.parts.t, self.parts.session.assessment
        if own is not None and not own.open:
            self.parts.shell.tell(
                t("The details are changed."),
                t(
                    "An assessment that is signed off and its report keep the details of then,"
                    " until it is corrected and signed off again."
                ),
            )

    def _saved(self, record: CompanyRecord) -> bool:
        session = self.parts.session
        session.save_company(record)
        self.parts.shell.go("overview" if session.assessment else "new_assessment")
        return True


def _sorted_as(name: str) -> str:
    """Austria before Belgium, and Österreich among the O."""
    from unicodedata import normalize

    return normalize("NFD", name).encode("ascii", "ignore").decode().casefold()
