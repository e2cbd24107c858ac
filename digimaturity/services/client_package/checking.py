"""What values a package may have: checks for the entries of its documents, and their types."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from math import isfinite
from typing import Any

from digimaturity.exchange.parsing import parsed
from digimaturity.exchange.refused import RefusedError, odd_key
from digimaturity.services.client_package import form

#: Whether a value is one that can stand there.
Check = Callable[[object], bool]

#: No other years are believed, neither of days nor of times.
YEARS = range(1970, 2101)

#: No document has more values for its bytes: others would take many times their size in memory.
#: Small ones are not counted.
_BYTES_A_VALUE, _SMALL = 4, 10_000
_TEXTS = re.compile(rb'"(?:[^"\\]|\\.)*+"', re.DOTALL)

_UNCLEAN = re.compile("[\0\ud800-\udfff]")
_NO_NAME = re.compile(r"[/\\\x00-\x1f]")
#: It becomes the name of a folder, and is searched for in bytes: never a dot, never short.
_ID = re.compile(r"[0-9A-Za-z_-]{16,64}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", re.ASCII)
_MOST = 10**9


def document(content: bytes, part: str) -> Any:  # noqa: ANN401 - a stranger's JSON
    """The document in these bytes.

    Raises:
        RefusedError: ``not_json``, ``repeated_key`` or ``value``, with `part`.
    """
    if len(content) > _SMALL:
        structure = _TEXTS.sub(b"", content)
        if sum(map(structure.count, (b",", b"[", b"{"))) * _BYTES_A_VALUE > len(content):
            raise RefusedError("value", where=part)
    try:
        return parsed(content)
    except RefusedError as error:
        code = "repeated_key" if error.code == "repeated_key" else "not_json"
        raise RefusedError(code, part=part) from error


def record(given: object, checks: Mapping[str, Check], where: str) -> dict[str, Any]:
    """`given` as an object with exactly these entries.

    Raises:
        RefusedError: ``keys`` or ``value`` with `where`.
    """
    if type(given) is not dict:
        raise RefusedError("value", where=where)
    if given.keys() != checks.keys():
        raise RefusedError("keys", where=f"{where}: {odd_key(given.keys(), checks.keys())}")
    for key, check in checks.items():
        if not check(given[key]):
            raise RefusedError("value", where=f"{where}: {key}")
    return given


def clean(text: str) -> bool:
    """Whether a text can be kept everywhere: without NUL, without halves of characters."""
    return _UNCLEAN.search(text) is None


def text(longest: int = form.LONGEST_TEXT) -> Check:
    """Any text."""
    return lambda given: type(given) is str and len(given) <= longest and clean(given)


def words(given: object) -> bool:
    """A text of which nothing else is asked."""
    return type(given) is str


def name(given: object) -> bool:
    """A text of at most `form.LONGEST_NAME` characters that is not blank."""
    return text(form.LONGEST_NAME)(given) and bool(str(given).strip())


def file_name(given: object) -> bool:
    """A name of a file without a folder."""
    return name(given) and given not in (".", "..") and not _NO_NAME.search(str(given))


def identity(given: object) -> bool:
    """An id of ours."""
    return type(given) is str and _ID.fullmatch(given) is not None


def sha256(given: object) -> bool:
    """A SHA-256 in hexadecimal."""
    return type(given) is str and _SHA256.fullmatch(given) is not None


def day(given: object) -> bool:
    """A day as ISO text."""
    if type(given) is not str or not _DAY.fullmatch(given):
        return False
    try:
        return date.fromisoformat(given).year in YEARS
    except ValueError:
        return False


def moment(given: object) -> bool:
    """A time as `store.clock` writes it."""
    if type(given) is not str or not _MOMENT.fullmatch(given):
        return False
    try:
        return datetime.fromisoformat(given).year in YEARS
    except ValueError:
        return False


def whole(low: int, high: int = _MOST) -> Check:
    """A whole number from `low` to `high`."""
    return lambda given: type(given) is int and low <= given <= high


def matching(form_: str) -> Check:
    """A text of that form."""
    compiled = re.compile(form_, re.ASCII)
    return lambda given: type(given) is str and compiled.fullmatch(given) is not None


def one_of(known: Collection[str]) -> Check:
    """One of these texts."""
    return lambda given: type(given) is str and given in known


def or_none(check: Check) -> Check:
    """The same, or nothing."""
    return lambda given: given is None or check(given)


def truth(given: object) -> bool:
    """True or false."""
    return type(given) is bool


def anything(_given: object) -> bool:
    """Looked at elsewhere."""
    return True


def plain(given: object) -> bool:
    """JSON in which every text can be kept and every number is one."""
    match given:
        case str():
            return clean(given)
        case float():
            return isfinite(given)
        case dict():
            return all(clean(key) and plain(value) for key, value in given.items())
        case list():
            return all(plain(value) for value in given)
    return True
