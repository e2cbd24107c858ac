"""What header and rail say of what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digimaturity import paths
from digimaturity.i18n import Translator
from digimaturity.ui.assessment_title import assessment_title
from digimaturity.ui.site_map import shown_pages

if TYPE_CHECKING:
    from digimaturity.ui.frame import Frame
    from digimaturity.ui.session import Session


def is_sample(session: Session) -> bool:
    """Whether the sample company is open, not the user's own."""
    return session.workspace is not None and session.workspace.path == paths.sample_workspace()


def show_session(frame: Frame, session: Session, t: Translator) -> None:
    """Show what is open, and whether it is saved."""
    frame.show_undo(session.undo_stack)
    name = session.company.name if session.company else ""
    title = _title(session, t)
    frame.header.show_sample(is_sample(session))
    frame.header.show_alias(session.alias_words is not None)
    frame.rail.show_company(name, shown_pages(session))
    if frame.current == "companies":
        frame.header.show_titles(t("Companies"), "")
    else:
        frame.header.show_titles(name, title)
    if session.workspace is not None and session.workspace.read_only:
        frame.header.show_saved(t("Read only"), good=None)
    elif session.workspace is not None and session.assessment is not None:
        frame.header.show_saved(t("Saved"), good=True)
    elif session.workspace is not None:
        frame.header.show_saved("", good=None)


def _title(session: Session, t: Translator) -> str:
    own = session.assessment
    if own is None:
        return ""
    # Only a shorter one can be continued; for all others nothing more is read.
    return assessment_title(own, t, session.assessments if own.part_of and own.open else ())
