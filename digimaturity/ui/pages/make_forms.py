"""Making forms for people without this program: for whom, as what, in which language, where to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QDate, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from digimaturity.domain.responses import Respondent
from digimaturity.errors import UserError
from digimaturity.i18n import LANGUAGE_NAMES, LANGUAGES
from digimaturity.services.changes import ChangeKind
from digimaturity.services.forms.issuing import Issued, issue
from digimaturity.services.forms.returned import Medium
from digimaturity.services.forms.standing import Standing, standing_of
from digimaturity.services.workspace import Workspace
from digimaturity.ui.appearance import translator
from digimaturity.ui.form_letter import Letter
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.people import called
from digimaturity.ui.saving_place import saving_place
from digimaturity.ui.sections import progress, sections_of
from digimaturity.ui.tasks import Job, Progress
from digimaturity.ui.widgets.basics import ElidedLabel, button, label, row_of, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox, DayBox
from digimaturity.ui.widgets.choices import one_tab_stop
from digimaturity.ui.widgets.flow import Flow, flowing
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.letter_box import LetterBox
from digimaturity.ui.widgets.offer_row import OfferRow
from digimaturity.ui.widgets.progress_line import ProgressLine

_WIDTH, _FIELD = 640, 320

#: So many days the text for the e-mail gives at first.
_DAYS = 14

#: Instead of one person: all from whom nothing is here yet, or everybody.
_MISSING, _ALL = "+missing", "+all"

#: So many files are listed by name.
_LISTED = 12


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is chosen: `who` is the id of a person, or one of the two above."""

    who: str
    medium: Medium
    language: str
    until: date


