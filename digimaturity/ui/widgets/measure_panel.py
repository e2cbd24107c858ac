"""A measure in full, beside the page: why, what to do, by what it is measured, what it gains."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digimaturity.i18n import Translator
from digimaturity.report.model.actions import MeasureItem
from digimaturity.ui.theme import Theme
from digimaturity.ui.why_lines import WhyGroup
from digimaturity.ui.widgets.basics import label, line
from digimaturity.ui.widgets.side_panel import SidePanel
from digimaturity.ui.widgets.why_rows import add_group


class MeasurePanel(SidePanel):
    """What the report says of it, with the way to each question; `followed` as for a score.

    `above` stands below the title; `planned` says whose effort, time and cost these are.
    """

    followed = Signal(str, bool)

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        item: MeasureItem,
        gain: WhyGroup,
        *,
        above: QWidget | None = None,
        planned: str = "",
    ) -> None:
        super().__init__(theme, t, item.title)
        self._theme = theme
        if item.dimension:
            self.column.addWidget(label(item.dimension, "secondary", wrap=True))
        if above is not None:
            self.column.addWidget(above)
        if item.what:
            self.column.addWidget(label(item.what, wrap=True))
        if item.at_size is not None:
            self._part(item.at_size.label, item.at_size.text)
        if item.steps:
            steps = [f"{n}. {step}" for n, step in enumerate(item.steps, start=1)]
            self._part(t("First steps"), *steps)
        if item.reasons:
            self._part(t("Why"), *item.reasons)
        usual = t("As the questionnaire plans it for firms of your size.")
        self._part(t("Effort, time and cost"), item.facts, small=planned or usual)
        for note in item.notes:
            self._part(note.label, note.text)
        self.column.addWidget(line())
        add_group(self.column, gain, theme, t, self.followed.emit)
        self.column.addStretch()

    def _part(self, title: str, *paragraphs: str, small: str = "") -> None:
        self.column.addWidget(line())
        self.column.addWidget(label(title, "small"))
        for words in paragraphs:
            self.column.addWidget(label(words, wrap=True))
        if small:
            self.column.addWidget(label(small, "small", wrap=True))
