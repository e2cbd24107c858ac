"""All that a company put down for its roadmap, as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from digimaturity.domain.roadmap.items import (
    FollowUp,
    KeptPlan,
    KeyPerson,
    Limits,
    MeasureDecision,
    OwnMeasure,
    Project,
    RoleCapacity,
    SheetNote,
    System,
    Target,
)

Item = (
    Target
    | MeasureDecision
    | OwnMeasure
    | FollowUp
    | Project
    | System
    | KeyPerson
    | RoleCapacity
    | Limits
    | SheetNote
    | KeptPlan
)


class Part(StrEnum):
    """Where an item stands; the value is the name of `PlanBook`'s part."""

    TARGET = "targets"
    DECISION = "decisions"
    OWN = "own"
    FOLLOW_UP = "follow_ups"
    PROJECT = "projects"
    SYSTEM = "systems"
    PERSON = "people"
    ROLE = "roles"
    LIMITS = "limits"
    SHEET = "sheet"
    PLAN = "plan"


#: Of these there is one; its id is empty.
SINGLE = frozenset({Part.LIMITS, Part.PLAN})

#: What holds as long as nobody says otherwise.
USUAL_LIMITS = Limits()

#: What stands in each part.
TYPES: Mapping[Part, type[Item]] = {
    Part.TARGET: Target,
    Part.DECISION: MeasureDecision,
    Part.OWN: OwnMeasure,
    Part.FOLLOW_UP: FollowUp,
    Part.PROJECT: Project,
    Part.SYSTEM: System,
    Part.PERSON: KeyPerson,
    Part.ROLE: RoleCapacity,
    Part.LIMITS: Limits,
    Part.SHEET: SheetNote,
    Part.PLAN: KeptPlan,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An item in its place; None: nothing stands there.

    `key` is an id of an area (targets), of a measure (decisions, follow-ups), of a role, of an
    element of the strategy (sheet), or the item's own.
    """

    part: Part
    key: str
    item: Item | None


@dataclass(frozen=True, slots=True)
class PlanBook:
    """Each part by the ids of `Entry.key`, in the order in which items were first put down."""

    targets: Mapping[str, Target] = field(default_factory=dict)
    decisions: Mapping[str, MeasureDecision] = field(default_factory=dict)
    own: Mapping[str, OwnMeasure] = field(default_factory=dict)
    follow_ups: Mapping[str, FollowUp] = field(default_factory=dict)
    projects: Mapping[str, Project] = field(default_factory=dict)
    systems: Mapping[str, System] = field(default_factory=dict)
    people: Mapping[str, KeyPerson] = field(default_factory=dict)
    roles: Mapping[str, RoleCapacity] = field(default_factory=dict)
    limits: Limits = USUAL_LIMITS
    sheet: Mapping[str, SheetNote] = field(default_factory=dict)
    plan: KeptPlan | None = None

    def item(self, part: Part, key: str) -> Item | None:
        """What stands in a place."""
        found = getattr(self, part)
        if part in SINGLE:
            item: Item | None = found
        else:
            item = found.get(key)
        return item

    def with_entry(self, entry: Entry) -> PlanBook:
        """The book after an entry."""
        content: Any = entry.item
        if entry.part is Part.LIMITS:
            content = entry.item or USUAL_LIMITS
        elif entry.part is not Part.PLAN:
            content = dict(getattr(self, entry.part))
            if entry.item is None:
                content.pop(entry.key, None)
            else:
                content[entry.key] = entry.item
        changed: dict[str, Any] = {entry.part.value: content}
        return replace(self, **changed)

    @property
    def goals(self) -> Mapping[str, float]:
        """The scores agreed on by area, as `evaluate` takes them."""
        return {area: target.score for area, target in self.targets.items()}

    @property
    def empty(self) -> bool:
        """Whether nothing was put down at all."""
        return self == PlanBook()


#: A company that planned nothing yet.
EMPTY = PlanBook()
