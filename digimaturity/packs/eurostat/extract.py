"""The figures that one file of Eurostat's states, and what in it is not for us, counted by why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from math import fsum
from pathlib import Path
from typing import BinaryIO

from digimaturity.domain.benchmark import AdoptionRate, BandShares, Population, Source
from digimaturity.domain.indices import Band
from digimaturity.errors import UserError
from digimaturity.packs.eurostat import codes
from digimaturity.packs.eurostat.cells import Cell, Contents, Wanted, Watch
from digimaturity.packs.eurostat.json_stat import is_json, read_json_stat
from digimaturity.packs.eurostat.sdmx_csv import is_sdmx_csv, read_sdmx_csv
from digimaturity.packs.eurostat.tsv import is_tsv, read_tsv
from digimaturity.packs.eurostat.unpacking import Unpacked, unpacked
from digimaturity.packs.figures import ROUNDING
from digimaturity.packs.merging import Figure

#: Figures of one file; all that Eurostat publishes of the survey are a tenth of it.
MOST_FIGURES = 200_000

_ALL = 100.0
_EXAMPLES = 5
_NAMES = 1000
_CONFIDENTIAL = "c"
_HEAD = 4096
_NAME = re.compile(
    r"(estat_)?(?P<dataset>isoc_[a-z0-9_]+?)"
    r"(__custom.*|_page|_linear|_tabular|_en|_de|_fr)*( ?\([0-9]+\))?"
)
_COUNTRY = re.compile("[A-Z]{2}[A-Z0-9_]{0,10}")


class Why(StrEnum):
    """Why something in a file is left out."""

    UNIT = "unit"
    SIZE = "size"
    SECTOR = "sector"
    CODE = "code"
    MISSING = "missing"
    CONFIDENTIAL = "confidential"
    INCOMPLETE = "incomplete"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Skipped:
    """So many cells are left out for one reason; `examples` are codes or groups with counts."""

    why: Why
    count: int
    examples: tuple[tuple[str, int], ...]


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
    watch: Watch = lambda _: None,
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
    gathered = _Gathered(path, frozenset({*codes.TECHNOLOGIES, *wanted}))
    with ExitStack() as stack:

        def opened(begin: float, share: float) -> Unpacked:
            return stack.enter_context(unpacked(path, lambda done: watch(begin + share * done)))

        first = opened(0.0, 0.0)
        contents = _contents(first, path, opened, gathered.is_wanted)
        if contents.dataset and not codes.DATASET.fullmatch(contents.dataset):
            raise UserError("benchmark.dataset", path=path, dataset=contents.dataset)
        for cell in contents.cells:
            gathered.take(cell)
        if not gathered.taken:
            raise UserError("benchmark.nothing", path=path, skipped=gathered.skipped())
        dataset = _dataset(contents, first.name, path, gathered)
        day = first.day if today is None else min(first.day, today)
    stated = contents.updated or (updated or day).isoformat()
    if today is not None and stated > today.isoformat():
        raise UserError("benchmark.future", path=path, updated=stated)
    source = source_of(dataset, stated, contents.title)
    bands, rates = gathered.bands(source.id), gathered.rates(source.id)
    skipped = gathered.skipped()
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


def _contents(
    first: Unpacked,
    path: Path,
    opened: Callable[[float, float], Unpacked],
    wanted: Wanted,
) -> Contents:
    """The reader that fits what the file begins with."""
    head = first.stream.peek(_HEAD)[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UserError("benchmark.encoding", path=path, line=1)
    line = head.decode("utf-8-sig", "replace").lstrip("\ufeff").split("\n", 1)[0]
    if is_sdmx_csv(line):
        return read_sdmx_csv(opened(0.0, 1.0).stream, path)
    if is_tsv(line):
        return read_tsv(opened(0.0, 1.0).stream, path, wanted)
    if is_json(head.decode("utf-8-sig", "replace")):
        passes = iter((0.0, 0.5))

        def again() -> BinaryIO:
            return opened(next(passes), 0.5).stream

        return read_json_stat(again, path, wanted)
    raise UserError("benchmark.format", path=path)


def _dataset(contents: Contents, name: str, path: Path, gathered: _Gathered) -> str:
    """The data set: as the file names it, or its file name, or the one that has such figures."""
    guessed = gathered.dataset()
    dataset = contents.dataset or _named(name) or guessed
    of_index = dataset in (codes.INDEX_DATASET, codes.INDEX_BY_SECTOR)
    if not codes.DATASET.fullmatch(dataset) or not gathered.fits(of_index=of_index):
        raise UserError("benchmark.dataset", path=path, dataset=dataset)
    return dataset


def _named(name: str) -> str:
    """The data set that a file's name tells, without what the data browser puts around it."""
    found = _NAME.fullmatch(name.lower().split(".", maxsplit=1)[0])
    return found["dataset"] if found else ""


