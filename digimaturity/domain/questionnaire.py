"""What is asked: a questionnaire with its dimensions, areas, questions and decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from digimaturity.domain.catalogue import Measure
from digimaturity.domain.conditions import Condition
from digimaturity.domain.glossary import Finder, finder
from digimaturity.domain.texts import DecisionAdvice, Localized, ProfileReading, Term

#: Levels of a question that names no other number: 1 initial … 5 leading.
LEVELS = 5


class Viewpoint(StrEnum):
    """From where in the firm somebody answers."""

    MANAGEMENT = "management"
    IT = "it"
    BUSINESS = "business"


class Drive(StrEnum):
    """Who moves digitalisation forward; read by the leadership profile."""

    IT = "it"
    BUSINESS = "business"


class Leadership(StrEnum):
    """Who moves digitalisation in the firm (KR-2..6)."""

    DUAL_DRIVE = "dual_drive"
    IT_LED = "it_led"
    BUSINESS_LED = "business_led"
    NOBODY_LEADS = "nobody_leads"


class Kind(StrEnum):
    """How a question is answered. Only the first three kinds have a score."""

    LEVELS = "levels"
    YES_NO = "yes_no"
    MANY_OF = "many_of"
    NUMBER = "number"
    TEXT = "text"
    ONE_OF = "one_of"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things that can be chosen; `points` count in a ``many_of`` question (>= 0)."""

    id: str
    text: Localized
    points: float = 0.0


