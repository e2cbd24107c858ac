"""The changes that can be taken back, and those that can be made again."""

from __future__ import annotations

from dataclasses import dataclass, field

from digimaturity.services.changes import Change


@dataclass(slots=True)
class UndoStack:
    """Two stacks of changes; a change made anew forgets what was undone."""

    done: list[Change] = field(default_factory=list)
    undone: list[Change] = field(default_factory=list)

    def push(self, change: Change) -> None:
        """A change was made by the user."""
        self.done.append(change)
        self.undone.clear()

    def clear(self) -> None:
        """Another assessment was opened."""
        self.done.clear()
        self.undone.clear()
