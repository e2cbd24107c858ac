"""The company, its assessments, and where to go on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from digimaturity.domain.clients import next_day
from digimaturity.domain.company import size_class_of
from digimaturity.report.peers import country_name, section_name, size_name
from digimaturity.services.assessments import AssessmentRecord
from digimaturity.ui.assessment_deletion import ask_to_delete
from digimaturity.ui.assessment_title import assessment_title
from digimaturity.ui.calendar_saving import company_calendar_saver
from digimaturity.ui.going_on import going_on_box
from digimaturity.ui.last_plan import LastPlanBox
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.revisions import back_to_present
from digimaturity.ui.section_words import count_words
from digimaturity.ui.sections import (
    Progress,
    Section,
    count_marked,
    counted,
    progress,
    sections_of,
)
from digimaturity.ui.sign_off_words import doubts_of
from digimaturity.ui.widgets.basics import ElidedLabel, button, label, line, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.reminders_box import RemindersBox
from digimaturity.ui.widgets.sign_off_form import SignOffForm
from digimaturity.ui.widgets.state_line import StateLine

if TYPE_CHECKING:
    from digimaturity.services.reminders import Reminders

#: The place of the page at which its dates are saved as a calendar.
CALENDAR = "calendar"

#: So many gaps between words of a count stay on one line: those of ``13 of 13 facts``.
_TOGETHER = 3


class OverviewPage(ColumnPage):
    """A short page: what there is, and the next step as its first button."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._by: str | None = None  # who signs, while the form for it is open
        self._form: SignOffForm | None = None
        self._own: QFrame | None = None  # the card of the assessment that is open
        self._due: Reminders | None = None  # as it was when last looked for
        self._calendar: QPushButton | None = None
        self._place = ""

    def refresh(self) -> None:
        """What is being entered stays."""
        if self._form is not None and self._by is not None:
            self._by = self._form.by
        super().refresh()

    def draft(self) -> object:
        """Who signs, while that is asked."""
        return self._form.by if self._form is not None and self._by is not None else None

    def take_up(self, draft: object) -> None:
        """Ask again."""
        if isinstance(draft, str):
            self._by, self._stale = draft, True

    def come_back(self, place: str) -> None:
        """Begin at what is due, where that is asked for."""
        self._place = place

    def start(self) -> None:
        """The keyboard is where it was asked to be."""
        if self._place == CALENDAR and self._calendar is not None:
            self._calendar.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place = ""

    def fill(self) -> None:
        """Show the company and its assessments."""
        session, t, shell = self.parts.session, self.parts.t, self.parts.shell
        self._form = self._own = None
        if session.company is None:
            return
        title = ElidedLabel("title", middle=True)  # a name may be longer than the page is wide
        title.setText(session.company.name)
        self.column.addWidget(title)
        for known in filter(None, (self._facts(), self._next_due())):
            self.column.addWidget(self.words(known, "secondary"))
        row = Flow(self.parts.theme.px(16))
        spaced(row, 0, gap=self.parts.theme.px(16))
        if session.changeable and session.alias_words is None:
            row.addWidget(button(t("&Change these details"), lambda: shell.go("company"), "link"))
        if shell.settings.sample:
            row.addWidget(button(t("&Assess my own company"), shell.leave_sample, "link"))
        elif session.alias_words is None:
            give = t("&Hand this company over …")
            row.addWidget(button(give, lambda: shell.go("hand_over"), "link"))
        records = self._records()
        if records and not shell.settings.sample:
            self._calendar = button(t("Save dates as a calendar …"), self.save_calendar, "link")
            row.addWidget(self._calendar)
        self.column.addLayout(row)
        self._add_reminders()
        self.subheading(t("Assessments"))
        if not records:
            words = t(
                "There is none yet. A quick check takes about 12 minutes, the full one about 35."
            )
            self.column.addWidget(label(words, "secondary", wrap=True))
        for record in records:
            self._assessment(record)
        if session.changeable:
            kind = "" if records else "primary"
            new = button(t("&New assessment"), lambda: shell.go("new_assessment"), kind)
            line = QHBoxLayout()
            line.addWidget(new)
            line.addStretch()
            self.column.addLayout(line)

    def _records(self) -> tuple[AssessmentRecord, ...]:
        """The assessments, newest first; of the one that is open the revision that is shown."""
        own = self.parts.session.assessment
        every = self.parts.session.assessments
        return tuple(own if own and one.id == own.id else one for one in every)

    def _add_reminders(self) -> None:
        company, due = self.parts.session.company, self._due
        own = due is not None and due.company == company
        self.column.addWidget(RemindersBox(self.parts, due if own else None, self._remember))

    def _remember(self, due: Reminders) -> None:
        self._due = due

    def save_calendar(self) -> None:
        """The next assessment and all reviews, for the calendar of another program."""
        company_calendar_saver(self.parts, self).choose()

    def _next_due(self) -> str:
        """When the next assessment is; nothing while one is under way."""
        t, company, records = self.parts.t, self.parts.session.company, self._records()
        under_way = any(one.open and not one.signed for one in records)
        if company is None or company.archived or under_way or self.parts.shell.settings.sample:
            return ""
        day = next_day(max((one.day for one in records), default=None), company.next_due)
        return t("Next assessment: {day}", day=t.date(day)) if day else ""

    def _facts(self) -> str:
        company, t = self.parts.session.company, self.parts.t
        if company is None:
            return ""
        facts = []
        if company.section:
            facts.append(section_name(t, company.section))
        if company.country:
            facts.append(country_name(t.language, company.country))
        if company.employees is not None:
            facts.append(t.plural("{n} employee", "{n} employees", company.employees))
            facts.append(size_name(t, size_class_of(company.employees)))
        return " · ".join(facts[:3])

    def _assessment(self, record: AssessmentRecord) -> None:
        session, t, px = self.parts.session, self.parts.t, self.parts.theme.px
        card = QFrame()
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        spaced(inner, px(24), px(16), px(24), px(16), gap=px(8))
        title = assessment_title(record, t, session.assessments if record.part_of else ())
        own = record.id == session.assessment_id
        words = self._counted() if own else ""
        day = " · ".join(filter(None, (t.date(record.day), words)))
        told = QVBoxLayout()
        spaced(told, 0, gap=px(8))
        told.addWidget(label(title, "large", wrap=True))
        told.addWidget(label(day, "secondary", wrap=True))
        if own:
            self._own = card
            inner.addLayout(told)
            self._state(record, inner)
            inner.addLayout(self._actions(record))
            self._below(record, inner)
        else:
            inner.addLayout(self._beside(record, told))
        self.column.addWidget(card)

    def _counted(self) -> str:
        """How much is answered, and marked for review."""
        t, marked = self.parts.t, count_marked(self.parts.session.responses)
        closed = self.parts.session.read_only
        counts = self._counts().items()
        words = [count_words(kind, one, t, closed=closed) for kind, one in counts]
        if marked:
            words.append(t.plural("{n} marked for review", "{n} marked for review", marked))
        # Only its beginning holds together: the whole may be wider than a small window.
        return " · ".join(one.replace(" ", "\N{NO-BREAK SPACE}", _TOGETHER) for one in words)

    def _state(self, record: AssessmentRecord, inner: QVBoxLayout) -> None:
        """Who signed it or why it is corrected, and how far one is."""
        t = self.parts.t
        inner.addWidget(StateLine(self.parts, "strong" if record.open else "secondary"))
        if not record.open:
            return
        asked = self._counts()[""]
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, asked.asked)
        bar.setValue(asked.done)
        bar.setAccessibleName(t("Progress"))
        inner.addWidget(bar)
        inner.addWidget(LastPlanBox(self.parts))

    def _below(self, record: AssessmentRecord, inner: QVBoxLayout) -> None:
        """What else can be done with the one that is open, and what was asked for."""
        session = self.parts.session
        inner.addLayout(self._links(record))
        if record.open and session.changeable and self._by is not None:
            inner.addWidget(line())
            inner.addWidget(self._sign_form(record, self._by))
        further = going_on_box(self.parts)
        if further is not None:
            inner.addWidget(line())
            inner.addWidget(further)

    def _links(self, record: AssessmentRecord) -> Flow:
        """What is done once or seldom, in one line below what is done often."""
        session, t, shell = self.parts.session, self.parts.t, self.parts.shell
        gap = self.parts.theme.px(16)
        row = Flow(gap)
        spaced(row, 0, gap=gap)
        count = len(record.respondents)
        people = t.plural("{n} person &takes part", "{n} people &take part", count)
        row.addWidget(button(people, lambda: shell.go("people"), "link"))
        if self._to_give(record):
            give = t("Give your scores to a &peer group …")
            row.addWidget(button(give, lambda: shell.go("contribution"), "link"))
        if record.open and session.changeable:
            if self._by is None:
                row.addWidget(button(t("S&ign off …"), self.ask_to_sign, "link"))
            row.addWidget(self._delete_button(record))
        elif not record.open and session.revision:
            back = partial(back_to_present, session, shell, "overview")
            row.addWidget(button(t("&Back to the present state"), back, "link"))
        elif not record.open and session.writable:
            correct = partial(shell.go, "history", "revisions correct")
            row.addWidget(button(t("Correct &it …"), correct, "link"))
        return row

    def _beside(self, record: AssessmentRecord, told: QVBoxLayout) -> QHBoxLayout:
        """What is told of another assessment, and beside it the way there: many stay a list."""
        t, gap = self.parts.t, self.parts.theme.px(16)
        row = QHBoxLayout()
        spaced(row, 0, gap=gap)
        row.addLayout(told, stretch=1)
        opener = button(t("Open"), lambda: self._turn_to(record.id))
        opener.setAccessibleName(f"{t('Open')}: {assessment_title(record, t)}")
        row.addWidget(opener)
        if record.open and self.parts.session.changeable:
            row.addWidget(self._delete_button(record))
        return row

    def _actions(self, record: AssessmentRecord) -> Flow:
        t, px, shell = self.parts.t, self.parts.theme.px, self.parts.shell
        row = Flow(px(16))
        spaced(row, 0, px(8), 0, 0, gap=px(16))
        if record.open:
            for text, page, kind in self._ways():
                row.addWidget(button(text, partial(shell.go, page), kind))
            self._add_workshop(row)
        else:
            row.addWidget(button(t("See the &results"), lambda: shell.go("results"), "primary"))
            row.addWidget(button(t("P&lan what comes next"), lambda: shell.go("roadmap")))
            row.addWidget(button(t("Rep&ort"), lambda: shell.go("report")))
            self._add_workshop(row)
        return row

    def _add_workshop(self, row: Flow) -> None:
        """The way to the workshop, where there are several whose views can be compared."""
        if len(self.parts.session.respondents) > 1:
            open_it = partial(self.parts.shell.act, "workshop")
            row.addWidget(button(self.parts.t("&Workshop"), open_it))

    def _delete_button(self, record: AssessmentRecord) -> QPushButton:
        """Only one that takes answers can be deleted: it may have been begun by mistake."""
        words = self.parts.t("Delete …")
        made = button(words, partial(ask_to_delete, self.parts, record, self), "link")
        title = assessment_title(record, self.parts.t)
        made.setAccessibleName(self.parts.t("Delete {name}", name=title))
        return made

    def _to_give(self, record: AssessmentRecord) -> bool:
        """Whether there are scores that others could use; the sample's are made up."""
        if self.parts.shell.settings.sample or self.parts.session.revision:
            return False
        done = self._progress()
        return not record.open or done.done == done.asked

    def _sign_form(self, record: AssessmentRecord, by: str) -> SignOffForm:
        """Who signs, after what is still missing."""
        parts = self.parts
        doubts = doubts_of(parts.session, self._counts(), parts.t)
        self._form = form = SignOffForm(parts.theme, parts.t, by, doubts, record.signed + 1)
        form.signed.connect(self._sign)
        form.left.connect(self._leave_signing)
        return form

    def ask_to_sign(self) -> None:
        """Open the form by which the assessment is signed off."""
        if self._by is None:
            revisions = self.parts.session.sign_offs.revisions
            last = revisions[-1].by if revisions else ""
            self._by = last or self.parts.shell.settings.mentor
            self.refresh()
        if self._form is not None:
            self.scroll_to(self._form)
            self._form.start()

    def _sign(self, by: str) -> None:
        session, t = self.parts.session, self.parts.t

        def signed() -> bool:
            session.sign(by)
            return True

        self._by = by
        if not (self.parts.shell.settled() and self.parts.shell.attempt(signed)):
            return
        self._leave_signing()
        number = session.assessment.signed if session.assessment else 1
        self.parts.shell.tell(
            t("Signed off as revision {n}.", n=number),
            t("The answers can only be read from now on. The report prints the hash."),
        )

    def _leave_signing(self) -> None:
        """Without the form, the keyboard is at the first thing to do with the assessment."""
        self._by = None
        self.refresh()
        if self._own is not None:
            self.scroll_to(self._own)
            self._own.findChildren(QPushButton)[0].setFocus()

    def _ways(self) -> tuple[tuple[str, str, str], ...]:
        """Where to go on: to what is still open, and to the results when nothing is."""
        t, done = self.parts.t, self._progress()
        if done.done < done.asked:
            return (
                (t("&Go on"), "questionnaire", "primary"),
                (t("See the &results"), "results", ""),
            )
        return (
            (t("See the &results"), "results", "primary"),
            (t("P&lan what comes next"), "roadmap", ""),
            (t("Loo&k at the answers"), "questionnaire", ""),
        )

    def _progress(self) -> Progress:
        return progress(self._sections(), self.parts.session.answers)

    def _counts(self) -> dict[str, Progress]:
        return counted(self._sections(), self.parts.session.answers)

    def _sections(self) -> tuple[Section, ...]:
        session = self.parts.session
        if session.questionnaire is None:
            return ()
        return sections_of(session.questionnaire, session.results, session.respondent.viewpoint)

    def _turn_to(self, assessment: str) -> None:
        if not self.parts.shell.settled():
            return
        self.parts.shell.attempt(lambda: self.parts.session.open_assessment(assessment))
        self.parts.shell.assessment_opened("overview")
