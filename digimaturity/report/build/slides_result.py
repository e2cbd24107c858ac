"""The slides of the result: the whole, all areas, and what is strong and what holds back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digimaturity.charts.data import Bar
from digimaturity.domain.questionnaire import Area, Question
from digimaturity.domain.scoring import shown_points
from digimaturity.report.build.bars import area_bar, bars_words, score_bar
from digimaturity.report.build.headlines import inline, level_with, rated_areas, rated_dimensions
from digimaturity.report.build.summary import summary
from digimaturity.report.carried_words import carried_words
from digimaturity.report.extent import asked_words
from digimaturity.report.model.parts import Findings, Labelled
from digimaturity.report.model.results import Summary
from digimaturity.report.model.slides import (
    Bars,
    Cell,
    Column,
    Figures,
    Part,
    Points,
    Slide,
    SlideBar,
    Table,
)
from digimaturity.report.unrated import rule_of_rating
from digimaturity.report.wording import Wording

#: Level that a firm should reach everywhere; the same that a strength has.
_REACHED = 3
#: More bars than these stand in two pictures beside each other.
_ONE_BELOW_THE_OTHER = 24
#: More names than these make no statement.
_NAMED = 3


def asked_source(w: Wording) -> str:
    """Where the firm's own figures come from."""
    questionnaire = w.evaluation.questionnaire
    source = w.t(
        "Source: the firm’s own answers of {day}, questionnaire {name}, version {version}, "
        "{asked}.",
        day=w.t.date(w.context.day),
        name=w.text(questionnaire.name),
        version=questionnaire.version,
        asked=asked_words(w),
    )
    return " ".join(filter(None, (source, carried_words(w))))


def result_slide(w: Wording) -> Slide:
    """Level and score with their bounds, and the dimensions."""
    page = summary(w)
    return Slide(
        "result",
        page.chapter.headline,
        _dimensions_lead(w, page),
        asked_source(w),
        (Figures(page.figures), _dimensions(w)),
        (page.intro, page.scale_words, *(block.words for block in page.dimensions)),
        split=0.26,
    )


def _dimensions_lead(w: Wording, page: Summary) -> str:
    """How far the dimensions lie apart, or as long as there is nothing to compare, what is open."""
    if len(rated_dimensions(w)) > 1:
        return page.areas_title
    return rule_of_rating(w.evaluation, w.t) or page.intro


def _dimensions(w: Wording) -> Bars:
    t, dimensions = w.t, w.evaluation.questionnaire.dimensions
    if any(score.rated for score in w.evaluation.scores.dimensions.values()):
        heading = t("Score by dimension, 0 to 100; in brackets the bounds")
        bars = [score_bar(w, w.text(one.name), w.dimension_score(one)) for one in dimensions]
    else:
        heading = t("Questions answered, in per cent")
        bars = [
            _answered(w, w.text(one.name), [q for area in one.areas for q in area.questions])
            for one in dimensions
        ]
    coloured = tuple(
        SlideBar(_with_level(bar), w.hue(one)) for bar, one in zip(bars, dimensions, strict=True)
    )
    return Bars(heading, coloured, bars_words(w, heading, bars))


def _with_level(bar: Bar) -> Bar:
    return replace(bar, name=f"{bar.name} · {bar.level}") if bar.level else bar


def _answered(w: Wording, name: str, questions: Sequence[Question]) -> Bar:
    """How much of what applies is answered, in place of a score that is not there yet."""
    applying = [result for q in questions if (result := w.result(q)).applicable]
    known = sum(result.score is not None for result in applying)
    share = 100 * known / len(applying) if applying else 0.0
    return Bar(name, share, w.t("{n} of {all}", n=known, all=len(applying)))


def areas_slide(w: Wording) -> Slide:
    """All areas, the lowest first."""
    t, dimensions = w.t, w.evaluation.questionnaire.dimensions
    rated = any(score.rated for score in w.evaluation.scores.areas.values())
    bars = [
        SlideBar(
            area_bar(w, area) if rated else _answered(w, w.text(area.name), area.questions),
            w.hue(dimension),
        )
        for dimension in dimensions
        for area in dimension.areas
    ]
    bars.sort(key=lambda one: (one.bar.value is None, one.bar.value or 0.0))
    heading = (
        t("Score by area, 0 to 100; in brackets the bounds")
        if rated
        else t("Questions answered in each area, in per cent")
    )
    keys = tuple((w.text(one.name), w.hue(one)) for one in dimensions)
    half = len(bars) if len(bars) <= _ONE_BELOW_THE_OTHER else (len(bars) + 1) // 2
    return Slide(
        "areas",
        _areas_statement(w),
        heading,
        asked_source(w),
        tuple(
            Bars("", tuple(some), bars_words(w, heading, [one.bar for one in some]), keys)
            for some in (bars[:half], bars[half:])
            if some
        ),
        tuple(
            bars_words(w, w.text(one.name), [area_bar(w, area) for area in one.areas])
            for one in dimensions
        ),
    )


