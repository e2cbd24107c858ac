"""The code of a report: a short hash of everything that it is made from."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from hashlib import sha256

from digimaturity.domain.catalogue import Measure
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.report.wording import ReportContext

#: Hexadecimal digits that are printed: among a million reports, two alike by chance are one in 500.
_DIGITS = 12

#: The kinds of values without parts, but for enumerations and bytes.
_PLAIN = frozenset({type(None), bool, int, float, str, date})


def content_code(evaluation: Evaluation, context: ReportContext) -> str:
    """Twelve hexadecimal digits of the SHA-256 over the evaluation, what was said, and the options.

    Equal data and options give an equal code on every machine and in every language; anything else
    another one. It is no signature: whoever changes a report can compute a new code.
    """
    return sha256(_bytes_of((evaluation, context))).hexdigest()[:_DIGITS]


def _bytes_of(value: object) -> bytes:
    """A value as bytes that tell it from every other; sets and mappings in a fixed order."""
    if type(value) in _PLAIN:  # nearly all of it, so the quickest way goes first
        return _framed(_plain(value))
    if isinstance(value, Questionnaire) and value.fingerprint:
        return _framed(value.fingerprint)  # that of its whole content
    if isinstance(value, Measure):
        return _framed(value.id)  # one of the questionnaire's
    if is_dataclass(value):
        kind: type = type(value)
        parts = [_bytes_of(getattr(value, name)) for name in _names(kind)]
        return _framed(kind.__name__) + b"".join(parts)
    if isinstance(value, Mapping):
        pairs = [_bytes_of(key) + _bytes_of(one) for key, one in value.items()]
        return _framed(f"mapping {len(pairs)}") + b"".join(sorted(pairs))
    if isinstance(value, AbstractSet):
        return _framed(f"set {len(value)}") + b"".join(sorted(map(_bytes_of, value)))
    if isinstance(value, tuple):
        return _framed(f"tuple {len(value)}") + b"".join(map(_bytes_of, value))
    return _framed(_plain(value))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.compare)


def _plain(value: object) -> str:
    """A value that has no parts, with its kind, so that 1, 1.0, True and "1" differ."""
    if type(value) in _PLAIN:
        return f"{type(value).__name__} {value}"
    match value:
        case Enum():
            return f"{type(value).__name__} {value.value}"
        case bytes():
            return f"bytes {value.hex()}"
        case None | bool() | int() | float() | str() | date():
            return f"{type(value).__name__} {value}"
    raise TypeError(f"{type(value).__name__} has no place in a report")


def _framed(text: str) -> bytes:
    """The text with its length before it, so that no two lists of texts give the same bytes."""
    data = text.encode("utf-8", "surrogatepass")
    return b"%d:%s" % (len(data), data)
