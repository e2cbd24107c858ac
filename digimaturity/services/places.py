"""Where work on a company stopped, so that it goes on there."""

from __future__ import annotations

from digimaturity.services.workspace import Workspace
from digimaturity.store.records import Place

__all__ = ["Place", "keep_place", "place_of"]


def place_of(workspace: Workspace, company: str) -> Place:
    """Where work on a company stopped; an empty place where it has not begun."""
    with workspace.reading() as stored:
        return stored.places.get(company)


def keep_place(workspace: Workspace, company: str, place: Place) -> None:
    """Keep where work on a company stopped; nothing happens where nothing can be written.

    It is a convenience: a company that was deleted meanwhile is no fault either.

    Raises:
        UserError: those of writing to the workspace.
    """
    if workspace.read_only:
        return
    with workspace.writing() as stored:
        known = stored.companies.get(company) is not None
        if known and stored.places.get(company) != place:
            stored.places.keep(company, place)
