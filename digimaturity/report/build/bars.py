"""Scores as bars for the charts, and the same in words for those who cannot see them."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.charts.data import Bar, BarGroup, Scale, ScaleStep, Spoke
from digimaturity.domain.questionnaire import Area
from digimaturity.domain.scoring import LEVEL_WIDTH, Score, shown_points
from digimaturity.report.build.headlines import (
    highest_dimensions,
    lowest_dimensions,
    rated_dimensions,
)
from digimaturity.report.unrated import unrated_dimensions
from digimaturity.report.wording import Wording


def area_bar(w: Wording, area: Area) -> Bar:
    """One area as a bar; an area to which nothing applies says so."""
    return score_bar(w, w.text(area.name), w.area_score(area))


def score_bar(w: Wording, name: str, score: Score) -> Bar:
    """A score under its name as a bar; one to which nothing applies says so."""
    if not score.applicable:
        return Bar(name, None, w.t("does not apply"))
    bounded = w.bounded(score) and score.shown is not None
    return Bar(
        name,
        score.shown,
        w.score(score),
        score.low if bounded else None,
        score.high if bounded else None,
        w.level(score.level) if score.level else "",
        f"{w.points(score.low)}–{w.points(score.high)}" if w.bounded(score) else "",
    )


def bar_groups(w: Wording) -> tuple[BarGroup, ...]:
    """All dimensions with their areas."""
    return tuple(
        BarGroup(
            dimension.id,
            place,
            w.text(dimension.name),
            w.score(w.dimension_score(dimension)),
            tuple(area_bar(w, area) for area in dimension.areas),
        )
        for place, dimension in enumerate(w.evaluation.questionnaire.dimensions)
    )


def spokes(w: Wording) -> tuple[Spoke, ...]:
    """All areas for the radar."""
    return tuple(
        Spoke(w.text(area.name), w.area_score(area).shown, dimension.id, place)
        for place, dimension in enumerate(w.evaluation.questionnaire.dimensions)
        for area in dimension.areas
    )


def scale(w: Wording) -> Scale:
    """The overall score on the scale of the levels."""
    score = w.evaluation.overall
    bounded = w.bounded(score) and score.shown is not None
    low, high = w.points(score.low), w.points(score.high)
    return Scale(
        tuple(
            ScaleStep(w.level(level), level_range(w, level))
            for level in range(1, len(w.evaluation.questionnaire.level_names) + 1)
        ),
        score.level,
        score.shown,
        w.score(score),
        score.low if bounded else None,
        score.high if bounded else None,
        w.t("bounds {low} to {high}", low=low, high=high) if bounded else "",
    )


def level_range(w: Wording, level: int) -> str:
    """The scores of a level."""
    low, high = (level - 1) * LEVEL_WIDTH, level * LEVEL_WIDTH
    if level == len(w.evaluation.questionnaire.level_names):
        return w.t("{low} to {high}", low=low, high=high)
    return w.t("{low} to below {high}", low=low, high=high)


def scale_words(w: Wording) -> str:
    """The scale for a screen reader."""
    t, score = w.t, w.evaluation.overall
    if score.shown is None:
        return t("Scale of the five maturity levels, 0 to 100. The score is not rated.")
    values = {"score": w.points(score.shown), "level": w.level(score.level)}
    if w.bounded(score):
        return t(
            "Scale of the five maturity levels, 0 to 100. The score is {score}, between {low} "
            "and {high}; the level is {level}.",
            low=w.points(score.low),
            high=w.points(score.high),
            **values,
        )
    return t(
        "Scale of the five maturity levels, 0 to 100. The score is {score}; the level is {level}.",
        **values,
    )


def bars_words(w: Wording, name: str, bars: Sequence[Bar]) -> str:
    """A bar chart for a screen reader: every bar with its figure."""
    spoken = "; ".join(_spoken(w, bar) for bar in bars)
    return w.t("Bar chart of scores from 0 to 100. {name}: {bars}.", name=name, bars=spoken)


def _spoken(w: Wording, bar: Bar) -> str:
    change = w.t("change {change}", change=bar.change) if bar.change else ""
    beside = ", ".join(words for words in (bar.bounds, change) if words)
    return f"{bar.name} {bar.label}" + (f" ({beside})" if beside else "")


def groups_words(w: Wording, groups: Sequence[BarGroup]) -> str:
    """The cover's chart for a screen reader."""
    spoken = ". ".join(
        f"{group.name} {group.label}: " + ", ".join(f"{bar.name} {bar.label}" for bar in group.bars)
        for group in groups
    )
    return w.t("Bar chart of all areas, scores from 0 to 100. {groups}.", groups=spoken)


def statement_of_areas(w: Wording) -> str:
    """The sentence above the four blocks of areas: how far the dimensions lie apart."""
    t = w.t
    scores = rated_dimensions(w)
    if len(scores) < 2:  # noqa: PLR2004 - nothing to compare
        return t("The areas one by one")
    best, worst = highest_dimensions(w), lowest_dimensions(w)
    unrated = w.listed([w.text(one.name) for one in unrated_dimensions(w.evaluation)])
    if best == worst:
        if unrated:
            return t("The rated dimensions stand level; not rated: {names}", names=unrated)
        return t("All dimensions stand at the same height")
    points = [shown_points(score) for score, _ in scores]
    high, low = (w.listed([w.text(one.name) for one in group]) for group in (best, worst))
    gap = max(points) - min(points)
    if unrated:
        return t.plural(
            "Highest: {best}; one point lower: {worst}; not rated: {names}",
            "Highest: {best}; {n} points lower: {worst}; not rated: {names}",
            gap,
            best=high,
            worst=low,
            names=unrated,
        )
    if len(best) > 1 or len(worst) > 1:
        return t.plural(
            "Highest: {best}; one point lower: {worst}",
            "Highest: {best}; {n} points lower: {worst}",
            gap,
            best=high,
            worst=low,
        )
    return t.plural(
        "{best} stands highest; {worst} is one point lower",
        "{best} stands highest; {worst} is {n} points lower",
        gap,
        best=high,
        worst=low,
    )
