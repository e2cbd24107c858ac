"""What is missing, or too much, in the texts of one thing in one language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from digimaturity.domain.questionnaire import Kind, Leadership
from digimaturity.packs.nodes import Node
from digimaturity.packs.problems import nearest
from digimaturity.packs.sizes import SIZES
from digimaturity.packs.structure import HELD, Site, Structure, place_of
from digimaturity.packs.texts import LanguageTexts


@dataclass(frozen=True, slots=True)
class Expected:
    """What must be said of one thing: `always`, and `alike` in all languages or in none.

    `place` is where the thing is defined. `levels` is the number of anchors, `options` what can be
    chosen; None where nobody can say. `variant` is a text that some may have of their own, with
    those who may: the viewpoints a wording, the sizes of a firm what holds for them, the holders of
    a decision an advice.
    """

    place: Node
    always: tuple[str, ...] = ("name",)
    alike: tuple[str, ...] = ()
    levels: int | None = None
    options: tuple[str, ...] | None = None
    variant: tuple[str, tuple[str, ...]] = ("", ())


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of an entry, at `node`; `key` is the path within the entry."""

    code: str
    node: Node
    key: tuple[str, ...]
    details: dict[str, object] = field(default_factory=dict)


def expectations(
    structure: Structure, texts: Iterable[LanguageTexts]
) -> dict[str, dict[str, Expected]]:
    """For each section of the texts what it must hold, by key.

    Readings, profiles and glossary are there in all of `texts`, the languages, or in none.
    """
    named = {"dimensions": structure.dimensions, "areas": structure.areas}
    return {
        **{
            section: {
                key: Expected(place_of(node), alike=("about",)) for key, node in nodes.items()
            }
            for section, nodes in named.items()
        },
        "index": {key: Expected(place_of(node)) for key, node in structure.codes.items()},
        "decisions": {
            key: Expected(place_of(node), variant=("advice", HELD))
            for key, node in structure.decisions.items()
        },
        "questions": {
            key: _of_question(site)
            for key, site in structure.questions.items()
            if site.node.fields()  # The questions of a decision have the decision's text.
        },
        "measures": {
            key: Expected(
                place_of(node),
                ("title", "what", "steps", "kpi"),
                ("pitfall",),
                variant=("at_size", tuple(SIZES)),
            )
            for key, node in structure.measures.items()
        },
        **_spoken(structure, [one.sections for one in texts]),
    }


def _spoken(
    structure: Structure, languages: Sequence[Mapping[str, Mapping[str, Node]]]
) -> dict[str, dict[str, Expected]]:
    """What must be said in every language because one says it."""
    known: dict[str, Collection[str]] = {
        "dimension_readings": structure.dimensions,
        "area_readings": structure.areas,
        "profiles": list(Leadership),
    }
    always = {"profiles": ("strengths", "risks", "step"), "glossary": ("term", "means")}
    found: dict[str, dict[str, Expected]] = {}
    for section in (*known, "glossary"):
        said = {key: node for own in languages for key, node in own.get(section, {}).items()}
        found[section] = {
            key: Expected(node, always.get(section, ()))
            for key, node in said.items()
            if key in known.get(section, said)
        }
    return found


def _of_question(site: Site) -> Expected:
    own = {Kind.LEVELS: ("levels",), Kind.MANY_OF: ("options",), Kind.ONE_OF: ("options",)}
    return Expected(
        place_of(site.node),
        ("text", *(own.get(site.kind, ()) if site.kind else ())),
        ("why", "evidence", "talk"),
        site.levels if site.kind is Kind.LEVELS else None,
        site.options,
        ("wordings", site.viewpoints),
    )


def entry_faults(
    entry: Node, twins: Sequence[Node], thing: Expected, steps: int | None
) -> Iterator[Fault]:
    """Compare an entry with what is expected, and with its `twins` in all languages.

    `steps` is their number in the first language, as far as it can be relied on.
    """
    said = {key for twin in twins for key in twin.fields()}
    for key in thing.always:
        if entry.get(key) is None:
            yield Fault("text.missing", entry, (key,))
    for key in thing.alike:
        if entry.get(key) is None and key in said:
            yield Fault("text.missing", entry, (key,))
    yield from _lists(entry, thing, steps)
    yield from _options(entry, thing)
    yield from _variants(entry, twins, *thing.variant)


def _lists(entry: Node, thing: Expected, wanted_steps: int | None) -> Iterator[Fault]:
    levels, steps = entry.get("levels"), entry.get("steps")
    if levels and "levels" not in thing.always and "text" in thing.always:
        yield Fault("text.surplus", levels, ("levels",))
    elif levels and thing.levels is not None:
        yield from _count(levels, "levels", thing.levels)
    if steps and wanted_steps is not None:
        yield from _count(steps, "steps", wanted_steps)


def _count(node: Node, key: str, wanted: int) -> Iterator[Fault]:
    found = len(node.items())
    if found != wanted:
        yield Fault("text.count", node, (key,), {"wanted": wanted, "found": found})


def _options(entry: Node, thing: Expected) -> Iterator[Fault]:
    node = entry.get("options")
    if node is None or thing.options is None:
        if node is not None and "options" not in thing.always:
            yield Fault("text.surplus", node, ("options",))
        return
    yield from _by_key("options", node, thing.options, thing.options)


def _variants(
    entry: Node, twins: Sequence[Node], name: str, allowed: tuple[str, ...]
) -> Iterator[Fault]:
    own = [twin.get(name) for twin in twins]
    spoken = {key for node in own if node for key in node.fields()}
    needed = [key for key in allowed if key in spoken]
    node = entry.get(name)
    if node is not None:
        yield from _by_key(name, node, needed, allowed)
    elif needed:
        yield Fault("text.missing", entry, (name,))


def _by_key(
    name: str, node: Node, needed: Collection[str], allowed: Collection[str]
) -> Iterator[Fault]:
    """Texts by key: each needed one must be there, and no other than the allowed ones."""
    lacking = [key for key in needed if key not in node.fields()]
    meant = set()
    for key, text in node.fields().items():
        if key not in allowed:
            near = nearest(key, lacking)
            meant.add(near)
            yield Fault("text.surplus", text, (name, key), {"suggestion": near})
    for key in lacking:
        if key not in meant:
            yield Fault("text.missing", node, (name, key))
