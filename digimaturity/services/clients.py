"""The companies of a mentor as a list: what is known at once, and scores as they are computed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from digimaturity.domain.clients import (
    ClientScore,
    NoChange,
    PortfolioSummary,
    WeakArea,
    client_score,
    next_day,
    summary_of,
)
from digimaturity.domain.peers import Rated
from digimaturity.domain.sample import Figure
from digimaturity.domain.texts import Localized
from digimaturity.services.portfolio import score_some
from digimaturity.services.workspace import Workspace
from digimaturity.store.clients import Client
from digimaturity.store.records import State

__all__ = [
    "Client",
    "ClientScore",
    "Due",
    "Names",
    "NoChange",
    "Part",
    "PortfolioSummary",
    "Scoring",
    "WeakArea",
    "due_of",
    "read_clients",
    "score_all_clients",
]

#: So many assessments are scored before others get their turn; each takes some milliseconds.
_AT_ONCE = 2

#: So many are taken at once where their scores are known.
_KNOWN_AT_ONCE = 500


class Due(StrEnum):
    """Whether a company is due; `OVERDUE` from the day after the one of its next assessment."""

    IN_PROGRESS = "in_progress"
    OVERDUE = "overdue"
    LATER = "later"
    NEVER_ASSESSED = "never_assessed"
    ARCHIVED = "archived"


def due_of(client: Client, today: date) -> tuple[Due, date | None]:
    """What is due with a company, and on which day; archived ones are never due."""
    if client.archived is not None:
        return Due.ARCHIVED, None
    day = next_day(client.last, client.next_due)
    if client.in_progress:
        return Due.IN_PROGRESS, day
    if day is None:
        return Due.NEVER_ASSESSED, None
    return (Due.OVERDUE if day < today else Due.LATER), day


def read_clients(workspace: Workspace) -> tuple[Client, ...]:
    """Every company, archived ones too, by name, without any score: one quick query."""
    with workspace.reading() as stored:
        return stored.companies.clients()


@dataclass(frozen=True, slots=True)
class Names:
    """What the levels and areas of a questionnaire are called, in its languages."""

    levels: tuple[Localized, ...] = ()
    areas: Mapping[str, Localized] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """What a step of `Scoring` found out: scores of firms by their ids, and how far it is.

    `summary` is that of all firms scored so far that are not archived, None where it was not
    formed anew; `names` are those of its questionnaire. `levels` has the names of the levels of
    each firm's questionnaire.
    """

    scores: Mapping[str, ClientScore]
    levels: Mapping[str, tuple[Localized, ...]]
    done: int
    total: int
    summary: PortfolioSummary | None = None
    names: Names = field(default_factory=Names)

    @property
    def complete(self) -> bool:
        """Whether there is nothing more to score."""
        return self.done == self.total


class Scoring:
    """Scores all finished assessments step by step, newest first; belongs to one thread at a time.

    Archived companies have scores, and count as peers of others, since what was measured stays
    true. They are left out of the summary, which is about the clients of today.
    """

    def __init__(self, workspace: Workspace, clients: Iterable[Client]) -> None:
        self._workspace = workspace
        self._states: list[State] | None = None
        self._archived = frozenset(one.id for one in clients if one.archived is not None)
        self._histories: dict[str, list[Rated]] = {}
        self._questionnaires: dict[int, str] = {}
        self._named: dict[str, Names] = {}
        self._done = self._summed = 0

    def step(self, seconds: float, pause: Callable[[], None] = lambda: None) -> Part:
        """Go on for about so long.

        `pause` is called every few milliseconds: it may let others have their turn, or raise.
        """
        states = self._begun()
        end, touched = time.monotonic() + seconds, set[str]()
        while self._done < len(states):
            pause()
            some = self._some(states)
            touched |= self._take(some)
            self._done += len(some)
            if time.monotonic() >= end:
                break
        return self._part(touched, len(states))

    def _begun(self) -> list[State]:
        if self._states is None:
            with self._workspace.reading() as stored:
                self._states = stored.finished.states()
        return self._states

    def _some(self, states: Sequence[State]) -> Sequence[State]:
        """The next few that are not scored yet, with those between that are."""
        known, new, end = self._workspace.scores.rated, 0, self._done
        while end < min(len(states), self._done + _KNOWN_AT_ONCE) and new < _AT_ONCE:
            key, revision, _ = states[end]
            new += key not in known or known[key][0] != revision
            end += 1
        return states[self._done : end]

    def _take(self, states: Sequence[State]) -> set[str]:
        rated = score_some(self._workspace, states)
        touched = set[str]()
        for key, _, questionnaire in states:
            if (one := rated.get(key)) is not None:
                self._questionnaires[id(one.asked)] = questionnaire
                self._histories.setdefault(one.firm, []).append(one)
                touched.add(one.firm)
        return touched

    def _part(self, touched: set[str], total: int) -> Part:
        scores = {firm: client_score(self._histories[firm]) for firm in touched}
        newest = {firm: self._histories[firm][0] for firm in touched}
        levels = {firm: self._names_of(one).levels for firm, one in newest.items()}
        if self._done < total and self._done < 2 * self._summed:
            return Part(scores, levels, self._done, total)
        self._summed = self._done
        current = [own for firm, own in self._histories.items() if firm not in self._archived]
        summary = summary_of(current)
        return Part(scores, levels, self._done, total, summary, self._areas_of(current, summary))

    def _areas_of(self, current: Sequence[Sequence[Rated]], summary: PortfolioSummary) -> Names:
        """The names in the newest questionnaire that has the weakest areas."""
        wanted = {(Figure.AREA, area.id) for area in summary.weakest}
        having = (one for own in current for one in own if wanted <= one.values.keys())
        newest = max(having, key=lambda one: one.day, default=None)
        return Names() if newest is None or not wanted else self._names_of(newest)

    def _names_of(self, rated: Rated) -> Names:
        fingerprint = self._questionnaires[id(rated.asked)]
        if fingerprint not in self._named:
            with self._workspace.reading() as stored:
                asked = self._workspace.questionnaire(fingerprint, stored)
            areas = {area.id: area.name for area in asked.areas}
            self._named[fingerprint] = Names(asked.level_names, areas)
        return self._named[fingerprint]


def score_all_clients(workspace: Workspace, clients: Iterable[Client]) -> Part:
    """Everything at once, for those who wait: two to four seconds for a thousand companies."""
    scoring = Scoring(workspace, clients)
    scores: dict[str, ClientScore] = {}
    levels: dict[str, tuple[Localized, ...]] = {}
    while True:
        part = scoring.step(seconds=10)
        scores |= part.scores
        levels |= part.levels
        if part.complete:
            return Part(scores, levels, part.done, part.total, part.summary, part.names)
