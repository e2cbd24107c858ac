"""Whether true names are shown, or others: for a screen that others look at."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.tick_box import CheckBox


class NamesPanel(QWidget):
    """What is kept stays as it is, whatever is shown."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        t = parts.t
        words = t(
            "Companies and people are numbered, on the screen and in every report that is saved"
            " meanwhile. Contact, notes, comments, evidence and forewords are left out, since they"
            " may name anybody. Country, sector and size stay, and so does the path of the"
            " workspace in these settings."
        )
        choice = CheckBox(parts.theme, t("Show ot&her names (Ctrl+Shift+N)"))
        choice.setAccessibleDescription(words)
        choice.setChecked(parts.shell.settings.alias)
        choice.toggled.connect(lambda on: parts.shell.change_settings(alias=on))
        column = QVBoxLayout(self)
        spaced(column, 0, gap=parts.theme.px(4))
        column.addWidget(choice)
        column.addWidget(label(words, "small", wrap=True))
