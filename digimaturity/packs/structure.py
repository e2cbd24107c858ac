"""Which ids a pack has and where they stand, as far as a broken pack lets one see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import inf

from digimaturity.domain.questionnaire import LEVELS, Holder, Kind, Part, Viewpoint
from digimaturity.packs.nodes import Node
from digimaturity.packs.problems import Problem

#: How a decision can be held for which a pack may have advice.
HELD = ("it_only", "business_only", "nobody")


@dataclass(frozen=True, slots=True)
class Site:
    """A question where it stands. What could not be understood is None.

    `options` are the ids that can be chosen. `rated` tells that it counts in the score.
    """

    id: str
    node: Node
    kind: Kind | None
    levels: int | None = None
    options: tuple[str, ...] | None = None
    rated: bool = False

    @property
    def scored(self) -> bool:
        """Whether an answer has a score; yes where nobody can say."""
        return self.kind in (None, Kind.LEVELS, Kind.YES_NO, Kind.MANY_OF)

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The lowest and the highest number that an answer can be; None where nobody can say."""
        if self.kind is Kind.LEVELS:
            return None if self.levels is None else (1, self.levels)
        lowest, highest = number_at(self.node, "minimum"), number_at(self.node, "maximum")
        lowest = -inf if lowest is None else lowest
        highest = inf if highest is None else highest
        return (lowest, highest) if lowest < highest else None

    @property
    def viewpoints(self) -> tuple[str, ...]:
        """Who is asked."""
        node = self.node.get("viewpoints")
        asked = [item.value for item in node.items()] if node else list(Viewpoint)
        return tuple(str(viewpoint) for viewpoint in asked)


@dataclass(slots=True)
class Structure:
    """Everything that has an id, with its node; the first of equal ids counts."""

    dimensions: dict[str, Node] = field(default_factory=dict)
    areas: dict[str, Node] = field(default_factory=dict)
    questions: dict[str, Site] = field(default_factory=dict)
    elements: dict[str, Node] = field(default_factory=dict)
    codes: dict[str, Node] = field(default_factory=dict)
    plans: list[Node] = field(default_factory=list)
    decisions: dict[str, Node] = field(default_factory=dict)
    measures: dict[str, Node] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    #: Whether all ids of pack.yaml, and of the files of measures, can be seen.
    complete: bool = True
    measures_complete: bool = True


def structure_of(pack: Node, measures: Iterable[Node]) -> Structure:
    """Gather the ids of a pack; equal ids are its problems."""
    found = Structure()
    for dimension in _list(pack, "dimensions"):
        _note(found, found.dimensions, dimension)
        for area in _list(dimension, "areas"):
            _note(found, found.areas, area)
            for question in _list(area, "questions"):
                _question(found, question, rated=True)
    _beside_the_areas(found, pack)
    for root in measures:
        for measure in _list(root, "measures"):
            _note(found, found.measures, measure)
    return found


def _beside_the_areas(found: Structure, pack: Node) -> None:
    for element in _list(pack, "strategy"):
        _note(found, found.elements, element)
        if follow_up := element.get("question"):
            _question(found, follow_up)
    for plan in _list(pack, "plans"):
        found.plans.append(plan)
        if intent := plan.get("question"):
            _question(found, intent)
    for fact in _list(pack, "facts"):
        _question(found, fact)
    index = pack.get("index")
    for item in _list(index, "items") if index else ():
        _note(found, found.codes, item, "code")
    for decision in _list(pack, "decisions"):
        _decision(found, decision)


def _question(found: Structure, node: Node, *, rated: bool = False) -> None:
    key = node.get("id")
    if key is None or not isinstance(key.value, str):
        return
    kind_node = node.get("kind")
    named = Kind.LEVELS if kind_node is None else kind_node.value
    kind = Kind(named) if named in list(Kind) else None
    site = Site(key.value, node, kind, _levels(node), _options(found, node), rated)
    _site(found, site, key)


def _site(found: Structure, site: Site, key: Node) -> None:
    first = found.questions.setdefault(site.id, site)
    if first is not site:
        line = place_of(first.node).line
        found.problems.append(key.problem("id.duplicate", id=site.id, first=line))


def _levels(node: Node) -> int | None:
    if node.get("levels") is None:
        return LEVELS
    named = number_at(node, "levels")
    return int(named) if named is not None and named > 1 else None


def _options(found: Structure, node: Node) -> tuple[str, ...] | None:
    named = node.get("options")
    if named is None:
        return None
    options: dict[str, Node] = {}
    for option in named.items():
        _note(found, options, option)
    return tuple(options) if options else None


def _decision(found: Structure, node: Node) -> None:
    if not isinstance(node.value, str):
        return
    first = found.decisions.setdefault(node.value, node)
    if first is not node:
        found.problems.append(node.problem("id.duplicate", id=node.value, first=first.line))
        return
    for part in Part:
        holders = tuple(holder.value for holder in Holder)
        site = Site(f"{node.value}.{part}", node, Kind.ONE_OF, options=holders)
        _site(found, site, node)


def _note(found: Structure, ids: dict[str, Node], node: Node, name: str = "id") -> None:
    key = node.get(name)
    if key is None or not isinstance(key.value, str):
        return
    first = place_of(ids.setdefault(key.value, node))
    if first is key:
        return
    if first.file == node.file:
        found.problems.append(key.problem("id.duplicate", id=key.value, first=first.line))
    else:
        details = {"id": key.value, "file": first.file, "first": first.line}
        found.problems.append(key.problem("id.elsewhere", **details))


def place_of(node: Node) -> Node:
    """Where the id of a thing stands; a decision is nothing but its id."""
    return node.get("id") or node.get("code") or node


def number_at(node: Node, key: str) -> float | None:
    """The number under `key`; None where there is none."""
    part = node.get(key)
    plain = part.value if part else None
    return plain if isinstance(plain, int | float) and not isinstance(plain, bool) else None


def _list(node: Node, key: str) -> Iterator[Node]:
    part = node.get(key)
    yield from part.items() if part else ()
