"""Who holds which digital decision: the map, what was found in it, and what to do about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.charts import decision_table
from digimaturity.charts.data import DecisionTable, Held, HeldRow
from digimaturity.i18n import Translator
from digimaturity.report.model.viewpoints import DecisionPart
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.viewpoints_box import how_link

#: Longer lines are hard to read (pixels at 100 %).
_COLUMN = 640


class DecisionsBox(QWidget):
    """The part of the report on the screen; without a share held jointly no way to its sum."""

    def __init__(
        self, part: DecisionPart, theme: Theme, t: Translator, asking: Asking, *, counted: bool
    ) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=theme.px(8))
        self._say(t("Who decides"), "large")
        self._say(part.statement, "strong")
        self._say(part.note, "secondary")
        table = table_of(part)
        self._column.addWidget(
            Chart(
                theme,
                part.statement,
                f"{part.note} {_words(table)}",
                partial(decision_table.height, table),
                lambda surface: decision_table.draw(surface, table),
            )
        )
        if counted:
            self._column.addWidget(how_link(t("Who decides"), "decisions", t, asking))
        for group in part.found:
            self._column.addSpacing(theme.px(8))
            self._say(group.title, "strong")
            for one in group.items:
                self._say(one.label)
                self._say(one.text, "secondary")

    def _say(self, words: str, kind: str = "") -> None:
        made = label(words, kind, wrap=True)
        made.setMaximumWidth(self._theme.px(_COLUMN))
        self._column.addWidget(made)


def table_of(part: DecisionPart) -> DecisionTable:
    """The map as a chart shows it."""
    rows = tuple(
        HeldRow(row.name, tuple(Held(cell.holder, cell.text) for cell in row.cells))
        for row in part.rows
    )
    return DecisionTable(part.heads, rows)


def _words(table: DecisionTable) -> str:
    """The map for a screen reader, row by row."""
    told = (
        ", ".join(
            f"{head} {held.words}" for head, held in zip(table.heads[1:], row.parts, strict=True)
        )
        for row in table.rows
    )
    return "; ".join(f"{row.name}: {words}" for row, words in zip(table.rows, told, strict=True))
