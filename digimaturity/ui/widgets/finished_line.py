"""Above the questions of what was signed off: since when, or what is being corrected, and why."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from digimaturity.i18n import Translator
from digimaturity.report.sign_words import correction_words
from digimaturity.services.assessments import AssessmentRecord
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced, tip

#: From this width on (pixels at 100 %) there is room beside the words.
_BESIDE = 640


class FinishedLine(QFrame):
    """One line, there only once the assessment was signed off.

    `correct_asked` and `sign_asked` speak for themselves.
    """

    correct_asked = Signal()
    sign_asked = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._t = t
        self.setObjectName("header")
        self._words = label("", "strong", wrap=True)
        self._correct = button(t("Correct it …"), self.correct_asked.emit, "link")
        self._sign = button(t("Sign off …"), self.sign_asked.emit, "link")
        self._theme = theme
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        spaced(row, theme.px(32), theme.px(8), theme.px(32), theme.px(8), gap=theme.px(4))
        row.addWidget(self._words, stretch=1)
        row.addWidget(self._correct)
        row.addWidget(self._sign)
        self._said = ("", "")
        self.hide()

    def _show_words(self) -> None:
        """The reason for a correction only where there is room; pointed at, it is told."""
        wide = self.width() >= self._theme.px(_BESIDE)
        self._words.setText(self._said[wide])
        self._words.setToolTip(tip(self._said[1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room beside the words, the way stands below them."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(_BESIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if wide else down)
        self._show_words()
        self.updateGeometry()

    def show_state(self, record: AssessmentRecord | None, reason: str, *, changeable: bool) -> None:
        """Show what holds; ways are offered where the assessment is `changeable`.

        `reason` is why it is being corrected, empty where it is not, or not known yet.
        """
        words = "" if record is None else self._state(record, reason)
        self._said = ("" if record is None else self._state(record, ""), words)
        self._show_words()
        corrected = record is not None and record.corrected
        self._correct.setVisible(changeable and not corrected)
        self._sign.setVisible(changeable and corrected)
        self.setVisible(bool(words))

    def _state(self, record: AssessmentRecord, reason: str) -> str:
        if record.corrected:
            return correction_words(self._t, record.signed, reason)
        if not record.finished:
            return ""
        day = datetime.fromisoformat(record.finished).astimezone().date()
        return self._t("Signed off on {day}: the answers can only be read.", day=self._t.date(day))
