"""What the schema cannot say of a pack's structure: ids that live, points, bounds and bands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from digimaturity.domain.questionnaire import Kind
from digimaturity.packs.nodes import Node
from digimaturity.packs.problems import Problem, nearest
from digimaturity.packs.structure import Site, Structure, number_at, place_of


def pack_problems(pack: Node, structure: Structure) -> Iterator[Problem]:
    """Everything that is wrong with questions and index beyond their form."""
    for site in structure.questions.values():
        yield from _replaced_but_living(site, structure)
        yield from _worthless_options(site)
        yield from _empty_range(site)
    yield from _plan_problems(structure)
    yield from _falling_bands(pack)


def _replaced_but_living(site: Site, structure: Structure) -> Iterator[Problem]:
    replaces = site.node.get("replaces")
    for old in replaces.items() if replaces else ():
        if isinstance(old.value, str) and old.value in structure.questions:
            yield old.problem("replaces.living", question=site.id, old=old.value)


def _worthless_options(site: Site) -> Iterator[Problem]:
    options = site.node.get("options")
    if not options or not site.rated or site.kind is not Kind.MANY_OF:
        return
    points = [option.get("points") for option in options.items()]
    if points and all(node is None or node.value == 0 for node in points):
        yield options.problem("options.worthless", question=site.id)


def _empty_range(site: Site) -> Iterator[Problem]:
    lowest, highest = number_at(site.node, "minimum"), number_at(site.node, "maximum")
    if lowest is not None and highest is not None and lowest >= highest:
        yield site.node.fields()["maximum"].problem("range.empty", lowest=lowest, highest=highest)


def _plan_problems(structure: Structure) -> Iterator[Problem]:
    """A plan belongs to an area, and never has a score: intent is kept apart from state."""
    for plan in structure.plans:
        area, question = plan.get("area"), plan.get("question")
        known = area is None or not isinstance(area.value, str) or area.value in structure.areas
        if area is not None and not known and structure.complete:
            near = nearest(area.raw, structure.areas)
            yield area.problem("area.unknown", area=area.raw, suggestion=near)
        key = question.get("id") if question else None
        site = structure.questions.get(key.raw) if key else None
        if question and site and site.node is question and site.kind and site.scored:
            yield place_of(question).problem("plan.scored", question=site.id, kind=str(site.kind))


def _falling_bands(pack: Node) -> Iterator[Problem]:
    index = pack.get("index")
    bands = index.get("bands") if index else None
    counts = [node.value for node in bands.items()] if bands else []
    numbers = [count for count in counts if isinstance(count, int)]
    if bands and any(left >= right for left, right in pairwise(numbers)):
        yield bands.problem("bands.order")