def _rated(w: Wording) -> list[tuple[float, Area]]:
    """All rated areas, best first."""
    pairs = [pair for one in w.evaluation.questionnaire.dimensions for pair in rated_areas(w, one)]
    return sorted(pairs, key=lambda pair: -pair[0])


def _areas_statement(w: Wording) -> str:
    t, rated = w.t, _rated(w)
    if not rated:
        return t("No area is rated yet")
    below = sum((w.area_score(area).level or 0) < _REACHED for _, area in rated)
    if below == 0:
        reached = t.plural(
            "The only rated area has reached level {level}",
            "All {n} rated areas have reached level {level}",
            len(rated),
            level=_REACHED,
        )
    elif below == len(rated):
        reached = t("No area has reached level {level} yet", level=_REACHED)
    else:
        reached = t.plural(
            "One of {all} rated areas has not reached level {level}",
            "{n} of {all} rated areas have not reached level {level}",
            below,
            all=len(rated),
            level=_REACHED,
        )
    lowest = level_with(w, rated, -1)
    if len(rated) == 1 or len(lowest) > _NAMED:
        return reached
    return t("{reached}; lowest: {names}", reached=reached, names=w.listed(lowest))


def findings_slide(w: Wording) -> Slide:
    """Strengths, and what holds back, in the words of the answers."""
    t, page = w.t, summary(w)
    strong, weak = page.strengths, page.weaknesses
    parts: tuple[Part, ...]
    if strong.items or weak.items:
        parts = (_findings(w, strong, t("Strengths")), _findings(w, weak, t("What holds back")))
    else:
        parts = (Points("", _not_yet(w, strong, weak)),)
    return Slide(
        "findings",
        _findings_statement(w),
        t("In the words of the answers; the figure is the score of the area, 0 to 100"),
        asked_source(w),
        parts,
        tuple(_told(w, item) for group in (strong, weak) for item in _spoken(group)),
    )


def _not_yet(w: Wording, strong: Findings, weak: Findings) -> tuple[Labelled, ...]:
    """What would stand here, where no area is named for anything."""
    t = w.t
    return (
        *(Labelled("", words) for words in dict.fromkeys((strong.empty, weak.empty))),
        Labelled(
            t("Strengths"),
            t("Up to three rated areas with the most points, from level 3 (40 points) on."),
        ),
        Labelled(
            t("What holds back"),
            t("Up to three rated areas with the fewest points, below level 4 (60 points)."),
        ),
    )


def _findings(w: Wording, findings: Findings, head: str) -> Part:
    if not findings.items:
        return Points(head, (Labelled("", findings.empty),))
    rows = tuple(
        (Cell(item.title, item.words, strong=True), Cell(item.figure, strong=True))
        for item in findings.items
    )
    columns = (Column(head, 0.86, strong=True), Column(w.t("Score"), 0.14, number=True))
    return Table(columns, rows, head)


def _spoken(findings: Findings) -> list[tuple[str, str, str, str]]:
    items = [(one.title, one.figure, one.question, one.words) for one in findings.items]
    return items or [(findings.title, findings.empty, "", "")]


def _told(w: Wording, item: tuple[str, str, str, str]) -> str:
    title, figure, question, words = item
    if not question:
        return w.t("{title}: {figure}", title=title, figure=figure)
    return w.t(
        "{title}, {figure}. “{question}” was answered “{answer}”.",
        title=title,
        figure=figure,
        question=question,
        answer=words.rstrip("."),
    )


def _findings_statement(w: Wording) -> str:
    t, rated = w.t, _rated(w)
    best, worst = _first(w, w.evaluation.strengths), _first(w, w.evaluation.weaknesses)
    if best and worst:
        return t("Strong in {best}; held back by {worst}", best=best, worst=worst)
    if best:
        return t("Strong in {best}, and weak in none of the rated areas", best=best)
    if worst:
        return t("Held back most by {worst}, with no strength yet", worst=worst)
    if rated:
        return t("No area stands out, neither up nor down")
    return t("What is strong and what holds back is not known yet")


def _first(w: Wording, areas: tuple[str, ...]) -> str:
    """The first of the named areas, with those named that show as many points."""
    scores = w.evaluation.scores.areas
    shown = [(shown_points(scores[key].shown or 0.0), key) for key in areas]
    names = {area.id: inline(w, w.text(area.name)) for area in w.evaluation.questionnaire.areas}
    return w.listed([names[key] for points, key in shown if points == shown[0][0]])
