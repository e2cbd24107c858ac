"""The whole pack as one plain JSON document, which an assessment keeps for ever, and back.

Texts stand in it by language, defaults of optional parts are left out, and numbers have one form,
so that the same questionnaire always makes the same bytes and the same fingerprint.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from digimaturity.canonical import canonical
from digimaturity.domain.catalogue import Effort, GapRule, Measure
from digimaturity.domain.conditions import AllOf, AnyOf, AtLeast, Condition, Equals
from digimaturity.domain.questionnaire import (
    Area,
    Decision,
    Dimension,
    IndexDefinition,
    Option,
    Question,
    Questionnaire,
)
from digimaturity.domain.texts import DecisionAdvice, ProfileReading, Term

#: The form of the document; a newer program reads every older one.
DOCUMENT_FORMAT = "digimaturity-questionnaire/1"

#: Parts that are left out where they are empty, so that a new one leaves old fingerprints alone.
_OPTIONAL = frozenset(
    (
        *("strategy", "facts", "index", "decisions", "measures", "about", "why", "evidence"),
        *("levels", "options", "show_if", "may_not_apply", "wordings", "drive", "unit", "minimum"),
        *("maximum", "sources", "replaces", "requires", "gap_rule", "pitfall", "at_size", "lead"),
        *("plans", "profiles", "glossary", "readings", "forms", "part_of", "licence"),
        *("part_of_questions", "talk", "advice", "it_only", "business_only", "nobody"),
    )
)


def document_of(questionnaire: Questionnaire) -> dict[str, Any]:
    """The document of a questionnaire; `questionnaire_from_document` is its inverse."""
    q = questionnaire
    return _sparse(
        format=DOCUMENT_FORMAT,
        id=q.id,
        version=q.version,
        languages=list(q.languages),
        name=dict(q.name),
        level_names=[dict(name) for name in q.level_names],
        dimensions=[_dimension(dimension) for dimension in q.dimensions],
        part_of=q.part_of or None,
        part_of_questions=q.part_of_questions or None,
        licence=q.licence or None,
        strategy=[{"id": e.id, "question": _question(e.question)} for e in q.strategy],
        plans=[{"area": plan.area, "question": _question(plan.question)} for plan in q.plans],
        facts=[_question(fact) for fact in q.facts],
        index=_index(q.index) if q.index else None,
        decisions=[_decision(decision) for decision in q.decisions],
        measures=[_measure(measure) for measure in q.measures],
        profiles={str(profile): _profile(reading) for profile, reading in q.profiles.items()},
        glossary=[_term(term) for term in q.glossary],
    )


def fingerprint_of(document: Mapping[str, Any]) -> str:
    """SHA-256 (hexadecimal) of the canonical form."""
    return sha256(canonical(document)).hexdigest()


def condition_document(condition: Condition) -> dict[str, Any]:
    """A condition in the form in which packs write it."""
    match condition:
        case AtLeast(question, value, strictly):
            return {"question": question, "more_than" if strictly else "at_least": _number(value)}
        case Equals(question, value):
            plain = value if isinstance(value, bool | str) else _number(value)
            return {"question": question, "equals": plain}
        case AnyOf(parts):
            return {"any": [condition_document(part) for part in parts]}
        case AllOf(parts):
            return {"all": [condition_document(part) for part in parts]}
        case _:
            return {"not": condition_document(condition.part)}


def _dimension(dimension: Dimension) -> dict[str, Any]:
    return _sparse(
        id=dimension.id,
        name=dict(dimension.name),
        about=dict(dimension.about),
        weight=_number(dimension.weight),
        readings=[dict(reading) for reading in dimension.readings],
        areas=[_area(area) for area in dimension.areas],
    )


def _area(area: Area) -> dict[str, Any]:
    return _sparse(
        id=area.id,
        name=dict(area.name),
        about=dict(area.about),
        weight=_number(area.weight),
        readings=[dict(reading) for reading in area.readings],
        questions=[_question(question) for question in area.questions],
    )


def _question(question: Question) -> dict[str, Any]:
    q = question
    return _sparse(
        id=q.id,
        kind=str(q.kind),
        text=dict(q.text),
        why=dict(q.why),
        evidence=dict(q.evidence),
        talk=dict(q.talk),
        levels=[dict(level) for level in q.levels],
        options=[_option(option) for option in q.options],
        weight=_number(q.weight),
        show_if=condition_document(q.show_if) if q.show_if else None,
        may_not_apply=q.may_not_apply,
        viewpoints=[str(viewpoint) for viewpoint in q.viewpoints],
        wordings={str(viewpoint): dict(text) for viewpoint, text in q.wordings.items()},
        drive=str(q.drive) if q.drive else None,
        unit=q.unit,
        minimum=None if q.minimum is None else _number(q.minimum),
        maximum=None if q.maximum is None else _number(q.maximum),
        sources=list(q.sources),
        replaces=list(q.replaces),
    )


def _decision(decision: Decision) -> dict[str, Any]:
    return _sparse(
        id=decision.id, name=dict(decision.name), advice=_decision_advice(decision.advice)
    )


def _decision_advice(advice: DecisionAdvice) -> dict[str, Any]:
    return _sparse(
        it_only=dict(advice.it_only),
        business_only=dict(advice.business_only),
        nobody=dict(advice.nobody),
    )


def _profile(reading: ProfileReading) -> dict[str, Any]:
    return {
        "strengths": dict(reading.strengths),
        "risks": dict(reading.risks),
        "step": dict(reading.step),
    }


def _term(term: Term) -> dict[str, Any]:
    forms = {language: list(forms) for language, forms in term.forms.items()}
    return _sparse(id=term.id, term=dict(term.term), means=dict(term.means), forms=forms)


def _option(option: Option) -> dict[str, Any]:
    return {"id": option.id, "text": dict(option.text), "points": _number(option.points)}


def _index(index: IndexDefinition) -> dict[str, Any]:
    items = [
        {"code": item.code, "name": dict(item.name), "yes_if": condition_document(item.yes_if)}
        for item in index.items
    ]
    return {
        "id": index.id,
        "version": index.version,
        "year": index.year,
        "bands": list(index.bands),
        "basic_from": index.basic_from,
        "items": items,
    }


def _measure(measure: Measure) -> dict[str, Any]:
    m = measure
    return _sparse(
        id=m.id,
        title=dict(m.title),
        what=dict(m.what),
        steps=[dict(step) for step in m.steps],
        kpi=dict(m.kpi),
        pitfall=dict(m.pitfall),
        lifts=[{"question": x.question, "from": x.origin, "to": x.goal} for x in m.lifts],
        effort={str(size): _effort(effort) for size, effort in m.effort.items()},
        weeks={str(size): weeks for size, weeks in m.weeks.items()},
        cost={str(size): str(cost) for size, cost in m.cost.items()},
        at_size={str(size): dict(text) for size, text in m.at_size.items()},
        lead=str(m.lead) if m.lead else None,
        requires=list(m.requires),
        gap_rule=_gap_rule(m.gap_rule) if m.gap_rule else None,
        sources=list(m.sources),
    )


def _effort(effort: Effort) -> dict[str, Any]:
    return {
        "management": _number(effort.management),
        "it": _number(effort.it),
        "business": _number(effort.business),
    }


def _gap_rule(rule: GapRule) -> dict[str, Any]:
    return {
        "questions": list(rule.questions),
        "gap_at_least": _number(rule.gap_at_least),
        "factor": _number(rule.factor),
        **({"areas": list(rule.areas)} if rule.areas else {}),
    }


def _sparse(**fields: Any) -> dict[str, Any]:
    """The fields without those optional ones that say nothing; 0 does say something."""
    return {
        key: value
        for key, value in fields.items()
        if key not in _OPTIONAL
        or (value is not None and value is not False and value not in ({}, []))
    }


def _number(value: float) -> float:
    """One form for equal numbers: 2, never 2.0."""
    return int(value) if float(value).is_integer() else value
