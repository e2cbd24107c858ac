"""One part of a decision in the grid of decisions: who holds it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digimaturity.domain.questionnaire import Holder, Question
from digimaturity.domain.responses import DONT_KNOW, Answer, State
from digimaturity.i18n import Translator
from digimaturity.report.decision_words import holder_names
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, set_kind, spaced, tip
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.holder_mark import SIGN, holder_icon
from digimaturity.ui.widgets.level_marks import EarlierSaid

#: What can be said, in the order of the digits; the last is said by D.
HOLDERS: tuple[Holder | None, ...] = (*Holder, None)

_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0)}
_STEPS |= {Qt.Key.Key_Down: (1, 0)}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def said_words(holder: Holder | None, t: Translator) -> str:
    """What can be said, in words."""
    return t("don’t know") if holder is None else holder_names(t)[holder]


class HolderCell(QWidget):
    """Speaks the signals of a question card; `stepped` carries rows down and columns right."""

    answered = Signal(str, object)
    stepped = Signal(int, int)
    moved = Signal(int)
    advanced = Signal()

    def __init__(
        self, question: Question, decision: str, part: str, theme: Theme, t: Translator
    ) -> None:
        super().__init__()
        self.question = question
        self._answer: Answer | None = None
        self._since = self._earlier = ""
        self._part = label(part, "secondary", wrap=True)
        self.box = _Box(theme)
        self._name = f"{decision}: {part}"
        self.box.setAccessibleName(self._name)
        self.box.setToolTip(tip(self._name))
        self.box.setPlaceholderText("–")
        size = theme.px(SIGN)
        self.box.setIconSize(QSize(size, size))
        for holder in HOLDERS:
            self.box.addItem(holder_icon(theme, holder), said_words(holder, t))
        self.box.setCurrentIndex(-1)
        self.box.activated.connect(self._choose)
        row = QHBoxLayout(self)
        spaced(row, 0, gap=theme.px(8))
        row.addWidget(self._part, stretch=2)
        row.addWidget(self.box, stretch=3)

    @property
    def part_named(self) -> bool:
        """Whether it shows which part it is."""
        return not self._part.isHidden()

    def name_part(self, *, named: bool) -> None:
        """Show which part it is, where no head of a column does."""
        self._part.setVisible(named)

    def show_answer(self, answer: Answer | None, since: str = "") -> None:
        """Show what is recorded; `since` is from when an earlier one is."""
        self._answer = answer
        place = -1
        if answer is not None and answer.state is State.DONT_KNOW:
            place = HOLDERS.index(None)
        elif answer is not None and isinstance(answer.value, frozenset):
            place = HOLDERS.index(Holder(next(iter(answer.value))))
        self.box.setCurrentIndex(place)
        carried = answer is not None and answer.carried
        said = "carried" if carried else "said"
        set_kind(self.box, "cell" if place < 0 else said)
        self._since = since if carried else ""
        self._describe()

    def show_earlier(self, earlier: EarlierSaid | None) -> None:
        """Show who was said the year before, as long as nothing is said now.

        A cell has no room for when that was: the table tells it once.
        """
        self._earlier = earlier.words if earlier else ""
        self.box.setPlaceholderText(earlier.said if earlier else "–")
        self._describe()

    def _describe(self) -> None:
        """Tell which part it is, and what an earlier year has to do with it."""
        words = "; ".join(filter(None, (self._name, self._since or self._earlier)))
        if words != self.box.accessibleDescription():
            self.box.setAccessibleDescription(words)
            self.box.setToolTip(tip(words))

    def close_to_answers(self) -> None:
        """Nothing can be changed."""
        self.box.setEnabled(False)

    def focus_answer(self) -> None:
        """Bring the keyboard here."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and D say who, and H that it still holds, and go on; arrows walk.

        Enter goes on, Delete takes back.
        """
        key = event.key()
        place = key - Qt.Key.Key_1 if key != Qt.Key.Key_D else HOLDERS.index(None)
        if key in _STEPS:
            self.stepped.emit(*_STEPS[Qt.Key(key)])
        elif key in _ENTER:
            self.advanced.emit()
        elif key in _AWAY:
            self.answered.emit(self.question.id, None)
        elif key == Qt.Key.Key_H and self._answer is not None and self._answer.carried:
            said = self._answer
            self.answered.emit(self.question.id, Answer(said.state, said.value))
            self.moved.emit(1)
        elif key == Qt.Key.Key_D or 0 <= place < len(Holder):
            self._choose(place)
            self.moved.emit(1)
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        holder = HOLDERS[place]
        answer = DONT_KNOW if holder is None else Answer.of(frozenset({holder.value}))
        self.answered.emit(self.question.id, answer)


class _Box(ChoiceBox):
    """Opens by Space or a click; all other keys are the cell's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows do not change what was said: they lead to the neighbours."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()
