"""Texts of a pack in each of its languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: A text in every language of its pack: language code -> text.
Localized = Mapping[str, str]


def text_in(texts: Localized, language: str) -> str:
    """The text in `language`, or in the pack's first language where it has no other, or empty."""
    return texts.get(language) or next(iter(texts.values()), "")


@dataclass(frozen=True, slots=True)
class ProfileReading:
    """What a leadership profile means: its strengths, its risks, the first step (KR-2..6)."""

    strengths: Localized
    risks: Localized
    step: Localized


@dataclass(frozen=True, slots=True)
class DecisionAdvice:
    """What the dual drive (KR-2..6) advises for a decision that one side, or nobody, holds.

    A pack may leave out any of the three.
    """

    it_only: Localized = field(default_factory=dict)
    business_only: Localized = field(default_factory=dict)
    nobody: Localized = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """A technical term of the glossary; `forms` are its other forms in each language."""

    id: str
    term: Localized
    means: Localized
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
