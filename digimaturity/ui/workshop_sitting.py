"""What a workshop remembers while it is open, and nobody records."""

from __future__ import annotations

from dataclasses import dataclass, field

from digimaturity.services.changes import ChangeKind
from digimaturity.ui.stopwatch import Stopwatch


@dataclass(slots=True)
class Sitting:
    """Where the group is, and what it has seen so far.

    `question` is the one shown, also behind the closing page. Votes are shown of those in
    `revealed` alone; with `names` they bear those of persons. `begun` says that the questions are
    gone through although there is nothing to compare. `unsaved` are notes of the question that
    could not be recorded, while the page is built anew.
    """

    question: str = ""
    closing: bool = False
    largest_first: bool = True
    names: bool = False
    listed: bool = False
    begun: bool = False
    revealed: set[str] = field(default_factory=set)
    unsaved: dict[ChangeKind, str] = field(default_factory=dict)
    watch: Stopwatch = field(default_factory=Stopwatch)
