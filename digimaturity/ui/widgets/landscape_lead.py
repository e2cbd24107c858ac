"""What the applications cost, how that moved, and what is not known; or why to put them down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.landscape import Landscape
from digimaturity.i18n import Translator
from digimaturity.report.landscape_words import (
    cost_grid,
    cost_words,
    coverage,
    per_user_words,
    trend_words,
)
from digimaturity.report.model.viewpoints import Grid
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.fold import Fold, FoldPart
from digimaturity.ui.widgets.small_table import SmallTable


@dataclass(frozen=True, slots=True)
class LeadWords:
    """A head, sentences below it, and a table with sentences that are folded.

    The head is a title where there is nothing else on the page.
    """

    head: str
    below: tuple[str, ...]
    grid: Grid | None = None
    folded: tuple[str, ...] = ()
    empty: bool = False


def lead_words(landscape: Landscape, t: Translator, *, closed: bool) -> LeadWords:
    """What stands above everything; where there is no application, why to put them down.

    Nothing is asked for where the roadmap is `closed` to change.
    """
    if closed and not landscape.systems:
        return LeadWords("", (t("No application was put down."),))
    if not landscape.systems:
        words = t(
            "Departments buy what helps them; the number of applications, of interfaces and the"
            " costs rise, and nobody sees all of it. Put down each application, even roughly:"
            " here you see what is there twice, what has no owner, where people carry data by"
            " hand, and what was bought without IT. A list that you have already can be imported"
            " as it is."
        )
        return LeadWords(t("Which applications are there?"), (words,), empty=True)
    newest, *others = trend_words(landscape, t) or ("",)
    grid = cost_grid(landscape, t)
    told = (newest, *coverage(landscape, t))
    folded = (per_user_words(landscape, t), *others)
    return LeadWords(
        cost_words(landscape, t),
        tuple(words for words in told if words),
        grid if grid.rows else None,
        tuple(words for words in folded if words),
    )


class LandscapeLead(QWidget):
    """The newest year is seen at once; fields and earlier years are folded."""

    def __init__(self, parts: Parts, said: LeadWords) -> None:
        super().__init__()
        self._parts = parts
        column = QVBoxLayout(self)
        spaced(column, 0, gap=parts.theme.px(8 if said.empty else 4))
        if said.head:
            column.addWidget(self._words(said.head, "large" if said.empty else "strong"))
        for words in said.below:
            column.addWidget(self._words(words, "secondary" if said.head else ""))
        if said.grid is not None:
            title = parts.t("Costs by field, and over the years")
            fold = Fold(parts.theme, title, partial(self._costs, said.grid, said.folded))
            column.addWidget(fold)

    def _costs(self, grid: Grid, folded: Iterable[str]) -> Iterable[FoldPart]:
        shown: list[QWidget] = [SmallTable(grid, self._parts.theme)]
        shown += [self._words(words, "secondary") for words in folded]
        return [("", shown)]

    def _words(self, text: str, kind: str) -> QLabel:
        theme = self._parts.theme
        made = label(text, kind, wrap=True)
        made.setMaximumWidth(theme.px(theme.tokens.space.text_column))
        return made
