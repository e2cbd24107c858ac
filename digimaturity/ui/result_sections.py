"""The sections of the results, in the words of the report, each with the piece that it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from digimaturity.report.build.measures import written_out
from digimaturity.ui.comparing import Compared, compared, comparison
from digimaturity.ui.going_on import going_on_box
from digimaturity.ui.parts import Parts
from digimaturity.ui.result_words import ResultWords
from digimaturity.ui.told_views import compared_of, seen_of, talked_of, tell_as_one
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import button
from digimaturity.ui.widgets.comparison import Comparison
from digimaturity.ui.widgets.decisions_box import DecisionsBox
from digimaturity.ui.widgets.leading import Leading
from digimaturity.ui.widgets.meanings import meanings_box, meanings_of
from digimaturity.ui.widgets.next_measures import FirstMeasures, NextMeasures
from digimaturity.ui.widgets.result_head import ResultHead
from digimaturity.ui.widgets.result_side import BesideScores, ResultSide
from digimaturity.ui.widgets.slot import Slot, in_order
from digimaturity.ui.widgets.talk_box import ComparedBox, TalkBox
from digimaturity.ui.widgets.viewpoints_box import Lacking, LackingBox, Seen, ViewpointsBox

#: The slots of the column, from its top; in a narrow window `beside` follows the scores.
ABOVE = ("head", "further", "how")
BELOW = (
    "scores",
    "beside",
    "viewpoints",
    "talk",
    "pairs",
    "meanings",
    "leading",
    "decisions",
    "compared",
    "measures",
)

#: What stands beside the column while nothing is explained there, where there is room for it.
SIDE = "side"

#: So many measures are told.
_FIRST = 5


@dataclass(frozen=True, slots=True)
class ResultSections:
    """Shows one state of the results in the slots; what is the same as before is left alone."""

    parts: Parts
    words: ResultWords
    asking: Asking
    slots: Mapping[str, Slot]
    scores: Callable[[], None]
    narrow: bool = False

    def steps(self) -> dict[str, Callable[[], object]]:
        """What there is to do, by slot, in the order in which it is looked at."""
        beside = "beside" if self.narrow else SIDE
        return {
            "head": self._head,
            "further": self._further,
            "how": self._how,
            "scores": self.scores,
            beside: self._beside,
            "worded": lambda: self.words.leading,  # takes as long as to build any of the next ones
            "viewpoints": self._viewpoints,
            "talk": self._talk,
            "pairs": self._pairs,
            "meanings": self._meanings,
            "leading": self._leading,
            "decisions": self._decisions,
            "compared": self._compared,
            "measures": self._measures,
            "order": lambda: in_order(self.slots.values()),
        }

    def _head(self) -> None:
        summary, theme = self.words.summary, self.parts.theme
        piece = summary.figures, summary.chapter.headline, summary.intro
        self.slots["head"].show_piece(piece, lambda shown: ResultHead(*shown, theme))

    def _further(self) -> None:
        box = going_on_box(self.parts)
        self.slots["further"].show_piece(box, lambda shown: shown)

    def _how(self) -> None:
        words = self.parts.t("How is this &computed?")
        self.slots["how"].show_piece(words, self._link)

    def _link(self, words: str) -> QWidget:
        how = button(words, lambda: self.asking.show("why "), "link")
        self.asking.by(how, "why ")
        return how

    def _beside(self) -> None:
        summary, evaluation, theme = self.words.summary, self.words.evaluation, self.parts.theme
        findings = (
            (summary.strengths, evaluation.strengths),
            (summary.weaknesses, evaluation.weaknesses),
        )
        piece = BesideScores(self.words.radar, findings)
        empty, shown = (SIDE, "beside") if self.narrow else ("beside", SIDE)
        self.slots[empty].clear()
        self.slots[shown].show_piece(piece, lambda one: ResultSide(one, theme, self.asking))

    def _viewpoints(self) -> None:
        slot, asking, words = self.slots["viewpoints"], self.asking, self.words
        theme, t, tell = self.parts.theme, self.parts.t, partial(tell_as_one, self.parts)
        seen = seen_of(self.parts, words)
        if isinstance(seen, Lacking):
            slot.show_piece(seen, lambda piece: LackingBox(piece, theme, t, tell, self._people))
            return

        def made(piece: Seen) -> ViewpointsBox:
            box = ViewpointsBox(piece, theme, t, asking, words.all_gaps)
            if box.together is not None:
                box.together.chosen.connect(tell)
            return box

        slot.show_piece(seen, made)

    def _people(self) -> None:
        self.parts.shell.go("people")

    def _talk(self) -> None:
        theme, t, asking = self.parts.theme, self.parts.t, self.asking
        workshop = partial(self.parts.shell.act, "workshop")
        self.slots["talk"].show_piece(
            talked_of(self.words), lambda shown: TalkBox(shown, theme, t, asking, workshop)
        )

    def _pairs(self) -> None:
        theme, t, asking = self.parts.theme, self.parts.t, self.asking
        piece = compared_of(self.words)
        self.slots["pairs"].show_piece(piece, lambda shown: ComparedBox(shown, theme, t, asking))

    def _decisions(self) -> None:
        theme, t, asking, part = self.parts.theme, self.parts.t, self.asking, self.words.decisions
        found = self.words.evaluation.decisions
        counted = found is not None and found.joint_share is not None
        self.slots["decisions"].show_piece(
            None if part is None else (part, counted),
            lambda piece: DecisionsBox(piece[0], theme, t, asking, counted=piece[1]),
        )

    def _meanings(self) -> None:
        theme, t = self.parts.theme, self.parts.t
        found = meanings_of(self.words.evaluation, t.language) or None
        make = self.slots["meanings"].show_piece
        make(found, lambda shown: meanings_box(shown, theme, t, self.asking))

    def _leading(self) -> None:
        theme, t, narrow, slot = self.parts.theme, self.parts.t, self.narrow, self.slots["leading"]
        chapter = self.words.leading
        if chapter is None or not (chapter.profile or chapter.strategy):
            slot.clear()
        else:
            slot.show_piece(
                (chapter.profile, chapter.strategy, narrow),
                lambda piece: Leading(*piece[:2], theme, t, self.asking, narrow=narrow),
            )

    def _compared(self) -> None:
        piece = compared(self.parts, self.words.benchmark, self.words.evaluation)
        self.slots["compared"].show_piece(piece, self._comparison)

    def _comparison(self, piece: Compared) -> Comparison:
        made = comparison(self.parts, piece)
        made.card_asked.connect(lambda key: self.asking.show(f"source {key}"))
        made.count_asked.connect(lambda: self.asking.show("index"))
        for key, link in made.links.items():
            self.asking.by(link, f"source {key}")
        if made.count is not None:
            self.asking.by(made.count, "index")
        return made

    def _measures(self) -> None:
        theme, t, chapter = self.parts.theme, self.parts.t, self.words.measures
        if chapter is None or not chapter.items:
            self.slots["measures"].clear()
            return
        ids = [one.measure.id for _, one in written_out(self.words.wording)]
        first = FirstMeasures(chapter.order, tuple(zip(ids[:_FIRST], chapter.items, strict=False)))
        make = self.slots["measures"].show_piece
        make(first, lambda shown: NextMeasures(shown, theme, t, self.asking))
