"""Looking back after the end: what it brought, what was learned, whether it was worth it."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.items import Afterwards
from digimaturity.report.follow_up_words import reached_names
from digimaturity.ui.widgets.boxes import ChoiceBox, DayBox
from digimaturity.ui.widgets.follow_section import Following, FollowSection, today

#: Widths (pixels at 100 %).
_DAY, _TEXT, _REACHED = 168, 560, 240


class FollowAfterwards(FollowSection):
    """Without a word nothing is kept of it."""

    key = "afterwards"

    def __init__(self, what: Following) -> None:
        t = what.parts.t
        super().__init__(what, t("Looking back"))
        known = what.one.follow_up.afterwards or Afterwards(today())
        self._brought, self._learned = self.text(known.brought), self.text(known.learned)
        self._day = DayBox(what.parts.theme, known.day)
        self._reached = ChoiceBox(what.parts.theme)
        for reached, name in reached_names(t).items():
            self._reached.addItem(name, reached)
        self._reached.setCurrentIndex(list(reached_names(t)).index(known.reached))
        self.column.addWidget(self.field(t("What did it bring?"), self._brought, _TEXT))
        self.column.addWidget(self.field(t("What did we learn?"), self._learned, _TEXT))
        self.flow(
            self.field(t("Was the goal reached?"), self._reached, _REACHED),
            self.field(t("Looked back on"), self._day, _DAY),
        )
        self.way(t("Save the look back"))
        for name, field in (
            ("brought", self._brought),
            ("learned", self._learned),
            ("reached", self._reached),
            ("day", self._day),
        ):
            self.keep(name, field)

    def save(self) -> None:
        """Save what was said; nothing where nothing was."""
        brought, learned = (field.toPlainText().strip() for field in (self._brought, self._learned))
        reached = list(reached_names(self.t))[self._reached.currentIndex()]
        said = bool(brought or learned or reached is not None)
        afterwards = Afterwards(self._day.day, brought, learned, reached) if said else None
        noted = replace(self.what.one.follow_up, afterwards=afterwards)
        self.put(Entry(Part.FOLLOW_UP, self.what.one.key, noted))
