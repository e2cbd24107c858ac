"""What the user chose for the reports of one assessment, kept in the workspace."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.viewpoints import APART, Together
from digimaturity.report.wording import ReportOptions
from digimaturity.services.workspace import Workspace

if TYPE_CHECKING:
    from digimaturity.store.repository import Repository

__all__ = ["PAGE_SIZES", "ReportOptions", "get_options", "keep_options"]

PAGE_SIZES = ("A4", "letter")

#: The entry that says which viewpoints are told as one.
_TOGETHER = "together"


def get_options(workspace: Workspace, assessment: str) -> ReportOptions:
    """What was chosen for an assessment, the usual where nothing was; without its sender.

    Until it is chosen for this assessment, viewpoints are told together as in the one before: its
    answers are told again beside those of today, and nobody was promised that for one year only.
    """
    with workspace.reading() as stored:
        chosen = stored.report_choices.get(assessment)
        if _TOGETHER not in chosen:
            before = (stored.report_choices.get(one) for one in _before(stored, assessment))
            chosen = {
                **chosen,
                _TOGETHER: next((c[_TOGETHER] for c in before if _TOGETHER in c), []),
            }
        return _sensible(chosen)


def _before(stored: Repository, assessment: str) -> list[str]:
    """The company's assessments before this one, newest first."""
    record = stored.assessments.get(assessment)
    ids = [one.id for one in stored.assessments.of_company(record.company)] if record else []
    return ids[ids.index(assessment) + 1 :] if assessment in ids else []


def keep_options(workspace: Workspace, assessment: str, options: ReportOptions) -> None:
    """Keep what was chosen; also for a finished assessment, whose answers it does not touch.

    Who sends a report is kept with the user's settings (`services.sender`), and not here.

    Raises:
        UserError: those of writing to the workspace.
    """
    document = {
        "page_size": options.page_size,
        "comments": options.comments,
        "left_out": sorted(options.left_out),
        "foreword": options.foreword,
        "confidentiality": options.confidentiality,
        _TOGETHER: sorted(options.together),
    }
    with workspace.writing() as stored:
        stored.report_choices.keep(assessment, document)


def _sensible(document: Mapping[str, object]) -> ReportOptions:
    """Entry by entry: what another version wrote and this one cannot use costs only itself."""
    usual = ReportOptions()
    size, left_out = document.get("page_size"), document.get("left_out")
    return ReportOptions(
        page_size=size if isinstance(size, str) and size in PAGE_SIZES else usual.page_size,
        comments=document.get("comments") is not False,
        left_out=frozenset(map(str, left_out)) if isinstance(left_out, list) else frozenset(),
        foreword=str(document.get("foreword") or ""),
        confidentiality=str(document.get("confidentiality") or ""),
        together=_viewpoints(document.get(_TOGETHER)),
    )


def _viewpoints(stored: object) -> Together:
    """Several viewpoints that are told as one; of one alone there is nothing to join."""
    known = frozenset(view for view in Viewpoint if isinstance(stored, list) and view in stored)
    return known if len(known) > 1 else APART
