"""The IT strategy on one sheet: six elements, in own words and from what was put down elsewhere."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import SheetNote
from digimaturity.domain.roadmap.strategy_sheet import strategy_sheet
from digimaturity.report.build.strategy_sheet import completeness, sheet_sections
from digimaturity.services.roadmap_files import RoadmapFormat
from digimaturity.ui.pages.page import Page
from digimaturity.ui.pages.roadmap.closed import closed_words
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.roadmap_saving import RoadmapSaver
from digimaturity.ui.widgets.strategy_section import StrategySection

#: Pixels at 100 %: the widest text, and the width of the page below which it is narrow.
_WIDTH, _NARROW = 960, 600


class StrategyTab(Page):
    """The sections stay, so that what is being typed does; what is in them follows each change."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        t, px = parts.t, parts.theme.px
        self.sections: dict[str, StrategySection] = {}
        self._wanted, self._was_narrow = "", False
        self._closed = label("", "strong", wrap=True)
        self.done = label("", "strong")
        self.saver = RoadmapSaver(parts)
        self.save = button(
            t("Save as a &Word document …"), partial(self.saver.choose, RoadmapFormat.STRATEGY)
        )
        self._column = QVBoxLayout()
        spaced(self._column, 0, gap=px(8))
        head = Flow(px(16), last_right=True)
        head.addWidget(self.done)
        head.addWidget(self.save)
        inner, page = QWidget(), QWidget()
        page.setObjectName("page")
        inner.setMaximumWidth(px(_WIDTH))
        column = QVBoxLayout(inner)
        spaced(column, 0, gap=px(8))
        column.addWidget(self._closed)
        self._about = label(
            t(
                "Six elements make an IT strategy. Write in your own words what only you know; "
                "the rest comes from what was put down elsewhere."
            ),
            "secondary",
            wrap=True,
        )
        column.addWidget(self._about)
        column.addLayout(head)
        column.addWidget(self.saver)
        column.addLayout(self._column)
        column.addStretch()
        outer = QHBoxLayout(page)
        spaced(outer, px(32), px(24), px(32), px(32))
        outer.addWidget(inner, stretch=1)
        outer.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(page)
        around = QVBoxLayout(self)
        spaced(around, 0)
        around.addWidget(self._scroll)

    # -- where the user is

    def place(self) -> str:
        """The element that is being written on, if any is."""
        return next((key for key, one in self.sections.items() if one.field.hasFocus()), "")

    def come_back(self, place: str) -> None:
        """Go on at an element."""
        self._wanted, self._stale = place, True

    def start(self) -> None:
        """The keyboard is in the first field that is empty."""
        empty = (one for one in self.sections.values() if not one.field.toPlainText())
        first = next(empty, None)
        (
            first.field if first is not None and not first.field.isReadOnly() else self.save
        ).setFocus()

    def flush(self) -> None:
        """Record what is being typed."""
        for section in self.sections.values():
            section.field.flush()

    @property
    def settled(self) -> bool:
        """Whether all that was typed is recorded."""
        return not any(one.field.waiting for one in self.sections.values())

    def draft(self) -> object:
        """The texts that could not be recorded."""
        waiting = {
            key: one.field.toPlainText() for key, one in self.sections.items() if one.field.waiting
        }
        return waiting or None

    def take_up(self, draft: object) -> None:
        """Show them again."""
        self.catch_up()
        if isinstance(draft, dict):
            for key, text in draft.items():
                if key in self.sections:
                    self.sections[key].take_up(text)

    # -- what is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for columns, tables become lines."""
        super().resizeEvent(event)
        if self._is_narrow() != self._was_narrow:
            self._was_narrow = self._is_narrow()
            self._outdated()

    def _is_narrow(self) -> bool:
        return self.width() < self.parts.theme.px(_NARROW)

    def refresh(self) -> None:
        """Show what is true now; the fields stay."""
        session, t = self.parts.session, self.parts.t
        wording = session.wording(t, sample=self.parts.shell.settings.sample)
        roadmap = session.roadmap
        if wording is None or roadmap is None:
            return
        sheet = strategy_sheet(wording.evaluation, roadmap)
        self.done.setText(completeness(wording, sheet))
        self._closed.setVisible(not session.plannable)
        self._about.setVisible(session.plannable)
        self._closed.setText("" if session.plannable else closed_words(session, t))
        for told in sheet_sections(wording, roadmap, sheet):
            if told.key not in self.sections:
                made = self.sections[told.key] = StrategySection(self.parts, told)
                made.written.connect(partial(self._write, told.key))
                self._column.addWidget(made)
            self.sections[told.key].show_section(
                told, fixed=not session.plannable, narrow=self._is_narrow()
            )
        stops = [self.save, *(stop for one in self.sections.values() for stop in one.stops)]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)
        self._lead()

    def _lead(self) -> None:
        wanted, self._wanted = self.sections.get(self._wanted), ""
        if wanted is not None:
            wanted.field.setFocus()
            self._scroll.ensureWidgetVisible(wanted)

    def _write(self, element: str, text: str) -> None:
        """Save the firm's own words on an element; no words take the note away."""
        note = SheetNote(text) if text else None
        save = partial(self.parts.session.put_down, Part.SHEET, element, note)
        saved = self.parts.shell.attempt(save) is not None
        self.sections[element].settle(saved=saved)
        if saved:
            self.refresh()
