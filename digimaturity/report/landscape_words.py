"""What was found in the application landscape, in sentences; the same on screen and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from digimaturity.domain.roadmap.items import Project
from digimaturity.domain.roadmap.landscape import Landscape, Link, Overlap
from digimaturity.domain.roadmap.system_costs import Step
from digimaturity.i18n import Translator
from digimaturity.report.model.viewpoints import Grid
from digimaturity.report.roadmap_words import euro_words
from digimaturity.report.use_words import field_names, use_name

#: So many names are told one by one; of more the list of applications tells.
NAMED = 6
#: So many applications are told that cost most for each user.
_DEAREST = 3
#: How many years the growth of their number is told over, where that much is known.
_YEARS = 5


@dataclass(frozen=True, slots=True)
class Told:
    """A finding: its `kind`, a short head, the sentence, and the systems concerned by their ids.

    `kind` is ``overlap``, ``island``, ``by_hand``, ``orphan``, ``without_it``, ``dangling``, or a
    question: ``perhaps`` (an overlap that may have its reason), ``unknown``, ``untold``.
    """

    kind: str
    head: str
    words: str
    systems: tuple[str, ...]


def findings(
    landscape: Landscape, projects: Mapping[str, Project], t: Translator
) -> tuple[Told, ...]:
    """All findings, the worst first, questions last; nothing where there are no applications."""
    if not landscape.systems:
        return ()
    teller = _Teller(landscape, projects, t)
    return tuple(teller.all())


def names_of(
    keys: Sequence[str], name: Callable[[str], str], t: Translator, most: int = NAMED
) -> str:
    """``CRM, web shop and 4 more``; one that would be left is named, too."""
    # A single one more would need the gender of what is listed, and is no shorter than its name.
    shown = [name(key) for key in keys[: most if len(keys) > most + 1 else most + 1]]
    rest = len(keys) - len(shown)
    if rest:
        return t("{names} and {n} more", names=", ".join(shown), n=rest)
    if len(shown) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(shown)
    return t("{names} and {last}", names=", ".join(shown[:-1]), last=shown[-1])


@dataclass(frozen=True, slots=True)
class _Teller:
    landscape: Landscape
    projects: Mapping[str, Project]
    t: Translator

    def all(self) -> Iterator[Told]:
        overlaps = [self._overlap(one) for one in self.landscape.overlaps]
        yield from (told for told in overlaps if told.kind == "overlap")
        found = (
            self._islands(),
            self._by_hand(),
            self._orphans(),
            self._without_it(),
            self._dangling(),
        )
        yield from (told for told in found if told is not None)
        yield from (told for told in overlaps if told.kind == "perhaps")
        asked = (self._unknown(), self._untold())
        yield from (told for told in asked if told is not None)

    def _name(self, key: str) -> str:
        return self.landscape.systems[key].name

    def _names(self, keys: Sequence[str]) -> str:
        return names_of(keys, self._name, self.t)

    def _overlap(self, one: Overlap) -> Told:
        t, names = self.t, self._names(one.systems)
        use = use_name(one.use, t)
        parts = []
        if len(one.systems) > 1:
            if one.sure:
                head = t("Twice: {use}", use=use)
                parts.append(
                    t("{names} serve the same purpose, and no data go between them.", names=names)
                )
            else:
                head = t("Perhaps twice: {use}", use=use)
                parts.append(t("{names} serve the same purpose. Is there a reason?", names=names))
            if one.cost:
                parts.append(self._cost(one, one.cost))
        else:
            head = t("Soon twice: {use}", use=use)
            parts.append(t("{name} is there already.", name=names))
        if one.projects:
            projects = names_of(one.projects, lambda key: self.projects[key].name, t)
            parts.append(
                t.plural(
                    "The project {projects} brings another one.",
                    "The projects {projects} each bring another one.",
                    len(one.projects),
                    projects=projects,
                )
            )
        kind = "overlap" if one.sure or one.projects else "perhaps"
        return Told(kind, head, " ".join(parts), one.systems)

    def _cost(self, one: Overlap, euros: float) -> str:
        """What they cost; where not all of it is known, nobody is told that it is all."""
        t, costs = self.t, self.landscape.costs
        cost = euro_words(t, euros)
        if all(key in costs.by_system for key in one.systems):
            return t("Together they cost {cost} in {year}.", cost=cost, year=costs.year)
        return t("As far as is known, they cost {cost} in {year}.", cost=cost, year=costs.year)

    def _islands(self) -> Told | None:
        found, t = self.landscape.islands, self.t
        if not found:
            return None
        names = self._names(found)
        words = t.plural(
            "{names} exchanges data with no other application, though its purpose calls for it.",
            "{names} exchange data with no other application, though their purpose calls for it.",
            len(found),
            names=names,
        )
        alone = sum(self.landscape.systems[key].with_it is False for key in found)
        if len(found) == 1 and alone:
            words += " " + t("It was bought without IT.")
        elif alone:
            words += " " + t.plural(
                "One of them was bought without IT.", "{n} of them were bought without IT.", alone
            )
        return Told("island", t("Islands"), words, found)

    def _orphans(self) -> Told | None:
        found, t = self.landscape.orphans, self.t
        if not found:
            return None
        words = t.plural(
            "Nobody is named who answers for {names}.",
            "Nobody is named who answers for {names}.",
            len(found),
            names=self._names(found),
        )
        return Told("orphan", t("Without an owner"), words, found)

    def _by_hand(self) -> Told | None:
        found, t = self.landscape.by_hand, self.t
        if not found:
            return None
        ways = [self._way(link) for link in found[:NAMED]]
        words = t.plural(
            "People carry data from one application to another in one place: {ways}.",
            "People carry data from one application to another in {n} places: {ways}.",
            len(found),
            ways="; ".join(ways) + (" …" if len(found) > NAMED else ""),
        )
        return Told("by_hand", t("Carried by hand"), words, _ends(found))

    def _way(self, link: Link) -> str:
        systems, t = self.landscape.systems, self.t
        begin, end = systems[link.origin].name, systems[link.to].name
        if link.what:
            return t("{begin} → {end} ({what})", begin=begin, end=end, what=link.what)
        return t("{begin} → {end}", begin=begin, end=end)

    def _without_it(self) -> Told | None:
        found, t = self.landscape.without_it, self.t
        if not found:
            return None
        words = t.plural(
            "{names} was bought without IT.",
            "{names} were bought without IT.",
            len(found),
            names=self._names(found),
        )
        return Told("without_it", t("Bought without IT"), words, found)

    def _dangling(self) -> Told | None:
        found, t = self.landscape.dangling, self.t
        if not found:
            return None
        keys = tuple(dict.fromkeys(link.origin for link in found))
        words = t("An interface of {names} leads to no application.", names=self._names(keys))
        return Told("dangling", t("Leading nowhere"), words, keys)

    def _unknown(self) -> Told | None:
        found, t = self.landscape.unknown, self.t
        if not found:
            return None
        words = t.plural(
            "Of {names} nobody said whether IT took part when it was bought.",
            "Of {names} nobody said whether IT took part when they were bought.",
            len(found),
            names=self._names(found),
        )
        return Told("unknown", t("With or without IT?"), words, found)

    def _untold(self) -> Told | None:
        found, t = self.landscape.untold, self.t
        if not found:
            return None
        words = t.plural(
            "What {names} is used for was not chosen; so nobody sees whether it is there twice.",
            "What {names} are used for was not chosen; "
            "so nobody sees whether they are there twice.",
            len(found),
            names=self._names(found),
        )
        return Told("untold", t("Used for what?"), words, found)


def _ends(links: Sequence[Link]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(end for link in links for end in (link.origin, link.to)))


def coverage(landscape: Landscape, t: Translator) -> tuple[str, ...]:
    """What the findings rest on, where that is less than everything."""
    costs, said = landscape.costs, []
    if not landscape.systems:
        return ()
    if costs.year is None:
        said.append(t("No cost is known yet."))
    elif costs.known < costs.systems:
        facts = {"known": costs.known, "all": costs.systems, "year": costs.year}
        said.append(t("The cost of {year} is known for {known} of {all} applications.", **facts))
    if not landscape.links:
        said.append(t("Islands show once interfaces are put down."))
    return tuple(said)


def cost_words(landscape: Landscape, t: Translator) -> str:
    """``12 applications, 84,000 euros in 2026``, as far as costs are known (`coverage`)."""
    costs = landscape.costs
    count = t.plural("One application", "{n} applications", len(landscape.systems))
    if costs.year is None:
        return count
    facts = {"count": count, "sum": euro_words(t, costs.total), "year": costs.year}
    return t("{count}, {sum} in {year}", **facts)


def cost_grid(landscape: Landscape, t: Translator) -> Grid:
    """What each field costs in the year that is told, the dearest first."""
    costs, names = landscape.costs, field_names(t)
    heads = (t("Field of business"), t("Euros in {year}", year=costs.year), t("Cost known"))
    rows = tuple(
        (names[one.key], t.number(one.euros), t("{n} of {all}", n=one.known, all=one.systems))
        for one in (costs.by_field if costs.year is not None else ())
    )
    return Grid(t("Costs by field"), "", heads, rows)


def per_user_words(landscape: Landscape, t: Translator) -> str:
    """The applications that cost most for each of their users; empty where nobody knows."""
    dearest = list(landscape.costs.per_user.items())[:_DEAREST]
    told = [
        t("{name} {amount}", name=landscape.systems[key].name, amount=euro_words(t, euros))
        for key, euros in dearest
    ]
    return t("Most expensive per user: {told}.", told="; ".join(told)) if told else ""


def trend_words(landscape: Landscape, t: Translator) -> tuple[str, ...]:
    """How the costs moved from year to year, newest first, like for like; how many came."""
    steps = [_step_words(landscape, step, t) for step in reversed(landscape.costs.steps)]
    return (*steps, *_count_words(landscape, t))


def _step_words(landscape: Landscape, step: Step, t: Translator) -> str:
    def name(key: str) -> str:
        return landscape.systems[key].name

    parts = []
    if step.systems:
        facts = {
            "year": step.year,
            "later": step.later,
            "before": euro_words(t, step.before),
            "after": euro_words(t, step.after),
        }
        parts.append(
            t.plural(
                "{year} to {later}: from {before} to {after}{change}, for the one application"
                " whose cost is known in both years.",
                "{year} to {later}: from {before} to {after}{change}, for the {n} applications"
                " whose cost is known in both years.",
                len(step.systems),
                change=_change(step.growth, t),
                **facts,
            )
        )
    else:
        words = t(
            "{year} to {later}: no cost is known in both years.", year=step.year, later=step.later
        )
        parts.append(words)
    if step.added:
        names = names_of(step.added, name, t)
        parts.append(
            t("New since: {names}, {sum}.", names=names, sum=euro_words(t, step.added_euros))
        )
    if step.missing:
        parts.append(
            t("Known in one of both years only: {names}.", names=names_of(step.missing, name, t))
        )
    return " ".join(parts)


def _change(growth: float | None, t: Translator) -> str:
    if growth is None:
        return ""
    sign = "+" if growth > 0 else "\N{MINUS SIGN}" if growth < 0 else "±"
    return t(
        " ({sign}{change})", sign=sign, change=t.percent(abs(growth), 0 if abs(growth) >= 1 else 1)
    )


def _count_words(landscape: Landscape, t: Translator) -> tuple[str, ...]:
    costs = landscape.costs
    if len(costs.counts) < 2:  # noqa: PLR2004 - one year is no trend
        return ()
    last, after = costs.counts[-1]
    first, before = next(
        ((last - _YEARS, count) for year, count in reversed(costs.counts) if year <= last - _YEARS),
        costs.counts[0],
    )
    words = t(
        "Of today’s applications, {before} were in use at the end of {first}; {after} at the end"
        " of {last}.",
        before=before,
        after=after,
        first=first,
        last=last,
    )
    unknown = costs.systems - costs.dated
    if unknown:
        words += " " + t.plural(
            "Of one more the year is not known.", "Of {n} more the year is not known.", unknown
        )
    return (words,)
