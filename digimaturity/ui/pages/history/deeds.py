"""What was planned a year ago, and what became of it."""

from __future__ import annotations

from functools import partial

from digimaturity.domain.comparison import step_to
from digimaturity.domain.deeds import Period
from digimaturity.report.deed_words import counts_words, period_title
from digimaturity.ui.last_plan import LastPlanBox
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, row_of
from digimaturity.ui.widgets.period_fold import PeriodFold
from digimaturity.ui.widgets.period_view import PeriodView

_WIDTH = 760


class DeedsTab(ColumnPage):
    """The newest period is open, earlier ones are folded."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self.folds: list[PeriodFold] = []
        self._opened: set[int] = set()

    def place(self) -> str:
        """The earlier periods that are open, counted from the oldest."""
        return " ".join(map(str, sorted(self._opened)))

    def come_back(self, place: str) -> None:
        """Open them again."""
        self._opened = {int(one) for one in place.split() if one.isdecimal()}
        self._stale = True

    def _remember(self, place: int, *_pressed: bool) -> None:
        self._opened ^= {place}

    def fill(self) -> None:
        """Show one period after the other, the newest first."""
        session, t = self.parts.session, self.parts.t
        self.folds = []
        periods = session.periods
        if not any(one.deeds for one in periods):
            self._teach(several=bool(periods))
            return
        self.column.addWidget(LastPlanBox(self.parts))
        newest = len(periods) - 1
        self.column.addSpacing(self.parts.theme.px(8))
        self.teach(period_title(t, periods[newest]), counts_words(t, periods[newest]))
        self.column.addWidget(self._view(newest))
        for place in range(newest - 1, -1, -1):
            self._add_fold(place, periods[place])
        follow = partial(self.parts.shell.go, "roadmap", "follow_up")
        self.column.addLayout(row_of(button(t("Open the &follow-up"), follow)))

    def _add_fold(self, place: int, period: Period) -> None:
        t = self.parts.t
        make = partial(self._view, place)
        title, counts = period_title(t, period), counts_words(t, period)
        fold = PeriodFold(self.parts.theme, title, counts, make)
        fold.line.clicked.connect(partial(self._remember, place))
        if place in self._opened:
            fold.toggle()
        self.folds.append(fold)
        self.column.addWidget(fold)

    def _view(self, place: int) -> PeriodView:
        session = self.parts.session
        years = [one.year for one in session.years]
        comparison, period = step_to(years, place + 1), session.periods[place]
        return PeriodView(self.parts.theme, self.parts.t, period, comparison, self._follow)

    def _follow(self, measure: str) -> None:
        self.parts.shell.go("roadmap", f"follow_up {measure}")

    def _teach(self, *, several: bool) -> None:
        t = self.parts.t
        about = t(
            "Accepted measures come here once there is an assessment after them: which are done,"
            " which run, which were dropped and why, how much of the plan was carried out, and"
            " which answers moved in the same period."
        )
        title = t("Nothing was planned yet") if several else t("The first plan lies ahead")
        self.teach(title, about)
        if self.parts.session.plannable:
            to_measures = partial(self.parts.shell.go, "roadmap", "measures")
            self.column.addLayout(
                row_of(button(t("See the &recommendations"), to_measures, "primary"))
            )
