"""What is asked once it is said what became of a measure: its quarters, or why it was dropped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digimaturity.domain.deeds import Became
from digimaturity.domain.roadmap.items import MeasureDecision
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.quarter_box import QuarterBox

#: Widths of the fields (pixels at 100 %), and the longest reason.
_QUARTER, _REASON, _LONGEST = 144, 480, 500


class LastPlanDetails(QWidget):
    """`noted` has the first and the last quarter, and the reason, as they are to be saved."""

    noted = Signal(object, object, str)

    def __init__(
        self, theme: Theme, t: Translator, became: Became, decision: MeasureDecision, now: Quarter
    ) -> None:
        super().__init__()
        self._theme, self._t, self._now, self._decision = theme, t, now, decision
        self.became = became
        self._row = Flow(theme.px(16))
        spaced(self._row, 0, gap=theme.px(16))
        self._column = QVBoxLayout(self)
        spaced(self._column, 0)
        self._column.addLayout(self._row)
        self._began: QuarterBox | None = None
        self._ended: QuarterBox | None = None
        self.reason: QLineEdit | None = None
        match became:
            case Became.DONE:
                self._began = self._quarter(t("Begun in"), decision.began)
                self._ended = self._quarter(t("Ended in"), decision.ended)
            case Became.RUNNING:
                self._began = self._quarter(t("Begun in"), decision.began)
            case Became.DROPPED:
                self._add_reason(decision.reason)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What is entered, in its order."""
        return tuple(one for one in (self._began, self._ended, self.reason) if one is not None)

    @property
    def typing(self) -> bool:
        """Whether a reason was typed that is not saved yet."""
        return self.reason is not None and self.reason.isModified()

    def shows(self, became: Became, decision: MeasureDecision) -> bool:
        """Whether this is what is saved, or what is being typed about it."""
        pairs = ((self._began, decision.began), (self._ended, decision.ended))
        quarters = all(box is None or box.quarter == saved for box, saved in pairs)
        reason = self.reason is None or self.typing or self.reason.text() == decision.reason
        return became is self.became and quarters and reason

    def know(self, decision: MeasureDecision) -> None:
        """This is saved now."""
        self._decision = decision
        if self.reason is not None and self.reason.text().strip() == decision.reason:
            self.reason.setModified(False)

    def flush(self) -> None:
        """Tell of a reason that was typed and is not saved yet."""
        if self.typing:
            self._tell()

    def _quarter(self, name: str, chosen: Quarter | None) -> QuarterBox:
        box = QuarterBox(self._theme, self._t, self._now, chosen)
        box.activated.connect(lambda _place: self._tell())
        field = Field(self._theme, name, box)
        field.setFixedWidth(self._theme.px(_QUARTER))
        self._row.addWidget(field)
        return box

    def _add_reason(self, text: str) -> None:
        t = self._t
        self.reason = QLineEdit(text)
        self.reason.setMaxLength(_LONGEST)
        self.reason.editingFinished.connect(self.flush)
        hint = t("In a few words, so that nobody has to ask again next year.")
        field = Field(self._theme, t("Why it was dropped"), self.reason, hint)
        field.setMaximumWidth(self._theme.px(_REASON))
        self._column.addWidget(field)

    def _tell(self) -> None:
        decision = self._decision
        began = self._began.quarter if self._began else decision.began
        ended = self._ended.quarter if self._ended else decision.ended
        reason = self.reason.text().strip() if self.reason is not None else decision.reason
        self.noted.emit(began, ended, reason)
