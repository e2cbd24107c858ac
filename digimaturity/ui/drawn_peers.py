"""The clients that the firm is compared with, drawn in the worker: scoring all may take seconds."""

from __future__ import annotations

from digimaturity.services.portfolio import PeerOptions, peers_of
from digimaturity.ui.parts import Parts


def want_peers(parts: Parts) -> bool:
    """Whether the peers are known; if not, have them drawn, and `bus.peers_drawn` will tell.

    What is drawn too late, when another assessment is open or another group was chosen, is dropped.
    """
    session = parts.session
    workspace, record = session.workspace, session.assessment
    if session.peers is not None or workspace is None or record is None:
        return session.peers is not None

    def still_wanted() -> bool:
        open_still = session.workspace is workspace and session.assessment_id == record.id
        return open_still and session.peers is None

    def drawn(peers: PeerOptions) -> None:
        if still_wanted() and peers.choice == session.peer_choice:
            session.take_peers(peers)

    def failed(error: Exception) -> None:
        if still_wanted():
            session.take_peers(PeerOptions(session.peer_choice))
            parts.shell.report(error)

    parts.tasks.run(lambda: peers_of(workspace, record.id), drawn, failed)
    return False