class MakeFormsPage(ColumnPage):
    """Its place is for whom; the files are written beside the interface, and then listed."""

    concerned_by: ClassVar = frozenset({ChangeKind.RESPONDENT, ChangeKind.ASSESSMENT})

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        today = date.today()  # noqa: DTZ011 - the user's own day
        until = today + timedelta(days=_DAYS)
        self._wish = _Wish(_MISSING, Medium.HTML, parts.t.language, until)
        self._issued: tuple[Issued, ...] = ()
        self._job: Job | None = None
        self._first: QWidget | None = None
        self._standing: tuple[Standing, ...] = ()
        self._letter: LetterBox | None = None

    def come_back(self, place: str) -> None:
        """Make one for this person."""
        self._wish, self._issued, self._stale = replace(self._wish, who=place), (), True

    def draft(self) -> object:
        """What was chosen."""
        return self._wish

    def take_up(self, draft: object) -> None:
        """Choose it again."""
        if isinstance(draft, _Wish):
            self._wish, self._stale = draft, True

    def start(self) -> None:
        """The keyboard is at the first thing to choose."""
        if self._first is not None:
            self._first.setFocus()

    def fill(self) -> None:
        """Show what can be chosen, and what was made."""
        t, session = self.parts.t, self.parts.session
        self._first = None
        about = t("Each form is for one person: what comes back is known by it.")
        self.heading(t("Make forms"), about)
        back = button(t("&Back to the people"), lambda: self.parts.shell.go("people"), "link")
        if session.workspace is None or session.assessment is None or session.read_only:
            words = t("Forms are made for an assessment that is open to changes.")
            self.column.addWidget(self.words(words, "strong"))
            self.column.addLayout(row_of(back))
            return
        self._standing = standing_of(session.workspace, session.assessment_id)
        self._choices()
        self._make = button(t("Make them …"), self._choose, "primary")
        self.column.addLayout(flowing(self.parts.theme.px(16), self._make, back))
        self._line = ProgressLine(self.parts)
        self.column.addWidget(self._line)
        self._made = QVBoxLayout()
        spaced(self._made, 0, gap=self.parts.theme.px(16))
        self.column.addLayout(self._made)
        self._count()
        self._follow()
        if self._issued:
            self._show_made()

    # -- choosing

    def _choices(self) -> None:
        t, theme = self.parts.t, self.parts.theme
        self._who = ChoiceBox(theme)
        for key, words in self._people().items():
            self._who.addItem(words, key)
        self._who.setCurrentIndex(max(0, self._who.findData(self._wish.who)))
        self._who.currentIndexChanged.connect(self._chosen)
        who = Field(theme, t("&For whom"), self._who)
        who.setMaximumWidth(theme.px(2 * _FIELD))
        self.column.addWidget(who)
        self._first = self._who
        self._media = self._offers()
        self._language = ChoiceBox(theme)
        for code in LANGUAGES:
            self._language.addItem(LANGUAGE_NAMES[code], code)
        self._language.setCurrentIndex(self._language.findData(self._wish.language))
        self._language.currentIndexChanged.connect(self._chosen)
        self._until = DayBox(theme, self._wish.until)
        self._until.setDisplayFormat(t("d MMMM yyyy"))
        self._until.setMinimumDate(QDate.currentDate())
        self._until.dateChanged.connect(self._chosen)
        fields = Flow(theme.px(16))
        spaced(fields, 0, gap=theme.px(16))
        for words, field in (
            (t("&Language of the form"), self._language),
            (t("Answers are wanted &until"), self._until),
        ):
            around = Field(theme, words, field)
            around.setFixedWidth(theme.px(208))
            fields.addWidget(around)
        self.column.addLayout(fields)

    def _people(self) -> dict[str, str]:
        """Who can be chosen, in words."""
        t, people = self.parts.t, self.parts.session.respondents
        missing = sum(one.missing for one in self._standing)
        found = {}
        if missing:
            found[_MISSING] = t.plural(
                "The one from whom nothing is here yet",
                "All {n} from whom nothing is here yet",
                missing,
            )
        if len(people) > 1:
            found[_ALL] = t("Everybody ({n})", n=len(people))
        return {**found, **called(people, t)}

    def _offers(self) -> dict[Medium, OfferRow]:
        t, theme = self.parts.t, self.parts.theme
        box = QWidget()
        box.setAccessibleName(t("As what?"))
        column = QVBoxLayout(box)
        spaced(column, 0, gap=theme.px(8))
        column.addWidget(label(t("As what?"), "strong"))
        found = {
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
        for medium, row in found.items():
            row.setMaximumWidth(theme.px(2 * _FIELD))
            row.setChecked(medium is self._wish.medium)
            row.toggled.connect(partial(self._turned, found))
            column.addWidget(row)
        one_tab_stop(list(found.values()))
        self.column.addWidget(box)
        return found

    def _turned(self, rows: dict[Medium, OfferRow], _on: bool) -> None:
        one_tab_stop(list(rows.values()))
        self._chosen()

    def _chosen(self, *_what: object) -> None:
        medium = next((one for one, row in self._media.items() if row.isChecked()), Medium.HTML)
        who, language = str(self._who.currentData()), str(self._language.currentData())
        self._wish = _Wish(who, medium, language, self._until.day)
        self._count()

    def _count(self) -> None:
        words = self.parts.t.plural("&Make {n} form …", "&Make {n} forms …", len(self._wanted()))
        self._make.setText(words)

    def _wanted(self) -> tuple[Respondent, ...]:
        who = str(self._who.currentData())
        if who == _MISSING:
            return tuple(one.person for one in self._standing if one.missing)
        if who == _ALL:
            return tuple(one.person for one in self._standing)
        return tuple(one.person for one in self._standing if one.person.id == who)

    # -- making

    def _choose(self) -> None:
        """Ask for the folder."""
        t = self.parts.t
        folder = saving_place(self.parts.shell.settings.report_folder)
        name = QFileDialog.getExistingDirectory(self, t("Folder for the forms"), str(folder))
        if name:
            self.make_in(Path(name))

    def make_in(self, folder: Path) -> None:
        """Write them in the worker, and list them."""
        session, shell = self.parts.session, self.parts.shell
        if session.workspace is None or not shell.settled():
            return
        order = _Order(
            session.workspace,
            session.assessment_id,
            tuple(one.id for one in self._wanted()),
            self._wish,
            folder,
            session.alias_words is not None,
        )
        self._issued = ()

        def done(made: tuple[Issued, ...]) -> None:  # told also when this page is gone by then
            session.forms_made(order.assessment)
            if isValid(self):
                self._done(made)

        self._job = self.parts.tasks.watched(
            partial(_job, order), done, self._failed, self._stopped
        )
        self._follow()
        self._line.cancel.setFocus()

    def _follow(self) -> None:
        going_on = self._job is not None and not self._job.ended
        self._make.setEnabled(not going_on)
        if self._job is not None and going_on:
            self._line.follow(self._job, self.parts.t("Making the forms …"))

    def _done(self, made: tuple[Issued, ...]) -> None:
        """List what was made."""
        self._job, self._issued = None, made
        self._shown_anew()
        if self.isVisible():
            self._show_folder.setFocus()
            self._scroll.ensureWidgetVisible(self._show_folder)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._shown_anew()
        self.parts.shell.report(error)

    def _stopped(self) -> None:
        self._job = None
        self._shown_anew()
        self.parts.shell.tell(
            self.parts.t("Stopped. Only the forms that are in the folder are made.")
        )

    def _shown_anew(self) -> None:
        self._stale = not self.isVisible()
        if self.isVisible():
            self.refresh()
            self.make_room()
            self._make.setFocus()

    # -- what was made

    def _show_made(self) -> None:
        t, px = self.parts.t, self.parts.theme.px
        folder = self._issued[0].path.parent
        count = len(self._issued)
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        spaced(column, px(24), px(16), px(24), px(16), gap=px(8))
        title = t.plural("{n} form is made", "{n} forms are made", count)
        column.addWidget(label(title, "large", wrap=True))
        where = ElidedLabel("small", middle=True)
        where.setText(t("In the folder {folder}", folder=folder))
        column.addWidget(where)
        for one in self._issued[:_LISTED]:
            name = ElidedLabel(middle=True)
            name.setText(one.path.name)
            column.addWidget(name)
        if count > _LISTED:
            more = count - _LISTED
            column.addWidget(label(t.plural("{n} more", "{n} more", more), "small"))
        self._show_folder = button(t("&Show in the folder"), partial(self._open, folder))
        column.addLayout(row_of(self._show_folder))
        column.addWidget(
            label(
                t("Send each form to the person that it is made for, and to nobody else."),
                "small",
                wrap=True,
            )
        )
        self._made.addWidget(card)
        self._letter = LetterBox(self.parts, self._letter_of(), self._wish.language)
        self._made.addWidget(self._letter)

    def _letter_of(self) -> Letter:
        session, settings = self.parts.session, self.parts.shell.settings
        name = session.company.name if session.company else ""
        sender = "" if session.alias_words is not None else settings.mentor
        return Letter(name, self._wish.medium, self._minutes(), self._wish.until, sender)

    def _minutes(self) -> int:
        """What the longest of the forms takes, when nothing is answered yet."""
        session = self.parts.session
        if session.questionnaire is None:
            return 0
        asked, results = session.questionnaire, session.results
        views = {one.person.viewpoint for one in self._issued}
        return max(progress(sections_of(asked, results, view), {}).minutes for view in views)

    def _open(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            error = UserError("report.no_program", name=folder.name, path=folder)
            self.parts.shell.report(error)


@dataclass(frozen=True, slots=True)
class _Order:
    """What the worker is asked for."""

    workspace: Workspace
    assessment: str
    people: tuple[str, ...]
    wish: _Wish
    folder: Path
    hidden: bool


def _job(order: _Order, progress: Progress) -> tuple[Issued, ...]:
    return issue(
        order.workspace,
        order.assessment,
        order.people,
        order.wish.medium,
        order.folder,
        translator(order.wish.language),
        hidden=order.hidden,
        watch=progress,
    )
