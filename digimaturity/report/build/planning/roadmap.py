"""The chapter of the roadmap: what begins when, who carries it, what does not fit, what follows."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.charts import gantt, load_bars
from digimaturity.domain.roadmap.deciding import choices
from digimaturity.domain.roadmap.gap import GapAnalysis, gap_analysis
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.build.planning.followed import decided_sections, followed_section
from digimaturity.report.build.planning.room import ROOM, WIDTH
from digimaturity.report.load_words import load_of
from digimaturity.report.measure_words import charted, impact_effort, impact_words
from digimaturity.report.model.parts import Chapter, KeyFigure, Labelled
from digimaturity.report.model.planning import Drawing, Lines, PlanChapter, PlanTable, Section
from digimaturity.report.overload_words import overloaded, reliefs
from digimaturity.report.plan_gains import Brings, brings
from digimaturity.report.plan_words import Placed, gantt_of, placed, short_quarter
from digimaturity.report.roadmap_words import title_of
from digimaturity.report.target_rows import gap_rows
from digimaturity.report.target_words import overall_words, progress_words, unknown_words
from digimaturity.report.unplanned_words import left_out, unheld
from digimaturity.report.wording import Wording

KEY = "roadmap"


def roadmap_name(w: Wording) -> str:
    """What the chapter is called."""
    return w.t("Roadmap")


def has_roadmap(w: Wording) -> bool:
    """Whether there is anything to tell."""
    return roadmap_chapter(w) is not None


def roadmap_chapter(w: Wording) -> PlanChapter | None:
    """The chapter; None where neither targets nor measures were put down."""
    roadmap = w.roadmap
    if roadmap is None:
        return None
    analysis = gap_analysis(w.evaluation, roadmap.book.targets)
    sections = tuple(_sections(w, roadmap, analysis))
    if not sections:
        return None
    gained = brings(w, roadmap)
    return PlanChapter(
        Chapter(KEY, roadmap_name(w), _headline(w, roadmap, analysis, gained)),
        _figures(w, gained),
        _intro(w, roadmap, gained),
        sections,
    )


def _sections(w: Wording, roadmap: Roadmap, analysis: GapAnalysis) -> Iterator[Section]:
    if placed(roadmap) or roadmap.posed.problem.running:
        yield _gantt(w, roadmap)
        yield _load(w, roadmap)
    yield from _overload(w, roadmap)
    yield from _unplanned(w, roadmap)
    if placed(roadmap):
        yield _measures(w, roadmap)
        yield from _impact(w, roadmap)
    yield from followed_section(w, roadmap)
    yield from decided_sections(w, roadmap)
    if analysis.counted:
        yield _targets(w, analysis)


def _headline(w: Wording, roadmap: Roadmap, analysis: GapAnalysis, gained: Brings | None) -> str:
    t, found = w.t, placed(roadmap)
    if not found or gained is None:
        count = len(analysis.counted)
        if count:
            return t.plural("A target for one area", "Targets for {n} areas", count)
        return t("What runs already, before anything is added")
    quarters = max(one.first + one.quarters for one in found.values())
    span = t.plural("in one quarter", "in {n} quarters", quarters)
    if gained.before == gained.after or w.evaluation.overall.shown is None:
        return t.plural("One measure {within}", "{n} measures {within}", len(found), within=span)
    return t.plural(
        "One measure {within} lifts the firm from {before} to {after}",
        "{n} measures {within} lift the firm from {before} to {after}",
        len(found),
        within=span,
        before=gained.before,
        after=gained.after,
    )


def _figures(w: Wording, gained: Brings | None) -> tuple[KeyFigure, ...]:
    if gained is None or w.evaluation.overall.shown is None:
        return ()
    t = w.t
    return (
        KeyFigure(t("Today"), gained.before, w.level(w.evaluation.overall.level)),
        KeyFigure(t("With the plan"), gained.after, t("by {quarter}", quarter=gained.by)),
    )


def _intro(w: Wording, roadmap: Roadmap, gained: Brings | None) -> str:
    """What the plan brings, and how good it is: said only of what is proven."""
    parts = [gained.overall, *gained.dimensions] if gained else []
    return " ".join([*parts, *_proof(w, roadmap)])


def _proof(w: Wording, roadmap: Roadmap) -> Iterator[str]:
    t, plan, problem = w.t, roadmap.plan, roadmap.posed.problem
    if plan is None:
        return
    given_up = plan.best - plan.value
    if not plan.proven:
        yield t(
            "It is the best plan that was found; another one could be worth at most {share} more.",
            share=t.percent(100 * plan.gap, 1),
        )
    elif given_up > _NOTHING * max(plan.best, 1.0):
        yield t(
            "It is worth {share} less than the best plan, so that measures stay where they were.",
            share=t.percent(100 * given_up / plan.best, 1),
        )
    else:
        yield t("Within these limits no better plan exists; the solver has proven it.")
    limited = [key for key in problem.capacity if key in roadmap.book.roles]
    if limited or roadmap.book.people:
        yield t("No measure books anybody above the limit.")
    if problem.parallel is not None:
        yield t.plural(
            "At most one thing runs at once.",
            "At most {n} things run at once.",
            problem.parallel,
        )


#: Less of the plan's worth than this nobody sees.
_NOTHING = 1e-4


def numbers_of(w: Wording, roadmap: Roadmap) -> dict[str, int]:
    """One number for a measure throughout the report: that of what is advised."""
    return {one.id: one.number for one in choices(w.evaluation, roadmap.book)}


#: Points of height that are left below title, figures and words: usually, and at least.
_WHOLE, _BEGUN = 450.0, 350.0


def _gantt(w: Wording, roadmap: Roadmap) -> Section:
    t, chart = w.t, gantt_of(w, roadmap, numbers=numbers_of(w, roadmap))
    whole = gantt.height(chart, WIDTH) <= _WHOLE
    drawings = tuple(
        Drawing(part, " ".join(f"{row.words}." for row in part.rows))
        for part in gantt.pages(chart, WIDTH, ROOM, ROOM if whole else _BEGUN)
    )
    return Section(
        t("What begins when"),
        t(
            "Days are person-days of everybody; points are what a measure alone adds to the overall"
            " score."
        )
        if w.evaluation.overall.rated
        else t("Days are person-days of everybody."),
        drawings,
    )


def _load(w: Wording, roadmap: Roadmap) -> Section:
    t, chart = w.t, load_of(w, roadmap)
    over = [row.name for row in chart.rows if row.over]
    statement = t("Nobody is above the limit")
    note = t("Load in per cent of the time there is besides daily business.")
    if over:
        statement = t("Above the limit: {names}", names=w.listed(over))
    elif not any(row.limited for row in chart.rows):  # nobody can be above what nobody said
        statement = t("Load of the people who must do it")
        note = t("Person-days in each quarter.")
    drawings = tuple(
        Drawing(part, " ".join(f"{row.words}." for row in part.rows))
        for part in load_bars.pages(chart, WIDTH, ROOM)
    )
    return Section(statement, note, drawings)


def _overload(w: Wording, roadmap: Roadmap) -> Iterator[Section]:
    found = overloaded(roadmap, w.t)
    if not found:
        return
    said = [Labelled(one.head, " ".join(one.lines)) for one in found]
    freed = [
        Labelled(w.t("Pausing {project}", project=one.name), one.words)
        for one in reliefs(roadmap, w.t)
    ]
    yield Section(
        w.t("Overload by running projects alone"),
        w.t("No measure is planned where somebody is over the limit already."),
        (Lines((*said, *freed)),),
    )


def _unplanned(w: Wording, roadmap: Roadmap) -> Iterator[Section]:
    out, elsewhere = left_out(w, roadmap), unheld(w, roadmap)
    if out:
        lines = tuple(Labelled(one.title, f"{one.reason} {one.room}".strip()) for one in out)
        yield Section(w.t("What does not fit, and why"), "", (Lines(lines),))
    if elsewhere:
        lines = tuple(Labelled(one.title, one.reason) for one in elsewhere)
        yield Section(w.t("What begins at another time than wanted"), "", (Lines(lines),))


def _measures(w: Wording, roadmap: Roadmap) -> Section:
    t, numbers = w.t, numbers_of(w, roadmap)
    rows = tuple(
        (
            t.number(numbers.get(key, one.number)),
            title_of(roadmap, key, t),
            one.task.decision.owner or t("nobody yet"),
            when_words(w, roadmap, one),
            w.days(one.task.effort.total),
            one.task.decision.kpi or w.text(one.task.measure.kpi),
        )
        for key, one in placed(roadmap).items()
    )
    unowned = sum(not one.task.decision.owner for one in placed(roadmap).values())
    note = t.plural("One measure has no owner yet.", "{n} measures have no owner yet.", unowned)
    return Section(
        t("The measures, and who answers for them"),
        note if unowned else "",
        (
            PlanTable(
                t("Measures"),
                ("", t("Measure"), t("Owner"), t("When"), t("Days"), t("Measured by")),
                (0.045, 0.275, 0.18, 0.1, 0.06, 0.34),
                (False, False, False, False, True, False),
                rows,
            ),
        ),
    )


def when_words(w: Wording, roadmap: Roadmap, one: Placed) -> str:
    """``Q2 26 – Q1 27``."""
    first = roadmap.posed.first.plus(one.first)
    ends = dict.fromkeys(short_quarter(w, each) for each in (first, first.plus(one.quarters - 1)))
    return " – ".join(ends)


def _impact(w: Wording, roadmap: Roadmap) -> Iterator[Section]:
    """What is accepted and what is open, by gain and effort."""
    t, shown = w.t, charted(w, choices(w.evaluation, roadmap.book))
    if shown:
        drawing = Drawing(impact_effort(w, shown), impact_words(w, shown))
        note = t("Numbers are those of the measures in this report; days grow by factors.")
        yield Section(t("What measures bring for their effort"), note, (drawing,))


def _targets(w: Wording, analysis: GapAnalysis) -> Section:
    rows = gap_rows(w, analysis)
    said = (progress_words(w, analysis), unknown_words(w, analysis))
    return Section(
        overall_words(w, analysis) or w.t("Targets"),
        " ".join(one for one in said if one),
        (Drawing(rows, " ".join(f"{row.words}." for row in rows.rows)),),
    )
