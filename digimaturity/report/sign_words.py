"""Who signed an assessment off, in words, and the hash of what was signed, to be read."""

from __future__ import annotations

from datetime import date
from textwrap import shorten
from typing import TYPE_CHECKING

from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.report.wording import Signature

#: So many digits of a hash tell one revision from every other of the same firm.
_SHORT = 8

#: Digits that stand together: more are not compared without a slip.
_GROUP = 4

#: Letters of a reason where there is room for one line.
_REASON = 140


def grouped(digest: str) -> str:
    """A hash in groups of four digits."""
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def short_hash(digest: str) -> str:
    """The beginning of a hash, grouped; empty where there is none."""
    return grouped(digest[:_SHORT])


def signed_words(t: Translator, day: date, by: str) -> str:
    """``Signed off on 24 February 2026 by Ada``."""
    name = " ".join(by.split())
    if name:
        return t("Signed off on {day} by {name}", day=t.date(day), name=name)
    return t("Signed off on {day}", day=t.date(day))


def signature_words(t: Translator, one: Signature) -> str:
    """Who signed when, which revision, and the beginning of its hash, in one line."""
    words = [signed_words(t, one.day, one.by), t("revision {n}", n=one.number)]
    if one.digest:
        words.append(t("content {hash}", hash=short_hash(one.digest)))
    return " · ".join(words)


def correction_words(t: Translator, number: int, reason: str) -> str:
    """Which revision is being corrected, and why, as far as that is known."""
    if not reason:
        return t("Correction of revision {n}", n=number)
    return t("Correction of revision {n}: {reason}", n=number, reason=shorten(reason, _REASON))
