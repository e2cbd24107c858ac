"""The results: level and score, where the firm is strong, how it compares, what to do next."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.what_if import movable
from digimaturity.ui.drawn_peers import want_peers
from digimaturity.ui.explanations import KINDS, Explained, explained, panel_for
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.result_column import ResultColumn
from digimaturity.ui.result_sections import ResultSections
from digimaturity.ui.result_words import ResultWords
from digimaturity.ui.scrolled import scroll_area, show_in
from digimaturity.ui.slices import Slices
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.score_section import ScoreSection
from digimaturity.ui.widgets.side_panel import SidePanel
from digimaturity.ui.widgets.what_if_bar import WhatIfBar
from digimaturity.ui.widgets.what_if_list import WhatIfList

#: The place at which the levels are played with.
WHAT_IF = "what if"

#: The place at which the viewpoints begin; the name of their slot.
VIEWPOINTS = "viewpoints"

_SIDE = 368

#: So much of what is above (pixels at 100 %) stays in sight.
_ABOVE = 24

#: So much of what can be moved (pixels at 100 %) is seen below the rules, or the rules are not.
_ROWS = 160

#: Below this width (pixels at 100 %) two columns have no room.
_NARROW = 880


class ResultsPage(Page):
    """Says on the screen what the report says on paper: both show the same model.

    `_beside` is the key of what is explained at the right (`KINDS`), "" where nothing is.
    `_levels` are the areas that are supposed at another level, None unless that is played.
    """

    compares: ClassVar[bool] = True

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._beside = ""
        self._levels: dict[str, int] | None = None
        self._words: ResultWords | None = None
        self._explained: Explained | None = None
        self._asking = Asking(self.explain, self)
        self._slices = Slices(self)
        self._bar = WhatIfBar(parts.theme, parts.t)
        self._bar.reset.connect(self._reset)
        self._bar.ended.connect(self._end_what_if)
        self._bar.hide()
        self._main, self._usual, self._side = scroll_area(), scroll_area(), scroll_area()
        self._border = QFrame()
        self._border.setProperty("kind", "line")
        self._border.setFixedWidth(1)
        self._was_narrow = False
        self._wanted = ""  # the slot to begin at
        self._supposed: WhatIfList | None = None
        self._column = ResultColumn(self._main, self._usual, parts.theme)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        spaced(left, 0)
        left.addWidget(self._bar)
        left.addWidget(self._main, stretch=1)
        row = QHBoxLayout(self)
        spaced(row, 0)
        row.addWidget(self._left, stretch=1)
        row.addWidget(self._border)
        row.addWidget(self._usual)
        row.addWidget(self._side)

    def place(self) -> str:
        """What is being explained, if anything is."""
        return self._beside

    def come_back(self, place: str) -> None:
        """Explain that again; or begin to play with the levels; or begin at the viewpoints."""
        self._wanted = place if place == VIEWPOINTS else ""
        if place == WHAT_IF:
            self._levels = self._levels or {}
        self._beside = place if place.partition(" ")[0] in KINDS else ""
        self._stale = True

    def start(self) -> None:
        """While the levels are played with, the work begins at the first area."""
        self._slices.finish("scores")
        first = self._supposed.first() if self._supposed else None
        if self._supposed is not None and first is not None:
            section = self._supposed.parentWidget() or self._supposed
            rules, rows = self._place_of(section), self._place_of(first)
            room = self._main.viewport().height() - self.parts.theme.px(_ROWS)
            self._main.verticalScrollBar().setValue(rules if rows - rules < room else rows)
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._wanted:
            self._slices.finish(self._wanted)
            top = self._place_of(self._column.slots[self._wanted])
            self._main.verticalScrollBar().setValue(top)
        self._wanted = ""

    def draft(self) -> object:
        """The levels that are played with; they are recorded nowhere."""
        return self._levels

    def take_up(self, draft: object) -> None:
        """Go on playing with these."""
        if isinstance(draft, dict):
            self._levels = draft

    def refresh(self) -> None:
        """Show the results as they stand now: only what is another, and the rest bit by bit."""
        wording = self.parts.session.wording(self.parts.t, sample=self.parts.shell.settings.sample)
        if wording is None:
            return
        found, narrow = wording.evaluation, self._is_narrow()
        if not any(movable(area, found.questions) for area in found.questionnaire.areas):
            self._levels = None
        if self._words is None or self._words.wording != wording:
            self._words = ResultWords(wording)
        want_peers(self.parts)  # they come while the rest is built
        self._column.set_narrow(narrow=narrow)
        sections = ResultSections(
            self.parts, self._words, self._asking, self._column.slots, self._show_scores, narrow
        )
        self._slices.begin({"explained": self._show_beside, **sections.steps()})
        self._lay_out()

    @property
    def ready(self) -> bool:
        """Whether all of it is shown."""
        return not self._slices.left

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for two columns there is one."""
        super().resizeEvent(event)
        if self._is_narrow() != self._was_narrow:
            self._was_narrow = self._is_narrow()
            self._outdated()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not shown yet is shown when the page is."""
        super().hideEvent(event)
        if not event.spontaneous() and self._slices.stop():
            self._stale = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends what is played; what is explained goes first, by its own shortcut."""
        if event.key() == Qt.Key.Key_Escape and self._levels is not None:
            self._end_what_if()
        else:
            super().keyPressEvent(event)

    def _is_narrow(self) -> bool:
        return self.width() < self.parts.theme.px(_NARROW)

    def _lay_out(self) -> None:
        narrow, explaining = self._is_narrow(), self._explained is not None
        self._side.setVisible(explaining)
        self._usual.setVisible(not narrow and not explaining)
        self._border.setVisible(not narrow)
        self._left.setVisible(not narrow or not explaining)
        self._bar.setVisible(self._levels is not None)
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(self.width())
        else:
            for one in (self._usual, self._side):
                one.setFixedWidth(self.parts.theme.px(_SIDE + 33))

    # -- what is explained at the side

    def explain(self, key: str) -> None:
        """Show beside the results what the key names, such as ``why `` for the overall score."""
        self._beside = key
        if self._words is None or self._stale:
            self._stale = False
            self.refresh()
        self._show_beside()
        self._side.verticalScrollBar().setValue(0)
        panel = self._side.findChild(SidePanel)
        if panel is not None:
            panel.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_beside(self) -> None:
        """Show what is explained; nothing where its figures are not there (yet)."""
        words, before = self._words, self._explained
        self._explained = explained(self._beside, words, self.parts.t) if words else None
        if self._explained is not None and self._explained != before:
            panel = panel_for(self._explained, self.parts, self._follow)
            panel.closed.connect(self._close_beside)
            show_in(self._side, panel, self.parts.theme.px(24))
        self._lay_out()

    def _follow(self, target: str, is_question: bool) -> None:
        if is_question:
            self.parts.shell.open_question(target)
        else:
            self.explain(target if " " in target else f"why {target}")

    def _close_beside(self) -> None:
        asked, self._beside, self._explained = self._beside, "", None
        self._lay_out()
        gone = self._side.takeWidget()
        gone.deleteLater()
        self._slices.finish()
        way = self._asking.way(asked) or self._asking.way("why ")
        if way is not None:
            way.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what if

    def _show_scores(self) -> None:
        """Show the scores, or those to play with where there is an area that can be moved."""
        if self._words is None:
            return
        words, said = self._words, self._words.wording.context.responses
        evaluation, note = words.evaluation, words.summary.areas_note
        if self._levels is None:
            self._supposed = None
        results = None if self._levels is None else (evaluation.questions, said)
        piece = evaluation.scores, note, results
        self._column.slots["scores"].show_piece(piece, lambda _: self._score_section(words))

    def _score_section(self, words: ResultWords) -> ScoreSection:
        theme, t, evaluation = self.parts.theme, self.parts.t, words.evaluation
        section = ScoreSection(words.summary.areas_note, theme, t)
        if self._levels is None:
            section.show_scores(evaluation, self._asking, self._begin_what_if)
            return section
        responses = words.wording.context.responses
        made = WhatIfList(evaluation, responses, self._levels, theme, t)
        made.supposed.connect(lambda: self._moved(evaluation, made))
        self._supposed = made
        self._moved(evaluation, made)
        section.show_supposed(made)
        return section

    def _moved(self, evaluation: Evaluation, played: WhatIfList) -> None:
        self._levels = dict(played.levels)
        self._bar.show_moves(evaluation, played.scores)
        self._bar.back.setEnabled(bool(played.levels))

    def _begin_what_if(self) -> None:
        self._levels = {}
        self.refresh()
        self.start()

    def _reset(self) -> None:
        if self._supposed is not None:
            self._supposed.reset()
            self._bar.end.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_what_if(self) -> None:
        self._levels = None
        self.refresh()
        self._slices.finish("scores")
        play = self._asking.way("what if")
        if play is not None:
            play.setFocus(Qt.FocusReason.OtherFocusReason)
            self._main.verticalScrollBar().setValue(self._place_of(play))

    def _place_of(self, shown: QWidget) -> int:
        """To where the results have to be scrolled so that this is at their top."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        page = self._main.widget()
        return shown.mapTo(page, QPoint()).y() - self.parts.theme.px(_ABOVE) if page else 0
