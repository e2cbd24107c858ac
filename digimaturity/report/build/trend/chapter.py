"""The chapter of the years: what really changed, and what was done in between."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.domain.comparison import Moved
from digimaturity.domain.scoring import shown_points
from digimaturity.report.build.trend.answers import moved_sections
from digimaturity.report.build.trend.meanwhile import meanwhile_sections
from digimaturity.report.build.trend.since import unbroken
from digimaturity.report.model.parts import Chapter, KeyFigure, Labelled
from digimaturity.report.model.planning import Lines, PlanChapter, PlanTable, Section
from digimaturity.report.model.viewpoints import Grid
from digimaturity.report.trend_figures import (
    dimensions_drawing,
    overall_drawing,
)
from digimaturity.report.trend_index import index_drawing, index_notes
from digimaturity.report.trend_split import split_of
from digimaturity.report.trend_tables import steps_grid, years_grid
from digimaturity.report.trend_words import (
    History,
    explanation,
    history_of,
    signed,
    statement,
)
from digimaturity.report.wording import Wording

KEY = "trend"

#: So many sentences have room beside the large figures; the others stand above the first chart.
_BESIDE = 3


def trend_name(w: Wording) -> str:
    """What the chapter is called."""
    return w.t("Trend")


def has_trend(w: Wording) -> bool:
    """Whether there is an earlier assessment."""
    return len(w.context.years) > 1


def trend_chapter(w: Wording) -> PlanChapter | None:
    """The chapter; None where this is the first assessment."""
    history = history_of(w)
    if history is None:
        return None
    said = explanation(w, history)
    return PlanChapter(
        Chapter(KEY, trend_name(w), headline(w, history)),
        tuple(_figures(w, history)),
        " ".join(said[:_BESIDE]),
        tuple(_sections(w, history, " ".join(said[_BESIDE:]))),
    )


def headline(w: Wording, history: History) -> str:
    """The statement; its figures stay on one line."""
    return unbroken(statement(w, history))


def _figures(w: Wording, history: History) -> Iterator[KeyFigure]:
    """What really changed since the first assessment and since the one before."""
    first, last = (
        scores.overall.shown for scores in (history.trend.alike[0], history.trend.alike[-1])
    )
    if len(history.years) > 2 and first is not None and last is not None:  # noqa: PLR2004 - else both are the same
        points = shown_points(last) - shown_points(first)
        yield _figure(w, history.names[0], points)
    found = history.steps[-1].overall.points
    if found is not None:
        yield _figure(w, history.names[-2], found.really)


def _figure(w: Wording, since: str, points: int) -> KeyFigure:
    t = w.t
    return KeyFigure(t("Points since {year}", year=since), signed(t, points), t("like for like"))


def _sections(w: Wording, history: History, note: str) -> Iterator[Section]:
    t = w.t
    yield Section(
        t("The overall score over the years"),
        unbroken(note),
        (overall_drawing(w, history), _plain(years_grid(w, history))),
    )
    yield Section(_dimensions(w, history), "", (dimensions_drawing(w, history),))
    if drawing := index_drawing(w):
        notes = " ".join(index_notes(w))
        yield Section(t("The Digital Intensity Index beside official figures"), notes, (drawing,))
    yield _split(w, history)
    yield from moved_sections(w, history)
    yield from meanwhile_sections(w, history)


def _plain(grid: Grid) -> PlanTable:
    """A grid as a table whose first column names the row."""
    rest = len(grid.heads) - 1
    return PlanTable(
        grid.title,
        grid.heads,
        (0.3, *(0.7 / rest for _ in range(rest))),
        (False, *(True for _ in range(rest))),
        grid.rows,
    )


def _split(w: Wording, history: History) -> Section:
    """What of the change is real; with more than two assessments for each step."""
    t, grid = w.t, steps_grid(w, history)
    found = split_of(t, history.steps[-1])
    parts = (found.really, found.questionnaire, found.unchecked)
    said = (Labelled(one.title, one.text) for one in parts)
    lines = Lines(tuple(said), together=True)
    title = t(
        "What really changed from {before} to {after}",
        before=history.names[-2],
        after=history.names[-1],
    )
    return Section(title, grid.note, (_plain(grid), lines))


def _dimensions(w: Wording, history: History) -> str:
    """Which dimension moved most since the assessment before, as far as it can be compared."""
    t, since = w.t, history.names[-2]
    moved = [(found.really, one) for one in history.steps[-1].dimensions if (found := one.points)]
    if not moved:
        return t("The dimensions over the years")
    best, worst = max(points for points, _ in moved), min(points for points, _ in moved)
    if best > 0:
        names = _named(w, [one for points, one in moved if points == best])
        return t.plural(
            "{names} rose most since {year}, by one point",
            "{names} rose most since {year}, by {n} points",
            best,
            names=names,
            year=since,
        )
    if worst < 0:
        names = _named(w, [one for points, one in moved if points == worst])
        return t.plural(
            "{names} fell most since {year}, by one point",
            "{names} fell most since {year}, by {n} points",
            -worst,
            names=names,
            year=since,
        )
    return t("No dimension has moved since {year}", year=since)


def _named(w: Wording, moved: list[Moved]) -> str:
    names = {one.id: w.text(one.name) for one in w.evaluation.questionnaire.dimensions}
    return w.listed([names[one.key] for one in moved])
