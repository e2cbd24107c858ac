"""What stands in the cells of a list of applications: amounts, truths, numbers, years."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digimaturity.services.systems_file.columns import FIRST_YEAR, LAST_YEAR
from digimaturity.services.systems_file.limits import LONGEST_WORD
from digimaturity.services.text import spelled

#: No cost of a system and no number of people is larger; more is a slip of the fingers.
MOST_EUROS, MOST_USERS = 1e9, 1_000_000

_YES = frozenset({"yes", "y", "ja", "j", "x", "true", "wahr", "1", "✓", "✔"})
_NO = frozenset({"no", "n", "nein", "false", "falsch", "0", "ohne", "without"})
#: What people write where they do not know.
_UNKNOWN = frozenset(
    {"?", "??", "-", "\N{EN DASH}", "\N{EM DASH}", "n/a", "na", "tbd", "k.a.", "k.a", "k. a."}
    | {spelled(one) for one in ("unknown", "not known", "don't know", "open", "unclear")}
    | {spelled(one) for one in ("unbekannt", "nicht bekannt", "weiß nicht", "keine angabe")}
    | {spelled(one) for one in ("unklar", "offen")}
)
_AMOUNT = re.compile(
    r"(?:€|eur|euro)?\s*(\d[\d.,'’\s]*?)\s*"
    r"(t€|teur|tsd\.?\s*(?:€|eur|euro)?|k€|keur|k|€|eur|euros?)?"
)
_GROUPED = re.compile(r"\d{1,3}([.,])\d{3}(\1\d{3})*")


def unknown(text: str) -> bool:
    """Whether somebody says that nobody knows, or nothing at all."""
    return not text.strip() or spelled(text) in _UNKNOWN


def truth(text: str) -> bool | None:
    """Yes or no; None where it is neither."""
    plain = spelled(text).rstrip(".!")
    if plain in _YES:
        return True
    return False if plain in _NO else None


def decimal_mark(texts: Iterable[str]) -> str:
    """How a file writes decimals, by those amounts that can be read in one way only; else empty."""
    for text in texts:
        if len(text) > LONGEST_WORD:
            continue
        marks = re.findall(r"[.,]", text)
        if len(set(marks)) == 2:  # noqa: PLR2004 - one for thousands, one for decimals
            return str(marks[-1])
        tail = re.search(r"\d([.,])(\d{1,2}|\d{4,})(?!\d)", text)
        if len(marks) == 1 and tail:
            return tail.group(1)
    return ""


def amount(text: str, mark: str = "") -> float | None:
    """Euros, from 0 on; None where it is no such number.

    Of ``12.500`` alone nobody can say what the point means; as costs of a year it parts
    thousands, unless `mark` is what the file's other figures have before decimals.
    """
    if len(text) > LONGEST_WORD:
        return None
    found = _AMOUNT.fullmatch(re.sub(r",[-–—]+", "", spelled(text)))
    value = _value(re.sub(r"['’\s]", "", found.group(1)), mark) if found else None
    if found is None or value is None:
        return None
    value *= 1000 if (found.group(2) or "").startswith(("t", "k")) else 1
    return value if value <= MOST_EUROS else None


def _value(digits: str, mark: str) -> float | None:
    marks = {one for one in digits if one in ".,"}
    if len(marks) == 2:  # noqa: PLR2004 - one for thousands, one for decimals
        mark = digits[max(digits.rfind("."), digits.rfind(","))]
    elif marks:
        only = marks.pop()
        grouped = _GROUPED.fullmatch(digits) and not digits.startswith("0")
        thousands = grouped and (only != mark or digits.count(only) > 1)
        mark = {".": ",", ",": "."}[only] if thousands else only
    other = "," if mark == "." else "."
    whole, _, rest = digits.partition(mark) if mark else (digits, "", "")
    if other in whole and not re.fullmatch(rf"\d{{1,3}}(\{other}\d{{3}})+", whole):
        return None
    try:
        return float(f"{whole.replace(other, '')}.{rest or '0'}")
    except ValueError:
        return None


def whole(text: str, largest: int = MOST_USERS) -> int | None:
    """A number of people; None where it is none."""
    value = amount(text)
    return int(value) if value is not None and value.is_integer() and value <= largest else None


def year(text: str) -> int | None:
    """The year in ``2019``, ``03/2019`` or ``2019-03-01``; None where there is none, or several."""
    found = {int(one) for one in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)}
    fitting = [one for one in found if FIRST_YEAR <= one <= LAST_YEAR]
    return fitting[0] if len(fitting) == 1 else None
