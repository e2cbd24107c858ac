"""Where one is in the questionnaire, to come back to exactly that."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digimaturity.ui.widgets.wishes import Note


@dataclass(frozen=True, slots=True)
class Spot:
    """The section, the question, and the note that is being written.

    `top` is how far below the upper edge of the page the question begins, in pixels at 100 %;
    None: where it is seen best.
    """

    section: str = ""
    question: str | None = None
    top: int | None = None
    note: Note | None = None

    @staticmethod
    def of(text: str) -> Spot:
        """The inverse of `str`; what makes no sense is left out."""
        section, question, top, note = (*text.split(" "), "", "", "")[:4]
        return Spot(
            section,
            question or None,
            int(top) if re.fullmatch(r"-?[0-9]{1,6}", top) else None,
            Note(note) if note in list(Note) else None,
        )

    def __str__(self) -> str:
        if self.question is None:
            return self.section
        return f"{self.section} {self.question} {self.top or 0} {self.note or ''}".strip()
