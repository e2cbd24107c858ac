"""The workshop's screen: how far it is and the time above, the question, and the keys below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.domain.workshop import Lack, Topic, closing, standing
from digimaturity.i18n import Translator
from digimaturity.report.wording import Wording
from digimaturity.services.changes import ChangeKind
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, set_kind, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.topic_list import TopicList
from digimaturity.ui.widgets.workshop_closing import WorkshopClosing
from digimaturity.ui.widgets.workshop_lack import WorkshopLack
from digimaturity.ui.widgets.workshop_sheet import WorkshopSheet
from digimaturity.ui.widgets.workshop_stage import Shown, WorkshopStage
from digimaturity.ui.widgets.workshop_strip import WorkshopStrip
from digimaturity.ui.widgets.workshop_timer import WorkshopTimer
from digimaturity.ui.workshop_sitting import Sitting
from digimaturity.ui.workshop_words import standing_words

#: A question with two lines for each level fills so many pixels at 100 %: that is scaled up.
_WIDE, _HIGH = 880, 590

#: Type grows in steps, so that a window that is drawn larger is not built anew all the time.
_STEP = 0.125

#: Pixels at 100 %: the list of questions, and below which width it takes all of it; below which
#: height only what is asked has room for words.
_LIST, _BESIDE, _LOW = 300, 760, 440


def large(theme: Theme, width: int, height: int) -> Theme:
    """The same look in type as large as the window has room for, never smaller than usual."""
    steps = min(width / _WIDE, height / _HIGH) // _STEP
    return replace(theme, scale=max(theme.scale, steps * _STEP))


class WorkshopDesk(QWidget):
    """Says what the group wants; the page does it.

    `questions` tells whether there are any to go through, be it that the closing page is shown.
    """

    stepped = Signal(int)
    revealed = Signal()
    noted = Signal(object)
    listed = Signal()
    turned = Signal()
    named = Signal()
    closed = Signal()
    chosen = Signal(str)
    begun = Signal()
    left = Signal()
    agreed = Signal(object)
    written = Signal(object, str)
    typing = Signal()
    windowed = Signal()
    people_asked = Signal()

    def __init__(self, theme: Theme, t: Translator, sitting: Sitting) -> None:
        super().__init__()
        self.theme, self._t, self._sitting = theme, t, sitting
        self.questions = False
        self._stage: WorkshopStage | None = None
        self._shown: WorkshopSheet | None = None
        self._piece: object = None
        self._topics: TopicList | None = None
        self._carried: Mapping[ChangeKind, str] = {}
        self.setObjectName("page")
        self.setStyleSheet(theme.stylesheet())
        self.timer = WorkshopTimer(sitting.watch, theme, t)
        self.strip = WorkshopStrip(theme, t)
        for key, signal in (
            ("back", lambda: self.stepped.emit(-1)),
            ("next", lambda: self.stepped.emit(1)),
            ("reveal", self.revealed.emit),
            ("reason", partial(self.noted.emit, ChangeKind.REASON)),
            ("park", partial(self.noted.emit, ChangeKind.PARKED)),
            ("list", self.listed.emit),
            ("closing", self.closed.emit),
            ("names", self.named.emit),
            ("window", self.windowed.emit),
            ("leave", self.left.emit),
        ):
            self.strip.on(key, signal)
        self._middle = QHBoxLayout()
        spaced(self._middle, 0)
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addWidget(self._above())
        column.addLayout(self._middle, stretch=1)
        column.addWidget(self.strip)

    def _above(self) -> QFrame:
        px, t = self.theme.px, self._t
        above = QFrame()
        above.setObjectName("header")
        self._place, self._standing = label("", "strong"), label("", "secondary")
        self._saved = label("", "good")
        row = Flow(px(20), last_right=True)
        spaced(row, px(24), px(8), px(24), px(8), gap=px(20))
        above.setLayout(row)
        for part in (self._place, self._standing, self._saved, self.timer):
            row.addWidget(part)
        self._title = t("Workshop")
        return above

    # -- what is shown

    def show_strip(
        self, topics: Sequence[Topic], w: Wording, *, read_only: bool, aliased: bool
    ) -> None:
        """Show how far the workshop is, the list of questions, and what can be done.

        `aliased` tells that other names are shown: there are none of persons then.
        """
        t, sitting = self._t, self._sitting
        ids = [topic.question for topic in topics]
        if sitting.closing or sitting.question not in ids:
            place = self._title
        else:
            n = ids.index(sitting.question) + 1
            place = t("Question {n} of {all}", n=n, all=len(ids))
        self._place.setText(place)
        words = [standing_words(standing(topics), t)]
        words += [t("Read only")] if read_only else []
        words += [t("Other names")] if aliased else []
        self._standing.setText(" · ".join(words))
        self.timer.show_time()
        self._show_list(topics, w)
        first = sitting.question in ids[:1]
        people = () if aliased else w.context.responses.respondents
        named = any(person.name for person in people)
        self.strip.show_state(sitting, first=first, named=named, read_only=read_only)

    def _show_list(self, topics: Sequence[Topic], w: Wording) -> None:
        if self._topics is None:
            if not self._sitting.listed:
                return
            self._topics = TopicList(self.theme, w)
            self._topics.setFixedWidth(self.theme.px(_LIST))
            self._topics.chosen.connect(self.chosen)
            self._topics.taken.connect(self.go_home)
            self._topics.turned.connect(self.turned)
            self._middle.insertWidget(0, self._topics)
        sitting = self._sitting
        self._topics.show_topics(topics, sitting.question, largest_first=sitting.largest_first)
        self._lay_out()

    def show_question(self, topic: Topic, shown: Shown, w: Wording) -> None:
        """Show a question; one that is shown already stays as it is, with keyboard and cursor."""
        self._begin()
        stage = self._stage
        if stage is None or stage.question.id != topic.question or self._shown is not stage:
            asked = w.evaluation.questionnaire
            stage = WorkshopStage(asked.by_id[topic.question], asked, self.theme, self._t)
            stage.agreed.connect(self.agreed)
            stage.written.connect(self.written)
            stage.typing.connect(self._typing)
            self._stage = stage
            self._put(stage)
        stage.show_topic(shown)
        stage.take_up(self._carried)
        self._carried = {}

    def show_closing(self, topics: Sequence[Topic], w: Wording) -> None:
        """Show what the workshop came to."""
        self._begin()
        found, revealed = closing(topics), frozenset(self._sitting.revealed)
        if (found, revealed) != self._piece:
            made = WorkshopClosing(found, revealed, self.theme, w)
            made.chosen.connect(self.chosen)
            self._put(made)
            self._piece = found, revealed

    def _begin(self) -> None:
        """There are questions to go through."""
        self.questions = True
        self.timer.show()

    def show_lack(self, lack: Lack | None, w: Wording) -> None:
        """Say why there is nothing to compare, and how to get there."""
        self.questions = False
        self._place.setText(self._title)
        self._standing.clear()
        self.timer.hide()
        if (lack, w.context.responses) != self._piece:
            made = WorkshopLack(lack, self.theme, w)
            made.begun.connect(self.begun)
            made.people_asked.connect(self.people_asked)
            self._put(made)
            self._piece = lack, w.context.responses
        self.strip.show_only(("window", "leave"))

    def _put(self, sheet: WorkshopSheet) -> None:
        gone, self._shown, self._piece = self._shown, sheet, None
        at_home = self.has_keyboard and not self.walking
        self._middle.addWidget(sheet, stretch=1)
        if gone is not None:
            self._middle.removeWidget(gone)
            gone.hide()
            gone.deleteLater()  # perhaps its own key or click brought us here
        if gone is self._stage:
            self._stage = None
        self._lay_out()
        if at_home:
            self.go_home()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window list and question take turns."""
        super().resizeEvent(event)
        self._lay_out()
        roomy = self.height() >= self.theme.px(_LOW)
        self._standing.setVisible(roomy)
        self.strip.show_words(shown=roomy)
        self.timer.key.show_words(shown=roomy)
        self.strip.tell_window(full=self.window().isFullScreen())

    def _lay_out(self) -> None:
        listed = self._sitting.listed and self.questions
        alone = self.width() < self.theme.px(_BESIDE)
        if self._topics is not None:
            self._topics.setVisible(listed)
            self._topics.setMinimumWidth(0 if alone else self.theme.px(_LIST))
            self._topics.setMaximumWidth(self.width() if alone else self.theme.px(_LIST))
        if self._shown is not None:
            self._shown.setVisible(not (listed and alone))

    def _typing(self) -> None:
        self._tell_saved(saved=False)
        self.typing.emit()

    def _tell_saved(self, *, saved: bool) -> None:
        """Say that what was typed is recorded, or not yet."""
        self._saved.setText(self._t("Saved") if saved else self._t("Writing …"))
        set_kind(self._saved, "good" if saved else "small")

    # -- the keyboard

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is somewhere in it."""
        # Not the application's: the window itself may be without the keyboard for a moment.
        focused: QWidget | None = self.window().focusWidget()  # the stubs know of no None
        return focused is not None and self.isAncestorOf(focused)

    @property
    def walking(self) -> bool:
        """Whether the keyboard is in the list of questions."""
        return self._topics is not None and self._topics.list.hasFocus()

    def walk(self) -> None:
        """Bring the keyboard to the list of questions."""
        if self._topics is not None:
            self._topics.list.setFocus()

    def go_home(self) -> None:
        """Bring the keyboard to what is shown."""
        if self._shown is not None:
            self._shown.go_home()

    def scroll_by(self, steps: int) -> None:
        """Scroll what is shown."""
        if self._shown is not None:
            self._shown.scroll_by(steps)

    def scroll_page(self, direction: int) -> bool:
        """Scroll a whole page; whether there was anything to scroll to."""
        return self._shown is not None and self._shown.scroll_page(direction)

    # -- the question's own

    def choose(self, level: int) -> None:
        """Agree on a level by its number."""
        if self._stage is not None:
            self._stage.choose(level)

    def write(self, kind: ChangeKind) -> None:
        """Bring the keyboard to a note."""
        if self._stage is not None:
            self._stage.write(kind)

    def settle(self, kind: ChangeKind, *, recorded: bool) -> None:
        """What was written could be recorded, or could not be."""
        if self._stage is not None:
            self._stage.boxes[kind].settle(recorded=recorded)
        if recorded:
            self._tell_saved(saved=True)

    def flush(self) -> None:
        """Record what is being typed."""
        if self._stage is not None:
            self._stage.flush()

    def unsaved(self) -> dict[ChangeKind, str]:
        """What could not be recorded."""
        return self._stage.unsaved() if self._stage is not None else {}

    def carry(self, unsaved: Mapping[ChangeKind, str]) -> None:
        """Show these notes, not recorded yet, with the next question."""
        self._carried = unsaved
