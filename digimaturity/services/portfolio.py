"""The mentor's own clients as peers: of each firm its latest finished assessment."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from digimaturity.domain.company import Company
from digimaturity.domain.evaluation import PeerOptions, peer_figures, peer_questions
from digimaturity.domain.peers import Asked, Pool, Rated, pools
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.sample import LEAST, Peers
from digimaturity.domain.yardstick import yardsticks
from digimaturity.errors import UserError
from digimaturity.progress import Watch, unwatched
from digimaturity.services.answers import responses_of
from digimaturity.services.assessments import case_of, company_of, found
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import State

if TYPE_CHECKING:
    from digimaturity.store.finished import FinishedRecord

__all__ = ["PeerChoice", "PeerOptions", "choose_peers", "peers_for", "peers_of", "score_some"]

#: So many assessments are read in one go; a click that comes meanwhile waits for them.
_AT_ONCE = 20

#: What is raised by answers that make no sense; errors of the file itself are others.
_DAMAGED = (LookupError, TypeError, ValueError, AttributeError)

#: What the store says of such answers.
_UNREADABLE = "stored.unreadable"

_log = logging.getLogger(__name__)


def peers_of(
    workspace: Workspace,
    assessment: str,
    choice: PeerChoice | None = None,
    watch: Watch = unwatched,
) -> PeerOptions:
    """Whom an assessment is compared with: the user's choice, and the clients that it gives.

    `choice` goes before the one that is kept with the assessment.

    The first call scores every finished assessment, some seconds for a thousand of them: never
    make it on the interface thread. Later ones score only what was finished since. `watch` may end
    it between any two; what is scored by then stays.
    KeyError when there is no such assessment.
    """
    case = case_of(workspace, assessment)
    company = company_of(case.record, case.company)
    wanted = choice or case.record.peer_choice
    return peers_for(workspace, case.questionnaire, company, case.company.id, wanted, watch)


def peers_for(
    workspace: Workspace,
    questionnaire: Questionnaire,
    company: Company,
    firm: str = "",
    choice: PeerChoice | None = None,
    watch: Watch = unwatched,
) -> PeerOptions:
    """The same for any firm, clients first, then each imported peer pack.

    `firm` is its id in the workspace, which is left out of the clients.
    Of fewer than five clients it is only told how many there are. Clients rated by another
    questionnaire are context, of which fewer than five are not mentioned.
    """
    # Signatures are checked by a library that the start of the program does without.
    from digimaturity.services.peers import peers_from_packs

    found = _pools(workspace, questionnaire, watch)
    drawn = [pool.draw(firm, company, choice) for pool in found]
    clients = (peers for peers in drawn if _worth_telling(peers))
    return PeerOptions(choice, (*clients, *peers_from_packs(company, questionnaire, choice)))


def _worth_telling(peers: Peers) -> bool:
    n = peers.provenance.n or 0
    return n >= (LEAST if peers.provenance.context else 1)


def choose_peers(workspace: Workspace, assessment: str, choice: PeerChoice | None) -> Change:
    """Keep whom the user wants an assessment to be compared with; None: whoever fits best.

    It is how results are looked at, no part of them: a finished assessment takes it, too.
    """
    with workspace.writing() as stored:
        record = found(stored, assessment)
        stored.assessments.choose_peers(assessment, choice)
    return Change(
        ChangeKind.PEERS,
        company=record.company,
        assessment=assessment,
        undo=record.peer_choice,
        now=choice,
    )


def score_some(workspace: Workspace, states: Sequence[State]) -> dict[str, Rated]:
    """The scores of those finished assessments, by their ids; what is known is not scored again.

    What cannot be read is not among them. Never on the interface thread: each takes milliseconds.
    """
    kept = workspace.scores
    with kept.lock:
        _score_missing(workspace, states)
        found = {key: kept.rated[key] for key, _, _ in states if key in kept.rated}
    return {key: rated for key, (_, rated) in found.items()}


def _pools(workspace: Workspace, questionnaire: Questionnaire, watch: Watch) -> tuple[Pool, ...]:
    """What all finished assessments offer to one by `questionnaire`, as things stand."""
    kept = workspace.scores
    with kept.lock:
        with workspace.reading() as stored:
            stamp = stored.finished.stamp()
            states = [] if stamp == kept.stamp else stored.finished.states()
        if stamp != kept.stamp:
            kept.pools.clear()
            _score(workspace, states, watch)
            kept.stamp = stamp
        asked = _asked(workspace, questionnaire)
        if asked not in kept.pools:
            kept.pools[asked] = pools((rated for _, rated in kept.rated.values()), asked)
        return kept.pools[asked]


def _score(workspace: Workspace, states: list[State], watch: Watch) -> None:
    """Score what was finished or changed since the last time, and forget what is gone."""
    kept = workspace.scores
    _score_missing(workspace, states, watch)
    kept.rated = {key: kept.rated[key] for key, _, _ in states if key in kept.rated}


def _score_missing(workspace: Workspace, states: Sequence[State], watch: Watch = unwatched) -> None:
    kept = workspace.scores
    missing: dict[str, list[str]] = {}
    for key, revision, fingerprint in states:
        if key not in kept.rated or kept.rated[key][0] != revision:
            missing.setdefault(fingerprint, []).append(key)
    revisions = {key: revision for key, revision, _ in states}
    done, total = 0, sum(map(len, missing.values()))
    for fingerprint, keys in missing.items():
        with workspace.reading() as stored:
            questionnaire = workspace.questionnaire(fingerprint, stored)
        questions = peer_questions(questionnaire)
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            watch(done / total)
            done += len(some)
            for key, one in _readable(workspace, questionnaire, questions, some):
                kept.rated[key] = (revisions[key], one)


def _readable(
    workspace: Workspace,
    questionnaire: Questionnaire,
    questions: frozenset[str],
    keys: Sequence[str],
) -> Iterator[tuple[str, Rated]]:
    """Score those that can be read: one that is damaged is no peer, and takes none from others."""
    try:
        with workspace.reading() as stored:
            records = stored.finished.read(keys, questions)
        scored = [(one.id, _rated(workspace, one, questionnaire)) for one in records]
    except (*_DAMAGED, UserError) as error:
        if isinstance(error, UserError) and error.code != _UNREADABLE:
            raise
        if len(keys) == 1:
            _log.warning("assessment %s cannot be read; it is left out of the peers", keys[0])
            return
        for key in keys:
            yield from _readable(workspace, questionnaire, questions, [key])
    else:
        yield from scored


def _rated(workspace: Workspace, record: FinishedRecord, questionnaire: Questionnaire) -> Rated:
    return Rated(
        record.company,
        record.day,
        record.kept,
        _asked(workspace, questionnaire),
        peer_figures(questionnaire, responses_of(record.respondents, record.current)),
    )


def _asked(workspace: Workspace, questionnaire: Questionnaire) -> Asked:
    asked = workspace.scores.asked
    if questionnaire.fingerprint not in asked:
        asked[questionnaire.fingerprint] = Asked(
            questionnaire.id, questionnaire.version, yardsticks(questionnaire)
        )
    return asked[questionnaire.fingerprint]
