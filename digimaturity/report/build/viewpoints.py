"""Where management, IT and business see different firms: the heart of the chapter."""

from __future__ import annotations

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.viewpoints import Gap, Views, Weight, recognisable
from digimaturity.report.build.gap_words import dumbbells, dumbbells_words, gap_sentence
from digimaturity.report.build.headlines import inline
from digimaturity.report.build.talk import talk_list
from digimaturity.report.build.viewpoint_tables import (
    agreement_lines,
    pairs_grid,
    people_of,
    trend_grid,
    workshop,
)
from digimaturity.report.model.parts import KeyFigure, Labelled
from digimaturity.report.model.viewpoints import GapChart, ViewpointsPart
from digimaturity.report.wording import Wording

#: So many questions stand in the chart of a report; all of them in the tables and on the screen.
_CHARTED = 12


def viewpoints_part(w: Wording) -> ViewpointsPart | None:
    """The part of the chapter; None where no question was answered from two viewpoints."""
    views, t = w.views, w.t
    if views is None:
        return None
    return ViewpointsPart(
        viewpoints_statement(w, views),
        _figures(w, views),
        _intro(w),
        gaps_by_area(w),
        gaps_by_question(w, _CHARTED),
        talk_list(w, views),
        pairs_grid(w, views),
        t("Agreement within a viewpoint"),
        agreement_lines(w),
        trend_grid(w),
        workshop(w),
        viewpoint_notes(w),
    )


def viewpoints_statement(w: Wording, views: Views) -> str:
    """The widest gap of an area with its sign; that there is none, where all are small."""
    t = w.t
    names = w.listed([w.viewpoint(view) for view in _told(views)])
    if views.areas and views.areas[0].weight is not Weight.SMALL:
        return gap_sentence(w, inline(w, area_name(w, views.areas[0])), views.areas[0])
    if views.questions[0].weight is not Weight.SMALL:
        return t("{names} differ in single questions, and hardly in whole areas", names=names)
    return t("{names} see much the same firm", names=names)


def area_name(w: Wording, gap: Gap) -> str:
    """The name of the area of a gap."""
    return next(w.text(area.name) for area in w.evaluation.questionnaire.areas if area.id == gap.id)


def gaps_by_area(w: Wording) -> GapChart | None:
    """All areas, the widest gap first; None where there are none that can be compared."""
    t, views = w.t, w.views
    if views is None or not views.areas:
        return None
    wide = sum(gap.weight is not Weight.SMALL for gap in views.areas)
    chart = dumbbells(w, [(area_name(w, gap), "", gap) for gap in views.areas])
    statement = t.plural(
        "In one of {all} areas the viewpoints are a level or more apart",
        "In {n} of {all} areas the viewpoints are a level or more apart",
        wide,
        all=len(views.areas),
    )
    if not wide:
        statement = t("In no area are the viewpoints a level apart")
    elif wide == len(views.areas) > 1:
        statement = t("In all {n} areas the viewpoints are a level or more apart", n=wide)
    return GapChart(
        statement,
        t("Score from each viewpoint, 0 to 100, over the questions that all of them answered."),
        chart,
        dumbbells_words(w, chart),
    )


def gaps_by_question(w: Wording, most: int | None = None) -> GapChart:
    """The questions, the widest gap first, at most so many; those agreed on say so.

    Only to be asked for where viewpoints differ at all.
    """
    t, asked, views = w.t, w.evaluation.questionnaire, w.views
    gaps = views.questions if views else ()
    agreed = views.agreed if views else frozenset()
    shown = gaps[:most]
    rows = [
        (
            w.text(asked.by_id[gap.id].text),
            t("agreed on since") if gap.id in agreed else w.text(asked.area_of[gap.id].name),
            gap,
        )
        for gap in shown
    ]
    chart = dumbbells(w, rows)
    wide = sum(gap.weight is not Weight.SMALL for gap in gaps)
    statement = t.plural(
        "On one of {all} questions the viewpoints are a level or more apart",
        "On {n} of {all} questions the viewpoints are a level or more apart",
        wide,
        all=len(gaps),
    )
    if not wide:
        statement = t("On no question are the viewpoints a level apart")
    elif wide == len(gaps) > 1:
        statement = t("On all {n} questions the viewpoints are a level or more apart", n=wide)
    note = ""
    if len(shown) < len(gaps):
        note = t("Shown are the {n} questions with the widest gaps.", n=len(shown))
    return GapChart(statement, note, chart, dumbbells_words(w, chart))


def _told(views: Views) -> list[Viewpoint]:
    """The viewpoints that are compared at all."""
    return [view for view in Viewpoint if any(view in gap.views for gap in views.questions)]


def _figures(w: Wording, views: Views) -> tuple[KeyFigure, ...]:
    t, asked = w.t, len(views.questions)
    weights = [gap.weight for gap in views.questions]
    if strong := weights.count(Weight.STRONG):
        meaning = t("of {n} questions, two levels or more", n=asked)
        counted = KeyFigure(t("Strong gaps"), t.number(strong), meaning)
    else:
        meaning = t("of {n} questions, one level or more", n=asked)
        counted = KeyFigure(t("Notable gaps"), t.number(weights.count(Weight.NOTABLE)), meaning)
    if not views.areas:
        return (counted,)
    widest = views.areas[0]
    return (
        KeyFigure(t("Widest gap, points"), w.points(widest.size), area_name(w, widest)),
        counted,
    )


def _intro(w: Wording) -> str:
    """Who answered, and what a gap is."""
    t, people = w.t, people_of(w)
    counted = w.listed(
        [t("{view} ({n})", view=w.viewpoint(view), n=number) for view, number in people.items()]
    )
    return " ".join(
        (
            t("Answered by: {people}.", people=counted),
            t(
                "The gap is the distance between the viewpoint that rates highest and the one that "
                "rates lowest, in points; 25 points are one level. It says nothing about who is "
                "right: the score is made from all of them, and the gap shows what to talk about."
            ),
        )
    )


def viewpoint_notes(w: Wording) -> tuple[Labelled, ...]:
    """That a person can be recognised, and that viewpoints are told as one."""
    t, together = w.t, w.options.together
    small = recognisable(w.context.responses, together)
    notes = []
    if small:
        notes.append(
            Labelled(
                t("Small groups"),
                t(
                    "Fewer than three people answered for: {names}. What they said and wrote can "
                    "be recognised by those who know the firm, although no name stands here.",
                    names=w.listed([w.viewpoint(view) for view in small]),
                ),
            )
        )
    told = [view for view in Viewpoint if view in together]
    if told and any(one.viewpoint in together for one in w.context.responses.respondents):
        notes.append(
            Labelled(
                t("Told as one"),
                t(
                    "{names} are told as one viewpoint here, so that nobody is recognised. In the "
                    "scores each of them still counts for itself.",
                    names=w.viewpoint(told[0]),
                ),
            )
        )
    return tuple(notes)
