"""The figures that one file of Eurostat's states, and what in it is not for us."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from digimaturity.domain.official import AdoptionRate, BandShares, Source
from digimaturity.errors import UserError
from digimaturity.packs.eurostat import codes
from digimaturity.packs.eurostat.cells import Contents
from digimaturity.packs.eurostat.gathering import Gathered
from digimaturity.packs.eurostat.leftovers import Skipped
from digimaturity.packs.eurostat.recognising import contents_of, named
from digimaturity.packs.eurostat.unpacking import Unpacked, unpacked
from digimaturity.packs.merging import Figure
from digimaturity.progress import Watch, unwatched


@dataclass(frozen=True, slots=True)
class Extract:
    """What a file states; `dated` tells whether the file itself says when it was updated.

    Where it does not, the source carries the date that was given, else the file's own.
    """

    path: Path
    form: str
    source: Source
    dated: bool
    bands: tuple[BandShares, ...]
    rates: tuple[AdoptionRate, ...]
    skipped: tuple[Skipped, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of both kinds."""
        return (*self.bands, *self.rates)


def read_extract(
    path: Path,
    wanted: Collection[str] = (),
    *,
    updated: date | None = None,
    today: date | None = None,
    watch: Watch = unwatched,
) -> Extract:
    """Read a file of Eurostat's in any of its forms, plain or packed, in bounded memory.

    Args:
        path: The file; its form is known by its content.
        wanted: Codes of technologies to take, besides those of `codes`.
        updated: The day the data were updated, for a file that does not say so.
        today: No file counts as younger than this day.
        watch: Told how much is read; what it raises goes through.

    Raises:
        UserError: ``benchmark.*`` with the reason, or those of reading a file. Nothing of such a
            file is of use.
    """
    gathered = Gathered.of(path, {*codes.TECHNOLOGIES, *wanted})
    with ExitStack() as stack:

        def opened(begin: float, share: float) -> Unpacked:
            return stack.enter_context(unpacked(path, lambda done: watch(begin + share * done)))

        first = opened(0.0, 0.0)
        contents = contents_of(first, path, opened, gathered.judge.is_wanted)
        if contents.dataset and not codes.DATASET.fullmatch(contents.dataset):
            raise UserError("benchmark.dataset", path=path, dataset=contents.dataset)
        for cell in contents.cells:
            gathered.take(cell)
        if not gathered.taken:
            raise UserError("benchmark.nothing", path=path, skipped=gathered.left.told())
        dataset = _dataset(contents, first.name, path, gathered)
        day = first.day if today is None else min(first.day, today)
    stated = contents.updated or (updated or day).isoformat()
    if today is not None and stated > today.isoformat():
        raise UserError("benchmark.future", path=path, updated=stated)
    source = source_of(dataset, stated, contents.title)
    bands, rates = gathered.bands(source.id), gathered.rates(source.id)
    skipped = gathered.left.told()
    if not bands and not rates:
        raise UserError("benchmark.nothing", path=path, skipped=skipped)
    return Extract(path, contents.form, source, bool(contents.updated), bands, rates, skipped)


def source_of(dataset: str, updated: str, title: str = "") -> Source:
    """The source of a data set as it stood on a day; another day is another source."""
    return Source(
        id=f"{dataset}-{updated}",
        publisher=codes.PUBLISHER,
        title=codes.TITLES.get(dataset) or title[:200] or dataset,
        dataset=dataset,
        updated=updated,
        licence=codes.LICENCE,
        url=codes.PAGE.format(dataset=dataset),
    )


def _dataset(contents: Contents, name: str, path: Path, gathered: Gathered) -> str:
    """The data set: as the file names it, or its file name, or the one that has such figures."""
    guessed = gathered.dataset()
    dataset = contents.dataset or named(name) or guessed
    of_index = dataset in (codes.INDEX_DATASET, codes.INDEX_BY_SECTOR)
    if not codes.DATASET.fullmatch(dataset) or not gathered.fits(of_index=of_index):
        raise UserError("benchmark.dataset", path=path, dataset=dataset)
    return dataset
