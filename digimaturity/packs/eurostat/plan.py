"""What an import would change: added, replaced, renewed, left alone, each with its figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from digimaturity.domain.official import AdoptionRate, BandShares, BenchmarkData, Source
from digimaturity.domain.texts import Localized
from digimaturity.errors import UserError
from digimaturity.packs.eurostat.extract import Extract
from digimaturity.packs.merging import Figure, Key, figures_of, key_of, merged, rank_of


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is there and the one of the file that is about the same."""

    old: Figure
    new: Figure
    old_source: Source
    new_source: Source


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What becomes of each figure of the files; nothing has been changed yet.

    `replaced` have another value or flag than what is there; `renewed` have the same, of a newer
    update; `same` are there as they are; `older` are left alone for a newer figure that is there.
    `names` are what the installed questionnaires call the technologies, by their codes.
    """

    extracts: tuple[Extract, ...]
    added: tuple[Figure, ...] = ()
    replaced: tuple[Change, ...] = ()
    renewed: tuple[Figure, ...] = ()
    same: tuple[Figure, ...] = ()
    older: tuple[Change, ...] = ()
    names: Mapping[str, Localized] = field(default_factory=dict)

    @property
    def changes(self) -> bool:
        """Whether anything would be written."""
        return bool(self.added or self.replaced or self.renewed)

    @property
    def taken(self) -> BenchmarkData:
        """The figures to write, with their sources."""
        figures = (*self.added, *(change.new for change in self.replaced), *self.renewed)
        return _data(figures, _sources(self.extracts))


def plan_import(extracts: Sequence[Extract], installed: BenchmarkData) -> ImportPlan:
    """Lay what the files state beside what is installed.

    Raises:
        UserError: ``benchmark.contradiction``: two of the files state the same figure of the same
            update differently.
    """
    stated = _stated(extracts)
    sources = {**installed.sources, **_sources(extracts)}
    present = {key_of(figure): figure for figure in figures_of(installed)}
    kinds: dict[str, list[Figure]] = {"added": [], "renewed": [], "same": []}
    changes: dict[str, list[Change]] = {"replaced": [], "older": []}
    for key, new in stated.items():
        old = present.get(key)
        if old is None:
            kinds["added"].append(new)
            continue
        change = Change(old, new, installed.sources[old.source], sources[new.source])
        ranks = rank_of(change.old_source), rank_of(change.new_source)
        if ranks[1] < ranks[0]:
            changes["older"].append(change)
        elif not _alike(old, new):
            changes["replaced"].append(change)
        else:
            kinds["renewed" if ranks[1] > ranks[0] else "same"].append(new)
    return ImportPlan(
        tuple(extracts),
        added=tuple(kinds["added"]),
        replaced=tuple(changes["replaced"]),
        renewed=tuple(kinds["renewed"]),
        same=tuple(kinds["same"]),
        older=tuple(changes["older"]),
    )


def with_imported(own: BenchmarkData, plan: ImportPlan) -> BenchmarkData:
    """The user's own figures with those of the plan."""
    return merged([own, plan.taken])


def without_dataset(own: BenchmarkData, dataset: str) -> BenchmarkData:
    """The user's own figures without those of one data set."""
    kept = [one for one in figures_of(own) if own.sources[one.source].dataset != dataset]
    return _data(kept, own.sources)


def _stated(extracts: Iterable[Extract]) -> dict[Key, Figure]:
    """Each figure of the files once: of the newest update."""
    chosen: dict[Key, tuple[Figure, Extract]] = {}
    for extract in extracts:
        for figure in extract.figures:
            key = key_of(figure)
            before, first = chosen.get(key, (figure, extract))
            ranks = rank_of(first.source), rank_of(extract.source)
            if ranks[0] == ranks[1] and not _alike(before, figure):
                raise UserError(
                    "benchmark.contradiction", path=extract.path, first=first.path, what=figure
                )
            if key not in chosen or ranks[1] > ranks[0]:
                chosen[key] = (figure, extract)
    return {key: figure for key, (figure, _) in chosen.items()}


def _alike(one: Figure, other: Figure) -> bool:
    """Whether both state the same, whatever their source."""
    return replace(one, source="", n=None) == replace(other, source="", n=None)


def _sources(extracts: Iterable[Extract]) -> Mapping[str, Source]:
    return {extract.source.id: extract.source for extract in extracts}


def _data(figures: Iterable[Figure], sources: Mapping[str, Source]) -> BenchmarkData:
    every = tuple(figures)
    return BenchmarkData(
        tuple(figure for figure in every if isinstance(figure, BandShares)),
        tuple(figure for figure in every if isinstance(figure, AdoptionRate)),
        sources,
    )
