"""Whether one company is assessed, or many: two ways to use the same workspace."""

from __future__ import annotations

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.choices import one_tab_stop


class ModePanel(QWidget):
    """What is entered stays as it is, whichever way is chosen."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        t, px = parts.t, parts.theme.px
        self._parts = parts
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(12))
        choices = []
        for mode, name, words in (
            (
                "self",
                t("I assess my own company"),
                t("The window opens this company; there is no list of companies."),
            ),
            (
                "mentor",
                t("I mentor several companies"),
                t("The window has a list of all companies, and opens the one that you choose."),
            ),
        ):
            choice = QRadioButton(name)
            choices.append(choice)
            choice.setAccessibleDescription(words)
            choice.setChecked((parts.shell.settings.mode or "self") == mode)
            choice.toggled.connect(lambda on, mode=mode: self._choose(mode, on=on))
            below = label(words, "small", wrap=True)
            below.setIndent(px(28))
            pair = QVBoxLayout()
            spaced(pair, 0, gap=px(2))
            pair.addWidget(choice)
            pair.addWidget(below)
            column.addLayout(pair)
        one_tab_stop(choices)
        words = t(
            "You can change this at any time. Companies, answers and reports stay as they are."
        )
        column.addWidget(label(words, "small", wrap=True))

    def _choose(self, mode: str, *, on: bool) -> None:
        if on and self._parts.shell.settings.mode != mode:
            self._parts.shell.change_settings(mode=mode)
