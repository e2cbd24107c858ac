"""The panel that answers "Where does this come from?" beside a benchmark."""

from __future__ import annotations

from digimaturity.i18n import Translator
from digimaturity.report.model.comparison import Card
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, line
from digimaturity.ui.widgets.side_panel import SidePanel


class SourcePanel(SidePanel):
    """Who, when, about whom, how many, how measured: one line for each."""

    def __init__(self, theme: Theme, t: Translator, card: Card) -> None:
        super().__init__(theme, t, t("Where does this come from?"))
        self.column.addWidget(label(card.about, "strong", wrap=True))
        if card.context:
            words = t("Context only: no place among the peers is formed from it.")
            self.column.addWidget(label(words, "tag", wrap=True))
        for one in card.lines:
            self.column.addWidget(line())
            self.column.addWidget(label(one.label, "small"))
            told = label(one.text, wrap=True)
            if " " not in one.text:  # an address has no places where a line may end
                told.setText(one.text.replace("/", "/\N{ZERO WIDTH SPACE}"))
            self.column.addWidget(told)
        self.column.addWidget(line())
        self.column.addStretch()
