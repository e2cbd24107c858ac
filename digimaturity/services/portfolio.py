"""The mentor's own clients as peers: of each firm its latest finished assessment."""

from __future__ import annotations

from digimaturity.domain.company import Company
from digimaturity.domain.evaluation import PeerOptions, peer_figures
from digimaturity.domain.peers import Asked, Pool, Rated, pools
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.sample import LEAST, Peers
from digimaturity.domain.yardstick import yardsticks
from digimaturity.services.answers import responses_of
from digimaturity.services.assessments import case_of, company_of, found
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.workspace import Workspace
from digimaturity.store.finished import FinishedRecord

__all__ = ["PeerChoice", "PeerOptions", "choose_peers", "peers_for", "peers_of"]

#: So many assessments are read in one go; a click that comes meanwhile waits for them.
_AT_ONCE = 20


def peers_of(workspace: Workspace, assessment: str) -> PeerOptions:
    """Whom an assessment is compared with: the user's choice, and the clients that it gives.

    The first call scores every finished assessment, a second for a thousand of them: never make it
    on the interface thread. Later ones score only what was finished since.
    KeyError when there is no such assessment.
    """
    case = case_of(workspace, assessment)
    company = company_of(case.record, case.company)
    return peers_for(
        workspace, case.questionnaire, company, case.company.id, case.record.peer_choice
    )


def peers_for(
    workspace: Workspace,
    questionnaire: Questionnaire,
    company: Company,
    firm: str = "",
    choice: PeerChoice | None = None,
) -> PeerOptions:
    """The same for any firm; `firm` is its id in the workspace, which is left out.

    Of fewer than five clients it is only told how many there are. Clients rated by another
    questionnaire are context, of which fewer than five are not mentioned.
    """
    drawn = [pool.draw(firm, company, choice) for pool in _pools(workspace, questionnaire)]
    return PeerOptions(choice, tuple(peers for peers in drawn if _worth_telling(peers)))


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


def _pools(workspace: Workspace, questionnaire: Questionnaire) -> tuple[Pool, ...]:
    """What all finished assessments offer to one by `questionnaire`, as things stand."""
    kept = workspace.scores
    with kept.lock:
        with workspace.reading() as stored:
            states = stored.finished.states()
        if states != kept.states:
            kept.states = ()  # nothing holds until all of it is there
            kept.pools.clear()
            _score(workspace, dict(states))
            kept.states = states
        asked = _asked(workspace, questionnaire)
        if asked not in kept.pools:
            ratings = (kept.rated[key][1] for key, _ in states if key in kept.rated)
            kept.pools[asked] = pools(ratings, asked)
        return kept.pools[asked]


def _score(workspace: Workspace, states: dict[str, int]) -> None:
    """Score what was finished or changed since the last time, and forget what is gone."""
    rated = workspace.scores.rated
    for key in [key for key, (revision, _) in rated.items() if states.get(key) != revision]:
        del rated[key]
    missing = [key for key in states if key not in rated]
    for start in range(0, len(missing), _AT_ONCE):
        with workspace.reading() as stored:
            records = stored.finished.read(missing[start : start + _AT_ONCE])
            asked = {
                record.questionnaire: workspace.questionnaire(record.questionnaire, stored)
                for record in records
            }
        for record in records:
            rated[record.id] = (
                states[record.id],
                _rated(workspace, record, asked[record.questionnaire]),
            )


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
