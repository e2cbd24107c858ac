"""Opening a correction of what was signed off: why, and by whom."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.form import Field

#: Widths of a reason and of a name (pixels at 100 %).
_REASON, _NAME = 560, 360

#: Longest texts that are taken.
_LONGEST_REASON, _LONGEST_NAME = 400, 200


class CorrectionForm(QFrame):
    """`opened` carries the reason and who corrects; `left` says that nothing is corrected.

    `complained` tells that `why`, the field of the reason, says what is missing.
    """

    opened = Signal(str, str)
    left = Signal()
    complained = Signal()

    def __init__(self, theme: Theme, t: Translator, reason: str, by: str, number: int) -> None:
        super().__init__()
        self._t = t
        px = theme.px
        self.setProperty("kind", "card")
        self.reason, self.by = QLineEdit(reason), QLineEdit(by)
        self.reason.setMaxLength(_LONGEST_REASON)
        self.by.setMaxLength(_LONGEST_NAME)
        self.why = Field(
            theme, t("What was &wrong"), self.reason, t("It is kept with the revision.")
        )
        self.why.setMaximumWidth(px(_REASON))
        who = Field(theme, t("Who co&rrects it"), self.by, t("May be left empty."))
        who.setMaximumWidth(px(_NAME))
        for field in (self.reason, self.by):
            field.returnPressed.connect(self._open)
        column = QVBoxLayout(self)
        spaced(column, px(24), px(16), px(24), px(16), gap=px(12))
        column.addWidget(label(t("Correct revision {n}", n=number), "large", wrap=True))
        words = t(
            "The answers can be changed again. Revision {n} stays as it is, and signing off again"
            " makes revision {next}.",
            n=number,
            next=number + 1,
        )
        about = label(words, "secondary", wrap=True)
        about.setMaximumWidth(px(theme.tokens.space.text_column))
        column.addWidget(about)
        column.addWidget(self.why)
        column.addWidget(who)
        row = Flow(px(16))
        spaced(row, 0, gap=px(16))
        row.addWidget(button(t("&Open the correction"), self._open, "primary"))
        row.addWidget(button(t("&Do not correct"), self.left.emit, "link"))
        column.addLayout(row)

    def start(self) -> None:
        """The keyboard is at the reason."""
        self.reason.setFocus()

    def _open(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.why.complain(
                self._t("Say in a few words what was wrong: a year later nobody remembers it.")
            )
            self.reason.setFocus()
            self.complained.emit()
            return
        self.opened.emit(reason, self.by.text().strip())
