"""What a service did: whom it concerns, and what undoes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from digimaturity.domain.attachment import Attachment
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.responses import Answer, Respondent
from digimaturity.store.records import CompanyRecord

if TYPE_CHECKING:
    # Loaded with the roadmap; the start does without.
    from digimaturity.domain.roadmap.book import Entry

#: What was there before or is there now; None: nothing.
Before: TypeAlias = (
    "Answer | Attachment | str | int | CompanyRecord | Respondent | PeerChoice"
    " | tuple[Entry, ...] | None"
)


class ChangeKind(StrEnum):
    """What was changed."""

    COMPANY = "company"
    ASSESSMENT = "assessment"
    RESPONDENT = "respondent"
    FORMS = "forms"
    ANSWER = "answer"
    COMMENT = "comment"
    EVIDENCE = "evidence"
    REVIEW = "review"
    ATTACHMENT = "attachment"
    CONSENSUS = "consensus"
    REASON = "reason"
    PARKED = "parked"
    PEERS = "peers"
    FIGURES = "figures"
    TOLD = "told"  # which viewpoints are told as one
    ROADMAP = "roadmap"  # what is put down for the roadmap
    PLANNED = "planned"  # the plan that was found for it


@dataclass(frozen=True, slots=True)
class Change:
    """One saved intention.

    The ids tell whom it concerns; None where it is about no single one. `undo` is what was there
    before and `now` what is there since: `services.recording.undo` puts the earlier one back,
    which is a change like any other, so that undoing it once more is redoing.
    """

    kind: ChangeKind
    company: str | None = None
    assessment: str | None = None
    question: str | None = None
    respondent: str | None = None
    undo: Before = None
    now: Before = None

    @property
    def effective(self) -> bool:
        """Whether anything is different from before."""
        return self.undo != self.now

    @property
    def undoable(self) -> bool:
        """Whether `services.recording.undo` can take it back."""
        return self.effective and self.kind in (
            ChangeKind.ANSWER,
            ChangeKind.COMMENT,
            ChangeKind.EVIDENCE,
            ChangeKind.REVIEW,
            ChangeKind.ATTACHMENT,
            ChangeKind.CONSENSUS,
            ChangeKind.REASON,
            ChangeKind.PARKED,
            ChangeKind.PEERS,
            ChangeKind.ROADMAP,
        )
