"""The cells of a file become figures: distributions that are whole, and adoption rates."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from math import fsum
from pathlib import Path

from digimaturity.domain.indices import Band
from digimaturity.domain.official import AdoptionRate, BandShares
from digimaturity.domain.population import Population
from digimaturity.errors import UserError
from digimaturity.packs.eurostat import codes
from digimaturity.packs.eurostat.cells import CONFIDENTIAL, COUNTRY, Cell, Place
from digimaturity.packs.eurostat.leftovers import Judge, Leftovers, Why
from digimaturity.packs.figures import ROUNDING

#: Figures of one file; all that Eurostat publishes of the survey are a tenth of it.
MOST_FIGURES = 200_000

_ALL = 100.0


@dataclass(slots=True)
class Gathered:
    """The cells that are for us by what they mean; the others are counted in `left`."""

    path: Path
    judge: Judge
    left: Leftovers = field(default_factory=Leftovers)
    shares: dict[tuple[str, int, Population], dict[Band, Cell]] = field(default_factory=dict)
    single: dict[tuple[str, int, Population], Cell] = field(default_factory=dict)
    taken: int = 0

    @staticmethod
    def of(path: Path, technologies: Collection[str]) -> Gathered:
        """Nothing yet of that file, but ready for it."""
        return Gathered(path, Judge(technologies))

    def take(self, cell: Cell) -> None:
        """Keep a cell, or count why not.

        Raises:
            UserError: ``benchmark.cell``, ``benchmark.twice``, ``benchmark.too_many``.
        """
        fate = self.judge.fate(cell.size, cell.sector, cell.code, cell.unit)
        if fate is not None:
            self.left.add(*fate, cell.times)
            return
        if CONFIDENTIAL in cell.flag:
            cell = cell._replace(value=None)
        first = self._kept(cell)
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
            known = {
                band: cells[band].value or 0.0
                for band in Band
                if band in cells and cells[band].value is not None
            }
            why = _unusable(known)
            if why is None:
                flags = {band: cells[band].flag for band in Band if cells[band].flag}
                own = (codes.INDEX, version, year, population, known, source, flags)
                found.append(BandShares(*own))
            elif known:
                name = (population.country, population.size_class, population.sector, year)
                self.left.add(why, " ".join(str(part) for part in name if part), len(known))
        return tuple(found)

    def rates(self, source: str) -> tuple[AdoptionRate, ...]:
        """The adoption rates that have a value."""
        return tuple(
            AdoptionRate(code, year, population, cell.value, source, cell.flag)
            for (code, year, population), cell in sorted(self.single.items(), key=_order)
            if cell.value is not None
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

    def _kept(self, cell: Cell) -> Cell:
        """The first cell about the same: the given one, unless the file states it twice."""
        population = self._population(cell)
        band = codes.band_of(cell.code)
        if band is None:
            return self.single.setdefault((cell.code, cell.year, population), cell)
        kept: dict[Band, Cell] = self.shares.setdefault((band[0], cell.year, population), {})
        return kept.setdefault(band[1], cell)

    def _population(self, cell: Cell) -> Population:
        if not COUNTRY.fullmatch(cell.country):
            raise Place(self.path, cell.line).fault("geo", cell.country)
        sector = None if cell.sector == codes.ALL_SECTORS else cell.sector
        return Population(cell.country, cell.size, sector)

    def _check(self, cell: Cell) -> None:
        """Count a cell without a value; refuse one that is no share."""
        if cell.value is None:
            secret = CONFIDENTIAL in cell.flag
            self.left.add(Why.CONFIDENTIAL if secret else Why.MISSING, cell.country)
        elif not 0 <= cell.value <= _ALL:
            raise Place(self.path, cell.line).fault("OBS_VALUE", str(cell.value))


def _unusable(known: dict[Band, float]) -> Why | None:
    """Why these shares are no distribution."""
    if len(known) < len(Band):
        return Why.INCOMPLETE
    return Why.SUM if abs(fsum(known.values()) - _ALL) > ROUNDING else None


def _order(item: tuple[tuple[str, int, Population], object]) -> tuple[str, int, str, str, str]:
    code, year, population = item[0]
    return code, year, population.country, population.size_class, population.sector or ""
