"""The landscape as a map, and what it shows in words; the same on screen and on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from digimaturity.charts.landscape_data import Edge, How, LandscapeMap, Lane, Legend, Node
from digimaturity.charts.landscape_map import height
from digimaturity.domain.roadmap.items import Exchange, System
from digimaturity.domain.roadmap.landscape import Landscape, Link
from digimaturity.domain.roadmap.uses import use_of
from digimaturity.i18n import Translator
from digimaturity.report.landscape_words import names_of
from digimaturity.report.use_words import field_names

#: So many applications can be drawn so that the eye still follows the lines; of more that many.
MOST, OF_MORE = 32, 24

_WAYS: Mapping[Exchange, How] = {
    Exchange.AUTOMATIC: "automatic",
    Exchange.FILE: "file",
    Exchange.BY_HAND: "by_hand",
}


def fitting_map(landscape: Landscape, t: Translator, width: float, room: float) -> LandscapeMap:
    """The map that is no higher than `room` points at that width, with as many as fit.

    Where not even a few fit, it is a little higher.
    """
    made = map_of(landscape, t)
    for most in (OF_MORE, OF_MORE * 2 // 3, OF_MORE // 3):
        if height(made, width) <= room:
            break
        made = map_of(landscape, t, most)
    return made


def map_of(landscape: Landscape, t: Translator, most: int = MOST) -> LandscapeMap:
    """The map; of more than `most` applications those that exchange most, others in words."""
    links = landscape.links
    joined = Counter(end for link in links for end in (link.origin, link.to))
    drawn = _drawn(landscape, joined, most)
    lanes = []
    for field, name in field_names(t).items():
        own = [key for key, one in landscape.systems.items() if use_of(one.use).field == field]
        shown = sorted((key for key in own if key in drawn), key=lambda key: -joined[key])
        left = [key for key in own if key not in drawn]
        if own:
            nodes = tuple(_node(landscape, key) for key in shown)
            lanes.append(Lane(name, nodes, _more(landscape.systems, left, t, drawn=bool(shown))))
    edges = _edges([link for link in links if link.origin in drawn and link.to in drawn])
    return LandscapeMap(tuple(lanes), edges, _legend(t))


def map_words(landscape: Landscape, t: Translator) -> str:
    """What the map shows, for who cannot see it."""
    systems, links = landscape.systems, landscape.links
    ways = Counter(link.how for link in links)
    said = [
        t.plural("One application", "{n} applications", len(systems)),
        t.plural("one interface", "{n} interfaces", len(links)),
    ]
    parts = {
        Exchange.AUTOMATIC: t("{n} automatic", n=ways[Exchange.AUTOMATIC]),
        Exchange.FILE: t("{n} by file", n=ways[Exchange.FILE]),
        Exchange.BY_HAND: t("{n} by hand", n=ways[Exchange.BY_HAND]),
    }
    told = ", ".join(words for how, words in parts.items() if ways[how])
    sentence = f"{', '.join(said)} ({told})." if told else f"{', '.join(said)}."
    if landscape.islands:
        names = names_of(landscape.islands, lambda key: systems[key].name, t)
        sentence += " " + t("Islands: {names}.", names=names)
    return sentence


def _drawn(landscape: Landscape, joined: Mapping[str, int], most: int) -> frozenset[str]:
    told = {key for one in landscape.overlaps for key in one.systems} | {*landscape.islands}
    systems = landscape.systems
    order = sorted(systems, key=lambda key: (-joined[key], key not in told, systems[key].name))
    return frozenset(order if len(order) <= most else order[: min(most, OF_MORE)])


def _node(landscape: Landscape, key: str) -> Node:
    system = landscape.systems[key]
    return Node(
        key,
        system.name,
        without_it=system.with_it is False,
        orphan=key in landscape.orphans,
        island=key in landscape.islands,
    )


def _more(systems: Mapping[str, System], left: Sequence[str], t: Translator, *, drawn: bool) -> str:
    if not left:
        return ""
    names = names_of(left, lambda key: systems[key].name, t, most=3)
    return t("Besides: {names}", names=names) if drawn else names


def _edges(links: Sequence[Link]) -> tuple[Edge, ...]:
    """One line for each two systems and way; both directions in one."""
    made: dict[tuple[str, str, Exchange], bool] = {}
    for link in links:
        if (link.to, link.origin, link.how) in made:
            made[link.to, link.origin, link.how] = True
        else:
            made.setdefault((link.origin, link.to, link.how), False)
    return tuple(
        Edge(origin, to, _WAYS[how], back=back) for (origin, to, how), back in made.items()
    )


def _legend(t: Translator) -> Legend:
    return Legend(
        automatic=t("automatic"),
        file=t("by file"),
        by_hand=t("carried by hand"),
        without_it=t("bought without IT"),
        orphan=t("without an owner"),
        island=t("island"),
    )
