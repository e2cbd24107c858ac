"""A synthetic questionnaire with answers, so that the report's tests do not depend on a pack."""

from __future__ import annotations

from datetime import date
from functools import cache

from digimaturity.domain.catalogue import CostBand, Effort, Lift, Measure, Role
from digimaturity.domain.company import Company, SizeClass
from digimaturity.domain.conditions import AtLeast, Equals
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.indices import Band
from digimaturity.domain.official import AdoptionRate, BandShares, BenchmarkData, Source
from digimaturity.domain.population import Population
from digimaturity.domain.questionnaire import (
    Area,
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
from digimaturity.domain.responses import DONT_KNOW, Answer, Respondent, Responses
from digimaturity.domain.texts import Localized, ProfileReading, Term
from digimaturity.report.wording import ReportContext

DAY = date(2026, 2, 24)
NORDLICHT = Company("Nordlicht Maschinenbau GmbH", "DE", "C", 120)

_AREAS = {
    "it": ("Foundations", "Security", "Integration", "Data", "Partnership"),
    "business": ("Processes", "Customers", "Value chain", "Offerings", "Portfolio"),
    "culture": ("Collaboration", "Skills", "Openness", "Agility"),
    "leadership": ("Strategy", "Governance", "Commitment", "Steering"),
}
_GERMAN = {
    "Foundations": "Grundlagen",
    "Security": "Sicherheit",
    "Data": "Daten",
    "Partnership": "Partnerschaft",
    "Processes": "Prozesse",
    "Customers": "Kunden",
    "Value chain": "Wertschöpfungskette",
    "Offerings": "Angebote",
    "Collaboration": "Zusammenarbeit",
    "Skills": "Kompetenzen",
    "Openness": "Offenheit",
    "Agility": "Beweglichkeit",
    "Strategy": "Strategie",
    "Commitment": "Rückhalt",
    "Steering": "Steuerung",
}
_NAMES = {
    "it": {"en": "IT", "de": "IT"},
    "business": {"en": "Business", "de": "Geschäft"},
    "culture": {"en": "Culture", "de": "Kultur"},
    "leadership": {"en": "Leadership", "de": "Führung"},
}
_TAIL = (
    "is left to chance; who helps depends on who can be reached at that moment.",
    "is described once, and people know whom to call; nothing is recorded yet.",
    "is listed and watched; every fault is recorded with its length.",
    "is agreed between IT and departments, and held against what was promised.",
    "improves before anybody complains; after each fault its cause is removed.",
)
_ITEMS = (
    ("E_CC", "Paid cloud services", 52.85),
    ("E_CC1_SI", "Cloud for core systems (intermediate cloud)", 45.04),
    ("E_ERP1", "ERP system shared between departments", 42.0),
    ("E_DA", "Data analytics, own or bought", 36.2),
    ("E_CRM1", "CRM system", 28.6),
    ("E_AI_TANY", "Artificial intelligence, at least one kind", 24.93),
    ("E_IUSE", "Internet access for more than half of staff", None),
    ("E_SPEED", "Fixed line of at least 30 Mbit/s", None),
    ("E_WEB", "Website", None),
    ("E_SM1", "Social media account", None),
    ("E_ESELL", "Online sales of at least 1 % of turnover", None),
    ("E_B2C", "Web sales to consumers above the threshold", None),
)
_LEVELS = {
    "it": (4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 2, 3, 4, 3),
    "business": (3, 4, 3, 3, 3, 4, 3, 3, 3, 4, 3, 3, 2, 2, 3),
    "culture": (3, 3, 3, 3, 4, 3, 4, 4, 4, 3, 3, 4),
    "leadership": (3, 2, 3, 2, 2, 2, 3, 3, 3, 2, 3, 2),
}


def both(english: str, german: str = "") -> Localized:
    """A text in both languages."""
    return {"en": english, "de": german or english}


@cache
def questionnaire() -> Questionnaire:
    """Four dimensions, 18 areas, 54 questions, 12 facts, 6 strategy elements, 24 measures."""
    dimensions = tuple(_dimension(key, names) for key, names in _AREAS.items())
    questions = [q for dim in dimensions for area in dim.areas for q in area.questions]
    facts = tuple(
        Question(f"fact.{code.lower()}", Kind.YES_NO, both(f"Does the firm have this: {name}?"))
        for code, name, _ in _ITEMS
    )
    items = tuple(
        IndexItem(code, both(name), Equals(f"fact.{code.lower()}", True))
        for code, name, _ in _ITEMS
    )
    return Questionnaire(
        "synthetic",
        "1.0",
        ("en", "de"),
        both("Digital readiness", "Digitale Reife"),
        tuple(
            both(*names)
            for names in (
                ("Initial", "Anfang"),
                ("Emerging", "Aufbau"),
                ("Established", "Etabliert"),
                ("Integrated", "Integriert"),
                ("Leading", "Führend"),
            )
        ),
        dimensions,
        strategy=tuple(
            StrategyElement(
                key,
                Question(
                    f"strategy_check.{key}",
                    Kind.LEVELS,
                    both(f"How complete is the part of the strategy on {key}?"),
                    levels=_anchors(key),
                    show_if=AtLeast("partnership.1", 2),
                ),
            )
            for key in (
                "overview",
                "budget",
                "projects",
                "resources",
                "environment",
                "risk_benefit",
            )
        ),
        plans=(Plan("security", _plan()),),
        profiles={
            profile: ProfileReading(
                both(f"What {profile.value} is good at."),
                both(f"What {profile.value} can miss."),
                both(f"What to do first in {profile.value}."),
            )
            for profile in Leadership
        },
        facts=facts,
        index=IndexDefinition("dii", "3", 2025, items),
        measures=tuple(
            _measure(number, question) for number, question in enumerate(questions[::2])
        ),
        glossary=(
            _term("owner", "owner", "owners"),
            _term("erp", "ERP system"),
            _term("promise", "what was promised"),
            _term("department", "department", "departments"),
            _term("media", "media break"),  # stands nowhere
        ),
    )


def _term(key: str, word: str, *forms: str) -> Term:
    means = both(f"What {word} means in plain words.", f"Was {word} einfach gesagt heißt.")
    return Term(key, both(word), means, {"en": forms, "de": forms})


def _dimension(key: str, names: tuple[str, ...]) -> Dimension:
    about = both(f"What the firm can build on in {key}, and how it holds together.")
    areas = tuple(_area(key, name) for name in names)
    return Dimension(key, _NAMES[key], about, areas, readings=_readings(key))


def _plan() -> Question:
    options = tuple(Option(key, both(f"Plans are {key}.")) for key in ("none", "running"))
    return Question("plan.security", Kind.ONE_OF, both("What is planned?"), options=options)


def _readings(name: str) -> tuple[Localized, ...]:
    words = ("luck", "habit", "rules", "proof", "practice")
    return tuple(both(f"On this level {name} rests on {word}.") for word in words)


def _area(dimension: str, name: str) -> Area:
    key = name.lower().replace(" ", "_")
    drives = {"it": Drive.IT, "business": Drive.BUSINESS}
    questions = tuple(
        Question(
            f"{key}.{number}",
            Kind.LEVELS,
            both(f"How does the firm see to {name.lower()}, part {number}?"),
            levels=_anchors(name),
            drive=drives.get(dimension) if number == 1 else None,
        )
        for number in (1, 2, 3)
    )
    names, about = both(name, _GERMAN.get(name, name)), both(f"About {name}.")
    return Area(key, names, about, questions, readings=_readings(name))


def _anchors(name: str) -> tuple[Localized, ...]:
    return tuple(both(f"{name.capitalize()} {tail}") for tail in _TAIL)


_PLANNED = (SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE)


def _measure(number: int, question: Question) -> Measure:
    title = both(
        f"Name two owners for each decision on {question.id.replace('.', ' ')}",
        f"Zwei Verantwortliche für jede Entscheidung zu {question.id}",
    )
    return Measure(
        f"measure_{number:02}",
        title,
        both("Each digital decision gets one owner from IT and one from the department."),
        (
            both("List the ten decisions of the last year."),
            both("Name one owner from IT and one from business for each of them."),
            both("Publish the list; both sign from then on."),
        ),
        both("Decisions signed by both, goal 90 %"),
        (Lift(question.id, 3, 4),),
        {size: Effort(2, 3 + number % 4, 2.5) for size in _PLANNED},
        dict.fromkeys(_PLANNED, 4),
        dict.fromkeys(_PLANNED, CostBand.UNDER_5K),
        pitfall=both("A list nobody signs is only a list."),
        at_size={SizeClass.MEDIUM: both("One page for the whole firm is enough.")},
        lead=Role.MANAGEMENT,
    )


def benchmarks() -> BenchmarkData:
    """The official figures of one peer group, as published."""
    peers = Population("DE", "50-249")
    shares = {Band.VERY_LOW: 26.45, Band.LOW: 36.69, Band.HIGH: 27.38, Band.VERY_HIGH: 9.49}
    source = Source("dii", "Eurostat", "Digital Intensity", "isoc_e_dii", "2026-02-27", "CC BY 4.0")
    other = Source(
        "eb", "Eurostat", "Processes", "isoc_eb_iip", "2026-02-27", "CC BY 4.0", evidence="C"
    )
    return BenchmarkData(
        (BandShares("dii", "3", 2025, peers, shares, "dii"),),
        tuple(
            AdoptionRate(code, 2025, peers, share, "eb" if code in ("E_ERP1", "E_CRM1") else "dii")
            for code, _, share in _ITEMS
            if share is not None
        ),
        {"dii": source, "eb": other},
    )


def answers() -> dict[str, Answer]:
    """Every question answered, three with "don't know", one with a comment."""
    found = {
        question.id: Answer.of(level)
        for dimension in questionnaire().dimensions
        for question, level in zip(
            (q for area in dimension.areas for q in area.questions),
            _LEVELS[dimension.id],
            strict=True,
        )
    }
    found |= {
        element.question.id: Answer.of(level)
        for element, level in zip(questionnaire().strategy, (3, 2, 1, 4, 2, 2), strict=True)
    }
    for place, fact in enumerate(questionnaire().facts):
        found[fact.id] = Answer.of(place not in (3, 5, 10, 11))
    for key in ("governance.3", "commitment.3", "collaboration.1"):
        found[key] = DONT_KNOW
    found["plan.security"] = Answer.of(frozenset({"running"}))
    found["security.2"] = Answer.of(4, "Tested in May, with the departments.")
    return found


def responses(given: dict[str, Answer] | None = None, name: str = "") -> Responses:
    """One respondent from management with these answers."""
    who = Respondent("a", Viewpoint.MANAGEMENT, name)
    return Responses((who,), {"a": answers() if given is None else given})


def evaluation(said: Responses | None = None, company: Company = NORDLICHT) -> Evaluation:
    """The evaluation of these answers."""
    return evaluate(
        questionnaire(),
        responses() if said is None else said,
        company=company,
        benchmarks=benchmarks(),
        year=DAY.year,
    )


def context(said: Responses | None = None, *, sample: bool = True) -> ReportContext:
    """The sample report's context."""
    return ReportContext(responses() if said is None else said, DAY, sample=sample)
