"""What header and rail say of what is open, and what an assessment is called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity import paths
from digimaturity.i18n import Translator
from digimaturity.services.workspace import peek
from digimaturity.ui.site_map import ALL, ALWAYS, WITHOUT_ASSESSMENT, shown_pages

if TYPE_CHECKING:
    from digimaturity.services.assessments import AssessmentRecord
    from digimaturity.services.workspace import Peek
    from digimaturity.ui.frame import Frame
    from digimaturity.ui.session import Session


def assessment_title(record: AssessmentRecord, t: Translator) -> str:
    """Year and state."""
    return _title(record.day.year, t, done=not record.open)


def is_sample(session: Session) -> bool:
    """Whether the sample company is open, not the user's own."""
    return session.workspace is not None and session.workspace.path == paths.sample_workspace()


def show_session(frame: Frame, session: Session, t: Translator) -> None:
    """Show what is open, and whether it is saved."""
    frame.show_undo(session.undo_stack)
    name = session.company.name if session.company else ""
    title = assessment_title(session.assessment, t) if session.assessment else ""
    frame.header.show_sample(is_sample(session))
    frame.show_titles(name, title, shown_pages(session))
    if session.workspace is not None and session.workspace.read_only:
        frame.header.show_saved(t("Read only"), good=None)
    elif session.assessment is not None:
        frame.header.show_saved(t("Saved"), good=True)


def show_peek(frame: Frame, path: Path, t: Translator) -> None:
    """Show what plain SQLite can tell of the workspace, before anything else is loaded."""
    seen = peek(path)
    if seen is None or not seen.company:
        frame.show_titles("", "", ALWAYS)
        return
    shown = ALL if seen.assessments else WITHOUT_ASSESSMENT
    frame.show_titles(seen.company, _peeked_title(seen, t), shown)


def _peeked_title(seen: Peek, t: Translator) -> str:
    """That of the newest assessment."""
    if not seen.assessments:
        return ""
    newest = seen.assessments[0]
    return _title(newest.day.year, t, done=newest.state.value == "finished")


def _title(year: int, t: Translator, *, done: bool) -> str:
    if done:
        return t("Assessment {year} · finished", year=year)
    return t("Assessment {year} · in progress", year=year)