@dataclass(slots=True)
class _Gathered:
    """The cells that are for us by what they mean, and counters of the others."""

    path: Path
    technologies: frozenset[str]
    shares: dict[tuple[str, int, Population], dict[Band, Cell]] = field(default_factory=dict)
    single: dict[tuple[str, int, Population], Cell] = field(default_factory=dict)
    counts: Counter[Why] = field(default_factory=Counter)
    names: dict[Why, Counter[str]] = field(default_factory=dict)
    fates: dict[tuple[str, str, str, str], tuple[Why, str] | None] = field(default_factory=dict)
    taken: int = 0

    def is_wanted(self, size: str, sector: str, code: str, unit: str) -> bool:
        """Whether such cells are for us."""
        return self._fate(size, sector, code, unit) is None

    def take(self, cell: Cell) -> None:
        """Keep a cell, or count why not."""
        fate = self._fate(cell.size, cell.sector, cell.code, cell.unit)
        if fate is not None:
            self._skip(*fate, cell.times)
            return
        if _CONFIDENTIAL in cell.flag:
            cell = cell._replace(value=None)
        population = self._population(cell)
        band = codes.band_of(cell.code)
        if band is not None:
            kept: dict[Band, Cell] = self.shares.setdefault((band[0], cell.year, population), {})
            first = kept.setdefault(band[1], cell)
        else:
            first = self.single.setdefault((cell.code, cell.year, population), cell)
        if first is not cell:
            raise UserError(
                "benchmark.twice",
                path=self.path,
                line=cell.line,
                first=first.line,
                what=f"{cell.code} {cell.country} {cell.size} {cell.year}",
            )
        self.taken += 1
        if self.taken > MOST_FIGURES:
            raise UserError("benchmark.too_many", path=self.path)
        self._check(cell)

    def bands(self, source: str) -> tuple[BandShares, ...]:
        """The distributions that have all of their bands and add up to all firms."""
        found = []
        for (version, year, population), cells in sorted(self.shares.items(), key=_order):
            name = f"{population.country} {population.size_class} {population.sector or ''} {year}"
            known = {
                band: cells[band].value or 0.0
                for band in Band
                if band in cells and cells[band].value is not None
            }
            if len(known) < len(Band):
                if known:
                    self._skip(Why.INCOMPLETE, " ".join(name.split()), len(known))
                continue
            if abs(fsum(known.values()) - _ALL) > ROUNDING:
                self._skip(Why.SUM, " ".join(name.split()), len(known))
                continue
            flags = {band: cells[band].flag for band in Band if cells[band].flag}
            found.append(BandShares(codes.INDEX, version, year, population, known, source, flags))
        return tuple(found)

    def rates(self, source: str) -> tuple[AdoptionRate, ...]:
        """The adoption rates that have a value."""
        return tuple(
            AdoptionRate(code, year, population, cell.value, source, cell.flag)
            for (code, year, population), cell in sorted(self.single.items(), key=_order)
            if cell.value is not None
        )

    def skipped(self) -> tuple[Skipped, ...]:
        """What was left out, in the order of the reasons."""
        return tuple(
            Skipped(why, self.counts[why], tuple(self.names[why].most_common(_EXAMPLES)))
            for why in Why
            if self.counts[why]
        )

    def dataset(self) -> str:
        """The table that has such figures; empty where there are none."""
        populations = [key[2] for key in (*self.shares, *self.single)]
        by_sector = any(population.sector for population in populations)
        if self.shares:
            return codes.INDEX_BY_SECTOR if by_sector else codes.INDEX_DATASET
        known = [codes.TECHNOLOGIES.get(code, "") for code, _, _ in self.single]
        return next((dataset for dataset in sorted(known) if dataset), "")

    def fits(self, *, of_index: bool) -> bool:
        """Whether the figures can be of a table of the index, or of another one."""
        return not self.single if of_index else not self.shares

    def _fate(self, size: str, sector: str, code: str, unit: str) -> tuple[Why, str] | None:
        key = (size, sector, code, unit)
        if key not in self.fates:
            if len(self.fates) >= MOST_FIGURES:
                self.fates.clear()
            self.fates[key] = self._judged(*key)
        return self.fates[key]

    def _judged(self, size: str, sector: str, code: str, unit: str) -> tuple[Why, str] | None:
        if unit != codes.UNIT:
            return Why.UNIT, unit
        if code not in self.technologies and codes.band_of(code) is None:
            return Why.CODE, code
        if size not in codes.SIZES:
            return Why.SIZE, size
        if sector != codes.ALL_SECTORS and sector not in codes.SECTIONS:
            return Why.SECTOR, sector
        return None

    def _population(self, cell: Cell) -> Population:
        if not _COUNTRY.fullmatch(cell.country):
            raise UserError(
                "benchmark.cell",
                path=self.path,
                line=cell.line,
                column="geo",
                value=cell.country[:40],
            )
        sector = None if cell.sector == codes.ALL_SECTORS else cell.sector
        return Population(cell.country, cell.size, sector)

    def _check(self, cell: Cell) -> None:
        """Count a cell without a value; refuse one that is no share."""
        if cell.value is None:
            secret = _CONFIDENTIAL in cell.flag
            self._skip(Why.CONFIDENTIAL if secret else Why.MISSING, cell.country)
        elif not 0 <= cell.value <= _ALL:
            raise UserError(
                "benchmark.cell",
                path=self.path,
                line=cell.line,
                column="OBS_VALUE",
                value=str(cell.value),
            )

    def _skip(self, why: Why, name: str, count: int = 1) -> None:
        self.counts[why] += count
        names = self.names.setdefault(why, Counter())
        if name in names or len(names) < _NAMES:
            names[name[:60]] += count


def _order(item: tuple[tuple[str, int, Population], object]) -> tuple[str, int, str, str, str]:
    code, year, population = item[0]
    return code, year, population.country, population.size_class, population.sector or ""
