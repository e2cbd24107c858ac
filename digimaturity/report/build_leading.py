"""The leadership profile and the IT strategy check."""

from __future__ import annotations

from digimaturity.charts.data import Bar, Drives
from digimaturity.domain.profiles import ElementResult, Leadership, LeadershipProfile
from digimaturity.domain.questionnaire import Question
from digimaturity.report.build_bars import bars_words
from digimaturity.report.headlines import leading_headline
from digimaturity.report.model.comparison import LeadingChapter, ProfilePart, StrategyPart
from digimaturity.report.model.parts import Chapter, Labelled
from digimaturity.report.wording import Wording

#: The quadrants from the upper left to the lower right.
_FIELD = (
    Leadership.IT_LED,
    Leadership.DUAL_DRIVE,
    Leadership.NOBODY_LEADS,
    Leadership.BUSINESS_LED,
)


def leading_chapter(w: Wording) -> LeadingChapter | None:
    """The chapter; None when there are data for neither."""
    if w.evaluation.leadership is None and w.evaluation.strategy is None:
        return None
    return LeadingChapter(
        Chapter("leading", w.t("Who leads, and by which strategy"), leading_headline(w)),
        _profile(w),
        _strategy(w),
    )


def profile_name(w: Wording, profile: Leadership) -> str:
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
    name = profile_name(w, profile.profile)
    drives = Drives(
        profile.it,
        profile.business,
        t("Drive from IT"),
        t("Drive from business"),
        (
            profile_name(w, _FIELD[0]),
            profile_name(w, _FIELD[1]),
            profile_name(w, _FIELD[2]),
            profile_name(w, _FIELD[3]),
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
    t, name = w.t, profile_name(w, profile.profile)
    if not profile.borders_on:
        return t("Leadership profile: {name}", name=name)
    others = w.listed([profile_name(w, other) for other in profile.borders_on])
    return t("Leadership profile: {name}, on the border to {others}", name=name, others=others)


def _points(w: Wording, profile: LeadershipProfile) -> tuple[Labelled, ...]:
    t = w.t
    strengths, risks, step = {
        Leadership.DUAL_DRIVE: (
            t(
                "Processes across departments and shared figures belong to both sides; technical "
                "and business knowledge meet before a decision is made."
            ),
            t(
                "Shared ownership can turn into nobody’s duty when roles are not named, and "
                "agreement takes time."
            ),
            t("Keep the shared goals on one page, and review them together every quarter."),
        ),
        Leadership.IT_LED: (
            t(
                "Tools are chosen well, systems are stable and can grow, costs are under control, "
                "and data are shared across departments."
            ),
            t(
                "Systems can miss what the departments really need; misunderstandings cost money "
                "later."
            ),
            t(
                "Name an owner from the departments for each running project, with a goal that "
                "counts for the business."
            ),
        ),
        Leadership.BUSINESS_LED: (
            t(
                "The departments know what they need, and gain support and means for it more "
                "easily."
            ),
            t(
                "Technology can be chosen badly, or for one department only; connecting it later "
                "is expensive."
            ),
            t("Let IT see every planned purchase of software before it is decided."),
        ),
        Leadership.NOBODY_LEADS: (
            t(
                "Nothing has been built in the wrong direction yet; the way is free to begin "
                "together."
            ),
            t(
                "Each department helps itself; systems, interfaces and costs grow without anybody "
                "deciding so."
            ),
            t(
                "Name one person from IT and one from the departments who answer for the first "
                "project together."
            ),
        ),
    }[profile.profile]
    return (
        Labelled(t("Strengths"), strengths),
        Labelled(t("Risks"), risks),
        Labelled(t("First step"), step),
    )


def _strategy(w: Wording) -> StrategyPart | None:
    check, t = w.evaluation.strategy, w.t
    if check is None:
        return None
    bars = tuple(_element(w, element) for element in check.elements)
    return StrategyPart(
        _strategy_statement(w),
        t("Six elements make an IT strategy; none of them counts in the readiness score."),
        bars,
        bars_words(w, t("IT strategy"), bars),
        tuple(_gap(w, element) for element in check.gaps),
    )


def _gap(w: Wording, element: ElementResult) -> Labelled:
    """A weak element: the words of the answer, or the open question where there is no strategy."""
    question = _question(w, element.element)
    level = w.result(question).level
    words = w.text(question.text) if level is None else w.anchor(question, level)
    return Labelled(element_name(w, element.element), words)


def _element(w: Wording, element: ElementResult) -> Bar:
    t = w.t
    name = element_name(w, element.element)
    if element.missing:
        return Bar(name, 0.0, t("missing"))
    if element.score is None:
        return Bar(name, None, t("not known"))
    return Bar(name, element.score, w.points(element.score))


def element_name(w: Wording, element: str) -> str:
    """The name of a strategy element; for one that we do not know, the text of its question."""
    t = w.t
    known = {
        "overview": t("Mission and goals"),
        "budget": t("Budget"),
        "projects": t("Projects"),
        "resources": t("Resources and tools"),
        "environment": t("Internal and external factors"),
        "risk_benefit": t("Risks and benefits"),
    }
    if element in known:
        return known[element]
    return w.text(_question(w, element).text)


def _question(w: Wording, element: str) -> Question:
    return next(part.question for part in w.evaluation.questionnaire.strategy if part.id == element)


def _strategy_statement(w: Wording) -> str:
    t, check = w.t, w.evaluation.strategy
    elements = check.elements if check else ()
    missing = [element for element in elements if element.missing]
    if len(missing) == len(elements):
        return t("There is no IT strategy yet: all its elements are missing")
    if missing:
        return t.plural(
            "One of {all} elements of an IT strategy is missing: {names}",
            "{n} of {all} elements of an IT strategy are missing: {names}",
            len(missing),
            all=len(elements),
            names=w.listed([element_name(w, element.element) for element in missing]),
        )
    unknown = sum(element.score is None for element in elements)
    if unknown:
        return t.plural(
            "One of {all} elements of the IT strategy is not known yet",
            "{n} of {all} elements of the IT strategy are not known yet",
            unknown,
            all=len(elements),
        )
    gaps = check.gaps if check else ()
    if gaps:
        return t(
            "The IT strategy has all its elements; the weakest: {name}",
            name=element_name(w, gaps[0].element),
        )
    return t("The IT strategy has all its elements, none of them weak")
