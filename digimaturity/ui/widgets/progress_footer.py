"""The foot of the questionnaire: how far one is, back, and next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy

from digimaturity.i18n import Translator
from digimaturity.ui.icons import put_icon
from digimaturity.ui.sections import Progress
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import ElidedLabel, button, spaced

#: In a narrower one (pixels at 100 %) the buttons take all the room.
_WORDS = 520


class ProgressFooter(QFrame):
    """`stepped` carries -1 for back and 1 for next."""

    stepped = Signal(int)
    jumped = Signal()
    review_asked = Signal()
    areas_asked = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._t = t
        px = theme.px
        self.setObjectName("footer")
        self._words = ElidedLabel("small")
        self._areas = button(t("&Areas"), self.areas_asked.emit)
        self._areas.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        # It gives way first, then the words.
        self._bar.setMinimumWidth(px(16))
        self._bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._bar.setAccessibleName(t("Progress"))
        self._open = button(t("Next &unanswered"), self.jumped.emit, "link", small=True)
        self._open.setToolTip(t("Ctrl+J"))
        self._marked = button("", self.review_asked.emit, "link", small=True)
        put_icon(self._marked, "flag", theme.colour("accent"), px(12))
        self._marked.setToolTip(t("Next question marked for review (Ctrl+R)"))
        self._narrow, self._count = False, 0
        self._back = button(t("&Back"), lambda: self.stepped.emit(-1))
        self._next = button("", lambda: self.stepped.emit(1), "primary")
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._theme = theme
        row = QHBoxLayout(self)
        spaced(row, px(32), px(8), px(32), px(8), gap=px(16))
        row.addWidget(self._areas)
        row.addWidget(self._words)
        row.addWidget(self._open)
        row.addWidget(self._marked)
        row.addWidget(self._bar, stretch=1)
        row.addWidget(self._back)
        row.addWidget(self._next)
        self.set_narrow(False)

    def show_progress(self, words: str, here: Progress, everything: Progress) -> None:
        """Say how far one is: in this part of the questionnaire, in `words`, and with all of it."""
        t = self._t
        if everything.minutes:
            minutes = t.plural(
                "about {n} minute left", "about {n} minutes left", everything.minutes
            )
            words = f"{words} · {minutes}"
        self._words.setText(words)
        self._bar.setRange(0, here.asked)
        self._bar.setValue(here.done)
        self._bar.setAccessibleDescription(words)
        self._open.setEnabled(everything.done < everything.asked)
        confirm = 0 < everything.to_confirm == everything.asked - everything.done
        self._open.setText(t("Next to con&firm") if confirm else t("Next &unanswered"))

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what is only convenient, and offer the list of areas that has gone."""
        self._areas.setVisible(narrow)
        self._bar.setVisible(not narrow)
        self._open.setVisible(not narrow)
        if narrow:
            self._next.setIcon(QIcon())
        else:
            ink = self._theme.colour("on_accent")
            put_icon(self._next, "corner-down-left", ink, self._theme.px(16))
        side, gap = (16, 8) if narrow else (32, 16)
        px, layout = self._theme.px, self.layout()
        if layout is not None:
            spaced(layout, px(side), px(8), px(side), px(8), gap=px(gap))
        self._narrow = narrow
        self._show_words()
        self.show_marked(self._count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words of which nothing would be left are left out; the list of areas says as much."""
        super().resizeEvent(event)
        self._show_words()

    def _show_words(self) -> None:
        room = self.width() >= self._theme.px(_WORDS)
        self._words.setVisible(room or not self._narrow)

    def show_marked(self, count: int) -> None:
        """Say how many questions are to be looked at once more, where there are any."""
        self._count = count
        self._marked.setText(self._t.plural("{n} marked", "{n} marked", count))
        spoken = self._t.plural("{n} marked for review", "{n} marked for review", count)
        self._marked.setAccessibleName(spoken)
        self._marked.setVisible(count > 0 and not self._narrow)

    def show_ways(self, *, first: bool, last: bool) -> None:
        """There is nothing before the first area, and the results behind the last."""
        self._back.setEnabled(not first)
        self._next.setText(self._t("See the &results") if last else self._t("&Next area"))
