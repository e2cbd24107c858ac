"""How long a question is talked about, as it runs: it never sounds, and says quietly when over."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.stopwatch import LENGTHS, Stopwatch
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, set_kind, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.key_button import KeyButton
from digimaturity.ui.workshop_words import clock_words

#: Milliseconds between two looks at the clock.
_LOOKS = 200


class WorkshopTimer(QWidget):
    """Shows `watch`, which the page keeps: it goes on when this is built anew."""

    def __init__(self, watch: Stopwatch, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._watch, self._t = watch, t
        self._told = label("", "strong")
        self._told.setAccessibleName(t("Time for this question"))
        self._told.setMinimumWidth(theme.px(56))
        self._told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.over = label(t("Time is up"), "strong")
        self.key = KeyButton(theme, "T", t("Timer"), self.toggle)
        self._length = ChoiceBox(theme)
        self._length.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard alone
        self._length.setAccessibleName(t("Time for each question"))
        for minutes in LENGTHS:
            words = t.plural("{n} minute", "{n} minutes", minutes) if minutes else t("Counts up")
            self._length.addItem(words, minutes)
        self._length.activated.connect(self._choose)
        self._looks = QTimer(self, interval=_LOOKS)
        self._looks.timeout.connect(self.show_time)
        row = QHBoxLayout(self)
        spaced(row, 0, gap=theme.px(8))
        for part in (self.over, self._told, self.key, self._length):
            row.addWidget(part)
        self.show_time()

    def toggle(self) -> None:
        """Begin to count, or pause."""
        self._watch.toggle()
        self.show_time()

    def lengthen(self, step: int) -> None:
        """Choose the next length up or down."""
        self._watch.lengthen(step)
        self.show_time()

    def show_time(self) -> None:
        """Show what the watch says now."""
        watch, t = self._watch, self._t
        left = watch.left
        over = left is not None and left <= 0
        words = clock_words(watch.spent, left)
        if words != self._told.text():
            self._told.setText(words)
        set_kind(self._told, "strong" if watch.running or over else "secondary")
        if over and self.over.isHidden():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, t("Time is up")))
        self.over.setVisible(over)
        self.key.say(t("Pause") if watch.running else t("Timer"))
        self._length.setCurrentIndex(self._length.findData(watch.minutes))
        if watch.running and not self._looks.isActive():
            self._looks.start()
        elif not watch.running:
            self._looks.stop()

    def _choose(self, place: int) -> None:
        self._watch.minutes = int(self._length.itemData(place))
        self.show_time()
