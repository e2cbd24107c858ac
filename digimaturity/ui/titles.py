"""What header and rail say of what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digimaturity import paths
from digimaturity.i18n import Translator
from digimaturity.ui.assessment_title import assessment_title
from digimaturity.ui.site_map import BARE, OF_COMPANY, shown_pages

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
    frame.revision.say(*(_revision(session, t) if frame.current in OF_COMPANY | BARE else ("", "")))
    if frame.current in ("companies", "reminders"):
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
    if session.revision:
        return t(
            "Assessment {year} · revision {n} of {m}",
            year=own.day.year,
            n=session.revision,
            m=max(own.signed, session.revision),
        )
    # Only a shorter one can be continued; for all others nothing more is read.
    return assessment_title(own, t, session.assessments if own.part_of and own.open else ())


def _revision(session: Session, t: Translator) -> tuple[str, str]:
    """Which revision is shown in place of the present state, and who signed it; empty: none is."""
    one = session.signature
    if not session.revision or one is None:
        return "", ""
    from digimaturity.report.sign_words import signed_words

    number, every = session.revision, len(session.sign_offs.revisions)
    return (
        t("Revision {n} of {m}, as it was signed off.", n=number, m=every),
        t("{signed}: it can only be read.", signed=signed_words(t, one.day, one.by)),
    )
