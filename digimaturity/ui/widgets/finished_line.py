"""Above the questions of a finished assessment: since when, and the way to change answers again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from digimaturity.i18n import Translator
from digimaturity.services.assessments import AssessmentRecord
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced

#: From this width on (pixels at 100 %) there is room beside the words.
_BESIDE = 640


class FinishedLine(QFrame):
    """One line, there only while the assessment is finished; `reopen_asked` speaks for itself."""

    reopen_asked = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._t = t
        self.setObjectName("header")
        self._words = label("", "strong", wrap=True)
        self._way = button(t("Reopen it to change them"), self.reopen_asked.emit, "link")
        self._theme = theme
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        spaced(row, theme.px(32), theme.px(8), theme.px(32), theme.px(8), gap=theme.px(4))
        row.addWidget(self._words, stretch=1)
        row.addWidget(self._way)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room beside the words, the way stands below them."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(_BESIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if wide else down)
        self.updateGeometry()

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
