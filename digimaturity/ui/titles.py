"""What header and rail say of what is open, and what an assessment is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digimaturity import paths
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.site_map import shown_pages

if TYPE_CHECKING:
    from digimaturity.services.assessments import AssessmentRecord
    from digimaturity.ui.frame import Frame
    from digimaturity.ui.session import Session


def assessment_title(record: AssessmentRecord, t: Translator) -> str:
    """Year and state; that of a part of a questionnaire is called by its name."""
    year = record.day.year
    if record.part_of:
        name = text_in(record.pack, t.language)
        if record.open:
            return t("{name} {year} · in progress", name=name, year=year)
        return t("{name} {year} · finished", name=name, year=year)
    if record.open:
        return t("Assessment {year} · in progress", year=year)
    return t("Assessment {year} · finished", year=year)


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
    elif session.workspace is not None and session.assessment is not None:
        frame.header.show_saved(t("Saved"), good=True)
