"""Signing an assessment off: what is still missing, who signs, and what it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.form import Field

#: Wide enough for a name with a function (pixels at 100 %).
_NAME = 360

#: A name, not a letter.
_LONGEST = 200


class SignOffForm(QWidget):
    """`signed` carries who signs; `left` says that nobody does."""

    signed = Signal(str)
    left = Signal()

    def __init__(
        self, theme: Theme, t: Translator, by: str, doubts: Sequence[str], number: int
    ) -> None:
        super().__init__()
        px = theme.px
        self._by = QLineEdit(by)
        self._by.setMaxLength(_LONGEST)
        self._by.returnPressed.connect(self._sign)
        column = QVBoxLayout(self)
        spaced(column, 0, px(8), 0, 0, gap=px(12))
        text = px(theme.tokens.space.text_column)
        for words in doubts:
            column.addWidget(label(words, "strong", wrap=True))
        hint = t("It stands in the report. May be left empty.")
        name = Field(theme, t("Who signs it o&ff"), self._by, hint)
        name.setMaximumWidth(px(_NAME))
        column.addWidget(name)
        meaning = label(_meaning(t, number), "secondary", wrap=True)
        meaning.setMaximumWidth(text)
        column.addWidget(meaning)
        row = Flow(px(16))
        spaced(row, 0, gap=px(16))
        words = t("Sign off an&yway") if doubts else t("S&ign it off")
        row.addWidget(button(words, self._sign, "primary"))
        row.addWidget(button(t("&Do not sign off"), self.left.emit, "link"))
        column.addLayout(row)

    @property
    def by(self) -> str:
        """Who signs, as it is entered."""
        return self._by.text().strip()

    def start(self) -> None:
        """The keyboard is at the name."""
        self._by.setFocus()
        self._by.selectAll()

    def _sign(self) -> None:
        self.signed.emit(self.by)


def _meaning(t: Translator, number: int) -> str:
    """What follows; `number` is which revision it becomes."""
    if number > 1:
        return t(
            "From then on it can only be read again, as revision {n} with a hash of its own. The"
            " earlier revisions stay as they are.",
            n=number,
        )
    return t(
        "From then on it can only be read. A hash of its content is kept, and a correction becomes"
        " a new revision beside this one."
    )
