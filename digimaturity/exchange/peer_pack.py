"""A peer pack: what many firms' contributions of a year say of groups of five firms and more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from digimaturity.domain.company import Company
from digimaturity.domain.distribution import Distribution
from digimaturity.domain.population import PeerChoice, Population, basis_of, sample_groups
from digimaturity.domain.provenance import Difference, Origin, Provenance
from digimaturity.domain.sample import LEAST, Figure, Key, Peers
from digimaturity.errors import UserError
from digimaturity.exchange.counting import Counted
from digimaturity.exchange.groups import EVERYBODY, population_of
from digimaturity.exchange.measured import Measured
from digimaturity.exchange.quantiles import distribution
from digimaturity.exchange.suppression import publishable

#: Longest name of a publisher, and longest note on how the contributions were gathered.
LONGEST_NAME = 100
LONGEST_NOTE = 500

#: From so many times the firms on, an edition may tell of groups that the one before did not.
_GROWN = 1.5


@dataclass(frozen=True, slots=True)
class Group:
    """What is told of one group: `firms` in it, and the distribution of its figures."""

    firms: int
    figures: Mapping[Key, Distribution]


@dataclass(frozen=True, slots=True)
class PeerPack:
    """One edition of a publisher's peers of a year.

    `fingerprint` tells what was scored (`Measured`); `left_out` is the number of firms that could
    only be protected by not counting them; `note` is the publisher's, on whom it asked.
    """

    pack: str
    version: str
    fingerprint: str
    index: str
    year: int
    edition: int
    note: str
    left_out: int
    groups: Mapping[Population, Group] = field(default_factory=dict)

    @property
    def firms(self) -> int:
        """How many firms are in it."""
        return self.groups[population_of(EVERYBODY)].firms

    def sample_for(self, population: Population) -> Group | None:
        """What is told of exactly these firms, if anything."""
        return self.groups.get(population)

    def draw(
        self,
        company: Company,
        asked: Measured,
        choice: PeerChoice | None = None,
        publisher: str = "",
    ) -> Peers | None:
        """The peers of a firm rated by `asked`: the first group that is told, as for clients.

        The firm itself may be among them if it contributed: nobody can tell, which is as it should
        be. None where there is no group that fits.
        """
        groups = sample_groups(company, choice)
        told = next((group for group in groups if group in self.groups), None)
        if told is None:
            return None
        group = self.groups[told]
        provenance = Provenance(
            Origin.PEER_PACK,
            told,
            self.year,
            n=group.firms,
            difference=self._difference(asked),
            publisher=publisher,
            title=self.note,
            questionnaire=self.pack,
            version=self.version,
        )
        return Peers(provenance, basis_of(told, groups, choice), published=group.figures)

    def _difference(self, asked: Measured) -> Difference | None:
        if self.fingerprint == asked.fingerprint:
            return None
        return (
            Difference.OTHER_VERSION if self.pack == asked.pack else Difference.OTHER_QUESTIONNAIRE
        )


def peer_pack(
    counted: Counted, year: int, note: str = "", earlier: Sequence[PeerPack] = ()
) -> PeerPack:
    """What may be told of these contributions.

    With every `earlier` edition at hand, their readers must not learn of a few newcomers by
    comparing: a group whose figures are others than in one of them, while fewer than five firms
    came or went, is not told. And unless there are half as many firms again as in the last, no
    group is told that the last did not tell of: who takes it for what it was then could subtract
    it from what was told then.

    Raises:
        UserError: ``peers.too_few`` (under five firms can be told of), ``peers.other_previous`` (of
            another questionnaire or year), ``peers.previous_missing`` (not each edition from the
            first on, with the numbers as `found`), ``peers.too_few_changes`` (of all together).
    """
    result = publishable(counted.firms)
    if not result.groups:
        raise UserError("peers.too_few", n=counted.accepted, refusals=counted.refusals)
    groups = {
        population_of(cell): Group(
            result.groups[cell],
            {
                key: told
                for key, histogram in histograms.items()
                if (told := distribution(key, histogram, result.groups[cell]))
            },
        )
        for cell, histograms in counted.histograms(result.groups, result.cells)
    }
    asked = counted.asked
    made = PeerPack(
        asked.pack,
        asked.version,
        asked.fingerprint,
        asked.index,
        year,
        1 + len(earlier),
        note,
        result.left_out,
        groups,
    )
    return _after(made, earlier) if earlier else made


def _after(made: PeerPack, earlier: Sequence[PeerPack]) -> PeerPack:
    """Without the groups that give newcomers away beside an earlier edition."""
    if any((made.fingerprint, made.year) != (one.fingerprint, one.year) for one in earlier):
        raise UserError("peers.other_previous")
    editions = sorted(earlier, key=lambda one: one.edition)
    found = [one.edition for one in editions]
    if found != list(range(1, made.edition)):
        raise UserError("peers.previous_missing", found=found)
    last = editions[-1]
    grown = made.firms >= _GROWN * last.firms
    groups = {
        population: group
        for population, group in made.groups.items()
        if (grown or population in last.groups)
        and not any(_barely_changed(group, one.groups.get(population)) for one in editions)
    }
    if population_of(EVERYBODY) not in groups:
        raise UserError("peers.too_few_changes", least=LEAST)
    return replace(made, groups=groups)


def _barely_changed(group: Group, before: Group | None) -> bool:
    return before is not None and group != before and abs(group.firms - before.firms) < LEAST


def to_document(pack: PeerPack) -> dict[str, Any]:
    """The pack as plain JSON, groups in the order of their names."""
    return {
        "questionnaire": {
            "id": pack.pack,
            "version": pack.version,
            "fingerprint": pack.fingerprint,
        },
        "index": pack.index,
        "year": pack.year,
        "edition": pack.edition,
        "note": pack.note,
        "minimum": LEAST,
        "left_out": pack.left_out,
        "groups": [
            {
                "country": population.country,
                "section": population.sector or "",
                "size_class": population.size_class,
                "firms": pack.groups[population].firms,
                "figures": _figures(pack.groups[population].figures),
            }
            for population in sorted(pack.groups, key=_order)
        ],
    }


def _order(population: Population) -> tuple[str, str, str]:
    return population.country, population.sector or "", population.size_class


def _figures(figures: Mapping[Key, Distribution]) -> dict[str, Any]:
    found: dict[str, Any] = {"dimensions": {}, "areas": {}}
    places: Mapping[Figure, dict[str, Any]] = {
        Figure.DIMENSION: found["dimensions"],
        Figure.AREA: found["areas"],
    }
    for (figure, key), told in figures.items():
        plain = {
            "firms": told.n,
            "step": told.step,
            "quantiles": {str(percent): value for percent, value in told.quantiles.items()},
        }
        if figure in places:
            places[figure][key] = plain
        else:
            found[figure.value] = plain
    return found
