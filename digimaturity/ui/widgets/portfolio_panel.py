"""All clients in sum, beside their table: the latest scores, weak areas, and who is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from digimaturity.charts import score_strip
from digimaturity.charts.score_strip import strip_of
from digimaturity.domain.sample import LEAST
from digimaturity.domain.scoring import LEVEL_WIDTH, maturity_level, shown_points
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.services.client_words import due_words
from digimaturity.services.clients import Due, Names, Part, PortfolioSummary
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, emptied, label, plain, spaced, tip
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.companies_rows import ClientRow

#: Width of its words (pixels at 100 %).
WIDTH = 236

#: So many of those who are due are named.
_VISITS = 6


class PortfolioPanel(QWidget):
    """`opened` carries the id of a company."""

    opened = Signal(str)

    def __init__(self, theme: Theme, t: Translator, today: date) -> None:
        super().__init__()
        self._theme, self._t, self._today = theme, t, today
        self._summary, self._names = PortfolioSummary(), Names()
        self._unscored = 0
        self._chart: Chart | None = None
        self._progress: QLabel | None = None
        self._own: int | None = None
        self.setAccessibleName(t("Your portfolio"))
        self.setFixedWidth(theme.px(WIDTH))
        self._scores, self._visits = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(24))
        for part in (self._scores, self._visits):
            spaced(part, 0, gap=theme.px(4))
            column.addLayout(part)
        column.addStretch()

    # -- scores

    def show_part(self, part: Part) -> None:
        """Show the scores that are known by now."""
        going_on = "" if part.complete else self._going_on(part)
        if part.summary is not None:
            self._summary, self._names = part.summary, part.names
            self._fill_scores(going_on)
        elif self._progress is not None:
            self._progress.setText(going_on)

    def show_unscored(self, rows: Sequence[ClientRow]) -> None:
        """Know how many companies have no finished assessment."""
        current = [row for row in rows if row.due is not Due.ARCHIVED]
        self._unscored = sum(row.client.last is None for row in current)

    def point_out(self, points: int | None) -> None:
        """Point out one of the scores."""
        if points != self._own:
            self._own = points
            if self._chart is not None:
                self._chart.update()

    def _fill_scores(self, going_on: str) -> None:
        t, summary, column = self._t, self._summary, self._scores
        emptied(column)
        self._chart = None
        column.addWidget(label(t("Your portfolio"), "large"))
        if not summary.values:
            empty = t("Once an assessment is signed off, its score stands here among the others.")
            self._progress = self._words(going_on or empty, "secondary")
            column.addWidget(self._progress)
            return
        column.addWidget(self._words(t("Latest score of each company"), "small"))
        self._chart = self._drawn()
        column.addWidget(self._chart)
        column.addWidget(self._words(middle_words(summary, t)))
        column.addWidget(self._words(self._counted(), "small"))
        self._progress = self._words(going_on, "small")
        column.addWidget(self._progress)
        self._progress.setHidden(not going_on)
        if summary.weakest:
            column.addSpacing(self._theme.px(16))
            column.addWidget(label(t("Weakest areas"), "large"))
            for area in summary.weakest:
                name = text_in(self._names.areas.get(area.id, {"en": area.id}), t.language)
                column.addWidget(self._words(f"{name} {shown_points(area.median)}"))
            column.addWidget(self._words(t("Medians of the scores, 0 to 100"), "small"))

    def _drawn(self) -> Chart:
        t, strip = self._t, strip_of(self._summary.values, self._summary.quartiles)
        return Chart(
            self._theme,
            t("Latest score of each company"),
            strip_words(self._summary, t),
            lambda width: score_strip.height(strip, width),
            lambda sheet: score_strip.draw(sheet, strip, self._own),
        )

    def _counted(self) -> str:
        """How many firms that are, and how many are not among them."""
        t, summary = self._t, self._summary
        n = len(summary.values)
        counted = t.plural(
            "{n} company, by the same questionnaire.",
            "{n} companies, by the same questionnaire.",
            n,
        )
        left = (
            (summary.other, t("{n} by another questionnaire", n=t.number(summary.other))),
            (summary.unrated, t("{n} with too few answers", n=t.number(summary.unrated))),
            (self._unscored, t("{n} not assessed yet", n=t.number(self._unscored))),
        )
        words = ", ".join(words for n, words in left if n)
        return counted + (" " + t("Left out: {those}.", those=words) if words else "")

    def _going_on(self, part: Part) -> str:
        t = self._t
        return t(
            "Scores are being computed: {done} of {total} assessments",
            done=t.number(part.done),
            total=t.number(part.total),
        )

    # -- who is due

    def show_visits(self, rows: Sequence[ClientRow]) -> None:
        """Name who has been due longest, and who is next."""
        t, column = self._t, self._visits
        emptied(column)
        due = [row for row in rows if row.due in (Due.OVERDUE, Due.LATER)]
        due.sort(key=lambda row: row.due_day or date.max)
        if not due:
            return
        overdue = sum(row.due is Due.OVERDUE for row in due)
        column.addWidget(label(t("Next visits"), "large"))
        if overdue:
            words = t.plural("{n} company is overdue.", "{n} companies are overdue.", overdue)
            column.addWidget(self._words(words))
        for row in due[:_VISITS]:
            self._visit(row)

    def _visit(self, row: ClientRow) -> None:
        theme, t, day = self._theme, self._t, row.due_day
        room = QFontMetrics(theme.font())
        name = room.elidedText(row.name, Qt.TextElideMode.ElideRight, theme.px(WIDTH - 8))
        way = button(plain(name), partial(self.opened.emit, row.client.id), "link")
        overdue = row.due is Due.OVERDUE
        words = due_words(row.client, self._today, t) if overdue or not day else t.date(day)
        way.setAccessibleName(f"{row.name}, {words}")
        way.setToolTip(tip(row.name))
        below = label(words, "bad" if overdue else "small")
        below.setContentsMargins(2, 0, 0, 0)  # as the border of the link, which is seen on focus
        both = QVBoxLayout()
        spaced(both, 0, gap=0)
        both.addWidget(way)
        both.addWidget(below)
        self._visits.addLayout(both)

    def _words(self, text: str, kind: str = "") -> QLabel:
        made = label(text, kind, wrap=True)
        made.setMaximumWidth(self._theme.px(WIDTH))
        return made


def middle_words(summary: PortfolioSummary, t: Translator) -> str:
    """Median and middle half, from five companies on."""
    middle = summary.quartiles
    if middle is None:
        return t(
            "From {least} companies with a score on, their median and middle half are told.",
            least=LEAST,
        )
    return t(
        "Half of your clients lie between {lower} and {upper}, median {median}.",
        lower=shown_points(middle.lower),
        upper=shown_points(middle.upper),
        median=shown_points(middle.median),
    )


def strip_words(summary: PortfolioSummary, t: Translator) -> str:
    """What the chart shows, in words."""
    values = summary.values
    levels = Counter(maturity_level(value) for value in values)
    each = ", ".join(f"{_range(level)}: {t.number(levels[level])}" for level in sorted(levels))
    reach = t(
        "The scores reach from {lowest} to {highest}.",
        lowest=shown_points(values[0]),
        highest=shown_points(values[-1]),
    )
    return f"{reach} {middle_words(summary, t)} {t('Companies by score: {each}.', each=each)}"


def _range(level: int) -> str:
    """The whole points of a level."""
    lowest = LEVEL_WIDTH * (level - 1)
    return f"{lowest}–{100 if lowest + LEVEL_WIDTH == 100 else lowest + LEVEL_WIDTH - 1}"  # noqa: PLR2004 - the last has one point more
