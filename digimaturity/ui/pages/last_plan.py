"""At the start of a new assessment: what became of the measures that were planned last year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from digimaturity.domain.deeds import Became, Deed
from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import MeasureDecision
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.telling import said_of, saying
from digimaturity.ui.last_plan import planned_before, still_ran, to_be_said, told_in
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, line, spaced
from digimaturity.ui.widgets.follow_section import today
from digimaturity.ui.widgets.last_plan_row import LastPlanRow

_WIDTH = 1040


class LastPlanPage(ColumnPage):
    """One row a measure; each word is saved at once, and nothing has to be said."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self.rows: dict[str, LastPlanRow] = {}
        self._count: QLabel | None = None
        self._on: QPushButton | None = None

    def refresh(self) -> None:
        """What is shown already is changed in its place, so that keyboard and fields stay."""
        deeds = planned_before(self.parts.session)
        if not self.rows or {key: row.deed.title for key, row in self.rows.items()} != {
            key: deed.title for key, deed in deeds.items()
        }:
            super().refresh()
        self._show()

    def fill(self) -> None:
        """Make a row for each measure."""
        session, t, px = self.parts.session, self.parts.t, self.parts.theme.px
        self.rows = {}
        deeds = planned_before(session)
        about = t(
            "Before you look ahead: how far is each measure that was planned? One click or key"
            " each; it is saved at once. The follow-up of the roadmap shows it from then on."
        )
        self.heading(t("What became of last year’s plan?"), about if deeds else "")
        if not deeds:
            self.column.addWidget(self.words(t("No measure was planned for this period.")))
        self._count = label("", "strong", wrap=True)
        self.column.addWidget(self._count)
        known = [key for key in deeds if self._known_before(key)]
        self._group({key: deed for key, deed in deeds.items() if key not in known})
        if known:
            self.subheading(t("Noted before"))
            self._group({key: deeds[key] for key in known})
        foot = QHBoxLayout()
        spaced(foot, 0, px(8), 0, 0, gap=px(16))
        self._on = button("", self._go_on, "primary")
        foot.addWidget(self._on)
        foot.addStretch()
        self.column.addLayout(foot)

    def _group(self, deeds: Mapping[str, Deed]) -> None:
        rows = QVBoxLayout()
        spaced(rows, 0)
        for key, deed in deeds.items():
            rows.addWidget(line())
            rows.addWidget(self._row(key, deed))
        self.column.addLayout(rows)

    def _known_before(self, key: str) -> bool:
        """Whether it was over when the assessment began, so that no word is needed."""
        own, decision = told_in(self.parts.session), self.parts.session.book.decisions[key]
        return decision.told_in not in own and said_of(decision, own) is not None

    def _row(self, key: str, deed: Deed) -> LastPlanRow:
        row = LastPlanRow(self.parts.theme, self.parts.t, deed, Quarter.of(today()))
        row.said.connect(partial(self._say, key))
        row.noted.connect(partial(self._note, key))
        row.moved.connect(partial(self._move, key))
        self.rows[key] = row
        return row

    def _show(self) -> None:
        session, t = self.parts.session, self.parts.t
        fixed = not (session.plannable and session.changeable)
        deeds = planned_before(session)
        own, decisions = told_in(session), session.book.decisions
        for key, row in self.rows.items():
            decision = decisions.get(key)
            if decision is None:  # the company is closed, or it was taken out just now
                continue
            row.deed = deeds.get(key, row.deed)
            here = decision.told_in in own
            row.show_said(decision, said_of(decision, own), here=here, fixed=fixed)
        missing = len(to_be_said(session))
        if self._count is not None:
            said = t("{n} of {all} said", n=len(self.rows) - missing, all=len(self.rows))
            self._count.setText(said)
            self._count.setVisible(bool(self.rows))
        if self._on is not None:
            self._on.setText(t("The rest &later") if missing else t("&To the questions"))
        self.make_room()

    def start(self) -> None:
        """The keyboard is at the first of which nothing was said, else where one goes on."""
        missing = to_be_said(self.parts.session)
        if missing and missing[0] in self.rows:
            self.rows[missing[0]].focus_choice()
            self.scroll_to(self.rows[missing[0]])
        elif self._on is not None:
            self._on.setFocus()

    def flush(self) -> None:
        """Save a reason that is being typed."""
        for row in self.rows.values():
            if row.details is not None:
                row.details.flush()

    @property
    def settled(self) -> bool:
        """Whether every reason that was typed is saved."""
        return not any(row.details and row.details.typing for row in self.rows.values())

    def _go_on(self) -> None:
        self.parts.shell.go("questionnaire")

    def _say(self, key: str, became: Became) -> None:
        session, row = self.parts.session, self.rows[key]
        record, decision = session.assessment, session.book.decisions[key]
        if record is None:
            return
        ran = still_ran(session, key)
        said = saying(decision, became, record.id, row.deed.planned, record.day, ran)
        self._put(key, said)
        if became is Became.DROPPED:
            row.ask_why()
        QTimer.singleShot(0, row, partial(self.scroll_to, row))  # once it has its height

    def _note(self, key: str, began: Quarter | None, ended: Quarter | None, reason: str) -> None:
        decision = self.parts.session.book.decisions[key]
        self._put(key, replace(decision, began=began, ended=ended, reason=reason))

    def _put(self, key: str, decision: MeasureDecision) -> None:
        """Save it; where that fails, what is saved is shown again."""
        save = partial(self.parts.session.put_down, Part.DECISION, key, decision)
        if self.parts.shell.attempt(save) is None:
            self._show()

    def _move(self, key: str, direction: int) -> None:
        """To the row above or below; behind the last is the way on."""
        keys = list(self.rows)
        place = keys.index(key) + direction
        if place == len(keys) and self._on is not None:
            self._on.setFocus()
        elif 0 <= place < len(keys):
            self.rows[keys[place]].focus_choice()
            self.scroll_to(self.rows[keys[place]])
