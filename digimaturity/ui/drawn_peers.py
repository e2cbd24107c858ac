"""The clients that the firm is compared with, drawn in the worker: scoring all may take seconds."""

from __future__ import annotations

from digimaturity.services.portfolio import PeerOptions, peers_of
from digimaturity.ui.parts import Parts
from digimaturity.ui.tasks import Lane, Progress


def want_peers(parts: Parts) -> bool:
    """Whether the peers are known; if not, have them drawn, and `bus.peers_drawn` will tell.

    They are drawn once. What comes too late, when another assessment is open, another group was
    chosen or the company was changed, is dropped.
    """
    session = parts.session
    workspace, record = session.workspace, session.assessment
    if session.peers is not None or workspace is None or record is None:
        return session.peers is not None

    if session.drawing is not None:
        return False

    def job(progress: Progress) -> PeerOptions:
        return peers_of(workspace, record.id, watch=progress)

    def drawn(peers: PeerOptions) -> None:
        if session.drawing is own:
            session.take_peers(peers)

    def failed(error: Exception) -> None:
        if session.drawing is own:
            session.take_peers(PeerOptions(session.peer_choice))
            parts.shell.report(error)

    own = session.drawing = parts.tasks.watched(job, drawn, failed, lane=Lane.ASIDE)
    return False
