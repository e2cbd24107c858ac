"""Where a benchmark number comes from: who, when, about whom, and measured by what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from digimaturity.domain.population import Population

#: Figures older than this many years are marked as old.
OLD_AFTER = 5


class Origin(StrEnum):
    """Whose figures these are."""

    OFFICIAL = "official"
    CLIENTS = "clients"
    PEER_PACK = "peer_pack"


class Difference(StrEnum):
    """Why a number is context only: it was not measured by the firm's own yardstick.

    SECOND_HAND: a third party's report of it (evidence C). OTHER_INDEX: another version of the
    index, or its list of items in another survey year. OTHER_DEFINITION: the publisher says that
    the definition differs (flag d). OTHER_QUESTIONNAIRE, OTHER_VERSION: another pack, or the same
    one with other questions.
    """

    SECOND_HAND = "second_hand"
    OTHER_INDEX = "other_index"
    OTHER_DEFINITION = "other_definition"
    OTHER_QUESTIONNAIRE = "other_questionnaire"
    OTHER_VERSION = "other_version"


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the reader has a right to know beside a benchmark number.

    `year` is the survey year, for samples that of the newest assessment (None where there is none),
    and `since` that of the oldest where it is another. `n` is the number of firms where it is
    known. Of official figures there are `source` (its id), `publisher` to `url`, `evidence` (A to
    C) and Eurostat's `flags`; of samples `questionnaire` and `version`, the pack that they were
    rated with.
    """

    origin: Origin
    population: Population
    year: int | None
    since: int | None = None
    n: int | None = None
    difference: Difference | None = None
    source: str = ""
    publisher: str = ""
    title: str = ""
    dataset: str = ""
    updated: str = ""
    licence: str = ""
    url: str = ""
    evidence: str = ""
    flags: tuple[str, ...] = ()
    questionnaire: str = ""
    version: str = ""

    @property
    def self_rated(self) -> bool:
        """Whether firms rated themselves with a mentor; otherwise an office of statistics asked."""
        return self.origin is not Origin.OFFICIAL

    @property
    def context(self) -> bool:
        """Whether the number is context only, so that no position is formed with it."""
        return self.difference is not None

    def old(self, year: int | None) -> bool:
        """Whether the oldest of the figures is over five years old in `year`."""
        oldest = self.since or self.year
        return year is not None and oldest is not None and year - oldest > OLD_AFTER
