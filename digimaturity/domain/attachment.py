"""A file that somebody attached to an answer, without its content."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file that shows what was answered; `size` is in bytes, `sha256` that of the content."""

    id: str
    assessment: str
    respondent: str
    question: str
    name: str
    size: int
    sha256: str
