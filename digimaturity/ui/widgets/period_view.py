"""What was planned in one period and what became of it, with what moved in the same period."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.domain.comparison import Comparison
from digimaturity.domain.deeds import Deed, Period, moved_meanwhile, worked_on
from digimaturity.i18n import Translator
from digimaturity.report.deed_words import (
    alone_words,
    became_words,
    beside_words,
    deed_title,
    meanwhile_words,
    period_rate_words,
    planned_words,
)
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, line, spaced
from digimaturity.ui.widgets.became_mark import BecameMark
from digimaturity.ui.widgets.fold import Fold
from digimaturity.ui.widgets.wrap_link import WrapLink

#: So much of what moved without a measure is told at once; a list of one more is told whole.
_AT_ONCE = 5

#: Pixels at 100 %: from the mark to the words.
_GAP = 12


class PeriodView(QWidget):
    """One row a measure; below them what moved without any.

    `follow` opens what was noted on a measure, by its id.
    """

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        period: Period,
        comparison: Comparison,
        follow: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._theme, self._t, self._follow = theme, t, follow
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=theme.px(12))
        if period.deeds:
            words = (period_rate_words(t, period), beside_words(t, period, comparison))
            self._column.addWidget(self._words(" ".join(filter(None, words))))
            self._add_rows(period, comparison)
        else:
            self._column.addWidget(self._words(t("No measure was planned for this period.")))
        self._add_alone(alone_words(t, period, comparison), planned=bool(period.deeds))

    def _words(self, text: str, kind: str = "") -> QWidget:
        made = label(text, kind, wrap=True)
        made.setMaximumWidth(self._theme.px(self._theme.tokens.space.text_column))
        return made

    def _add_rows(self, period: Period, comparison: Comparison) -> None:
        rows = QVBoxLayout()
        spaced(rows, 0)
        for deed in period.deeds:
            rows.addWidget(line())
            rows.addWidget(self._row(deed, comparison))
        rows.addWidget(line())
        self._column.addLayout(rows)

    def _row(self, deed: Deed, comparison: Comparison) -> QWidget:
        t, px, box = self._t, self._theme.px, QWidget()
        row = QHBoxLayout(box)
        spaced(row, 0, px(10), 0, px(10), gap=px(_GAP))
        mark = BecameMark(self._theme, deed.became)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        words, below = QVBoxLayout(), QVBoxLayout()
        spaced(words, 0)
        title = deed_title(t, deed)
        words.addWidget(WrapLink(self._theme, title, partial(self._follow, deed.measure)))
        spaced(below, px(2), 0, 0, 0, gap=px(2))  # below the words of the link
        facts = filter(None, (became_words(t, deed), planned_words(t, deed)))
        below.addWidget(label(" · ".join(facts), "secondary", wrap=True))
        moved = worked_on(deed) and bool(moved_meanwhile(deed, comparison))
        if moved:
            below.addSpacing(px(4))
            below.addWidget(label(t("In the same period:"), "small"))
        for said in meanwhile_words(t, deed, comparison):
            below.addWidget(label(said, "" if moved else "small", wrap=True))
        words.addLayout(below)
        row.addLayout(words, stretch=1)
        return box

    def _add_alone(self, told: Sequence[str], *, planned: bool) -> None:
        """The list is often long: the first of it is open, the rest folded."""
        if not told:
            return
        t, px = self._t, self._theme.px
        title = t("Moved without a measure") if planned else t("What moved in this period")
        self._column.addSpacing(px(4))
        self._column.addWidget(label(title, "strong", wrap=True))
        first = told if len(told) == _AT_ONCE + 1 else told[:_AT_ONCE]
        lines = QVBoxLayout()
        spaced(lines, 0, gap=px(4))
        for said in first:
            lines.addWidget(self._words(said))
        self._column.addLayout(lines)
        rest = told[len(first) :]
        if rest:
            more = t.plural("and {n} more", "and {n} more", len(rest))
            self._column.addWidget(
                Fold(self._theme, more, lambda: [("", [self._words(said) for said in rest])])
            )
