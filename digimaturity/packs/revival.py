"""From the plain JSON document of a pack back to the questionnaire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from digimaturity.domain.catalogue import CostBand, Effort, GapRule, Lift, Measure, Role
from digimaturity.domain.company import SizeClass
from digimaturity.domain.conditions import AllOf, AnyOf, AtLeast, Condition, Equals, Not
from digimaturity.domain.questionnaire import (
    Area,
    Decision,
    Dimension,
    Drive,
    IndexDefinition,
    IndexItem,
    Kind,
    Leadership,
    Option,
    Plan,
    Question,
    Questionnaire,
    StrategyElement,
    Viewpoint,
)
from digimaturity.domain.texts import DecisionAdvice, Localized, ProfileReading, Term
from digimaturity.errors import UserError
from digimaturity.packs.document import DOCUMENT_FORMAT, fingerprint_of

Fields = Mapping[str, Any]


def questionnaire_from_document(document: Fields, fingerprint: str = "") -> Questionnaire:
    """The questionnaire that `document` describes.

    `fingerprint` is that of the document; it is computed where it is not known.
    Raises `UserError`: ``questionnaire.newer`` for a form that this program does not know,
    ``questionnaire.damaged`` where parts are missing or make no sense.
    """
    form = document.get("format")
    if form != DOCUMENT_FORMAT:
        raise UserError("questionnaire.newer", format=str(form))
    try:
        fingerprint = fingerprint or fingerprint_of(document)
        return _Revival(tuple(document["languages"])).questionnaire(document, fingerprint)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UserError("questionnaire.damaged", reason=str(error)) from error


def condition_from_document(fields: Fields) -> Condition:
    """A condition from the form in which packs write it."""
    match fields:
        case {"question": question, "at_least": value}:
            return AtLeast(question, float(value))
        case {"question": question, "more_than": value}:
            return AtLeast(question, float(value), strictly=True)
        case {"question": question, "equals": bool() | str() as value}:
            return Equals(question, value)
        case {"question": question, "equals": value}:
            return Equals(question, float(value))
        case {"any": parts}:
            return AnyOf(tuple(condition_from_document(part) for part in parts))
        case {"all": parts}:
            return AllOf(tuple(condition_from_document(part) for part in parts))
        case {"not": part}:
            return Not(condition_from_document(part))
    raise ValueError(f"No condition: {fields!r}")


@dataclass(frozen=True, slots=True)
class _Revival:
    """Keeps the languages in the pack's order, whatever order the JSON has."""

    languages: tuple[str, ...]

    def questionnaire(self, fields: Fields, fingerprint: str) -> Questionnaire:
        index = fields.get("index")
        return Questionnaire(
            id=fields["id"],
            version=fields["version"],
            languages=self.languages,
            name=self._texts(fields["name"]),
            level_names=tuple(self._texts(name) for name in fields["level_names"]),
            dimensions=tuple(self._dimension(part) for part in fields["dimensions"]),
            plans=tuple(
                Plan(part["area"], self._question(part["question"]))
                for part in fields.get("plans", ())
            ),
            profiles={
                Leadership(profile): self._profile(part)
                for profile, part in fields.get("profiles", {}).items()
            },
            glossary=tuple(self._term(part) for part in fields.get("glossary", ())),
            part_of=fields.get("part_of", ""),
            part_of_questions=fields.get("part_of_questions", 0),
            licence=fields.get("licence", ""),
            strategy=tuple(
                StrategyElement(part["id"], self._question(part["question"]))
                for part in fields.get("strategy", ())
            ),
            facts=tuple(self._question(part) for part in fields.get("facts", ())),
            index=None if index is None else self._index(index),
            decisions=tuple(self._decision(part) for part in fields.get("decisions", ())),
            measures=tuple(self._measure(part) for part in fields.get("measures", ())),
            fingerprint=fingerprint,
        )

    def _texts(self, texts: Fields | None) -> Localized:
        texts = texts or {}
        return {language: texts[language] for language in self.languages if language in texts}

    def _dimension(self, fields: Fields) -> Dimension:
        return Dimension(
            fields["id"],
            self._texts(fields["name"]),
            self._texts(fields.get("about")),
            tuple(self._area(part) for part in fields["areas"]),
            float(fields["weight"]),
            tuple(self._texts(reading) for reading in fields.get("readings", ())),
        )

    def _area(self, fields: Fields) -> Area:
        return Area(
            fields["id"],
            self._texts(fields["name"]),
            self._texts(fields.get("about")),
            tuple(self._question(part) for part in fields["questions"]),
            float(fields["weight"]),
            tuple(self._texts(reading) for reading in fields.get("readings", ())),
        )

    def _question(self, fields: Fields) -> Question:
        show_if, drive = fields.get("show_if"), fields.get("drive")
        wordings = fields.get("wordings", {})
        return Question(
            id=fields["id"],
            kind=Kind(fields["kind"]),
            text=self._texts(fields["text"]),
            why=self._texts(fields.get("why")),
            evidence=self._texts(fields.get("evidence")),
            talk=self._texts(fields.get("talk")),
            levels=tuple(self._texts(level) for level in fields.get("levels", ())),
            options=tuple(
                Option(part["id"], self._texts(part["text"]), float(part["points"]))
                for part in fields.get("options", ())
            ),
            weight=float(fields["weight"]),
            show_if=None if show_if is None else condition_from_document(show_if),
            may_not_apply=fields.get("may_not_apply", False),
            viewpoints=tuple(Viewpoint(name) for name in fields["viewpoints"]),
            wordings={
                viewpoint: self._texts(wordings[viewpoint])
                for viewpoint in Viewpoint
                if viewpoint in wordings
            },
            drive=None if drive is None else Drive(drive),
            unit=fields.get("unit"),
            minimum=_optional(fields.get("minimum")),
            maximum=_optional(fields.get("maximum")),
            sources=tuple(fields.get("sources", ())),
            replaces=tuple(fields.get("replaces", ())),
        )

    def _decision(self, fields: Fields) -> Decision:
        advice = fields.get("advice", {})
        return Decision(
            fields["id"],
            self._texts(fields["name"]),
            DecisionAdvice(
                self._texts(advice.get("it_only")),
                self._texts(advice.get("business_only")),
                self._texts(advice.get("nobody")),
            ),
        )

    def _profile(self, fields: Fields) -> ProfileReading:
        return ProfileReading(
            self._texts(fields["strengths"]),
            self._texts(fields["risks"]),
            self._texts(fields["step"]),
        )

    def _term(self, fields: Fields) -> Term:
        forms = fields.get("forms", {})
        return Term(
            fields["id"],
            self._texts(fields["term"]),
            self._texts(fields["means"]),
            {own: tuple(forms[own]) for own in self.languages if own in forms},
        )

    def _index(self, fields: Fields) -> IndexDefinition:
        items = tuple(
            IndexItem(
                part["code"], self._texts(part["name"]), condition_from_document(part["yes_if"])
            )
            for part in fields["items"]
        )
        return IndexDefinition(
            fields["id"],
            fields["version"],
            fields["year"],
            items,
            tuple(fields["bands"]),
            fields["basic_from"],
        )

    def _measure(self, fields: Fields) -> Measure:
        rule, lead = fields.get("gap_rule"), fields.get("lead")
        return Measure(
            id=fields["id"],
            title=self._texts(fields["title"]),
            what=self._texts(fields["what"]),
            steps=tuple(self._texts(step) for step in fields["steps"]),
            kpi=self._texts(fields["kpi"]),
            lifts=tuple(
                Lift(part["question"], part["from"], part["to"]) for part in fields["lifts"]
            ),
            effort={SizeClass(size): _effort(part) for size, part in fields["effort"].items()},
            weeks=_by_size(fields["weeks"]),
            cost={size: CostBand(band) for size, band in _by_size(fields["cost"]).items()},
            requires=tuple(fields.get("requires", ())),
            pitfall=self._texts(fields.get("pitfall")),
            at_size={
                SizeClass(size): self._texts(text)
                for size, text in fields.get("at_size", {}).items()
            },
            lead=None if lead is None else Role(lead),
            gap_rule=None if rule is None else _gap_rule(rule),
            sources=tuple(fields.get("sources", ())),
        )


def _by_size(found: Any) -> dict[SizeClass, Any]:  # noqa: ANN401 - weeks or a band of cost
    """A value for each size; the first workspaces knew one for all."""
    if isinstance(found, Mapping):
        return {SizeClass(size): value for size, value in found.items()}
    return dict.fromkeys((SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE), found)


def _effort(fields: Fields) -> Effort:
    return Effort(float(fields["management"]), float(fields["it"]), float(fields["business"]))


def _gap_rule(fields: Fields) -> GapRule:
    return GapRule(
        tuple(fields["questions"]),
        float(fields["gap_at_least"]),
        float(fields["factor"]),
        tuple(fields.get("areas", ())),
    )


def _optional(value: float | None) -> float | None:
    return None if value is None else float(value)
