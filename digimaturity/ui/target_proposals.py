"""What the rules suggest as targets, as it is shown before it is taken over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from digimaturity.domain.roadmap.items import Target
from digimaturity.domain.roadmap.suggested_targets import Rule, suggestions
from digimaturity.i18n import Translator
from digimaturity.report.target_words import level_of, offer_words, reason_of, rule_names
from digimaturity.report.wording import Wording
from digimaturity.ui.widgets.target_editor import Offer
from digimaturity.ui.widgets.target_suggestions import Proposed


def proposals(w: Wording, rule: Rule, targets: Mapping[str, Target]) -> Iterator[Proposed]:
    """What a rule suggests for each area; not ticked where the target is as high already."""
    found = suggestions(w.evaluation, rule)
    for area in w.evaluation.questionnaire.areas:
        if (one := found.get(area.id)) is None:
            continue
        words = w.t(
            "{area}: from {now} to {points}, level {level}. {reason}",
            area=w.text(area.name),
            now=w.score(w.area_score(area)),
            points=w.points(one.score),
            level=level_of(w, one.score),
            reason=reason_of(w, one),
        )
        before = targets.get(area.id)
        if before is not None:
            words += " " + w.t("Its target so far: {points}.", points=w.points(before.score))
        yield Proposed(area.id, words, taken=before is None or before.score < one.score)


def offers(w: Wording, area: str) -> Iterator[Offer]:
    """What the rules suggest for one area."""
    for rule in rule_names(w.t):
        one = suggestions(w.evaluation, rule).get(area)
        if one is not None:
            yield Offer(offer_words(w, one), one.score, reason_of(w, one))


def why_none(rule: Rule, t: Translator) -> str:
    """Why a rule suggests nothing at all."""
    return {
        Rule.NEXT_LEVEL: t("No area that is rated has a level above it."),
        Rule.WEAKEST_LINK: t(
            "There is nothing to suggest: the weakest dimension is not rated, or at the highest "
            "level."
        ),
        Rule.UPPER_QUARTILE: t(
            "There are no five firms that were assessed with the same questions, or the firm "
            "stands in their upper quarter everywhere."
        ),
    }[rule]
