"""Numbers as people type them, in either language."""

from __future__ import annotations

import re

_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def amount_from(text: str, language: str) -> float | None:
    """The number from 0 on that somebody typed; None where nothing stands there.

    Of ``1.250`` and ``1,250`` alone the language tells what the mark means. `ValueError` for what
    is no number.
    """
    plain = re.sub(r"[\s'’€]", "", text)
    if not plain:
        return None
    decimal = "," if language == "de" else "."
    marks = [one for one in plain if one in ".,"]
    if len(set(marks)) > 1:
        decimal = marks[-1]
    elif len(marks) == 1 and not (_GROUPED.fullmatch(plain) and marks[0] != decimal):
        decimal = marks[0]
    thousands = "." if decimal == "," else ","
    whole, _, rest = plain.partition(decimal)
    if thousands in whole and not _GROUPED.fullmatch(whole):
        raise ValueError(text)
    digits = whole.replace(thousands, "")
    if not re.fullmatch(r"[0-9]*", digits + rest) or not digits + rest:
        raise ValueError(text)
    return float(f"{digits or 0}.{rest or 0}")
