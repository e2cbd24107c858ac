"""How far a measure is: planned, running since, done in, or dropped and why; and who owns it."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.items import MeasureDecision, State
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.report.roadmap_words import state_names
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.follow_section import Following, FollowSection, today
from digimaturity.ui.widgets.quarter_box import QuarterBox

#: Widths (pixels at 100 %).
_STATE, _QUARTER, _OWNER, _REASON = 160, 144, 240, 560


class FollowState(FollowSection):
    """Only what belongs to the chosen state is shown."""

    key = "state"

    def __init__(self, what: Following, decision: MeasureDecision) -> None:
        t = what.parts.t
        super().__init__(what, t("How far it is"))
        self._decision = decision
        self.state = ChoiceBox(what.parts.theme)
        for state, name in state_names(t).items():
            self.state.addItem(name, state)
        self.state.setCurrentIndex(list(State).index(decision.state))
        self._began = self._quarters(decision.began)
        self._ended = self._quarters(decision.ended)
        self._owner = self.line(decision.owner)
        reason = decision.reason if decision.state is State.DROPPED else ""
        self._reason = self.line(reason)
        self._since = self.field(t("Begun in"), self._began, _QUARTER)
        self._until = self.field(t("Ended in"), self._ended, _QUARTER)
        self._why = self.field(t("Why it was dropped"), self._reason, _REASON)
        self.flow(
            self.field(t("State"), self.state, _STATE),
            self._since,
            self._until,
            self.field(t("Owner"), self._owner, _OWNER),
        )
        self.column.addWidget(self._why)
        self.way(t("Save the state"))
        for name, field in (
            ("state", self.state),
            ("began", self._began),
            ("ended", self._ended),
            ("owner", self._owner),
            ("reason", self._reason),
        ):
            self.keep(name, field)
        self._fit()
        self.state.currentIndexChanged.connect(self._fit)

    def _quarters(self, chosen: Quarter | None) -> QuarterBox:
        return QuarterBox(self.what.parts.theme, self.what.parts.t, Quarter.of(today()), chosen)

    def _fit(self) -> None:
        """Show what is asked in this state; what has just begun or ended did so this quarter."""
        state = self._chosen()
        self._since.setVisible(state is not State.PLANNED)
        self._until.setVisible(state in (State.DONE, State.DROPPED))
        self._why.setVisible(state is State.DROPPED)
        if state is self._decision.state:
            return
        for box, wanted in (
            (self._began, state is State.RUNNING),
            (self._ended, state in (State.DONE, State.DROPPED)),
        ):
            if wanted and box.currentIndex() == 0:
                box.choose(Quarter.of(today()))

    def _chosen(self) -> State:
        return State(self.state.currentData())

    def save(self) -> None:
        """Save the state; why it was dropped is asked for."""
        state, reason = self._chosen(), self._reason.text().strip()
        if state is State.DROPPED and not reason:
            sentence = self.t("Please say why, so that nobody has to ask again next year.")
            self._why.complain(sentence)
            self._reason.setFocus()
            return
        decision = replace(
            self._decision,
            state=state,
            owner=self._owner.text().strip(),
            began=None if state is State.PLANNED else self._began.quarter,
            ended=self._ended.quarter if state in (State.DONE, State.DROPPED) else None,
            reason=reason if state is State.DROPPED else self._decision.reason,
        )
        self.put(Entry(Part.DECISION, self.what.one.key, decision))
