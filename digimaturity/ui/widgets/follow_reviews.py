"""Looking at it again: what was found each time, and when the next time is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.items import FollowUp, Review
from digimaturity.ui.widgets.boxes import DayBox
from digimaturity.ui.widgets.follow_section import Following, FollowSection, today
from digimaturity.ui.widgets.tick_box import TickBox

#: Widths (pixels at 100 %), and when the next review is, unless somebody says else.
_DAY, _SAID, _LATER = 168, 560, timedelta(weeks=13)


class FollowReviews(FollowSection):
    """What is written becomes one more review; a day that has come is over with it."""

    key = "reviews"

    def __init__(self, what: Following) -> None:
        t, noted = what.parts.t, what.one.follow_up
        super().__init__(what, t("Reviews"))
        for one in sorted(noted.reviews, key=lambda one: one.day):
            self.noted(f"{t.date(one.day)}: {one.said}", partial(self._remove, one))
        self._said, self._day = self.text(""), DayBox(what.parts.theme, today())
        if not what.fixed:
            self.column.addWidget(self.field(t("What we found"), self._said, _SAID))
        self.planned = TickBox(what.parts.theme, t("A next review is planned"))
        self.planned.setChecked(noted.next_review is not None)
        self._next = DayBox(what.parts.theme, noted.next_review or today() + _LATER)
        self._next_field = self.field(t("Next review"), self._next, _DAY)
        looked = [] if what.fixed else [self.field(t("Looked at on"), self._day, _DAY)]
        self.flow(*looked, self._next_field)
        self.column.addWidget(self.planned)
        self.way(t("Save the review"))
        for name, field in (
            ("said", self._said),
            ("day", self._day),
            ("planned", self.planned),
            ("next", self._next),
        ):
            self.keep(name, field)
        self.planned.toggled.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._next_field.setVisible(self.planned.isChecked())

    def _remove(self, one: Review) -> None:
        left = list(self.what.one.follow_up.reviews)
        left.remove(one)
        self._put(replace(self.what.one.follow_up, reviews=tuple(left)))

    def _put(self, noted: FollowUp) -> None:
        self.put(Entry(Part.FOLLOW_UP, self.what.one.key, noted))

    def save(self) -> None:
        """Save the review, if one was written, and the day of the next one."""
        noted, said, day = self.what.one.follow_up, self._said.toPlainText().strip(), self._day.day
        following = self._next.day if self.planned.isChecked() else None
        reviews = noted.reviews
        if said:
            reviews = (*reviews, Review(day, said))
            following = following if following and following > day else None
        self._put(replace(noted, reviews=reviews, next_review=following))
