"""The plan: when each measure begins, who carries it, what does not fit, and what it brings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from digimaturity.charts.plan_data import LoadBars
from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import State
from digimaturity.domain.roadmap.load import overloads
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.load_words import load_of
from digimaturity.report.plan_gains import brings
from digimaturity.report.plan_words import gantt_of
from digimaturity.report.unplanned_words import left_out, unheld
from digimaturity.report.wording import Wording
from digimaturity.services.changes import ChangeKind
from digimaturity.ui.pages.roadmap.closed import closed_words
from digimaturity.ui.pages.roadmap.planner import FollowsPlanner
from digimaturity.ui.pages.roadmap.shown_plan import ShownPlan
from digimaturity.ui.parts import Parts
from digimaturity.ui.scrolled import scroll_area
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.overload_box import overload_box
from digimaturity.ui.widgets.plan_chart import LoadChart, PlanChart
from digimaturity.ui.widgets.plan_head import Above, Below, PlanAbove, PlanBelow
from digimaturity.ui.widgets.plan_panel import PlanPanel
from digimaturity.ui.widgets.plan_side import Beside, PlanSide
from digimaturity.ui.widgets.slot import Slot, in_order

#: Widths in pixels at 100 %: of what stands beside the plan, the widest plan, and the width of the
#: page below which there is one column.
_SIDE, _WIDEST, _NARROW = 320, 920, 880

#: The parts of the tab, from above to below where there is one column.
_SLOTS = ("warning", "above", "chart", "below", "load", "beside")

#: Those of them that stand in the second column where there is one.
_APART = ("warning", "beside")

#: Less than this share of what a plan is worth nobody sees.
_NOTHING = 1e-4


class PlanTab(FollowsPlanner):
    """Bars and load at the left; at the right what cannot be done, or one measure in full.

    While another plan is looked for, the last one is shown. `_chosen` is the key of what is told
    of in full, "" where nothing is.
    """

    concerned_by: ClassVar[frozenset[ChangeKind]] = frozenset(ChangeKind) - {
        ChangeKind.COMMENT,
        ChangeKind.EVIDENCE,
        ChangeKind.REVIEW,
        ChangeKind.ATTACHMENT,
        ChangeKind.PARKED,
    }

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        px = parts.theme.px
        self._shown, self._chosen, self._was_narrow = ShownPlan(), "", False
        self.chart: PlanChart | None = None
        self.panel: PlanPanel | None = None
        self.slots = {name: Slot() for name in _SLOTS}
        self._detail = Slot()
        self._main, self._usual, self._side = scroll_area(), scroll_area(), scroll_area()
        self._left = _column(self._main, px(_WIDEST), px(32), px(16))
        self._right = _column(self._usual, px(_WIDEST), px(24), px(16))
        _column(self._side, px(_WIDEST), px(24), px(16)).insertWidget(0, self._detail)
        self._border = QFrame()
        self._border.setProperty("kind", "line")
        self._border.setFixedWidth(1)
        row = QHBoxLayout(self)
        spaced(row, 0)
        row.addWidget(self._main, stretch=1)
        row.addWidget(self._border)
        row.addWidget(self._usual)
        row.addWidget(self._side)
        self._put_in_columns(narrow=False)
        self._lay_out()

    # -- where the user is

    def place(self) -> str:
        """What is told of in full, if anything is."""
        return self._chosen

    def come_back(self, place: str) -> None:
        """Tell of it again."""
        self._chosen, self._stale = place, True

    def start(self) -> None:
        """The work goes on at what is told of in full."""
        if self.chart is not None:
            self.chart.lead_to(self._chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for two columns there is one."""
        super().resizeEvent(event)
        if self._is_narrow() != self._was_narrow:
            self._lay_out()

    # -- what is shown

    def refresh(self) -> None:
        """Show the plan that there is; only what is another is made anew."""
        session = self.parts.session
        wording = session.wording(self.parts.t, sample=self.parts.shell.settings.sample)
        now = session.roadmap
        if wording is None or now is None:
            return
        self._shown = self._shown.followed_by(session.assessment_id, now)
        shown = self._shown.roadmap(now)
        slots, parts = self.slots, self.parts
        focused, over = self._focused(), overloads(shown.posed.problem)
        missed = tuple(shown.plan.left_out) if shown.plan else ()
        slots["warning"].show_piece(
            (over, shown.book.projects, missed, session.plannable) if over else None,
            lambda _: overload_box(parts, shown) or QWidget(),
        )
        above = Above(
            not shown.posed.tasks,
            "" if session.plannable else closed_words(session, parts.t),
        )
        slots["above"].show_piece(
            above if above.empty or above.closed else None,
            lambda one: PlanAbove(parts, one),
        )
        self._show_charts(wording, shown)
        below = self._below(now)
        slots["below"].show_piece(
            below if below.kept or below.done else None,
            lambda one: PlanBelow(parts, one, self._plan_anew),
        )
        beside = Beside(left_out(wording, shown), unheld(wording, shown), brings(wording, shown))
        slots["beside"].show_piece(
            None if beside.empty else (beside, session.plannable),
            lambda one: PlanSide(parts, one[0], self.open_row),
        )
        self._show_detail(wording, shown)
        self._lay_out()
        if focused and self.chart is not None:
            # Where its bar has gone is known only when all is in its place.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self.chart.lead_to(focused)

    def _below(self, now: Roadmap) -> Below:
        plan, tasks = now.plan, now.posed.tasks.values()
        better = plan is not None and plan.best - plan.value > _NOTHING * plan.best
        done = sum(task.decision.state is State.DONE for task in tasks)
        return Below(better and self.parts.session.plannable, done)

    def _show_charts(self, wording: Wording, shown: Roadmap) -> None:
        gantt = gantt_of(wording, shown, self._shown.before)
        can = self.parts.session.plannable and shown.plan is not None
        movable = frozenset(shown.plan.starts) if can and shown.plan else frozenset()
        if not gantt.rows:
            self.chart = None
        self.slots["chart"].show_piece("chart" if gantt.rows else None, self._make_chart)
        if self.chart is not None:
            self.chart.show_plan(gantt, movable)
            self.slots["chart"].stops = list(self.chart.rows.values())
        load = load_of(wording, shown)
        self.slots["load"].show_piece(load if gantt.rows else None, self._make_load)

    def _make_chart(self, _: str) -> PlanChart:
        made = PlanChart(self.parts.theme)
        made.opened.connect(self.open_row)
        made.moved.connect(self.begin_in)
        made.freed.connect(partial(self.begin_in, quarter=None))
        self.chart = made
        return made

    def _make_load(self, load: LoadBars) -> QWidget:
        made, t, px = QWidget(), self.parts.t, self.parts.theme.px
        column = QVBoxLayout(made)
        spaced(column, 0, px(24), 0, 0, gap=px(8))
        column.addWidget(label(t("Load of the people who must do it"), "large", wrap=True))
        free = [row.name for row in load.rows if not row.limited]
        if free and self.parts.session.plannable:
            said = t("Nobody said yet how much time there is: {names}.", names=", ".join(free))
            column.addWidget(label(said, "secondary", wrap=True))
            go = partial(self.parts.shell.go, "roadmap", "capacity")
            column.addWidget(button(t("Enter capacity"), go, "link"))
        column.addWidget(LoadChart(self.parts.theme, load))
        return made

    # -- one measure in full

    def open_row(self, key: str) -> None:
        """Tell of a measure or project in full; where that is told already, no longer."""
        if key == self._chosen:
            self._close()
            return
        self._chosen = key
        self.refresh()
        self._side.verticalScrollBar().setValue(0)
        if self.panel is not None:
            self.panel.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_detail(self, wording: Wording, shown: Roadmap) -> None:
        known = {*shown.posed.tasks, *shown.book.projects}
        if self._chosen not in known:
            self._chosen = ""
        if not self._chosen:
            self.panel = None
        if self.chart is not None:
            self.chart.mark(self._chosen)
        self._detail.show_piece(
            (self._chosen, shown, self.parts.session.plannable) if self._chosen else None,
            lambda one: self._make_panel(PlanPanel(self.parts, wording, one[1], one[0])),
        )

    def _make_panel(self, made: PlanPanel) -> PlanPanel:
        key = self._chosen
        made.begun.connect(partial(self.begin_in, key))
        made.followed.connect(partial(self.parts.shell.go, "roadmap"))
        made.closed.connect(self._close)
        self.panel = made
        return made

    def _close(self) -> None:
        key, self._chosen = self._chosen, ""
        self.refresh()
        if self.chart is not None:
            self.chart.lead_to(key)

    # -- what is changed

    def begin_in(self, key: str, quarter: int | None) -> None:
        """Have a measure begin in a quarter, counted from 0; None: when the plan decides."""
        session, roadmap = self.parts.session, self.parts.session.roadmap
        if roadmap is None or key not in roadmap.posed.tasks:
            return
        start = None if quarter is None else roadmap.posed.first.plus(quarter)
        decision = replace(roadmap.posed.tasks[key].decision, start=start)
        self.parts.shell.attempt(partial(session.put_down, Part.DECISION, key, decision))

    def _plan_anew(self) -> None:
        if self.planner is not None:
            self.planner.plan_anew()

    # -- layout

    def _focused(self) -> str:
        """The row that has the keyboard; it goes along with its bar."""
        rows = self.chart.rows if self.chart is not None else {}
        focused = self.window().focusWidget()
        return next((key for key, row in rows.items() if row is focused), "")

    def _is_narrow(self) -> bool:
        return self.width() < self.parts.theme.px(_NARROW)

    def _lay_out(self) -> None:
        narrow, told = self._is_narrow(), bool(self._chosen)
        if narrow != self._was_narrow:
            self._was_narrow = narrow
            self._put_in_columns(narrow=narrow)
        in_order([*self.slots.values(), self._detail])
        apart = any(not self.slots[name].isHidden() for name in _APART)
        self._side.setVisible(told)
        self._usual.setVisible(not narrow and not told and apart)
        self._border.setVisible(not narrow and (told or apart))
        self._main.setVisible(not narrow or not told)
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(self.width())
        else:
            for one in (self._usual, self._side):
                one.setFixedWidth(self.parts.theme.px(_SIDE + 48))

    def _put_in_columns(self, *, narrow: bool) -> None:
        px = self.parts.theme.px
        apart = () if narrow else _APART
        for name, slot in self.slots.items():
            for column in (self._left, self._right):
                column.removeWidget(slot)
            column = self._right if name in apart else self._left
            column.insertWidget(column.count() - 1, slot)  # above the stretch
        page = self._side.widget()
        around = page.layout() if page is not None else None
        if around is not None:
            margin = px(32 if narrow else 24)
            spaced(around, margin, px(16), margin, px(32))


def _column(area: QScrollArea, widest: int, margin: int, gap: int) -> QVBoxLayout:
    """The column that an area scrolls, with a stretch at its end."""
    page, inner = QWidget(), QWidget()
    page.setObjectName("page")
    inner.setMaximumWidth(widest)
    column = QVBoxLayout(inner)
    spaced(column, 0, gap=gap)
    column.addStretch()
    row = QHBoxLayout(page)
    spaced(row, margin, gap, margin, 2 * gap)
    row.addWidget(inner, stretch=1)
    row.addStretch()
    area.setWidget(page)
    return column
