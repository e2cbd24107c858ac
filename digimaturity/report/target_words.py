"""Targets in words: how far each area is, what of the way is done, why a target is suggested."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.domain.provenance import Origin
from digimaturity.domain.questionnaire import Area
from digimaturity.domain.roadmap.gap import AreaGap, GapAnalysis
from digimaturity.domain.roadmap.suggested_targets import Rule, Suggestion
from digimaturity.domain.scoring import Score, maturity_level, shown_points
from digimaturity.i18n import Translator
from digimaturity.report.peers import peer_group
from digimaturity.report.wording import Wording

_FULL = 100.0


def now_words(w: Wording, score: Score) -> str:
    """The points, that it is not rated, or that it does not apply."""
    return w.t("not applicable") if not score.applicable else w.score(score)


def points_between(w: Wording, low: float | None, high: float | None) -> str:
    """Of the points that are shown, so that the sum is right to the eye."""
    if low is None or high is None:
        return ""
    return w.t.number(max(0, shown_points(high) - shown_points(low)))


def area_words(w: Wording, gap: AreaGap, area: Area) -> str:
    """The area as a screen reader says it."""
    t, name = w.t, w.text(area.name)
    words = [f"{name}: {now_words(w, gap.score)}"]
    if bounds := w.bounds(gap.score) if gap.score.shown is not None else "":
        words.append(bounds)
    if gap.target is None:
        words.append(t("no target yet"))
    else:
        words.append(t("target {points}", points=w.points(gap.target.score)))
        if gap.gap:
            missing = t.plural("{n} point is missing", "{n} points are missing", int(gap.gap + 0.5))
            words.append(missing)
        elif gap.gap is not None:
            words.append(t("reached"))
    said = ", ".join(words)
    note = note_words(w, gap)
    return f"{said}. {note}" if note else said


def note_words(w: Wording, gap: AreaGap) -> str:
    """Progress, day and reason in one line; nothing without a target."""
    if gap.target is None:
        return ""
    agreed = w.t("agreed on {day}", day=w.t.date(gap.target.agreed)) if gap.target.agreed else ""
    parts = (_progress(w, gap), agreed, " ".join(gap.target.reason.split()))
    return " · ".join(part for part in parts if part)


def _progress(w: Wording, gap: AreaGap) -> str:
    t = w.t
    if gap.fell and gap.target is not None:
        points = points_between(w, gap.score.shown, gap.target.baseline)
        return t("fallen by {points} since it was agreed", points=points)
    if gap.progress is None:
        return ""
    return t("{share} of the way", share=t.percent(_FULL * gap.progress))


def overall_words(w: Wording, analysis: GapAnalysis) -> str:
    """``With all targets reached the firm would stand at 61, level 4.``; the cap is told."""
    t, now, after = w.t, w.evaluation.overall, analysis.after.overall
    if after.shown is None or now.shown is None or not analysis.counted:
        return ""
    if after.shown <= now.shown:
        return t("All targets are reached.")
    words = t(
        "With all targets reached the firm would stand at {points}, level {level}; today it stands "
        "at {now}, level {today}.",
        points=w.points(after.shown),
        level=w.level(after.level),
        now=w.points(now.shown),
        today=w.level(now.level),
    )
    if after.capped:
        words += " " + t("Its weakest dimension would hold the level down.")
    return words


def progress_words(w: Wording, analysis: GapAnalysis) -> str:
    """How much of the targets is reached, and of the way since they were agreed on."""
    t = w.t
    if analysis.reached is None:
        return ""
    share = t.percent(_FULL * analysis.reached)
    words = t("The areas with a target have reached {share} of it.", share=share)
    if analysis.progress is not None:
        share = t.percent(_FULL * analysis.progress)
        words += " " + t("Of the way since it was agreed on, {share} is done.", share=share)
    fell = sum(one.fell for one in analysis.counted)
    if fell:
        words += " " + t.plural("One area has fallen since.", "{n} areas have fallen since.", fell)
    return words


def unknown_words(w: Wording, analysis: GapAnalysis) -> str:
    """That there are targets of areas which this questionnaire does not have."""
    count = len(analysis.unknown)
    if not count:
        return ""
    return w.t.plural(
        "One more target is of an area that this questionnaire does not ask about. It is kept, "
        "and does not count here.",
        "{n} more targets are of areas that this questionnaire does not ask about. They are kept, "
        "and do not count here.",
        count,
    )


def level_of(w: Wording, points: float) -> str:
    """The level that a target reaches, with its name."""
    return w.level(maturity_level(points))


def rule_names(t: Translator) -> Mapping[Rule, str]:
    """What each rule is called."""
    return {
        Rule.WEAKEST_LINK: t("Weakest link first"),
        Rule.NEXT_LEVEL: t("Next level everywhere"),
        Rule.UPPER_QUARTILE: t("Upper quarter of the peers"),
    }


def offer_words(w: Wording, one: Suggestion) -> str:
    """``Next level: 60``, for a single area."""
    t, points = w.t, w.points(one.score)
    return {
        Rule.WEAKEST_LINK: t("Weakest link: {points}", points=points),
        Rule.NEXT_LEVEL: t("Next level: {points}", points=points),
        Rule.UPPER_QUARTILE: t("Upper quarter of the peers: {points}", points=points),
    }[one.rule]


def rule_meanings(t: Translator) -> Mapping[Rule, str]:
    """What each rule does."""
    return {
        Rule.WEAKEST_LINK: t(
            "The lowest areas of the dimension that holds the whole back, until it reaches its "
            "next level. Few areas, so that not everything is started at once."
        ),
        Rule.NEXT_LEVEL: t("Each area reaches its next maturity level. That is a lot at once."),
        Rule.UPPER_QUARTILE: t(
            "Each area that is below reaches the score from which on the best quarter of the "
            "firms it is compared with stands."
        ),
    }


def reason_of(w: Wording, one: Suggestion) -> str:
    """Why this target is suggested."""
    t, questionnaire = w.t, w.evaluation.questionnaire
    names = {dimension.id: w.text(dimension.name) for dimension in questionnaire.dimensions}
    match one.rule:
        case Rule.NEXT_LEVEL:
            return t("The next level, {level}, begins here.", level=w.level(one.level))
        case Rule.WEAKEST_LINK:
            return _weakest(w, one, names[one.dimension])
        case Rule.UPPER_QUARTILE:
            return _quartile(w, one, names.get(one.dimension, ""))


def _weakest(w: Wording, one: Suggestion, dimension: str) -> str:
    level = w.level(one.level)
    if one.caps:
        return w.t(
            "{dimension} holds the overall level down; so it reaches level {level}.",
            dimension=dimension,
            level=level,
        )
    if _tied(w):
        return w.t(
            "{dimension} is one of the weakest dimensions; so it reaches level {level}.",
            dimension=dimension,
            level=level,
        )
    return w.t(
        "{dimension} is the weakest dimension; so it reaches level {level}.",
        dimension=dimension,
        level=level,
    )


def _tied(w: Wording) -> bool:
    """Whether more than one dimension has the lowest score, as scores are shown."""
    scores = [w.dimension_score(one) for one in w.evaluation.questionnaire.dimensions]
    points = sorted((one.shown, w.score(one)) for one in scores if one.shown is not None)
    return len(points) > 1 and points[0][1] == points[1][1]


def _quartile(w: Wording, one: Suggestion, dimension: str) -> str:
    t, peers = w.t, one.peers
    if peers is None:
        return ""
    n, group = peers.n or 0, peer_group(t, peers.population)
    if peers.origin is Origin.PEER_PACK:
        group = f"{group}, {peers.publisher}"
    if dimension:
        return t(
            "In {dimension} the best quarter of {n} peers ({group}) begins here.",
            dimension=dimension,
            n=n,
            group=group,
        )
    return t("The best quarter of {n} peers ({group}) begins here.", n=n, group=group)
