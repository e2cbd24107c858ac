"""Above the questions of a finished assessment: since when, and the way to change answers again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from digimaturity.i18n import Translator
from digimaturity.services.assessments import AssessmentRecord
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import ElidedLabel, button, spaced


class FinishedLine(QFrame):
    """One line, there only while the assessment is finished; `reopen_asked` speaks for itself."""

    reopen_asked = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._t = t
        self.setObjectName("header")
        self._words = ElidedLabel("strong")
        self._way = button(t("Reopen it to change them"), self.reopen_asked.emit, "link")
        row = QHBoxLayout(self)
        spaced(row, theme.px(32), theme.px(8), theme.px(32), theme.px(8), gap=theme.px(16))
        row.addWidget(self._words)
        row.addWidget(self._way)
        row.addStretch()
        self.hide()

    def show_state(self, record: AssessmentRecord | None, *, changeable: bool) -> None:
        """Show when it was finished; reopening is offered where the workspace is `changeable`."""
        if record is None or not record.finished:
            self.hide()
            return
        day = datetime.fromisoformat(record.finished).astimezone().date()
        words = self._t("Finished on {day}: the answers can only be read.", day=self._t.date(day))
        self._words.setText(words)
        self._way.setVisible(changeable)
        self.show()
