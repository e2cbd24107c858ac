"""The slide of the roadmap: what begins when, who has too much, what does not fit."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.build.planning.roadmap import numbers_of, roadmap_chapter, when_words
from digimaturity.report.build.slides_result import asked_source
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.slides import Cell, Column, Part, Points, Slide, Table
from digimaturity.report.overload_words import overloaded
from digimaturity.report.plan_words import dimension_of, placed
from digimaturity.report.roadmap_words import title_of
from digimaturity.report.unplanned_words import left_out
from digimaturity.report.wording import Wording

#: So many measures, and so many paragraphs beside them, have room.
_MEASURES, _POINTS = 6, 3


def roadmap_slide(w: Wording) -> Slide | None:
    """The slide; None where no measure runs or is planned."""
    roadmap, chapter = w.roadmap, roadmap_chapter(w)
    if roadmap is None or chapter is None or not placed(roadmap):
        return None
    points = tuple(_points(w, roadmap))
    parts: tuple[Part, ...] = (_table(w, roadmap),)
    if points:
        parts = (*parts, Points(w.t("What to know about it"), points[:_POINTS]))
    return Slide(
        "roadmap",
        chapter.chapter.headline,
        _lead(w, roadmap),
        asked_source(w),
        parts,
        (chapter.intro, *(f"{one.label}: {one.text}" for one in points)),
        split=0.62,
    )


def _lead(w: Wording, roadmap: Roadmap) -> str:
    t, rest = w.t, len(placed(roadmap)) - _MEASURES
    if rest > 0:
        return t.plural(
            "The first of them; one more follows, by the report",
            "The first of them; {n} more follow, by the report",
            rest,
        )
    return t("In the order in which they begin; days are person-days of everybody")


def _table(w: Wording, roadmap: Roadmap) -> Table:
    t, numbers = w.t, numbers_of(w, roadmap)
    columns = (
        Column(t("No."), 0.07),
        Column(t("Measure"), 0.57),
        Column(t("When"), 0.24),
        Column(t("Days"), 0.12, number=True),
    )
    rows = []
    for key, one in list(placed(roadmap).items())[:_MEASURES]:
        dimension = dimension_of(w, one.task)
        rows.append(
            (
                Cell(t.number(numbers.get(key, one.number)), strong=True),
                Cell(
                    title_of(roadmap, key, t),
                    w.text(dimension.name) if dimension else "",
                    strong=True,
                    hue=w.hue(dimension) if dimension else None,
                ),
                Cell(when_words(w, roadmap, one)),
                Cell(w.days(one.task.effort.total)),
            )
        )
    return Table(columns, tuple(rows), t("The measures of the plan: when they begin, person-days."))


def _points(w: Wording, roadmap: Roadmap) -> Iterator[Labelled]:
    """Who is over the limit first, then what does not fit."""
    for over in overloaded(roadmap, w.t):
        yield Labelled(over.head, " ".join(over.lines))
    for one in left_out(w, roadmap):
        yield Labelled(w.t("Does not fit: {measure}", measure=one.title), one.reason)
