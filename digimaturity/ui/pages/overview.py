"""The company, its assessments, and where to go on."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from digimaturity.domain.company import size_class_of
from digimaturity.report.peers import country_name, section_name, size_name
from digimaturity.services.assessments import AssessmentRecord
from digimaturity.ui.assessment_deletion import ask_to_delete
from digimaturity.ui.assessment_title import assessment_title
from digimaturity.ui.going_on import going_on_box
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.section_words import count_words
from digimaturity.ui.sections import (
    Progress,
    Section,
    count_marked,
    counted,
    progress,
    sections_of,
)
from digimaturity.ui.widgets.basics import ElidedLabel, button, label, line, spaced
from digimaturity.ui.widgets.flow import Flow


class OverviewPage(ColumnPage):
    """A short page: what there is, and the next step as its first button."""

    def fill(self) -> None:
        """Show the company and its assessments."""
        session, t, shell = self.parts.session, self.parts.t, self.parts.shell
        if session.company is None:
            return
        title = ElidedLabel("title", middle=True)  # a name may be longer than the page is wide
        title.setText(session.company.name)
        self.column.addWidget(title)
        self.column.addWidget(self.words(self._facts(), "secondary"))
        row = Flow(self.parts.theme.px(16))
        spaced(row, 0, gap=self.parts.theme.px(16))
        if session.writable and session.alias_words is None:
            row.addWidget(button(t("&Change these details"), lambda: shell.go("company"), "link"))
        if shell.settings.sample:
            row.addWidget(button(t("&Assess my own company"), shell.leave_sample, "link"))
        elif session.alias_words is None:
            give = t("&Hand this company over …")
            row.addWidget(button(give, lambda: shell.go("hand_over"), "link"))
        self.column.addLayout(row)
        records = session.assessments
        self.subheading(t("Assessments"))
        if not records:
            words = t(
                "There is none yet. A quick check takes about 12 minutes, the full one about 35."
            )
            self.column.addWidget(label(words, "secondary", wrap=True))
        for record in records:
            self._assessment(record)
        if session.writable:
            kind = "" if records else "primary"
            new = button(t("&New assessment"), lambda: shell.go("new_assessment"), kind)
            line = QHBoxLayout()
            line.addWidget(new)
            line.addStretch()
            self.column.addLayout(line)

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
        inner.addWidget(label(title, "large", wrap=True))
        own = record.id == session.assessment_id
        words = t.date(record.day)
        if own:
            counts = self._counts()
            words = " · ".join([words, *(count_words(k, one, t) for k, one in counts.items())])
            marked = count_marked(session.responses)
            if marked:
                more = t.plural("{n} marked for review", "{n} marked for review", marked)
                words = f"{words} · {more}"
        inner.addWidget(label(words, "secondary", wrap=True))
        if own and record.open:
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setRange(0, counts[""].asked)
            bar.setValue(counts[""].done)
            bar.setAccessibleName(t("Progress"))
            inner.addWidget(bar)
        inner.addLayout(self._actions(record, own=own))
        if own:
            count = len(record.respondents)
            people = t.plural("{n} person &takes part", "{n} people &take part", count)
            inner.addWidget(button(people, lambda: self.parts.shell.go("people"), "link"))
        if own and self._to_give(record):
            give = t("Give your scores to a &peer group …")
            inner.addWidget(button(give, lambda: self.parts.shell.go("contribution"), "link"))
        if own and record.open:
            inner.addWidget(self._doubt())
        further = going_on_box(self.parts) if own else None
        if further is not None:
            inner.addWidget(line())
            inner.addWidget(further)
        self.column.addWidget(card)

    def _actions(self, record: AssessmentRecord, *, own: bool) -> Flow:
        session, t, px, shell = (
            self.parts.session,
            self.parts.t,
            self.parts.theme.px,
            self.parts.shell,
        )
        row = Flow(px(16))
        spaced(row, 0, px(8), 0, 0, gap=px(16))
        if not own:
            opener = button(t("Open"), lambda: self._turn_to(record.id))
            opener.setAccessibleName(f"{t('Open')}: {assessment_title(record, t)}")
            row.addWidget(opener)
            if record.open and session.writable:
                row.addWidget(self._delete_button(record))
        elif record.open:
            for text, page, kind in self._ways():
                row.addWidget(button(text, partial(shell.go, page), kind))
            self._add_workshop(row)
            if session.writable:
                finish = button(t("&Finish it"), self.finish, "link")
                finish.setToolTip(t("From then on the answers can only be read."))
                row.addWidget(finish)
                row.addWidget(self._delete_button(record))
        else:
            row.addWidget(button(t("See the &results"), lambda: shell.go("results"), "primary"))
            row.addWidget(button(t("P&lan what comes next"), lambda: shell.go("roadmap")))
            row.addWidget(button(t("Rep&ort"), lambda: shell.go("report")))
            self._add_workshop(row)
            if session.writable:
                row.addWidget(
                    button(t("&Correct it …"), lambda: shell.go("history", "revisions"), "link")
                )
        return row

    def _add_workshop(self, row: Flow) -> None:
        """The way to the workshop, where there are several whose views can be compared."""
        if len(self.parts.session.respondents) > 1:
            open_it = partial(self.parts.shell.act, "workshop")
            row.addWidget(button(self.parts.t("&Workshop"), open_it))

    def _delete_button(self, record: AssessmentRecord) -> QPushButton:
        """Only one that is not finished can be deleted: it may have been begun by mistake."""
        words = self.parts.t("Delete …")
        made = button(words, partial(ask_to_delete, self.parts, record, self), "link")
        title = assessment_title(record, self.parts.t)
        made.setAccessibleName(self.parts.t("Delete {name}", name=title))
        return made

    def _to_give(self, record: AssessmentRecord) -> bool:
        """Whether there are scores that others could use; the sample's are made up."""
        if self.parts.shell.settings.sample:
            return False
        done = self._progress()
        return not record.open or done.done == done.asked

    def _doubt(self) -> QWidget:
        """What is asked before an assessment is finished of which something is missing."""
        t, session, done = self.parts.t, self.parts.session, self._progress()
        self._asked = QWidget()
        row = QHBoxLayout(self._asked)
        spaced(row, 0, gap=self.parts.theme.px(16))
        still_open = done.asked - done.done
        marked, silent = count_marked(session.responses), self._silent()
        words = []
        if still_open:
            words.append(
                t.plural("{n} question is still open.", "{n} questions are still open.", still_open)
            )
        if marked:
            words.append(
                t.plural(
                    "{n} question is marked for review.",
                    "{n} questions are marked for review.",
                    marked,
                )
            )
        if silent:
            words.append(
                t.plural(
                    "From {n} person there is nothing yet, and no form is taken in once it is"
                    " finished.",
                    "From {n} people there is nothing yet, and no form is taken in once it is"
                    " finished.",
                    silent,
                )
            )
        row.addWidget(label(" ".join(words), "strong", wrap=True), stretch=1)
        self._anyway = button(t("Finish an&yway"), lambda: self.parts.shell.attempt(session.sign))
        row.addWidget(self._anyway)
        row.addWidget(button(t("&Do not finish"), self._asked.hide, "link"))
        self._asked.hide()
        return self._asked

    def finish(self) -> None:
        """Finish what is complete; ask before, where it is not."""
        done, marked = self._progress(), count_marked(self.parts.session.responses)
        if done.done == done.asked and not marked and not self._silent():
            self.parts.shell.attempt(self.parts.session.sign)
            return
        self._asked.show()
        self._anyway.setFocus()

    def _silent(self) -> int:
        """How many of several people have not said anything yet."""
        said = self.parts.session.responses
        return len(said.respondents) - len(said.heard) if len(said.respondents) > 1 else 0

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
