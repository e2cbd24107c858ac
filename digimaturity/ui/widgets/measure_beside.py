"""Beside the list of measures: all about one of them, or a form in which something is decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea

from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.deciding import (
    Choice,
    Standing,
    accepting,
    adding,
    declining,
    lacking,
    removing,
    reopening,
)
from digimaturity.domain.roadmap.items import MeasureDecision, OwnMeasure
from digimaturity.report.build.measure_choice import item_of
from digimaturity.report.measure_words import adapted
from digimaturity.report.wording import Wording
from digimaturity.services.plan_book import new_key
from digimaturity.ui.parts import Parts
from digimaturity.ui.scrolled import show_in
from digimaturity.ui.why_measure import gain_group
from digimaturity.ui.widgets.choice_head import ChoiceHead, Deciding
from digimaturity.ui.widgets.measure_adapting import AdaptForm
from digimaturity.ui.widgets.measure_deciding import AcceptOffer, DeclineForm
from digimaturity.ui.widgets.measure_form import MeasureForm
from digimaturity.ui.widgets.measure_panel import MeasurePanel
from digimaturity.ui.widgets.own_measure_form import OwnMeasureForm
from digimaturity.ui.widgets.side_panel import SidePanel


@dataclass(frozen=True, slots=True)
class Asked:
    """What is shown of which measures; a form of one's own measure without any is a new one."""

    mode: str
    keys: tuple[str, ...] = ()


#: Modes: all about a measure, and the forms.
DETAIL, ACCEPT, DECLINE, ADAPT, OWN = "detail", "accept", "decline", "adapt", "own"
NOTHING = Asked("")


