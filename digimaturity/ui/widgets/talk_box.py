"""What to do about the gaps, and what else is known of them: pairs, agreement, earlier years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.viewpoints import Grid, TalkList, Workshop
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.small_table import SmallTable
from digimaturity.ui.widgets.talk_points import TalkPoints
from digimaturity.ui.widgets.viewpoints_box import how_link

#: Longer lines are hard to read (pixels at 100 %).
_COLUMN = 640


@dataclass(frozen=True, slots=True)
class Talked:
    """What is shown below the gaps; `keys` are the ids of the questions to talk about."""

    talk: TalkList
    keys: tuple[str, ...]
    pairs: Grid
    agreement_title: str
    agreement: tuple[Labelled, ...]
    trend: Grid | None
    workshop: Workshop


class TalkBox(QWidget):
    """Each part leads to how it is computed; what there are no data for is not there."""

    def __init__(
        self,
        shown: Talked,
        theme: Theme,
        t: Translator,
        asking: Asking,
        workshop: Callable[[], object],
    ) -> None:
        super().__init__()
        self._theme, self._t, self._asking = theme, t, asking
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=theme.px(8))
        self._column.addWidget(TalkPoints(shown.talk, shown.keys, theme, t, asking))
        if shown.keys:
            lead = button(t("Talk it through in the &workshop"), workshop, "link")
            self._column.addWidget(lead)
        self._grid(shown.pairs, "pairs")
        if shown.agreement:
            self._head(shown.agreement_title)
            for one in shown.agreement:
                self._say(f"{one.label}: {one.text}")
            self._how(shown.agreement_title, "agreement")
        if shown.trend is not None:
            self._grid(shown.trend, "trend")
        self._workshop(shown.workshop)

    def _grid(self, grid: Grid, key: str) -> None:
        self._head(grid.title)
        self._say(grid.note, "small")
        self._column.addWidget(SmallTable(grid, self._theme))
        self._how(grid.title, key)

    def _workshop(self, done: Workshop) -> None:
        """What the group agreed on, and put off."""
        if done.agreed:
            self._head(done.agreed_title)
            for one in done.agreed:
                level = self._t("level {level}", level=one.level)
                self._say(f"{one.question} – {level}: {one.words}")
                self._say(one.reason, "small")
        if done.parked:
            self._head(done.parked_title)
            for topic in done.parked:
                self._say(topic.label)
                self._say(topic.text, "small")

    def _head(self, words: str) -> None:
        self._column.addSpacing(self._theme.px(12))
        self._say(words, "strong")

    def _how(self, what: str, key: str) -> None:
        self._column.addWidget(how_link(what, key, self._t, self._asking))

    def _say(self, words: str, kind: str = "") -> None:
        if words:
            made = label(words, kind, wrap=True)
            made.setMaximumWidth(self._theme.px(_COLUMN))
            self._column.addWidget(made)
