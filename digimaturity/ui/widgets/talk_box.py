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
    """The questions to talk about, with their ids, and what came of talking."""

    talk: TalkList
    keys: tuple[str, ...]
    workshop: Workshop


@dataclass(frozen=True, slots=True)
class Compared:
    """What else is known of the gaps."""

    pairs: Grid
    agreement_title: str
    agreement: tuple[Labelled, ...]
    trend: Grid | None


class _Words(QWidget):
    """Paragraphs one below the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.column = QVBoxLayout(self)
        spaced(self.column, 0, gap=theme.px(8))

    def head(self, words: str) -> None:
        """Add a heading, with room above it."""
        if self.column.count():
            self.column.addSpacing(self._theme.px(12))
        self.say(words, "strong")

    def say(self, words: str, kind: str = "") -> None:
        """Add a paragraph; nothing where there are no words."""
        if words:
            made = label(words, kind, wrap=True)
            made.setMaximumWidth(self._theme.px(_COLUMN))
            self.column.addWidget(made)


class TalkBox(_Words):
    """The questions, the way to the workshop, and what the group agreed on and put off."""

    def __init__(
        self,
        shown: Talked,
        theme: Theme,
        t: Translator,
        asking: Asking,
        workshop: Callable[[], object],
    ) -> None:
        super().__init__(theme)
        self.column.addWidget(TalkPoints(shown.talk, shown.keys, theme, t, asking))
        if shown.keys:
            lead = button(t("Talk it through in the &workshop"), workshop, "link")
            self.column.addWidget(lead)
        done = shown.workshop
        if done.agreed:
            self.head(done.agreed_title)
            for one in done.agreed:
                level = t("level {level}", level=one.level)
                self.say(f"{one.question} – {level}: {one.words}")
                self.say(one.reason, "small")
        if done.parked:
            self.head(done.parked_title)
            for topic in done.parked:
                self.say(topic.label)
                self.say(topic.text, "small")


class ComparedBox(_Words):
    """Each part leads to how it is computed; what there are no data for is not there."""

    def __init__(self, shown: Compared, theme: Theme, t: Translator, asking: Asking) -> None:
        super().__init__(theme)
        self._t, self._asking = t, asking
        self._grid(shown.pairs, "pairs")
        if shown.agreement:
            self.head(shown.agreement_title)
            for one in shown.agreement:
                self.say(f"{one.label}: {one.text}")
            self._how(shown.agreement_title, "agreement")
        if shown.trend is not None:
            self._grid(shown.trend, "trend")

    def _grid(self, grid: Grid, key: str) -> None:
        self.head(grid.title)
        self.say(grid.note, "small")
        self.column.addWidget(SmallTable(grid, self._theme))
        self._how(grid.title, key)

    def _how(self, what: str, key: str) -> None:
        self.column.addWidget(how_link(what, key, self._t, self._asking))
