"""The decision map: who holds which part of which digital decision, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.domain.profiles import DecisionMap
from digimaturity.domain.questionnaire import Decision, Holder, Part, Viewpoint
from digimaturity.domain.responses import State
from digimaturity.domain.viewpoints import in_one
from digimaturity.report.decision_words import holder_names, part_names
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.viewpoints import (
    DecisionPart,
    DecisionRow,
    DecisionsFound,
    HolderCell,
)
from digimaturity.report.wording import Wording


def decision_part(w: Wording) -> DecisionPart | None:
    """The part of the chapter; None where nobody said anything of who decides."""
    t, asked = w.t, w.evaluation.questionnaire.decisions
    differ = {one.id: parts for one in asked if (parts := _differing(w, one))}
    found = w.evaluation.decisions or DecisionMap({})
    if not found.holders and not differ:
        return None
    return DecisionPart(
        _statement(w, found, differ),
        _note(w, found),
        (t("Decision"), *part_names(t).values()),
        tuple(_row(w, one, found) for one in asked),
        tuple(group for group in _found(w, found, differ) if group.items),
    )


def _differing(w: Wording, decision: Decision) -> tuple[Part, ...]:
    """The parts of which not all who answered say the same."""
    results = w.evaluation.questions
    return tuple(
        part
        for part in Part
        if (one := results[f"{decision.id}.{part}"]).state is State.ANSWERED and one.known is None
    )


def _statement(w: Wording, found: DecisionMap, differ: Mapping[str, tuple[Part, ...]]) -> str:
    t = w.t
    told = len(w.evaluation.questionnaire.decisions)
    if found.ownerless:
        return t.plural(
            "One of {all} decisions has a part that nobody holds",
            "{n} of {all} decisions have a part that nobody holds",
            len(found.ownerless),
            all=told,
        )
    alone = len(found.one_sided(Holder.IT)) + len(found.one_sided(Holder.BUSINESS))
    if alone:
        return t.plural(
            "One of {all} decisions is held by one side alone",
            "{n} of {all} decisions are held by one side alone",
            alone,
            all=told,
        )
    if differ:
        return t.plural(
            "Of one of {all} decisions people say different things about who holds it",
            "Of {n} of {all} decisions people say different things about who holds them",
            len(differ),
            all=told,
        )
    whole = sum(len(row) == len(Part) for row in found.holders.values())
    if not whole:
        return t("No decision is known in full yet")
    if whole < told:
        return t.plural(
            "One of {all} decisions is known in full: both sides have a part in it",
            "{n} of {all} decisions are known in full: both sides have a part in each",
            whole,
            all=told,
        )
    return t("No decision is without an owner, and none with one side alone")


def _note(w: Wording, found: DecisionMap) -> str:
    """How much is held jointly; and that the map does not count."""
    t = w.t
    beside = t("The map does not count in the readiness score.")
    if found.joint_share is None:
        return beside
    share = t(
        "Of all parts told, {share} are held by IT and departments together.",
        share=t.percent(100 * found.joint_share),
    )
    return f"{share} {beside}"


def _row(w: Wording, decision: Decision, found: DecisionMap) -> DecisionRow:
    held, differ = found.holders.get(decision.id, {}), _differing(w, decision)
    return DecisionRow(
        w.text(decision.name),
        tuple(_cell(w, held.get(part), differs=part in differ) for part in Part),
    )


def _cell(w: Wording, holder: Holder | None, *, differs: bool) -> HolderCell:
    if differs:
        return HolderCell("differ", w.t("views differ"))
    if holder is None:
        return HolderCell("", w.t("not known"))
    return HolderCell(holder.value, holder_names(w.t)[holder])


def _found(
    w: Wording, found: DecisionMap, differ: Mapping[str, tuple[Part, ...]]
) -> tuple[DecisionsFound, ...]:
    t, asked = w.t, w.evaluation.questionnaire.decisions
    it, business = found.one_sided(Holder.IT), found.one_sided(Holder.BUSINESS)
    return (
        DecisionsFound(
            t("A part that nobody holds"),
            tuple(_ownerless(w, one, found) for one in asked if one.id in found.ownerless),
        ),
        DecisionsFound(
            t("With IT alone"),
            tuple(
                Labelled(w.text(one.name), w.text(one.advice.it_only) or _it_only(w))
                for one in asked
                if one.id in it
            ),
        ),
        DecisionsFound(
            t("With the departments alone"),
            tuple(
                Labelled(w.text(one.name), w.text(one.advice.business_only) or _business_only(w))
                for one in asked
                if one.id in business
            ),
        ),
        DecisionsFound(
            t("Seen differently"),
            tuple(
                Labelled(w.text(one.name), _different(w, one, differ[one.id]))
                for one in asked
                if one.id in differ
            ),
        ),
    )


def _ownerless(w: Wording, decision: Decision, found: DecisionMap) -> Labelled:
    """What nobody holds of it, and what to do."""
    t, names = w.t, part_names(w.t)
    held = found.holders[decision.id]
    parts = " ".join(names[part] for part in Part if held.get(part) is Holder.NOBODY)
    advice = w.text(decision.advice.nobody) or t(
        "Name one person from IT and one from a department who hold it together."
    )
    return Labelled(
        w.text(decision.name), t("{parts} That is open. {advice}", parts=parts, advice=advice)
    )


def _it_only(w: Wording) -> str:
    return w.t(
        "Bring in the department that works with the result: it decides with IT, and both answer "
        "for one figure."
    )


def _business_only(w: Wording) -> str:
    return w.t(
        "Bring IT in before the choice is made: it says what fits the other systems, and both "
        "answer for one figure."
    )


def _different(w: Wording, decision: Decision, parts: tuple[Part, ...]) -> str:
    """Who says what of each part."""
    names = part_names(w.t)
    return " ".join(f"{names[part]} {_said(w, f'{decision.id}.{part}')}." for part in parts)


def _said(w: Wording, question: str) -> str:
    """What each viewpoint says; of one whose people differ, everything that they say."""
    said, names = in_one(w.context.responses, w.options.together), holder_names(w.t)
    told = []
    for view in Viewpoint:
        values = [
            value
            for person in said.respondents
            if person.viewpoint is view
            and (answer := said.answers.get(person.id, {}).get(question)) is not None
            and isinstance(value := answer.value, frozenset)
        ]
        holders = [holder for holder in Holder if any(holder in value for value in values)]
        if holders:
            listed = w.t(" or ").join(names[holder] for holder in holders)
            told.append(f"{w.viewpoint(view)}: {listed}")
    return "; ".join(told)
