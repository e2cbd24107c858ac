"""How the score moved from year to year, and what of it really changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from digimaturity.domain.comparison import Comparison, step_to
from digimaturity.domain.trend import Year
from digimaturity.report.trend_words import History, history_of
from digimaturity.report.wording import Wording
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.scrolled import scroll_area, show_in
from digimaturity.ui.slices import Slices
from digimaturity.ui.trend_beginning import first_box, later_box
from digimaturity.ui.trend_sections import SLOTS, TrendSections
from digimaturity.ui.why_lines import Why
from digimaturity.ui.why_years import why_of
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.side_panel import SidePanel
from digimaturity.ui.widgets.slot import Slot
from digimaturity.ui.widgets.why_panel import WhyPanel

#: Pixels at 100 %: no section is wider than the first; what is explained is as wide as the other.
_WIDEST, _SIDE = 760, 401

#: Below these widths what is explained takes the place of the rest, and tables have no room.
_NARROW, _TIGHT = 880, 640


class TrendTab(Page):
    """Its place is the dimension whose areas are shown, a stroke, and what is explained beside."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._detail, self._beside, self._was_tight = "", "", False
        self._told: tuple[Wording, History | None] | None = None
        self._why: Why | None = None
        self._asking = Asking(self.explain, self)
        self._slices = Slices(self)
        self._main, self._side = scroll_area(), scroll_area()
        self._border = QFrame()
        self._border.setProperty("kind", "line")
        self._border.setFixedWidth(1)
        self.slots = {key: Slot() for key in ("later", "empty", *SLOTS)}
        self._put(self._main)
        row = QHBoxLayout(self)
        spaced(row, 0)
        row.addWidget(self._main, stretch=1)
        row.addWidget(self._border)
        row.addWidget(self._side)
        self._lay_out()

    def _put(self, area: QScrollArea) -> None:
        """The slots one below the other."""
        px = self.parts.theme.px
        page, box = QWidget(), QWidget()
        page.setObjectName("page")
        box.setMaximumWidth(px(_WIDEST))
        column = QVBoxLayout(box)
        spaced(column, 0, gap=px(28))
        for slot in self.slots.values():
            column.addWidget(slot)
        column.addStretch()
        row = QHBoxLayout(page)
        spaced(row, px(32), px(24), px(32), px(32))
        row.addWidget(box, stretch=1)
        row.addStretch()
        area.setWidget(page)

    def place(self) -> str:
        """The dimension, and what is explained."""
        return f"{self._detail}/{self._beside}"

    def come_back(self, place: str) -> None:
        """Show that again."""
        self._detail, _, self._beside = place.partition("/")
        self._stale = True

    @property
    def ready(self) -> bool:
        """Whether all of it is shown."""
        return not self._slices.left

    def refresh(self) -> None:
        """Show the years as they stand now: only what is another, bit by bit."""
        session = self.parts.session
        self._slices.begin(
            {
                "years": lambda: session.years,
                "roadmap": lambda: session.roadmap,
                "periods": lambda: session.periods,
                "wording": self._word,
                "history": self._tell,
            }
        )

    def _word(self) -> None:
        """What was read before is in the words; they are the same as long as nothing changed."""
        sample = self.parts.shell.settings.sample
        wording = self.parts.session.wording(self.parts.t, sample=sample)
        if wording is None:
            self._told = None
        elif self._told is None or self._told[0] != wording:
            self._told = wording, None

    def _tell(self) -> None:
        """Each step between two years is a slice: of ten years all take longer than one may."""
        if self._told is None or self._told[1] is not None:
            self._show()
            return
        wording, steps = self._told[0], list[Comparison]()
        work: dict[str, Callable[[], object]] = {}
        years = wording.context.years
        for place in range(1, len(years)):
            work[f"until {place}"] = partial(_compare, years, place, steps)

        def told() -> None:
            self._told = wording, history_of(wording, steps)

        self._slices.begin({**work, "told": told, "sections": self._show})

    def _show(self) -> None:
        if self._told is None:
            return
        (wording, history), session = self._told, self.parts.session
        newest = session.assessments[0].id
        later = "" if newest == session.assessment_id else newest
        day = wording.context.day if later else None
        make = self.slots["later"].show_piece
        make(day, lambda piece: later_box(self.parts, piece, lambda: self._open(newest)))
        if history is None:
            for key in SLOTS:
                self.slots[key].clear()
            alone = wording.context.draft, bool(later)
            make_empty = self.slots["empty"].show_piece
            make_empty(alone, lambda piece: first_box(self.parts, draft=piece[0], later=piece[1]))
            self._explain_again()
            return
        self.slots["empty"].clear()
        known = {one.id for one in wording.evaluation.questionnaire.dimensions}
        self._detail = self._detail if self._detail in known else ""
        sections = TrendSections(
            self.parts,
            wording,
            history,
            self.parts.session.years,
            self._asking,
            self.slots,
            self._detail,
            self._choose,
            self._is_tight(),
        )
        self._slices.begin(sections.steps() | {"explained": self._explain_again})

    def _choose(self, dimension: str) -> None:
        self._detail = dimension
        self.refresh()

    def _open(self, assessment: str) -> None:
        """The same tab of another assessment."""
        parts = self.parts
        parts.shell.attempt(lambda: parts.session.open_assessment(assessment))
        parts.shell.assessment_opened("history")

    # -- what is explained beside

    def explain(self, key: str) -> None:
        """Show beside the trend what a key such as ``year 0`` or ``step 1`` names."""
        self._slices.finish()
        self._beside = key
        self._explain_again()
        self._side.verticalScrollBar().setValue(0)
        panel = self._side.findChild(SidePanel)
        if panel is not None:
            panel.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain_again(self) -> None:
        before, found = self._why, None
        if self._told is not None and self._told[1] is not None:
            found = why_of(self._told[0], self._told[1], self._beside)
        self._why = found
        if found is not None and found != before:
            panel = WhyPanel(self.parts.theme, self.parts.t, found)
            panel.followed.connect(lambda key, _: self.parts.shell.open_question(key))
            panel.closed.connect(self._close)
            show_in(self._side, panel, self.parts.theme.px(32 if self._is_narrow() else 24))
        self._lay_out()
        self._fit()

    def _close(self) -> None:
        asked, self._beside, self._why = self._beside, "", None
        self._lay_out()
        self._fit()
        gone = self._side.takeWidget()
        if gone is not None:
            gone.deleteLater()
        self._slices.finish()
        way = self._asking.way(asked)
        if way is not None:
            way.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- room

    def _is_narrow(self) -> bool:
        return self.width() < self.parts.theme.px(_NARROW)

    def _is_tight(self) -> bool:
        side = 0 if self._why is None or self._is_narrow() else self.parts.theme.px(_SIDE)
        return self.width() - side < self.parts.theme.px(_TIGHT)

    def _lay_out(self) -> None:
        narrow, explaining = self._is_narrow(), self._why is not None
        self._side.setVisible(explaining)
        self._border.setVisible(explaining and not narrow)
        self._main.setVisible(not (narrow and explaining))
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(self.width())
        else:
            self._side.setFixedWidth(self.parts.theme.px(_SIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for two columns there is one."""
        super().resizeEvent(event)
        self._lay_out()
        self._fit()

    def _fit(self) -> None:
        """Another form for another width."""
        if self._is_tight() != self._was_tight:
            self._was_tight = self._is_tight()
            self._outdated()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not shown yet is shown when the page is."""
        super().hideEvent(event)
        if not event.spontaneous() and self._slices.stop():
            self._stale = True


def _compare(years: Sequence[Year], place: int, steps: list[Comparison]) -> None:
    steps.append(step_to(years, place))
