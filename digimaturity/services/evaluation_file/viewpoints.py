"""Where viewpoints differ, and who holds decisions, as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import fsum
from typing import Any

from digimaturity.domain.consolidation import QuestionResult, settled
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.profiles import DecisionMap
from digimaturity.domain.questionnaire import Holder, Part, Viewpoint
from digimaturity.domain.responses import Responses, State
from digimaturity.domain.viewpoints import (
    Gap,
    Pair,
    Together,
    in_one,
    recognisable,
    views_of,
)
from digimaturity.services.evaluation_file.plain import by_name


def viewpoints_part(
    evaluation: Evaluation,
    told: Mapping[str, QuestionResult],
    said: Responses,
    together: Together,
) -> dict[str, Any] | None:
    """All gaps, the largest first; null where no question was answered from two viewpoints.

    `told` are the results as they are told with these viewpoints `together`.
    """
    views = views_of(evaluation.questionnaire, told)
    if views is None:
        return None
    people = Counter(
        person.viewpoint
        for person in in_one(said, together).respondents
        if said.answers.get(person.id)
    )
    return {
        "together": [view.value for view in Viewpoint if view in together],
        "people": {view.value: people[view] for view in Viewpoint if people[view]},
        "recognisable": [view.value for view in recognisable(said, together)],
        "areas": [_gap(gap) for gap in views.areas],
        "questions": [
            {**_gap(gap), "agreed_on": gap.id in views.agreed} for gap in views.questions
        ],
        "to_talk_about": [gap.id for gap in views.to_talk_about],
        "pairs": [_pair(pair) for pair in views.pairs],
        "agreement": _agreement(told),
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "id": gap.id,
        "by_viewpoint": by_name(gap.views),
        "gap": gap.size,
        "weight": gap.weight.value,
        "highest": gap.highest.value if gap.size else None,
        "lowest": gap.lowest.value if gap.size else None,
        "questions": gap.questions,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "first": pair.first.value,
        "second": pair.second.value,
        "difference": pair.difference,
        "distance": pair.distance,
        "questions": pair.questions,
    }


def _agreement(told: Mapping[str, QuestionResult]) -> dict[str, Any]:
    """The mean over all questions, of each viewpoint of three people or more."""
    found: dict[str, Any] = {}
    for view in Viewpoint:
        shares = [one.agreement[view] for one in told.values() if view in one.agreement]
        if shares:
            found[view.value] = {
                "mean": settled(fsum(shares) / len(shares)),
                "questions": len(shares),
            }
    return found


def decisions_part(evaluation: Evaluation) -> dict[str, Any] | None:
    """The decision map with what is found in it; null where nothing was answered."""
    asked, results = evaluation.questionnaire.decisions, evaluation.questions
    differ = {
        one.id: [part.value for part in Part if _differs(results[f"{one.id}.{part}"])]
        for one in asked
    }
    found = evaluation.decisions or DecisionMap({})
    if not found.holders and not any(differ.values()):
        return None
    return {
        "holders": {key: by_name(row) for key, row in found.holders.items()},
        "joint_share": found.joint_share,
        "ownerless": list(found.ownerless),
        "one_sided": {
            side.value: list(found.one_sided(side)) for side in (Holder.IT, Holder.BUSINESS)
        },
        "seen_differently": {key: parts for key, parts in differ.items() if parts},
    }


def _differs(result: QuestionResult) -> bool:
    """Whether those who answered do not say the same."""
    return result.state is State.ANSWERED and result.known is None
