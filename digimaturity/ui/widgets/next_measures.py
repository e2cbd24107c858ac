"""What to do next: the first measures, each leading to all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.report.model.actions import MeasureItem
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import label, line, spaced


@dataclass(frozen=True, slots=True)
class FirstMeasures:
    """The first ones of the report's chapter, each with its id, and by what they are ordered."""

    order: str
    items: tuple[tuple[str, MeasureItem], ...]


class NextMeasures(QWidget):
    """These measures in the words of the report."""

    def __init__(self, first: FirstMeasures, theme: Theme, t: Translator, asking: Asking) -> None:
        super().__init__()
        px = theme.px
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(4))
        column.addWidget(label(t("What to do next"), "large"))
        column.addWidget(label(first.order, "small", wrap=True))
        for key, item in first.items:
            column.addSpacing(px(4))
            column.addWidget(line())
            column.addSpacing(px(4))
            title = f"{item.number}  {item.title}"
            column.addWidget(asking.link(theme, title, f"measure {key}"))
            column.addWidget(label(item.facts, "small", wrap=True))
            if item.reasons:
                column.addWidget(label(item.reasons[0], "secondary", wrap=True))
            if item.at_size:
                size = f"{item.at_size.label}: {item.at_size.text}"
                column.addWidget(label(size, wrap=True))
