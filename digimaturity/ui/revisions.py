"""Looking at an earlier revision of the open assessment, and back to how it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digimaturity.ui.parts import Shell
    from digimaturity.ui.session import Session


def look_at(session: Session, shell: Shell, number: int) -> None:
    """Show the assessment as it was signed off; what cannot be read is told, and nothing opens."""

    def opened() -> bool:
        session.open_revision(number)
        return True

    if shell.settled() and shell.attempt(opened):
        shell.assessment_opened("overview")


def back_to_present(session: Session, shell: Shell, page: str, place: str = "") -> None:
    """Show the assessment as it stands now, at a page and a place of it."""

    def opened() -> bool:
        session.open_assessment(session.assessment_id)
        return True

    if shell.settled() and shell.attempt(opened):
        shell.assessment_opened(page)
        if place:
            shell.go(page, place)
