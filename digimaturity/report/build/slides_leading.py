"""The slide of who leads and by which strategy, or the next best that the answers say."""

from __future__ import annotations

from digimaturity.domain.questionnaire import Dimension
from digimaturity.report.build.bars import area_bar, bars_words
from digimaturity.report.build.headlines import dimension_headline, lowest_dimensions
from digimaturity.report.build.leading import leading_chapter, leads_statement
from digimaturity.report.build.slides_result import asked_source
from digimaturity.report.model.comparison import LeadingChapter, ProfilePart, StrategyPart
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.slides import Bars, Field, Part, Points, Slide, SlideBar
from digimaturity.report.readings import reading_of
from digimaturity.report.wording import Wording

_KEY = "leading"


def leading_slide(w: Wording) -> Slide:
    """Who leads and the strategy; without both the lowest dimension; without any, what is open."""
    chapter = leading_chapter(w)
    if chapter is not None and (chapter.profile or chapter.strategy):
        return _leading(w, chapter)
    lowest = lowest_dimensions(w)
    return _dimension(w, lowest[0]) if lowest else _open(w)


def _leading(w: Wording, chapter: LeadingChapter) -> Slide:
    profile, strategy = chapter.profile, chapter.strategy
    if profile and strategy and all(bar.value is None for bar in strategy.bars):
        strategy = None  # what is not known at all is no picture
    parts = [
        *([_field(profile)] if profile else []),
        *([_strategy(strategy)] if strategy else []),
    ]
    points = profile.points if profile else strategy.gaps if strategy else ()
    if len(parts) == 1 and points:
        heading = w.t("What this means") if profile else w.t("The weakest elements")
        parts.append(Points(heading, points))
    notes = [f"{point.label}: {point.text}" for point in points]
    notes += [part.words for part in (profile, strategy) if part]
    if profile and strategy:
        notes += [f"{gap.label}: {gap.text}" for gap in strategy.gaps]
    return Slide(
        _KEY,
        leads_statement(w),
        _lead(w, profile, strategy),
        asked_source(w),
        tuple(parts),
        tuple(notes),
        split=0.42 if profile else 0.55,
    )


def _lead(w: Wording, profile: ProfilePart | None, strategy: StrategyPart | None) -> str:
    t = w.t
    if profile and strategy:
        return t(
            "Left: what drives digitalisation, IT or business. Right: how complete the IT strategy "
            "is, which does not count in the score."
        )
    if profile:
        return t("What drives digitalisation, IT or business; both from 0 to 100")
    return strategy.note if strategy else ""


def _field(profile: ProfilePart) -> Part:
    return Field(profile.statement, profile.drives, profile.words)


def _strategy(strategy: StrategyPart) -> Part:
    bars = tuple(SlideBar(bar) for bar in strategy.bars)
    return Bars(strategy.statement, bars, strategy.words)


def _dimension(w: Wording, dimension: Dimension) -> Slide:
    bars = tuple(area_bar(w, area) for area in dimension.areas)
    hue, name = w.hue(dimension), w.text(dimension.name)
    reading = reading_of(dimension.readings, w.dimension_score(dimension), w.t.language)
    heading = w.t("Score by area, 0 to 100; in brackets the bounds")
    words = bars_words(w, name, bars)
    return Slide(
        _KEY,
        dimension_headline(w, dimension),
        reading or w.text(dimension.about),
        asked_source(w),
        (Bars(heading, tuple(SlideBar(bar, hue) for bar in bars), words),),
        (
            w.t("Who leads, and whether there is a strategy, is not known from these answers."),
            words,
        ),
    )


def _open(w: Wording) -> Slide:
    t = w.t
    points = (
        Labelled(
            t("Who leads"),
            t(
                "This is told from the questions on what drives digitalisation, as soon as half of "
                "them are answered."
            ),
        ),
        Labelled(
            t("IT strategy"),
            t("Its elements are shown as soon as somebody says whether there is a strategy."),
        ),
    )
    return Slide(
        _KEY,
        t("Who leads is not known yet"),
        t("Too little is answered to say"),
        asked_source(w),
        (Points("", points),),
        tuple(f"{point.label}: {point.text}" for point in points),
    )
