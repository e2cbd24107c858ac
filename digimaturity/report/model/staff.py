"""The letter to everybody in the firm."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.report.model.paper import Paper


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A part of the letter: paragraphs, then a list, then what follows from the list."""

    heading: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffModel:
    """The letter, from its subject to who signs it."""

    paper: Paper
    sender: str
    day: str
    subject: str
    salutation: str
    parts: tuple[LetterPart, ...]
    closing: str
    signed: str
