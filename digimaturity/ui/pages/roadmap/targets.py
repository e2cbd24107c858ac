"""Targets: where each area stands, where it shall be, why, and how much of the way is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton

from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.gap import AreaGap, GapAnalysis, gap_analysis
from digimaturity.domain.roadmap.items import Target
from digimaturity.domain.roadmap.suggested_targets import Rule, suggestions
from digimaturity.report.target_words import (
    overall_words,
    progress_words,
    reason_of,
    unknown_words,
)
from digimaturity.report.wording import Wording
from digimaturity.services.changes import ChangeKind
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.pages.roadmap.closed import closed_words
from digimaturity.ui.parts import Parts
from digimaturity.ui.target_proposals import offers, proposals, why_none
from digimaturity.ui.widgets.basics import button, row_of
from digimaturity.ui.widgets.target_editor import Handlers, TargetEditor, Typed
from digimaturity.ui.widgets.target_suggestions import Handlers as SuggestionHandlers
from digimaturity.ui.widgets.target_suggestions import TargetSuggestions
from digimaturity.ui.widgets.target_table import TargetTable

_WIDTH = 960

#: The place of the tab where targets are suggested.
SUGGEST = "suggest"


class TargetsTab(ColumnPage):
    """One target can be edited at a time, below its row; or suggestions are looked at above."""

    concerned_by = frozenset(ChangeKind) - {ChangeKind.PLANNED}
    compares = True

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self._edited: tuple[str, Typed] | None = None  # the area, and what was typed for it
        self._rule: Rule | None = None  # by which targets are being suggested
        self._editor: TargetEditor | None = None
        self._panel: TargetSuggestions | None = None
        self._suggest: QPushButton | None = None
        self._wanted = ""
        self.table: TargetTable | None = None

    # -- where the user is

    def come_back(self, place: str) -> None:
        """Go to an area, or begin with suggestions."""
        self._wanted, self._stale = place, True
        if place == SUGGEST and self.parts.session.plannable:
            self._rule = Rule.WEAKEST_LINK

    def start(self) -> None:
        """The keyboard is where something is entered, else where the work begins."""
        if self._editor is not None:
            self._editor.points.setFocus()
        elif self._suggest is not None:
            self._suggest.setFocus()
        elif self.table is not None:
            self.table.lead_to(next(iter(self.table.rows), ""))

    def flush(self) -> None:
        """Save where marks were moved to."""
        for row in self.table.rows.values() if self.table else ():
            row.flush()

    def draft(self) -> object:
        """The target that is being entered."""
        return (self._edited[0], self._editor.typed) if self._editor and self._edited else None

    def take_up(self, draft: object) -> None:
        """Enter it again."""
        if isinstance(draft, tuple):
            self._edited, self._stale = draft, True

    # -- what is shown

    def refresh(self) -> None:
        """What is being entered stays."""
        self.flush()
        if self._editor is not None and self._edited is not None:
            self._edited = self._edited[0], self._editor.typed
        super().refresh()
        if self._wanted and self.table is not None:
            self.table.lead_to(self._wanted)
        self._wanted = ""

    def fill(self) -> None:
        """Say what the targets come to, then show them area by area."""
        self._editor = self._panel = self._suggest = self.table = None
        w, session = self.parts.session.wording(self.parts.t), self.parts.session
        if w is None:
            return
        if not session.plannable:
            self._rule = self._edited = None
        analysis = gap_analysis(w.evaluation, session.book.targets)
        self._lead(w, analysis)
        if self._rule is not None:
            self._panel = self._suggestions(w, self._rule)
            self.column.addWidget(self._panel)
        editors = {}
        if self._edited is not None:
            area, typed = self._edited
            self._editor = editors[area] = self._editor_for(w, area, typed)
        fixed = not session.plannable
        self.table = TargetTable(self.parts.theme, w, analysis, editors, fixed=fixed)
        self.table.pressed.connect(self._begin)
        self.table.moved.connect(self._moved)
        self.column.addWidget(self.table)

    def _lead(self, w: Wording, analysis: GapAnalysis) -> None:
        t, session = self.parts.t, self.parts.session
        if not session.plannable:
            self._say(closed_words(self.parts.session, self.parts.t), "strong")
        if not session.book.targets and not session.plannable:
            self._say(t("No target was set."))
        elif not session.book.targets:
            self.teach(
                t("Where shall the firm stand?"),
                t(
                    "A target says how far an area shall come, and why. Measures then count for "
                    "what they bring up to it, and each year shows how much of the way is done."
                ),
            )
        self._say(overall_words(w, analysis))
        self._say(progress_words(w, analysis), "secondary")
        self._say(unknown_words(w, analysis), "secondary")
        if session.plannable and self._rule is None:
            kind = "" if analysis.counted else "primary"
            self._suggest = button(t("Su&ggest targets …"), self._begin_suggesting, kind)
            self.column.addLayout(row_of(self._suggest))

    def _say(self, words: str, kind: str = "") -> None:
        if words:
            self.column.addWidget(self.words(words, kind))

    def _show(self, edited: tuple[str, Typed] | None) -> None:
        self._edited, self._editor = edited, None
        self.refresh()
        self.make_room()

    # -- one target

    def _begin(self, gap: AreaGap) -> None:
        target, locale = gap.aimed(), QLocale(self.parts.t.language)
        points = locale.toString(target.score, "g", 4) if gap.target else ""
        stood = "" if target.baseline is None else self.parts.t.number(target.baseline)
        agreed = target.agreed or _today()
        self._rule = None
        self._show((gap.area, Typed(points, target.reason, agreed, stood, target.baseline)))
        if self._editor is not None:
            self._editor.points.setFocus()
            self._scroll.ensureWidgetVisible(self._editor)
            self._scroll.ensureWidgetVisible(self._editor.points)  # the first, where not all fits

    def _editor_for(self, w: Wording, area: str, typed: Typed) -> TargetEditor:
        known = area in self.parts.session.book.targets
        remove = partial(self._put, area, None) if known else None
        do = Handlers(partial(self._put, area), partial(self._leave, area), remove)
        return TargetEditor(self.parts, w, typed, tuple(offers(w, area)), do)

    def _leave(self, area: str) -> None:
        self._show(None)
        self._lead_to(area)

    def _lead_to(self, area: str) -> None:
        if self.table is not None:
            self.table.lead_to(area)

    def _put(self, area: str, target: Target | None) -> None:
        """Save; what was entered is still there where that is not possible."""
        kept, editor = self._edited, self._editor
        self._edited = self._editor = None
        if self._saved([Entry(Part.TARGET, area, target)]):
            self._leave(area)
        else:
            self._edited, self._editor = kept, editor

    def _moved(self, gap: AreaGap, points: float | None) -> None:
        """The mark was moved: what was agreed on that day stays, or it is agreed on today."""
        target = gap.target or replace(gap.aimed(), agreed=_today())
        wanted = None if points is None else replace(target, score=points)
        if not self._saved([Entry(Part.TARGET, gap.area, wanted)]):
            self.refresh()

    def _saved(self, entries: Sequence[Entry]) -> bool:
        save = partial(self.parts.session.put_down_all, entries)
        return self.parts.shell.attempt(save) is not None

    # -- suggestions

    def _begin_suggesting(self) -> None:
        self._edited = self._editor = None
        self._choose(Rule.WEAKEST_LINK)

    def _choose(self, rule: Rule) -> None:
        self._rule = rule
        self.refresh()
        self.make_room()
        if self._panel is not None:
            self._panel.rules[rule].setFocus()

    def _stop(self) -> None:
        self._rule = None
        self.refresh()
        if self._suggest is not None:
            self._suggest.setFocus()

    def _suggestions(self, w: Wording, rule: Rule) -> TargetSuggestions:
        proposed = tuple(proposals(w, rule, self.parts.session.book.targets))
        none = "" if proposed else why_none(rule, self.parts.t)
        do = SuggestionHandlers(self._choose, partial(self._take, w, rule), self._stop)
        return TargetSuggestions(self.parts, rule, proposed, none, do)

    def _take(self, w: Wording, rule: Rule, areas: Sequence[str]) -> None:
        """All that were ticked, as one step, with the rule as their reason."""
        found, scores = suggestions(w.evaluation, rule), w.evaluation.scores.areas
        agreed = {
            area: Target(found[area].score, scores[area].shown, reason_of(w, found[area]), _today())
            for area in areas
        }
        self._rule = None
        if self._saved([Entry(Part.TARGET, area, one) for area, one in agreed.items()]):
            self._lead_to(areas[0])
        else:
            self._rule = rule


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day
