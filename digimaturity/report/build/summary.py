"""The result on one page."""

from __future__ import annotations

from digimaturity.domain.questionnaire import Area, Dimension
from digimaturity.report.advised import next_measures
from digimaturity.report.build.bars import (
    area_bar,
    bars_words,
    scale,
    scale_words,
    statement_of_areas,
)
from digimaturity.report.build.benchmark import has_chapter
from digimaturity.report.build.dimension import dimension_key
from digimaturity.report.build.headlines import overall_headline
from digimaturity.report.build.measures import measure_table
from digimaturity.report.build.score_figures import score_figures
from digimaturity.report.build.summary_intro import intro
from digimaturity.report.model.parts import Chapter, Finding, Findings
from digimaturity.report.model.results import DimensionBlock, Summary
from digimaturity.report.standing import compared
from digimaturity.report.wording import Wording


def summary(w: Wording) -> Summary:
    """The result on one page."""
    t = w.t
    rated = any(score.rated for score in w.evaluation.scores.areas.values())
    unrated = t("No area is rated yet.")
    first = next_measures(w)
    return Summary(
        Chapter("summary", t("The result on one page"), overall_headline(w)),
        score_figures(w, w.evaluation.overall, w.evaluation.questionnaire.rated_questions),
        intro(w),
        scale(w),
        scale_words(w),
        statement_of_areas(w),
        t("Score by area, 0 to 100; grid lines mark the levels. Thin line: bounds."),
        tuple(_block(w, dimension) for dimension in w.evaluation.questionnaire.dimensions),
        Findings(
            t("Strengths"),
            _findings(w, w.evaluation.strengths, best=True),
            t("No area has reached level 3 (40 points) yet.") if rated else unrated,
        ),
        Findings(
            t("Weaknesses"),
            _findings(w, w.evaluation.weaknesses, best=False),
            t("No other rated area is below 60 points.") if rated else unrated,
        ),
        measure_table(
            w,
            t.plural("The next measure", "The next measures", len(first))
            if first
            else t("Measures"),
            first,
        ),
        compared(w),
        "benchmark" if has_chapter(w) and w.wanted("benchmark") else "",
    )


def _block(w: Wording, dimension: Dimension) -> DimensionBlock:
    score = w.dimension_score(dimension)
    bars = tuple(area_bar(w, area) for area in dimension.areas)
    name, key = w.text(dimension.name), dimension_key(dimension)
    return DimensionBlock(
        w.hue(dimension),
        key if score.value is not None and w.wanted(key) else "",
        name,
        w.level(score.level) if score.level else "",
        w.score(score),
        bars,
        bars_words(w, name, bars),
    )


def _findings(w: Wording, areas: tuple[str, ...], *, best: bool) -> tuple[Finding, ...]:
    by_id = {area.id: area for area in w.evaluation.questionnaire.areas}
    return tuple(
        Finding(
            w.text(by_id[key].name),
            w.score(w.area_score(by_id[key])),
            *_quoted(w, by_id[key], best=best),
        )
        for key in areas
    )


def _quoted(w: Wording, area: Area, *, best: bool) -> tuple[str, str]:
    """The anchor of the area's best (or weakest) answer, and the question it answers."""
    answered = [
        (level, question)
        for question in area.questions
        if (level := w.result(question).level) is not None
    ]
    if not answered:
        return "", ""
    pick = max if best else min
    level, question = pick(answered, key=lambda pair: pair[0])
    return w.anchor(question, level), w.text(question.text)
