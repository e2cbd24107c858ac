"""The sheet of what became of measures and projects: figures, reviews, what they brought."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from digimaturity.domain.roadmap.items import FollowUp
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.model.tables import Cell, Column, Form, Row, Sheet
from digimaturity.report.roadmap_words import title_of
from digimaturity.report.wording import Wording


def follow_up_sheet(w: Wording, roadmap: Roadmap) -> Sheet:
    """One row for each thing that was noted, in the order of its day."""
    t = w.t
    columns = (
        Column(t("Measure or project"), 38),
        Column(t("Id"), 22),
        Column(t("What"), 20),
        Column(t("Day"), 16, Form.DAY),
        Column(t("Value"), 10, Form.TWO),
        Column(t("Unit"), 12),
        Column(t("Aim"), 10, Form.TWO),
        Column(t("Reached"), 9),
        Column(t("Noted"), 60),
    )
    about = t("What was measured and found, when to look again, and what was learned.")
    rows = tuple(
        row for key, one in roadmap.book.follow_ups.items() for row in _rows(w, roadmap, key, one)
    )
    return Sheet("FollowUp", t("Follow-up"), about, columns, rows)


def _rows(w: Wording, roadmap: Roadmap, key: str, one: FollowUp) -> Iterator[Row]:
    t = w.t
    head = title_of(roadmap, key, t, w.evaluation.questionnaire.measures), key
    empty: tuple[Cell, ...] = (None, None, None, None)
    noted: list[tuple[date, Row]] = [
        (
            value.day,
            (t("measured"), value.day, *_measured(one, value.value), None, value.note or None),
        )
        for value in one.values
    ]
    noted += [
        (review.day, (t("review"), review.day, *empty, review.said)) for review in one.reviews
    ]
    if one.afterwards is not None:
        after = one.afterwards
        said = "\n".join(text for text in (after.brought, after.learned) if text)
        row = (t("after the end"), after.day, None, None, None, after.reached, said or None)
        noted.append((after.day, row))
    if one.next_review is not None:
        noted.append((one.next_review, (t("next review"), one.next_review, *empty, None)))
    yield from ((*head, *row) for _, row in sorted(noted, key=lambda pair: pair[0]))


def _measured(one: FollowUp, value: float) -> tuple[Cell, Cell, Cell]:
    return value, one.unit or None, one.aim
