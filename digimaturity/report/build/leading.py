"""Who sees, leads and decides what: viewpoints, leadership profile, decisions, IT strategy."""

from __future__ import annotations

from digimaturity.charts.data import Drives
from digimaturity.domain.profiles import LeadershipProfile
from digimaturity.domain.questionnaire import Leadership
from digimaturity.report.build.decision_map import decision_part
from digimaturity.report.build.headlines import leading_headline
from digimaturity.report.build.strategy import strategy_part
from digimaturity.report.build.viewpoints import viewpoints_part
from digimaturity.report.model.comparison import LeadingChapter, ProfilePart
from digimaturity.report.model.parts import Chapter, Labelled
from digimaturity.report.model.viewpoints import DecisionPart, ViewpointsPart
from digimaturity.report.unrated import unrated_dimensions
from digimaturity.report.wording import Wording

#: The quadrants from the upper left to the lower right.
_FIELD = (
    Leadership.IT_LED,
    Leadership.DUAL_DRIVE,
    Leadership.NOBODY_LEADS,
    Leadership.BUSINESS_LED,
)

#: The dimension without which it is not known well who leads.
_DIMENSION = "leadership"


def leading_chapter(w: Wording) -> LeadingChapter | None:
    """The chapter; None when there are data for none of its parts."""
    profile, strategy = _profile(w), strategy_part(w)
    viewpoints, decisions = viewpoints_part(w), decision_part(w)
    if not (profile or strategy or viewpoints or decisions):
        return None
    return LeadingChapter(
        Chapter("leading", leading_name(w), _headline(w, viewpoints, decisions)),
        profile,
        strategy,
        viewpoints,
        decisions,
    )


def has_leading(w: Wording) -> bool:
    """Whether there are data for the chapter."""
    known = w.evaluation
    if w.views or known.leadership or known.strategy:
        return True
    return decision_part(w) is not None


def leading_name(w: Wording) -> str:
    """What the chapter is called, by what there are data for."""
    t = w.t
    if w.views is not None:
        return t("Viewpoints and leadership profile")
    if w.evaluation.strategy is not None:
        return t("Who leads, and by which strategy")
    return t("Who leads")


def _headline(w: Wording, viewpoints: ViewpointsPart | None, decisions: DecisionPart | None) -> str:
    if viewpoints:
        return viewpoints.statement
    if decisions and w.evaluation.leadership is None and w.evaluation.strategy is None:
        return decisions.statement
    return leads_statement(w)


def leads_statement(w: Wording) -> str:
    """Who leads, or whether there is a strategy: the headline where viewpoints are not told."""
    return leading_headline(w, certain=not _basis(w))


def _profile_name(w: Wording, profile: Leadership) -> str:
    """The name of a profile."""
    t = w.t
    return {
        Leadership.DUAL_DRIVE: t("Dual drive"),
        Leadership.IT_LED: t("IT-led"),
        Leadership.BUSINESS_LED: t("Business-led"),
        Leadership.NOBODY_LEADS: t("Nobody leads"),
    }[profile]


def _profile(w: Wording) -> ProfilePart | None:
    profile, t = w.evaluation.leadership, w.t
    if profile is None:
        return None
    name = _profile_name(w, profile.profile)
    drives = Drives(
        profile.it,
        profile.business,
        t("Drive from IT"),
        t("Drive from business"),
        (
            _profile_name(w, _FIELD[0]),
            _profile_name(w, _FIELD[1]),
            _profile_name(w, _FIELD[2]),
            _profile_name(w, _FIELD[3]),
        ),
        _FIELD.index(profile.profile),
        f"{w.points(profile.it)} / {w.points(profile.business)}",
    )
    words = t(
        "Field of two drives, 0 to 100 each. Drive from IT {it}, drive from business {business}: "
        "{name}.",
        it=w.points(profile.it),
        business=w.points(profile.business),
        name=name,
    )
    return ProfilePart(_profile_statement(w, profile), drives, words, _points(w, profile))


def _profile_statement(w: Wording, profile: LeadershipProfile) -> str:
    t, name = w.t, _profile_name(w, profile.profile)
    so_far = bool(_basis(w))
    if not profile.borders_on:
        if so_far:
            return t("Leadership profile by the answers so far: {name}", name=name)
        return t("Leadership profile: {name}", name=name)
    others = w.listed([_profile_name(w, other) for other in profile.borders_on])
    if so_far:
        return t(
            "Leadership profile by the answers so far: {name}, on the border to {others}",
            name=name,
            others=others,
        )
    return t("Leadership profile: {name}, on the border to {others}", name=name, others=others)


def _basis(w: Wording) -> str:
    """On how many answers the profile rests, where that is not all; else nothing."""
    t, evaluation = w.t, w.evaluation
    if evaluation.leadership is None:
        return ""
    asked = [
        result
        for question in evaluation.questionnaire.rated_questions
        if question.drive is not None and (result := w.result(question)).applicable
    ]
    known = sum(result.score is not None for result in asked)
    sentences = []
    if known < len(asked):
        sentences.append(
            t(
                "The profile rests on {n} of the {all} questions that tell who leads; further "
                "answers can change it.",
                n=known,
                all=len(asked),
            )
        )
    unrated = [one for one in unrated_dimensions(evaluation) if one.id == _DIMENSION]
    sentences += [
        t(
            "It is preliminary, because the dimension {name} is not rated yet.",
            name=w.text(dimension.name),
        )
        for dimension in unrated
    ]
    return " ".join(sentences)


def _points(w: Wording, profile: LeadershipProfile) -> tuple[Labelled, ...]:
    """On what the profile rests, and what the pack says of it."""
    t, basis = w.t, _basis(w)
    rests_on = (Labelled(t("What this rests on"), basis),) if basis else ()
    reading = w.evaluation.questionnaire.profiles.get(profile.profile)
    if reading is None:
        return rests_on
    return (
        *rests_on,
        Labelled(t("Strengths"), w.text(reading.strengths)),
        Labelled(t("Risks"), w.text(reading.risks)),
        Labelled(t("First step"), w.text(reading.step)),
    )
