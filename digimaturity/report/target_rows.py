"""Areas, dimensions and the whole beside their targets, as rows of a chart."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.charts.gap_data import GapRow, GapRows
from digimaturity.domain.questionnaire import Area, Dimension
from digimaturity.domain.roadmap.gap import AreaGap, GapAnalysis
from digimaturity.domain.scoring import Score
from digimaturity.report.target_words import area_words, note_words, now_words, points_between
from digimaturity.report.wording import Wording


def gap_rows(w: Wording, analysis: GapAnalysis, *, notes: bool = True) -> GapRows:
    """All areas by dimension, with what dimensions and the whole come to.

    With `notes` reason, day and progress stand below each area that has a target.
    """
    t = w.t
    return GapRows(
        tuple(_rows(w, analysis, notes=notes)),
        heads=(t("now"), t("target"), t("missing")),
        baseline=t("when agreed"),
        target=t("target"),
    )


def _rows(w: Wording, analysis: GapAnalysis, *, notes: bool) -> Iterator[GapRow]:
    of = {one.area: one for one in analysis.areas}
    for dimension in w.evaluation.questionnaire.dimensions:
        yield dimension_row(w, analysis, dimension)
        for area in dimension.areas:
            yield area_row(w, of[area.id], area, dimension, notes=notes)
    yield overall_row(w, analysis)


def area_row(
    w: Wording, gap: AreaGap, area: Area, dimension: Dimension, *, notes: bool = True
) -> GapRow:
    """One area and its target."""
    score, target = gap.score, gap.target
    bounded = score.shown is not None and score.coverage < 1
    return GapRow(
        w.text(area.name),
        score.shown,
        now_words(w, score),
        words=area_words(w, gap, area),
        target=target.score if target else None,
        goal=w.points(target.score) if target else "",
        gap=_gap(w, gap),
        baseline=target.baseline if target else None,
        low=score.low if bounded else None,
        high=score.high if bounded else None,
        note=note_words(w, gap) if notes else "",
        hue=_hue(w, dimension),
    )


def dimension_row(w: Wording, analysis: GapAnalysis, dimension: Dimension) -> GapRow:
    """A dimension, and where it comes to by the targets of its areas."""
    now, after = w.dimension_score(dimension), analysis.after.dimensions[dimension.id]
    return _combined(w, w.text(dimension.name), now, after, _hue(w, dimension))


def overall_row(w: Wording, analysis: GapAnalysis) -> GapRow:
    """The whole, and where it comes to by all targets."""
    return _combined(w, w.t("Overall score"), w.evaluation.overall, analysis.after.overall, None)


def _combined(
    w: Wording, name: str, now: Score, after: Score, hue: tuple[str, int] | None
) -> GapRow:
    moves = after.shown is not None and now.shown is not None and after.shown > now.shown
    words = f"{name}: {now_words(w, now)}"
    if moves and after.shown is not None:
        goal = w.points(after.shown)
        words = w.t(
            "{name}: {now}, with its targets {goal}", name=name, now=now_words(w, now), goal=goal
        )
    return GapRow(
        name,
        now.shown,
        now_words(w, now),
        words,
        target=after.shown if moves else None,
        goal=w.points(after.shown) if moves and after.shown is not None else "",
        gap=points_between(w, now.shown, after.shown) if moves else "",
        strong=True,
        hue=hue,
    )


def _hue(w: Wording, dimension: Dimension) -> tuple[str, int]:
    return dimension.id, w.evaluation.questionnaire.dimensions.index(dimension)


def _gap(w: Wording, gap: AreaGap) -> str:
    if gap.target is None or gap.gap is None:
        return ""
    missing = points_between(w, gap.score.shown, gap.target.score)
    if not gap.gap:
        return w.t("reached")
    return w.t("< 1") if missing == "0" else missing
