"""What the store hands out and takes: plain immutable records, free of any database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from digimaturity.domain.company import Company, TurnoverBand
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.responses import Respondent
from digimaturity.domain.texts import Localized


@dataclass(frozen=True, slots=True)
class CompanyRecord:
    """A company as the workspace keeps it; an empty `id` means that it is not saved yet.

    `country` is Eurostat's code, `section` a NACE Rev. 2 letter, `employees` a number >= 1.
    `archived` is since when (UTC) it stands aside, None while it does not. `next_due` is the day on
    which it is to be assessed next, None for a year after the last time.
    """

    name: str
    country: str | None = None
    section: str | None = None
    employees: int | None = None
    turnover_band: TurnoverBand | None = None
    contact: str = ""
    notes: str = ""
    id: str = ""
    archived: str | None = None
    next_due: date | None = None

    @property
    def company(self) -> Company:
        """What the model needs to know of it."""
        return Company(self.name, self.country, self.section, self.employees, self.turnover_band)


class AssessmentState(StrEnum):
    """A draft takes answers; a finished assessment is read-only."""

    DRAFT = "draft"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class AssessmentRecord:
    """One dated assessment of one company.

    `questionnaire` is the fingerprint of the questionnaire that it keeps; `created` and
    `finished` are UTC times as ISO text. `kept` is the company as it was when the assessment was
    finished; a draft keeps none, since it follows the company. `pack` is the name of its
    questionnaire, and `part_of` the id of the longer one that has all its questions, or empty.
    `goes_on_from` is the shorter assessment whose answers it took over, if there is one.
    `peer_choice` is whom the user wants it to be compared with, None for whoever fits best.
    `signed` tells how many times it was signed off: a draft that was is being corrected.
    """

    id: str
    company: str
    questionnaire: str
    day: date
    state: AssessmentState
    created: str
    finished: str | None = None
    respondents: tuple[Respondent, ...] = ()
    kept: Company | None = None
    pack: Localized = field(default_factory=dict)
    part_of: str = ""
    goes_on_from: str | None = None
    peer_choice: PeerChoice | None = None
    signed: int = 0

    @property
    def open(self) -> bool:
        """Whether it still takes answers."""
        return self.state is AssessmentState.DRAFT

    @property
    def corrected(self) -> bool:
        """Whether it was signed off, and takes answers again to be corrected."""
        return self.open and self.signed > 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall be opened of a workspace.

    `company` and `assessment` are ids. Where there is no such company, the first one is taken if
    it may be `any_company`, else none; where there is no such assessment, the company's newest.
    """

    company: str = ""
    assessment: str = ""
    any_company: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where work on a company stopped: on which page, and where on it; empty means unknown."""

    assessment: str = ""
    respondent: str = ""
    page: str = ""
    place: str = ""


#: Id, revision and questionnaire of an assessment.
State = tuple[str, int, str]


def chosen(records: Sequence[AssessmentRecord], assessment: str) -> AssessmentRecord | None:
    """The one that is wanted, else the first; None where there is none."""
    wanted = (record for record in records if record.id == assessment)
    return next(wanted, records[0] if records else None)


def choice_to_text(choice: PeerChoice | None) -> str | None:
    """A choice of peers as the workspace keeps it; empty where every firm is meant."""
    return None if choice is None else " ".join(choice.names)


def choice_from_text(stored: str | None) -> PeerChoice | None:
    """The inverse of `choice_to_text`."""
    return None if stored is None else PeerChoice.of(stored.split())


class Aspect(StrEnum):
    """What an entry of the answer log is about."""

    ANSWER = "answer"
    COMMENT = "comment"
    CONSENSUS = "consensus"
    EVIDENCE = "evidence"
    REVIEW = "review"
    REASON = "reason"
    PARKED = "parked"


#: What the group said together: a level it agreed on, why, and what it put off to talk about.
OF_THE_GROUP = frozenset({Aspect.CONSENSUS, Aspect.REASON, Aspect.PARKED})


#: What JSON can hold; None stands for "nothing there".
Json = Mapping[str, object] | Sequence[object] | str | float | bool | None


@dataclass(frozen=True, slots=True)
class Key:
    """Which answer an entry is about; `respondent` is None for what the group said."""

    assessment: str
    respondent: str | None
    question: str
    aspect: Aspect


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the append-only answer log, oldest first by `id`; `at` is UTC."""

    id: int
    key: Key
    old: Json
    new: Json
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of the append-only log of a company's roadmap; `at` is UTC.

    `part` and `key` tell the place of an item (`domain.roadmap.book`).
    """

    part: str
    key: str
    old: Json
    new: Json
    at: str
    by: str = ""


class SignEvent(StrEnum):
    """What happened to an assessment: signed off, or opened again to be corrected."""

    SIGNED = "signed"
    OPENED = "opened"


@dataclass(frozen=True, slots=True)
class SignLine:
    """One line of what became of an assessment; `at` is UTC, `by` may be empty.

    `reason` tells why it was opened. Of what was signed there is the `digest`; its document is read
    by itself.
    """

    id: int
    event: SignEvent
    at: str
    by: str
    reason: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class FormRecord:
    """A form that was made for somebody; `kind` is ``pdf`` or ``html``, `made` a UTC time.

    `checksum` is that of all that identifies it.
    """

    id: str
    assessment: str
    respondent: str
    kind: str
    language: str
    made: str
    checksum: str


@dataclass(frozen=True, slots=True)
class ReturnRecord:
    """A filled form that was taken in; `sha256` is of its content.

    `filled` is the UTC time when it was saved, empty where it does not say. `said` are the
    questions of which it had an answer or a comment, under ``answer`` and ``comment``.
    """

    form: str
    sha256: str
    filled: str
    taken: str
    said: Mapping[Aspect, frozenset[str]]
