"""The workshop: one question at a time in large type, by keys alone, for a table and a beamer."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from digimaturity.domain.workshop import Topic, lacking, topics_of
from digimaturity.report.wording import Wording
from digimaturity.services.changes import ChangeKind
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.workshop_desk import WorkshopDesk, large
from digimaturity.ui.widgets.workshop_stage import NOTES
from digimaturity.ui.workshop_shown import shown_of, with_hidden
from digimaturity.ui.workshop_sitting import Sitting

#: Where one goes back to when it was opened from nowhere.
_HOME = "overview"


class WorkshopPage(Page):
    """Votes are hidden until they are revealed; what the group comes to is recorded at once."""

    #: Notes beside answers and comparisons with others are not shown here.
    concerned_by: ClassVar = frozenset(ChangeKind) - {
        ChangeKind.ATTACHMENT,
        ChangeKind.COMMENT,
        ChangeKind.COMPANY,
        ChangeKind.EVIDENCE,
        ChangeKind.FIGURES,
        ChangeKind.PEERS,
        ChangeKind.REVIEW,
    }

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.sitting = Sitting()
        self._back = _HOME
        self._topics: tuple[Topic, ...] = ()
        self._desk: WorkshopDesk | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column, 0)
        parts.bus.opened.connect(self._outdated)

    # -- as every page

    def place(self) -> str:
        """The page that one came from, and the question."""
        return f"{self._back} {self.sitting.question}".strip()

    def come_back(self, place: str) -> None:
        """Remember where to go back to, and which question is shown first."""
        back, _, question = place.partition(" ")
        self._back = back or _HOME
        self.sitting.question = question or self.sitting.question

    def start(self) -> None:
        """The keyboard is at the question."""
        if self._desk is not None:
            self._desk.go_home()

    def draft(self) -> object:
        """What is open in this workshop, for one that is built anew: apart, since this one ends."""
        made = deepcopy(self.sitting)
        made.unsaved = {} if self._desk is None else self._desk.unsaved()
        return made

    def take_up(self, draft: object) -> None:
        """Go on with it."""
        if isinstance(draft, Sitting):
            self.sitting = draft

    def flush(self) -> None:
        """Record what is being typed."""
        if self._desk is not None:
            self._desk.flush()

    @property
    def settled(self) -> bool:
        """Whether all notes are recorded."""
        return self._desk is None or not self._desk.unsaved()

    # -- what is shown

    def refresh(self) -> None:
        """Show what holds now, at the question that was shown before."""
        wording = self.parts.session.wording(self.parts.t)
        if wording is None:
            return
        sitting = self.sitting
        topics = topics_of(
            wording.evaluation.questionnaire,
            wording.told,
            wording.context.responses,
            largest_first=sitting.largest_first,
        )
        self._topics = with_hidden(topics, self.parts.session, self.parts.t)
        ids = [topic.question for topic in self._topics]
        if sitting.question not in ids:
            sitting.question = ids[0] if ids else ""
        sitting.watch.turn_to(sitting.question)
        self._show(wording)

    def _show(self, wording: Wording) -> None:
        theme = large(self.parts.theme, self.width(), self.height())
        desk, at_home = self._desk, self._desk is not None and self._desk.has_keyboard
        if desk is None or desk.theme != theme:
            desk = WorkshopDesk(theme, self.parts.t, self.sitting)
            self._build(desk)
        responses, together = wording.context.responses, wording.options.together
        lack = None if self.sitting.begun else lacking(responses, wording.views, together)
        session = self.parts.session
        aliased = session.alias_words is not None
        desk.show_strip(self._topics, wording, read_only=session.read_only, aliased=aliased)
        if lack is not None or not self._topics:
            desk.show_lack(lack, wording)
        elif self.sitting.closing:
            desk.show_closing(self._topics, wording)
        else:
            topic = next(one for one in self._topics if one.question == self.sitting.question)
            shown = shown_of(topic, wording, self.sitting, session)
            desk.show_question(topic, shown, wording)
        if at_home and not desk.has_keyboard:  # it was built anew
            desk.go_home()

    def _build(self, desk: WorkshopDesk) -> None:
        """Put another desk in the place of the one before; what is not recorded yet stays."""
        gone, self._desk = self._desk, desk
        self._column.addWidget(desk)
        for signal, slot in (
            (desk.stepped, self.step),
            (desk.revealed, self.reveal),
            (desk.noted, self.write),
            (desk.listed, self.show_list),
            (desk.turned, self.turn_order),
            (desk.named, self.show_names),
            (desk.closed, self.show_closing),
            (desk.chosen, self.open_question),
            (desk.begun, self.begin),
            (desk.left, self.leave),
            (desk.agreed, self.agree),
            (desk.written, self._write),
        ):
            signal.connect(slot)
        desk.typing.connect(self.parts.bus.typing)
        desk.windowed.connect(partial(self.parts.shell.act, "full_screen"))
        desk.people_asked.connect(partial(self.parts.shell.go, "people"))
        desk.carry(self.sitting.unsaved if gone is None else gone.unsaved())
        self.sitting.unsaved = {}
        if gone is not None:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        desk.show()  # Qt would do so only when it comes round

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The type is as large as there is room for."""
        super().resizeEvent(event)
        theme = large(self.parts.theme, self.width(), self.height())
        if self._desk is None or self._desk.theme == theme:
            return
        self.flush()
        self._outdated()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody talks about a question that is not seen."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.sitting.watch.pause()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside everything brings the keyboard back to the question."""
        self.start()
        super().mousePressEvent(event)

    # -- what can be done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the workshop, wherever the keyboard is; fields keep their own."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        key = event.key()
        if plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._choose(key - Qt.Key.Key_0)
        elif plain and (action := self._actions().get(Qt.Key(key))) is not None:
            action()
        elif event.text() in ("+", "-") and self._desk is not None:
            self._desk.timer.lengthen(1 if event.text() == "+" else -1)
        else:
            super().keyPressEvent(event)

    def _actions(self) -> dict[Qt.Key, Callable[[], object]]:
        desk, key = self._desk, Qt.Key
        if desk is None:
            return {}
        return {
            key.Key_Right: partial(self.step, 1),
            key.Key_Left: partial(self.step, -1),
            key.Key_PageDown: partial(self.turn_page, 1),
            key.Key_PageUp: partial(self.turn_page, -1),
            key.Key_Down: partial(desk.scroll_by, 1),
            key.Key_Up: partial(desk.scroll_by, -1),
            key.Key_Space: self.reveal,
            key.Key_R: partial(self.write, ChangeKind.REASON),
            key.Key_P: partial(self.write, ChangeKind.PARKED),
            key.Key_T: desk.timer.toggle,
            key.Key_L: self.show_list,
            key.Key_O: self.turn_order,
            key.Key_N: self.show_names,
            key.Key_W: self.show_closing,
            key.Key_Delete: partial(self.agree, None),
            key.Key_Backspace: partial(self.agree, None),
            key.Key_Escape: self.leave,
        }

    def step(self, direction: int) -> None:
        """The next question, or the one before; after the last comes the closing page."""
        ids = [topic.question for topic in self._topics]
        if not ids or not self._questions_shown:
            return
        place = len(ids) if self.sitting.closing else ids.index(self.sitting.question)
        following = place + direction
        if following == len(ids):
            self._turn(closing=True)
        elif 0 <= following < len(ids):
            self._turn(ids[following])

    def turn_page(self, direction: int) -> None:
        """What a presenter's remote does: the question beside, or more of the closing page."""
        desk = self._desk
        if not (self.sitting.closing and desk is not None and desk.scroll_page(direction)):
            self.step(direction)

    def open_question(self, question: str) -> None:
        """Show a question, if it is one of the workshop."""
        if any(topic.question == question for topic in self._topics):
            self._turn(question)

    def _turn(self, question: str = "", *, closing: bool = False) -> None:
        """Show something else, unless what was typed cannot be recorded: then it stays."""
        self.flush()
        desk, sitting = self._desk, self.sitting
        if desk is None:
            return
        if unsaved := desk.unsaved():
            desk.write(next(iter(unsaved)))
            return
        sitting.question, sitting.closing = question or sitting.question, closing
        self.refresh()
        if not desk.walking:
            self.start()

    def reveal(self) -> None:
        """Show the votes of this question, or hide them again."""
        if self._question_shown:
            self.sitting.revealed ^= {self.sitting.question}
            self.refresh()

    def _choose(self, level: int) -> None:
        if self._question_shown and self._desk is not None:
            self._desk.choose(level)

    def agree(self, level: int | None) -> None:
        """Record what the group agreed on, or take it back."""
        session, question = self.parts.session, self.sitting.question
        nothing = level is None and question not in session.responses.consensus
        if session.read_only or not self._question_shown or nothing:
            return
        self.parts.shell.attempt(lambda: session.agree(question, level))
        self.refresh()

    def write(self, kind: ChangeKind) -> None:
        """Bring the keyboard to a note of this question."""
        if self._question_shown and self._desk is not None:
            self._desk.write(kind)

    def _write(self, kind: ChangeKind, text: str) -> None:
        session, question = self.parts.session, self.sitting.question
        record = session.give_reason if kind is NOTES[0] else session.park
        made = self.parts.shell.attempt(lambda: record(question, text))
        if self._desk is not None:
            self._desk.settle(kind, recorded=made is not None)

    def show_list(self) -> None:
        """Show the list of questions, or no longer."""
        if not self._questions_shown or self._desk is None:
            return
        self.sitting.listed = not self.sitting.listed
        self.refresh()
        if self.sitting.listed:
            self._desk.walk()
        else:
            self.start()

    def turn_order(self) -> None:
        """Take the questions by gap, or as the questionnaire has them."""
        if self._questions_shown:
            self.sitting.largest_first = not self.sitting.largest_first
            self.refresh()

    def show_names(self) -> None:
        """Show persons by their names, or viewpoints alone; under other names only these."""
        if self._question_shown and self.parts.session.alias_words is None:
            self.sitting.names = not self.sitting.names
            self.refresh()

    def show_closing(self) -> None:
        """Show what the workshop came to, or the question again."""
        if self._questions_shown:
            self._turn(closing=not self.sitting.closing)

    def begin(self) -> None:
        """Go through the questions, though there is nothing to compare."""
        self.sitting.begun = True
        self.refresh()
        self.start()

    def leave(self) -> None:
        """Close what lies beside the question, or go back to where one came from."""
        if self.sitting.listed and self._questions_shown:
            self.show_list()
            return
        self.flush()
        if self.settled:
            self.parts.shell.go(self._back)
        elif self._desk is not None:
            self._desk.write(next(iter(self._desk.unsaved())))

    @property
    def _questions_shown(self) -> bool:
        """Whether there are questions to go through, of which one or the closing is shown."""
        return self._desk is not None and self._desk.questions

    @property
    def _question_shown(self) -> bool:
        return self._questions_shown and not self.sitting.closing
