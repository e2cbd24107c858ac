"""Texts of a pack in each of its languages."""

from __future__ import annotations

from collections.abc import Mapping

#: A text in every language of its pack: language code -> text.
Localized = Mapping[str, str]


def text_in(texts: Localized, language: str) -> str:
    """The text in `language`, or in the pack's first language where it has no other, or empty."""
    return texts.get(language) or next(iter(texts.values()), "")