@dataclass(frozen=True, slots=True)
class Question:
    """One question, in all languages.

    `levels` are the anchors from level 1 upwards; `wordings` the texts for viewpoints that speak
    differently (same anchors). `talk` is what to ask each other where viewpoints differ, whichever
    of them rates higher. `weight` > 0 counts within the area. `replaces` are the ids that this
    question had in earlier versions of the pack. `sources` are claim ids.
    """

    id: str
    kind: Kind
    text: Localized
    why: Localized = field(default_factory=dict)
    evidence: Localized = field(default_factory=dict)
    talk: Localized = field(default_factory=dict)
    levels: tuple[Localized, ...] = ()
    options: tuple[Option, ...] = ()
    weight: float = 1.0
    show_if: Condition | None = None
    may_not_apply: bool = False
    viewpoints: tuple[Viewpoint, ...] = tuple(Viewpoint)
    wordings: Mapping[Viewpoint, Localized] = field(default_factory=dict)
    drive: Drive | None = None
    unit: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    sources: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()

    @property
    def scored(self) -> bool:
        """Whether an answer has a score of 0 to 100; a choice without points has none."""
        if self.kind is Kind.MANY_OF:
            return any(option.points > 0 for option in self.options)
        return self.kind in (Kind.LEVELS, Kind.YES_NO)


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a dimension; its score is the weighted mean of its questions.

    `readings` say what each maturity level means here, lowest first; there may be none.
    """

    id: str
    name: Localized
    about: Localized
    questions: tuple[Question, ...]
    weight: float = 1.0
    readings: tuple[Localized, ...] = ()


@dataclass(frozen=True, slots=True)
class Dimension:
    """One of the sides of readiness: IT, business, culture, leadership.

    `readings` as those of an area.
    """

    id: str
    name: Localized
    about: Localized
    areas: tuple[Area, ...]
    weight: float = 1.0
    readings: tuple[Localized, ...] = ()


@dataclass(frozen=True, slots=True)
class StrategyElement:
    """One of the six elements of an IT strategy (SUI-2), rated by one follow-up question."""

    id: str
    question: Question


@dataclass(frozen=True, slots=True)
class Plan:
    """What a firm intends in an area; kept apart from what it does, and without a score."""

    area: str
    question: Question


@dataclass(frozen=True, slots=True)
class IndexItem:
    """One technology of a published index; `yes_if` derives the yes from the facts."""

    code: str
    name: Localized
    yes_if: Condition


@dataclass(frozen=True, slots=True)
class IndexDefinition:
    """An index as its publisher counted it in one survey year (Eurostat's DII).

    `bands` are the lowest counts of each band from the second on, so ``(4, 7, 10)`` means
    0-3, 4-6, 7-9 and 10-12. `basic_from` is the lowest count called a basic level.
    """

    id: str
    version: str
    year: int
    items: tuple[IndexItem, ...]
    bands: tuple[int, ...] = (4, 7, 10)
    basic_from: int = 4


@dataclass(frozen=True, slots=True)
class Decision:
    """A kind of digital decision whose owners the decision map shows."""

    id: str
    name: Localized
    advice: DecisionAdvice = field(default_factory=DecisionAdvice)


@dataclass(frozen=True)
class Questionnaire:
    """A whole questionnaire pack, as an assessment keeps it for ever.

    `fingerprint` identifies the exact content (SHA-256 of its canonical form). `part_of` is the id
    of the pack that this one takes its questions from, empty where they are its own, and
    `part_of_questions` how many rated questions that one has; `licence` an SPDX expression.
    """

    id: str
    version: str
    languages: tuple[str, ...]
    name: Localized
    level_names: tuple[Localized, ...]
    dimensions: tuple[Dimension, ...]
    strategy: tuple[StrategyElement, ...] = ()
    facts: tuple[Question, ...] = ()
    index: IndexDefinition | None = None
    decisions: tuple[Decision, ...] = ()
    measures: tuple[Measure, ...] = ()
    plans: tuple[Plan, ...] = ()
    profiles: Mapping[Leadership, ProfileReading] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()
    part_of: str = ""
    part_of_questions: int = 0
    licence: str = ""
    fingerprint: str = ""

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """All areas in the order of their dimensions."""
        return tuple(area for dimension in self.dimensions for area in dimension.areas)

    @cached_property
    def rated_questions(self) -> tuple[Question, ...]:
        """The questions of the areas: those that make the readiness score."""
        return tuple(question for area in self.areas for question in area.questions)

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Every question of the pack, follow-ups, facts and decisions included."""
        return {question.id: question for question in self._all_questions()}

    @cached_property
    def area_of(self) -> Mapping[str, Area]:
        """The area of each rated question."""
        return {question.id: area for area in self.areas for question in area.questions}

    @cached_property
    def dimension_of(self) -> Mapping[str, Dimension]:
        """The dimension of each area."""
        return {area.id: dim for dim in self.dimensions for area in dim.areas}

    @cached_property
    def finders(self) -> Mapping[str, Finder]:
        """For each of its languages what finds the terms of the glossary in a text."""
        return {language: finder(self.glossary, language) for language in self.languages}

    def finder(self, language: str) -> Finder:
        """The finder for readers of `language`, or of the first language if it is not here."""
        return self.finders.get(language) or self.finders[self.languages[0]]

    def _all_questions(self) -> Iterator[Question]:
        yield from self.rated_questions
        for element in self.strategy:
            yield element.question
        for plan in self.plans:
            yield plan.question
        yield from self.facts
        for decision in self.decisions:
            yield from decision_questions(decision)


class Holder(StrEnum):
    """Who holds one part of a decision."""

    IT = "it"
    BUSINESS = "business"
    JOINTLY = "jointly"
    NOBODY = "nobody"


class Part(StrEnum):
    """The four parts of a decision."""

    DECIDES = "decides"
    PAYS = "pays"
    RUNS = "runs"
    OWNS_KPI = "owns_kpi"


def decision_questions(decision: Decision) -> tuple[Question, ...]:
    """The four questions of a decision: who decides, pays, runs it, owns the KPI."""
    holders = tuple(Option(holder.value, {}) for holder in Holder)
    return tuple(
        Question(f"{decision.id}.{part}", Kind.ONE_OF, decision.name, options=holders)
        for part in Part
    )
