"""A dimension's chapter: its areas, what is strong, what holds back, what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from digimaturity.charts.data import Bar
from digimaturity.domain.questionnaire import Dimension, Question
from digimaturity.domain.responses import State
from digimaturity.domain.scoring import shown_points
from digimaturity.report.advised import undone
from digimaturity.report.build.areas import area_readings
from digimaturity.report.build.bars import area_bar, bars_words
from digimaturity.report.build.headlines import dimension_headline, level_with, rated_areas
from digimaturity.report.build.measures import (
    dimension_of,
    gained,
    measure_key,
    reasons,
    written_out,
)
from digimaturity.report.build.score_figures import score_figures
from digimaturity.report.build.trend.since import marks_note, with_marks
from digimaturity.report.carried_words import carried_in, carried_words
from digimaturity.report.model.parts import Chapter, Finding, Findings, Labelled
from digimaturity.report.model.results import DimensionChapter, MeasureRef
from digimaturity.report.readings import reading_of
from digimaturity.report.wording import Wording

_NAMED = 3
#: A level from here on is named as strong; below the other one as holding back.
_STRONG = 3.0
_WEAK = 3.0
_MEASURES = 4
_UNKNOWN = 4


def dimension_key(dimension: Dimension) -> str:
    """The key of its chapter."""
    return f"dimension-{dimension.id}"


def dimension_chapter(w: Wording, dimension: Dimension) -> DimensionChapter:
    """The chapter of one dimension."""
    t, name = w.t, w.text(dimension.name)
    bars = with_marks(w, dimension, [area_bar(w, area) for area in dimension.areas])
    questions = [question for area in dimension.areas for question in area.questions]
    levels = len(w.evaluation.questionnaire.level_names)
    measures = _measures(w, dimension)
    return DimensionChapter(
        Chapter(dimension_key(dimension), name, dimension_headline(w, dimension)),
        w.hue(dimension),
        score_figures(w, w.dimension_score(dimension), questions),
        _intro(w, dimension),
        _statement(w, dimension),
        (
            *(t("Level {n}", n=level) for level in range(1, levels + 1)),
            t("Score"),
            t("Bounds"),
        ),
        bars,
        bars_words(w, name, bars),
        _note(w, bars),
        Findings(
            t("What is strong"),
            _findings(w, questions, strong=True),
            t("No answer has reached level 3 yet."),
        ),
        Findings(
            t("What holds back"),
            _findings(w, questions, strong=False),
            t("No answer is below level 3."),
        ),
        _unknown(w, dimension, questions),
        t("Measures that work here"),
        measures,
        t("{name}, area by area", name=name),
        area_readings(w, dimension),
        marks_note(w, bars),
    )


def _intro(w: Wording, dimension: Dimension) -> str:
    t = w.t
    reading = reading_of(dimension.readings, w.dimension_score(dimension), t.language)
    sentences = [reading or w.text(dimension.about)]
    areas = rated_areas(w, dimension)
    if len(areas) > 1 and shown_points(areas[0][0]) == shown_points(areas[-1][0]):
        sentences.append(
            t("All rated areas stand level, at {points} points.", points=w.points(areas[0][0]))
        )
    elif len(areas) > 1:
        best, worst = level_with(w, areas, 0), level_with(w, areas, -1)
        sentences += [
            t.plural(
                "The highest area is {names} with {points} points.",
                "The highest areas are {names} with {points} points each.",
                len(best),
                names=w.listed(best),
                points=w.points(areas[0][0]),
            ),
            t.plural(
                "The lowest is {names} with {points}.",
                "The lowest are {names} with {points} each.",
                len(worst),
                names=w.listed(worst),
                points=w.points(areas[-1][0]),
            ),
        ]
    whole = w.evaluation.overall
    own = w.dimension_score(dimension)
    if border := w.just_below(own):
        sentences.append(border)
    if whole.shown is not None and own.shown is not None:
        sentences.append(_against_whole(w, shown_points(own.shown) - shown_points(whole.shown)))
    return " ".join(sentence for sentence in sentences if sentence)


def _against_whole(w: Wording, distance: int) -> str:
    t = w.t
    if not distance:
        return t("The dimension is level with the firm as a whole.")
    points = t.plural("one point", "{n} points", abs(distance))
    if distance > 0:
        return t("The dimension is {points} above the firm as a whole.", points=points)
    return t("The dimension is {points} below the firm as a whole.", points=points)


def _statement(w: Wording, dimension: Dimension) -> str:
    t = w.t
    areas = rated_areas(w, dimension)
    if not areas:
        return t("No area is rated yet")
    established = sum(score >= 40 for score, _ in areas)  # noqa: PLR2004 - level 3 begins there
    if established == len(areas):
        return t("Every rated area has reached level 3 or more")
    if not established:
        return t("No area has reached level 3")
    return t.plural(
        "One of {all} areas has reached level 3 or more",
        "{n} of {all} areas have reached level 3 or more",
        established,
        all=len(areas),
    )


def _note(w: Wording, bars: Sequence[Bar]) -> Labelled | None:
    if not any(bar.bounds for bar in bars):
        return None
    return Labelled(
        w.t("Bounds"),
        w.t(
            "The thin line under a bar spans the scores that are possible once every open question "
            "is answered: all at the lowest level, or all at the highest."
        ),
    )


def _findings(w: Wording, questions: Sequence[Question], *, strong: bool) -> tuple[Finding, ...]:
    answered = [
        (level, place, question)
        for place, question in enumerate(questions)
        if (level := w.result(question).level) is not None
        and (level >= _STRONG if strong else level < _WEAK)
    ]
    answered.sort(key=lambda entry: (-entry[0] if strong else entry[0], entry[1]))
    return tuple(
        Finding(w.text(question.text), w.answered_level(level), w.anchor(question, level))
        for level, _, question in answered[:_NAMED]
    )


def _unknown(w: Wording, dimension: Dimension, questions: Sequence[Question]) -> Labelled | None:
    t = w.t
    unknown = w.unknown(questions, State.DONT_KNOW)
    missing = w.unknown(questions, State.UNANSWERED)
    carried = _carried(w, questions)
    if not unknown and not missing:
        return Labelled(t("Not confirmed"), carried) if carried else None
    sentences = []
    if unknown:
        sentences.append(
            t.plural(
                "One question was answered “don’t know”:",
                "{n} questions were answered “don’t know”:",
                len(unknown),
            )
            + " "
            + _named(w, unknown)
        )
    if missing:
        sentences.append(
            t.plural(
                "One question is not answered:", "{n} questions are not answered:", len(missing)
            )
            + " "
            + _named(w, missing)
        )
    score = w.dimension_score(dimension)
    sentences.append(
        t(
            "Fully answered, the score would lie between {low} and {high}.",
            low=w.points(floor(score.low)),
            high=w.points(score.high),
        )
    )
    if carried:
        sentences.append(carried)
    return Labelled(t("Not known"), " ".join(sentences))


def _carried(w: Wording, questions: Sequence[Question]) -> str:
    """How many answers are an earlier year's, and to which questions."""
    carried, words = carried_in(w, questions), carried_words(w, questions)
    if not carried or len(carried) == len(questions):
        return words
    return f"{words} {_named(w, carried)}"


def _named(w: Wording, questions: Sequence[Question]) -> str:
    named = " ".join(w.text(question.text) for question in questions[:_UNKNOWN])
    more = len(questions) - _UNKNOWN
    if more > 0:
        named += " " + w.t.plural("And one more.", "And {n} more.", more)
    return named


def _measures(w: Wording, dimension: Dimension) -> tuple[MeasureRef, ...]:
    told = {number for number, _ in written_out(w)} if w.wanted("measures") else set()
    found = []
    for number, candidate in undone(w):
        if dimension_of(w, candidate) is not dimension:
            continue
        parts = (w.person_days(candidate.effort.total), gained(w, candidate))
        detail = " · ".join(part for part in parts if part)
        found.append(
            MeasureRef(
                str(number),
                measure_key(number) if number in told else "",
                w.text(candidate.measure.title),
                detail,
                " ".join(reasons(w, candidate, 1)),
            )
        )
    return tuple(found[:_MEASURES])
