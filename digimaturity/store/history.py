"""What the workspace keeps of one company, as plain values: fields are as the tables have them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digimaturity.store.records import Json


@dataclass(frozen=True, slots=True)
class KeptCompany:
    """A company; days and times (UTC) are ISO text, `revision` rises with each change."""

    id: str
    name: str
    country: str | None
    section: str | None
    employees: int | None
    turnover_band: str | None
    contact: str
    notes: str
    created: str
    revision: int
    archived: str | None
    next_due: str | None = None


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """Somebody who answers in one assessment."""

    id: str
    position: int
    viewpoint: str
    name: str
    revision: int


@dataclass(frozen=True, slots=True)
class KeptDetails:
    """The company as it was when an assessment was finished."""

    name: str
    country: str | None
    section: str | None
    employees: int | None
    turnover_band: str | None


@dataclass(frozen=True, slots=True)
class KeptAssessment:
    """An assessment without its answers; `day` is ISO text, `report` what reports shall look like.

    `questionnaire` is the fingerprint of the one that it was begun with. `report` None: nothing
    was chosen.
    """

    id: str
    questionnaire: str
    day: str
    state: str
    created: str
    finished: str | None
    company: KeptDetails | None
    revision: int
    goes_on_from: str | None
    peer_choice: str | None
    people: tuple[KeptPerson, ...]
    report: Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class KeptFile:
    """An attached file without its content; `size` in bytes."""

    id: str
    assessment: str
    respondent: str
    question: str
    name: str
    size: int
    sha256: str
    added: str


@dataclass(frozen=True, slots=True)
class SignMark:
    """By what a line of what became of an assessment is known as the same everywhere."""

    assessment: str
    event: str
    at: str
    digest: str | None


@dataclass(frozen=True, slots=True)
class KeptSignOff:
    """A line of what became of an assessment, with all that was signed; None: it was opened."""

    assessment: str
    event: str
    at: str
    by: str
    reason: str
    digest: str | None
    document: Json

    @property
    def mark(self) -> SignMark:
        """By what it is known."""
        return SignMark(self.assessment, self.event, self.at, self.digest)


@dataclass(frozen=True, slots=True)
class History:
    """A company with all that belongs to it but the answer log and the contents of files."""

    company: KeptCompany
    assessments: tuple[KeptAssessment, ...]
    files: tuple[KeptFile, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the answer log; `respondent` is None for what the group agreed on."""

    assessment: str
    respondent: str | None
    question: str
    aspect: str
    old: Json
    new: Json
    at: str
    by: str
