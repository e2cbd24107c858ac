"""What the user chose for the reports of one assessment, kept in the workspace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from digimaturity.services.workspace import Workspace

PAGE_SIZES = ("A4", "letter")


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What is chosen for the reports of an assessment, whichever format they are written in.

    `page_size` is one of `PAGE_SIZES`; `comments` tells whether comments are printed; `left_out`
    are the keys of chapters that are not wanted. `foreword` and `confidentiality` are the user's
    own words; empty: no foreword, and the usual sentence.
    """

    page_size: str = "A4"
    comments: bool = True
    left_out: tuple[str, ...] = ()
    foreword: str = ""
    confidentiality: str = ""


def get_choices(workspace: Workspace, assessment: str) -> ReportChoices:
    """What was chosen for an assessment; the usual where nothing was."""
    with workspace.reading() as stored:
        return _sensible(stored.report_choices.get(assessment))


def keep_choices(workspace: Workspace, assessment: str, choices: ReportChoices) -> None:
    """Keep what was chosen; also for a finished assessment, whose answers it does not touch.

    Raises:
        UserError: those of writing to the workspace.
    """
    with workspace.writing() as stored:
        stored.report_choices.keep(assessment, asdict(choices))


def _sensible(document: Mapping[str, object]) -> ReportChoices:
    """Entry by entry: what another version wrote and this one cannot use costs only itself."""
    usual = ReportChoices()
    size, left_out = document.get("page_size"), document.get("left_out")
    return ReportChoices(
        page_size=size if isinstance(size, str) and size in PAGE_SIZES else usual.page_size,
        comments=document.get("comments") is not False,
        left_out=tuple(str(key) for key in left_out) if isinstance(left_out, list) else (),
        foreword=str(document.get("foreword") or ""),
        confidentiality=str(document.get("confidentiality") or ""),
    )
