"""The sections of the trend, each with the piece that it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.report.model.planning import Drawing
from digimaturity.report.model.viewpoints import Grid
from digimaturity.report.trend_figures import (
    areas_drawing,
    deeds_between,
    dimensions_drawing,
    overall_drawing,
)
from digimaturity.report.trend_index import index_drawing, index_notes
from digimaturity.report.trend_split import split_of
from digimaturity.report.trend_tables import steps_grid, years_grid
from digimaturity.report.trend_words import (
    History,
    explanation,
    statement,
)
from digimaturity.report.wording import Wording
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import button, label, line, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.change_split import ChangeSplit
from digimaturity.ui.widgets.figure_box import FigureBox
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.slot import Slot, in_order
from digimaturity.ui.widgets.small_table import SmallTable

if TYPE_CHECKING:
    from digimaturity.services.years import Assessed

#: The slots from the top of the page.
SLOTS = ("head", "overall", "split", "parts", "index", "steps", "years")

#: Longer lines are hard to read; a choice is no wider than this (pixels at 100 %).
_COLUMN, _FIELD = 640, 320


@dataclass(frozen=True, slots=True)
class TrendSections:
    """Shows one state of the trend in the slots; what is the same as before is left alone.

    `detail` is the id of the dimension whose areas are shown, empty for all dimensions. Where it is
    `narrow`, what stands side by side elsewhere stands one below the other.
    """

    parts: Parts
    wording: Wording
    history: History
    assessed: tuple[Assessed, ...]
    asking: Asking
    slots: Mapping[str, Slot]
    detail: str
    choose: Callable[[str], None]
    narrow: bool

    def steps(self) -> dict[str, Callable[[], object]]:
        """What there is to do, by slot, in the order in which it is looked at."""
        return {
            "head": self._head,
            "overall": self._overall,
            "split": self._split,
            "parts": self._parts,
            "index": self._index,
            "steps": self._steps,
            "years": self._years,
            "order": lambda: in_order(self.slots.values()),
        }

    def _head(self) -> None:
        w, history = self.wording, self.history
        piece = statement(w, history), explanation(w, history)
        self.slots["head"].show_piece(piece, self._said)

    def _said(self, piece: tuple[str, tuple[str, ...]]) -> QWidget:
        theme, (title, sentences) = self.parts.theme, piece
        box = QWidget()
        column = QVBoxLayout(box)
        spaced(column, 0, gap=theme.px(6))
        column.addWidget(label(title, "title", wrap=True))
        words = label(" ".join(sentences), "secondary", wrap=True)
        words.setMaximumWidth(theme.px(_COLUMN))
        column.addWidget(words)
        return box

    def _overall(self) -> None:
        drawing = overall_drawing(self.wording, self.history)
        self.slots["overall"].show_piece(drawing, self._overall_box)

    def _overall_box(self, drawing: Drawing) -> QWidget:
        t, theme, shell = self.parts.t, self.parts.theme, self.parts.shell
        words = t("What became of the &plan")
        link = button(words, lambda: shell.go("history", "deeds"), "link")
        shown = link if deeds_between(self.wording) else None
        return FigureBox(t("Overall score"), drawing, theme, link=shown)

    def _newest(self) -> int:
        """The newest step between two years that can be compared; the last if there is none."""
        counts = self.history.trend.counts
        found = [n for n in range(len(self.history.steps)) if counts[n] and counts[n + 1]]
        return found[-1] if found else len(self.history.steps) - 1

    def _split(self) -> None:
        newest, names = self._newest(), self.history.names
        told = split_of(self.parts.t, self.history.steps[newest])
        piece = told, names[newest], names[newest + 1], self.narrow
        self.slots["split"].show_piece(piece, lambda _: self._split_box(newest))

    def _split_box(self, place: int) -> QWidget:
        t, theme, history = self.parts.t, self.parts.theme, self.history
        box = QWidget()
        column = QVBoxLayout(box)
        spaced(column, 0, gap=theme.px(8))
        title = t(
            "What changed from {before} to {after}",
            before=history.names[place],
            after=history.names[place + 1],
        )
        column.addWidget(label(title, "large", wrap=True))
        split = split_of(t, history.steps[place])
        column.addWidget(ChangeSplit(split, theme, narrow=self.narrow))
        key = f"step {place}"
        link = button(t("&Which questions?"), lambda: self.asking.show(key), "link")
        self.asking.by(link, key)
        column.addWidget(link)
        return box

    def _parts(self) -> None:
        w, history = self.wording, self.history
        drawing = (
            areas_drawing(w, history, self.detail)
            if self.detail
            else dimensions_drawing(w, history)
        )
        piece = drawing, self.detail
        self.slots["parts"].show_piece(piece, lambda _: self._parts_box(drawing))

    def _parts_box(self, drawing: Drawing) -> QWidget:
        t, theme = self.parts.t, self.parts.theme
        box = ChoiceBox(theme)
        box.addItem(t("All dimensions"), "")
        for one in self.wording.evaluation.questionnaire.dimensions:
            box.addItem(t("Areas of {dimension}", dimension=self.wording.text(one.name)), one.id)
        box.setCurrentIndex(max(box.findData(self.detail), 0))
        box.activated.connect(lambda place: self.choose(str(box.itemData(place))))
        field = Field(theme, t("&Show"), box)
        field.setMaximumWidth(theme.px(_FIELD))
        return FigureBox(t("Dimensions and areas"), drawing, theme, choice=field)

    def _index(self) -> None:
        t, theme, drawing = self.parts.t, self.parts.theme, index_drawing(self.wording)
        piece = None if drawing is None else (drawing, index_notes(self.wording))
        title = t("Digital Intensity Index")
        make = self.slots["index"].show_piece
        make(piece, lambda shown: FigureBox(title, shown[0], theme, shown[1]))

    def _steps(self) -> None:
        grid = steps_grid(self.wording, self.history)
        last = len(self.history.steps) - 1
        make = self.slots["steps"].show_piece
        piece = grid, self.narrow
        make(piece, lambda _: self._table(grid, lambda row: f"step {last - row}"))

    def _years(self) -> None:
        grid = years_grid(self.wording, self.history, self._revisions())
        last = len(self.history.years) - 1
        make = self.slots["years"].show_piece
        piece = grid, self.narrow
        make(piece, lambda _: self._table(grid, lambda row: f"year {last - row}"))

    def _revisions(self) -> list[str]:
        t = self.parts.t
        return [
            t("revision {n}", n=one.revision) if one.revision else t("not yet")
            for one in self.assessed
        ]

    def _table(self, grid: Grid, key: Callable[[int], str]) -> QWidget:
        """Rows that begin with a link to what is behind them; where narrow, lines below links."""
        theme = self.parts.theme
        box = QWidget()
        column = QVBoxLayout(box)
        spaced(column, 0, gap=theme.px(8))
        column.addWidget(label(grid.title, "large", wrap=True))
        if grid.note:
            column.addWidget(label(grid.note, "small", wrap=True))

        def first(row: int) -> QWidget:
            return self.asking.link(theme, grid.rows[row][0], key(row))

        if not self.narrow:
            column.addWidget(SmallTable(grid, theme, first))
            return box
        for number, row in enumerate(grid.rows):
            column.addWidget(line())
            column.addWidget(first(number))
            pairs = zip(grid.heads[1:], row[1:], strict=True)
            told = " · ".join(f"{head}: {words}" for head, words in pairs)
            column.addWidget(label(told, "secondary", wrap=True))
        return box