class MeasureBeside(QScrollArea):
    """`turned` tells that something else is shown, or nothing; `left` that it was closed."""

    turned = Signal()
    left = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts = parts
        self.asked = NOTHING
        self._panel: SidePanel | None = None
        self._piece: object = None
        self._begun: dict[str, str] = {}
        self._w: Wording | None = None
        self._found: dict[str, Choice] = {}
        self._do = Deciding(
            self.accept,
            lambda keys: self.ask(DECLINE, keys),
            self.reopen,
            lambda key: self.ask(ADAPT, (key,)),
            lambda key: self.ask(OWN, (key,)),
        )

    # -- what is shown

    def know(self, w: Wording | None, found: Iterable[Choice]) -> None:
        """Show what is true now; a form stays as long as its measures are there."""
        self._w, self._found = w, {one.id: one for one in found}
        if not all(key in self._found for key in self.asked.keys):
            self.close_panel()
        elif self.asked.mode == DETAIL:
            self._show()

    def ask(self, mode: str, keys: Sequence[str] = ()) -> None:
        """Show that; the keyboard goes to a form."""
        if any(key not in self._found for key in keys):
            return
        if mode not in {"", DETAIL} and not self._parts.session.plannable:
            return
        self.asked, self._piece = Asked(mode, tuple(keys)), None
        self._show()
        self.verticalScrollBar().setValue(0)
        self.turned.emit()
        if isinstance(self._panel, MeasureForm):
            self._panel.lead()

    def close_panel(self) -> None:
        """Show nothing."""
        self.asked, self._panel, self._piece = NOTHING, None, None
        gone = self.takeWidget()
        if gone is not None:
            gone.deleteLater()
        self.turned.emit()

    def lead(self) -> None:
        """The keyboard goes to what can be done here."""
        head = self.findChild(ChoiceHead)
        if isinstance(self._panel, MeasureForm):
            self._panel.lead()
        elif head is not None and head.ways:
            head.ways[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._panel is not None:
            self._panel.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        if self._w is None or not self.asked.mode:
            return
        if self.asked.mode == DETAIL:
            choice = self._found[self.asked.keys[0]]
            context = self._w.context
            piece = choice, tuple(self._found.values()), context.roadmap, self._w.t
            if piece == self._piece:
                return
            self._piece = piece
        panel = self._made(self._w)
        panel.closed.connect(self._leave)
        self._panel = panel
        show_in(self, panel, self._parts.theme.px(24))
        self._begun = panel.typed() if isinstance(panel, MeasureForm) else {}

    def _leave(self) -> None:
        """Close it; a form of one measure gives way to all about it."""
        asked = self.asked
        if asked.mode in {DECLINE, ADAPT, ACCEPT, OWN} and len(asked.keys) == 1:
            self.ask(DETAIL, asked.keys)
            self.lead()
            return
        self.close_panel()
        self.left.emit()

    # -- panels

    def _made(self, w: Wording) -> SidePanel:
        parts, keys = self._parts, self.asked.keys
        titles = [w.text(self._found[key].task.measure.title) for key in keys]
        match self.asked.mode:
            case "accept":
                lacks = [
                    w.text(self._found[key].task.measure.title)
                    for key in lacking(self._found.values(), keys)
                ]
                return AcceptOffer(parts, titles, lacks, self._accept_with)
            case "decline":
                reasons = {self._found[key].task.decision.reason for key in keys}
                reason = reasons.pop() if len(reasons) == 1 else ""
                return DeclineForm(parts, titles, reason, self._decline)
            case "adapt":
                return AdaptForm(parts, w, self._found[keys[0]], self._adapt)
            case "own":
                return self._own_form(w)
        return self._detail(w, self._found[keys[0]])

    def _detail(self, w: Wording, choice: Choice) -> MeasurePanel:
        head = ChoiceHead(self._parts, w, choice, tuple(self._found.values()), self._do)
        gain = gain_group(w.evaluation, choice.task.measure, choice.task.gain, w.t)
        planned = ""
        if choice.task.own is not None:
            planned = w.t("As you put it down.")
        elif adapted(choice):
            planned = w.t("As you adapted it.")
        item = item_of(w, choice)
        made = MeasurePanel(self._parts.theme, w.t, item, gain, above=head, planned=planned)
        made.followed.connect(lambda target, _: self._parts.shell.open_question(target))
        return made

    def _own_form(self, w: Wording) -> OwnMeasureForm:
        key = self.asked.keys[0] if self.asked.keys else ""
        titles = {
            one.id: w.text(one.task.measure.title) for one in self._found.values() if one.id != key
        }
        own = self._parts.session.book.own.get(key)
        remove = partial(self._remove, key) if own is not None else None
        return OwnMeasureForm(self._parts, w, own, titles, self._save_own, remove)

    # -- what is done

    def accept(self, keys: Sequence[str]) -> bool:
        """Accept these, or ask what becomes of what they build on; False where that is asked."""
        if lacking(self._found.values(), keys):
            self.ask(ACCEPT, keys)
            return False
        return self._put(accepting(self._parts.session.book, keys, _today()), keys)

    def reopen(self, keys: Sequence[str]) -> bool:
        """Take back what was decided about these; what has begun and one's own stay."""
        free = [
            key
            for key in keys
            if self._found[key].task.own is None
            and not self._found[key].fixed
            and self._found[key].standing is not Standing.OPEN
        ]
        return bool(free) and self._put(reopening(free), keys)

    def _accept_with(self, whole: bool) -> None:
        keys = self.asked.keys
        first = lacking(self._found.values(), keys) if whole else ()
        self._put(accepting(self._parts.session.book, (*first, *keys), _today()), keys)

    def _decline(self, reason: str) -> None:
        """The keyboard goes back to the list, whose next measure waits."""
        declined = declining(self._parts.session.book, self.asked.keys, reason, _today())
        self._put(declined, [])

    def _adapt(self, decision: MeasureDecision) -> None:
        key = self.asked.keys[0]
        if not decision.accepted:  # who adapts it wants it
            decision = replace(decision, accepted=True, decided=_today())
        self._put([Entry(Part.DECISION, key, decision)], [key])

    def _save_own(self, own: OwnMeasure) -> None:
        key = self.asked.keys[0] if self.asked.keys else new_key()
        self._put(adding(self._parts.session.book, key, own, _today()), [key])

    def _remove(self, key: str) -> None:
        if self._put(removing(self._parts.session.book, key), []):
            self.left.emit()

    def _put(self, entries: Iterable[Entry], keys: Sequence[str]) -> bool:
        """Save that; a form gives way to all about its measure. False where it cannot be saved."""
        session, form = self._parts.session, isinstance(self._panel, MeasureForm)
        done = self._parts.shell.attempt(partial(session.put_down_all, tuple(entries)))
        if done is None:
            return False
        if form and len(keys) == 1:
            self.ask(DETAIL, keys)
            self.lead()
        elif form:
            self.close_panel()
            self.left.emit()
        return True

    # -- what was typed

    def draft(self) -> object:
        """The form that is open, if anything was typed there."""
        panel = self._panel
        if not isinstance(panel, MeasureForm) or panel.typed() == self._begun:
            return None
        return self.asked, panel.typed()

    def take_up(self, draft: object) -> None:
        """Show it again."""
        match draft:
            case (Asked() as asked, dict() as typed):
                self.ask(asked.mode, asked.keys)
                if isinstance(self._panel, MeasureForm):
                    self._panel.type_in(typed)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day
