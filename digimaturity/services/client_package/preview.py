"""What a package would bring: new, the same, changed, only here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digimaturity.domain.texts import Localized
from digimaturity.services.client_package.form import WITH_YEARS, Manifest
from digimaturity.services.client_package.merging import Held, Spot
from digimaturity.services.client_package.reading import Package

#: What of a company can differ; private notes are compared where they were sent.
DETAILS = ("name", "country", "section", "employees", "turnover_band", "contact")


def details_in(manifest: Manifest) -> tuple[str, ...]:
    """What a package says of the company; an older form knows no day of the next assessment."""
    return DETAILS if manifest.version < WITH_YEARS else (*DETAILS, "next_due")


#: What of an assessment can differ besides answers, people and files.
HEADER = ("day", "state", "finished", "company", "peer_choice", "report")


class Standing(StrEnum):
    """How an assessment of the package stands to what is here."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    ONLY_HERE = "only_here"


@dataclass(frozen=True, slots=True)
class Difference:
    """An answer, note, mark or consensus that both sides have, and that differs."""

    spot: Spot
    here: Held
    there: Held


@dataclass(frozen=True, slots=True)
class Compared:
    """One assessment on both sides; numbers are of what differs.

    `only_there` and `only_here` count what was answered on one side alone. `lines` are those of
    the log that are missing here, `people` and `files` those that are missing here. `header` names
    the fields of `HEADER` that differ. `signed_there` and `signed_here` count what became of it on
    one side alone: sign-offs and corrections.
    """

    id: str
    day: date
    pack: Localized
    standing: Standing
    finished_here: bool = False
    finished_there: bool = False
    differing: tuple[Difference, ...] = ()
    only_there: int = 0
    only_here: int = 0
    lines: int = 0
    people: int = 0
    files: int = 0
    header: tuple[str, ...] = ()
    same_questionnaire: bool = True
    signed_there: int = 0
    signed_here: int = 0

    @property
    def answers(self) -> int:
        """In how many answers, notes and marks the two differ."""
        return len(self.differing) + self.only_there + self.only_here

    @property
    def equal(self) -> bool:
        """Whether nothing at all is different, not even in the log."""
        return self.standing is Standing.SAME and not (self.lines or self.signed_there)

    @property
    def to_be_chosen(self) -> bool:
        """Whether somebody has to say which side holds: a finished one is never just changed."""
        finished = self.finished_here or self.finished_there
        return self.standing is Standing.CHANGED and finished


@dataclass(frozen=True, slots=True)
class ComparedRoadmap:
    """The roadmap on both sides, by numbers of items; the plan that was found is none of them.

    `lines` are those of its log that are missing here.
    """

    differing: int = 0
    only_there: int = 0
    only_here: int = 0
    lines: int = 0


#: Neither side has a roadmap.
NO_ROADMAP = ComparedRoadmap()


@dataclass(frozen=True, slots=True)
class Preview:
    """What there is to see before anything is written.

    `known`: the company is here; `stamp` is of all that is here of it. `namesake`: another company
    of that very name is here. `details` names what differs of the company, `notes` among them.
    """

    package: Package
    known: bool
    namesake: bool
    stamp: str
    details: tuple[str, ...]
    assessments: tuple[Compared, ...]
    roadmap: ComparedRoadmap = NO_ROADMAP

    @property
    def nothing_new(self) -> bool:
        """Whether merging it would change nothing."""
        quiet = all(one.equal or one.standing is Standing.ONLY_HERE for one in self.assessments)
        return self.known and quiet and not self.details and not self.roadmap.lines
