"""The slide of the years: what changed, what of it is real, and what was done meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.domain.comparison import QuestionMoved
from digimaturity.domain.scoring import shown_points
from digimaturity.report.build.slides_result import asked_source
from digimaturity.report.build.trend.chapter import headline
from digimaturity.report.deed_words import counts_words, period_rate_words
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.slides import Cell, Column, Points, Slide, Table
from digimaturity.report.trend_split import split_of
from digimaturity.report.trend_words import History, explanation, history_of, signed
from digimaturity.report.wording import Wording

#: So many questions have room.
_ROSE, _FELL = 4, 2


def trend_slide(w: Wording) -> Slide | None:
    """The slide; None where this is the first assessment."""
    history = history_of(w)
    if history is None:
        return None
    before, after = history.names[-2:]
    title = w.t("What really changed from {before} to {after}", before=before, after=after)
    points = Points(title, tuple(_points(w, history)))
    moved = _table(w, history)
    said = explanation(w, history)
    return Slide(
        "trend",
        headline(w, history),
        said[0],
        asked_source(w),
        (moved, points) if moved else (points,),
        said,
        split=0.58,
    )


def _points(w: Wording, history: History) -> Iterator[Labelled]:
    t, split = w.t, split_of(w.t, history.steps[-1])
    for part in (split.really, split.questionnaire, split.unchecked):
        yield Labelled(part.title, part.text)
    period = w.context.periods[-1] if w.context.periods else None
    if period is not None and period.deeds:
        done = f"{counts_words(t, period)}. {period_rate_words(t, period)}"
        yield Labelled(t("What was done in the same period"), done)


def _table(w: Wording, history: History) -> Table | None:
    """What rose and fell most since the assessment before; None where nothing did."""
    t, changed = w.t, history.steps[-1].changed
    rose = [one for one in changed if (one.rise or 0.0) > 0][:_ROSE]
    fell = [one for one in reversed(changed) if (one.rise or 0.0) < 0][:_FELL]
    if not rose and not fell:
        return None
    columns = (
        Column(t("What moved most"), 0.72, strong=True),
        Column(f"{history.names[-2]} → {history.names[-1]}", 0.16, number=True),
        Column(t("Points"), 0.12, number=True),
    )
    words = t("The questions that rose and fell most since the assessment before.")
    return Table(columns, tuple(_row(w, one) for one in (*rose, *fell)), words)


def _row(w: Wording, one: QuestionMoved) -> tuple[Cell, Cell, Cell]:
    asked = w.evaluation.questionnaire
    area = asked.area_of[one.question]
    before, after = shown_points(one.before or 0.0), shown_points(one.after or 0.0)
    hue = w.hue(asked.dimension_of[area.id])
    return (
        Cell(w.text(asked.by_id[one.question].text), w.text(area.name), hue=hue),
        Cell(f"{before} → {after}"),
        Cell(signed(w.t, after - before), strong=True),
    )
