"""The slide of the viewpoints: the widest gaps, and what to talk about."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.report.build.gap_words import dumbbells_words
from digimaturity.report.build.slides_result import asked_source
from digimaturity.report.build.viewpoints import viewpoints_part
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.slides import Gaps, Part, Points, Slide
from digimaturity.report.model.viewpoints import TalkPoint, ViewpointsPart
from digimaturity.report.wording import Wording

#: So many areas have room beside the questions.
_AREAS = 9


def viewpoints_slide(w: Wording) -> Slide | None:
    """The slide; None where no question was answered from two viewpoints."""
    part = viewpoints_part(w)
    if part is None:
        return None
    talk = part.talk
    points = tuple(Labelled(point.question, point.prompt) for point in talk.points)
    said = Points(talk.title, points or (Labelled("", talk.empty),))
    return Slide(
        "viewpoints",
        part.statement,
        _lead(w, part),
        asked_source(w),
        (_gaps(w, part), said),
        tuple(_notes(w, part)),
        split=0.52,
    )


def _gaps(w: Wording, part: ViewpointsPart) -> Part:
    shown = part.areas or part.questions
    rows = shown.chart.rows[:_AREAS]
    seen = {dot.view for row in rows for dot in row.dots}
    views = tuple(view for view in shown.chart.views if view[0] in seen)
    chart = replace(shown.chart, rows=rows, views=views)
    return Gaps(shown.statement, chart, dumbbells_words(w, chart))


def _lead(w: Wording, part: ViewpointsPart) -> str:
    t, shown = w.t, part.areas or part.questions
    if len(shown.chart.rows) > _AREAS:
        return t(
            "Left: the {n} widest gaps, in points from 0 to 100. Right: what to ask each other.",
            n=_AREAS,
        )
    return t("Left: the gaps, in points from 0 to 100. Right: what to ask each other.")


def _notes(w: Wording, part: ViewpointsPart) -> list[str]:
    """Who answered, who says what of each question, the pairs, and who can be recognised."""
    notes = [part.intro, *(_spoken(point) for point in part.talk.points)]
    notes += [
        w.t("{pair}: mean distance {distance} points.", pair=row[0], distance=row[1])
        for row in part.pairs.rows
    ]
    return notes + [f"{note.label}: {note.text}" for note in part.notes]


def _spoken(point: TalkPoint) -> str:
    voices = " ".join(f"{one.name} {one.level}: {one.words}" for one in point.voices)
    return f"{point.question} {voices}"
