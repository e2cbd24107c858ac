"""The shipped pack and its parts, as the tests of its content ask for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

from digimaturity.domain.catalogue import Measure
from digimaturity.domain.company import SizeClass
from digimaturity.domain.questionnaire import Area, Dimension, Question, Questionnaire
from digimaturity.domain.texts import Localized
from digimaturity.packs import load_pack

ROOT = Path(__file__).resolve().parent.parent.parent / "questionnaires"
LANGUAGES = ("en", "de")

#: The size classes that measures are planned for, smallest first.
SIZES = (SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE)

AREAS = {
    "it": ("foundations", "security", "integration", "data", "partnership"),
    "business": ("processes", "customers", "value_chain", "offerings", "portfolio"),
    "culture": ("collaboration", "skills", "openness", "agility"),
    "leadership": ("strategy", "governance", "commitment", "steering"),
}


@cache
def readiness() -> Questionnaire:
    """The shipped pack; loading it proves that both languages have exactly the same keys."""
    loaded = load_pack(ROOT / "readiness")
    assert loaded.problems == ()
    assert loaded.questionnaire is not None
    return loaded.questionnaire


def anchored() -> list[Question]:
    """All questions with five described levels: the rated ones and the strategy follow-ups."""
    pack = readiness()
    return [*pack.rated_questions, *(element.question for element in pack.strategy)]


def asked() -> list[Question]:
    """Every question that has texts of its own, facts and plans included."""
    pack = readiness()
    return [*anchored(), *pack.facts, *(plan.question for plan in pack.plans)]


def measures() -> dict[str, Measure]:
    """All measures by their id."""
    return {measure.id: measure for measure in readiness().measures}


def before(measure: Measure) -> set[str]:
    """The ids of everything that must be done before `measure`, directly or through others."""
    by_id = measures()
    found: set[str] = set()
    open_ends = list(measure.requires)
    while open_ends:
        key = open_ends.pop()
        if key not in found:
            found.add(key)
            open_ends.extend(by_id[key].requires)
    return found


def readings() -> dict[str, tuple[Localized, ...]]:
    """The five readings of every dimension and area, by its id."""
    pack = readiness()
    parts: list[Dimension | Area] = [*pack.dimensions, *pack.areas]
    return {part.id: part.readings for part in parts}


@cache
def prose() -> tuple[tuple[str, Localized], ...]:
    """Every text of the pack with the place where it stands; none can be forgotten."""
    return tuple(_texts(readiness(), ""))


def _texts(thing: object, place: str) -> Iterator[tuple[str, Localized]]:
    if isinstance(thing, Mapping):
        if set(thing) == set(LANGUAGES) and all(isinstance(text, str) for text in thing.values()):
            yield place, thing
        else:
            for key, value in thing.items():
                yield from _texts(value, f"{place} {key}")
    elif isinstance(thing, tuple):
        for number, value in enumerate(thing, 1):
            yield from _texts(value, getattr(value, "id", "") or f"{place} {number}")
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _texts(getattr(thing, field.name), f"{place} {field.name}")
