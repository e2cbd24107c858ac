"""A measure of last year's plan: its title, and what became of it by one click or one key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from digimaturity.domain.deeds import Became, Deed
from digimaturity.domain.roadmap.items import MeasureDecision, State
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.i18n import Translator
from digimaturity.report.deed_words import became_names, became_words, deed_title, planned_words
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.became_choice import BecameChoice
from digimaturity.ui.widgets.choices import one_tab_stop
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.last_plan_details import LastPlanDetails

#: From this width on the choices stand beside the title; else below it (pixels at 100 %).
_BESIDE = 880

_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


class LastPlanRow(QFrame):
    """`said` tells what became of it, `noted` its quarters and the reason, `moved` where to go."""

    said = Signal(object)
    noted = Signal(object, object, str)
    moved = Signal(int)

    def __init__(self, theme: Theme, t: Translator, deed: Deed, now: Quarter) -> None:
        super().__init__()
        self.deed, self._theme, self._t, self._now = deed, theme, t, now
        self.details: LastPlanDetails | None = None
        px, self._title = theme.px, deed_title(t, deed)
        self.setAccessibleName(self._title)
        self._below = label("", "small", wrap=True)
        words = QVBoxLayout()
        spaced(words, 0, gap=px(2))
        words.addWidget(label(self._title, "strong", wrap=True))
        words.addWidget(self._below)
        words.addStretch()
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        spaced(self._line, 0, gap=px(8))
        self._line.addLayout(words, stretch=1)
        self.choices = self._made_choices()
        self._line.addWidget(self._choice_box(), alignment=Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, px(12), 0, px(12), gap=px(8))
        self._column.addLayout(self._line)

    def _made_choices(self) -> dict[Became, BecameChoice]:
        found = {}
        for cap, (became, name) in enumerate(became_names(self._t).items(), start=1):
            found[became] = BecameChoice(self._theme, str(cap), name, f"{name}: {self._title}")
            found[became].clicked.connect(lambda _on=False, one=became: self.said.emit(one))
        return found

    def _choice_box(self) -> QWidget:
        box, row = QWidget(), Flow(self._theme.px(8))
        spaced(row, 0, gap=self._theme.px(8))
        for choice in self.choices.values():
            row.addWidget(choice)
        box.setLayout(row)
        return box

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The choices stand beside the title, or below it where that is too narrow."""
        super().resizeEvent(event)
        px, ways = self._theme.px, QBoxLayout.Direction
        beside = self.width() >= px(_BESIDE)
        self._line.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._line.setSpacing(px(24 if beside else 8))

    def show_said(
        self, decision: MeasureDecision, said: Became | None, *, here: bool, fixed: bool
    ) -> None:
        """Show what is saved; a reason that is being typed stays.

        Only of what was said `here` the quarters and the reason are asked for, too.
        """
        for became, choice in self.choices.items():
            choice.show_chosen(became is said)
            choice.setEnabled(not fixed)
        one_tab_stop(list(self.choices.values()), self.focusWidget())
        if self.details is not None and said is not None and self.details.shows(said, decision):
            self.details.know(decision)
            return
        self._drop_details()
        if here and said in (Became.DONE, Became.RUNNING, Became.DROPPED):
            self.details = LastPlanDetails(self._theme, self._t, said, decision, self._now)
            self.details.setEnabled(not fixed)
            self.details.noted.connect(self.noted)
            self._column.addWidget(self.details)
            before: QWidget = list(self.choices.values())[-1]
            for field in self.details.fields:  # Qt puts what is new behind all others
                QWidget.setTabOrder(before, field)
                before = field
        self._below.setText(" · ".join(self._facts(decision, said)))

    def _drop_details(self) -> None:
        if self.details is None:
            return
        focused: QWidget | None = self.focusWidget()  # the stubs know of no None
        if focused is not None and self.details.isAncestorOf(focused):
            self.focus_choice()
        self._column.removeWidget(self.details)
        self.details.hide()
        self.details.deleteLater()
        self.details = None

    def _facts(self, decision: MeasureDecision, said: Became | None) -> list[str]:
        """What was noted so far, for when it was planned, and who owns it."""
        t = self._t
        noted = became_words(t, self.deed) if decision.state is not State.PLANNED else ""
        told = noted if self.details is None and said is not Became.NOT_BEGUN else ""
        return [words for words in (told, planned_words(t, self.deed), decision.owner) if words]

    def focus_choice(self) -> None:
        """Bring the keyboard here."""
        chosen = (one for one in self.choices.values() if one.isChecked())
        next(chosen, self.choices[Became.DONE]).setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_why(self) -> None:
        """Bring the keyboard to the reason, where one is asked for."""
        if self.details is not None and self.details.reason is not None:
            self.details.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 choose, the arrows go along, Enter goes on."""
        key = event.key()
        if key in _DIGITS:
            choice = list(self.choices.values())[_DIGITS.index(Qt.Key(key))]
            if choice.isEnabled():
                choice.setFocus(Qt.FocusReason.ShortcutFocusReason)
                choice.click()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.moved.emit(1)
        else:
            super().keyPressEvent(event)

    def _step(self, direction: int) -> None:
        every, focused = list(self.choices.values()), self.focusWidget()
        place = next((n for n, one in enumerate(every) if one is focused), None)
        if place is not None and 0 <= place + direction < len(every):
            one_tab_stop(every, every[place + direction])
            every[place + direction].setFocus(Qt.FocusReason.OtherFocusReason)
