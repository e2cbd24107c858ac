"""Why a contribution or a peer pack is refused, as sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from digimaturity.exchange.refused import Refusal
from digimaturity.i18n import Translator

Facts = Mapping[str, object]


def refusal_sentence(refusal: Refusal, t: Translator) -> str:
    """The file, its line where it has several, and the reason."""
    why, file = reason(refusal.code, refusal.details, t), _shown(refusal.file)
    if refusal.line is None:
        return t("{file}: {reason}", file=file, reason=why)
    return t("{file}, line {line}: {reason}", file=file, line=refusal.line, reason=why)


def _shown(name: str) -> str:
    """The name of a stranger's file, which must not command the terminal."""
    return name if name.isprintable() else ascii(name)[1:-1]


def reason(code: str, facts: Facts, t: Translator) -> str:
    """One sentence for the code of a `RefusedError`."""
    return REASONS[code](t).format(**facts)


#: By the code; texts with placeholders of the error's details.
REASONS: Mapping[str, Callable[[Translator], str]] = {
    "changed": lambda t: t(
        "The signature does not fit: the file was changed after it was signed, or forged."
    ),
    "contradictory": lambda t: t(
        "Another contribution has the same id and other scores; neither is counted. Ask the firm "
        "which one holds, and take the other away."
    ),
    "duplicate": lambda t: t("The same contribution was counted already."),
    "format": lambda t: t("This is no file of the kind “{expected}”."),
    "inconsistent": lambda t: t(
        "The score “{where}” is not the mean of its parts: the file was written or changed by hand."
    ),
    "keys": lambda t: t("The entry “{where}” is missing, or it does not belong here."),
    "kind": lambda t: t("Only files that end in .json or .jsonl are read."),
    "no_total": lambda t: t("The figures of all firms together are missing."),
    "not_json": lambda t: t("This is not valid JSON: cut off, damaged, or something else."),
    "other_questionnaire": lambda t: t(
        "The scores come from another questionnaire than “{expected}”."
    ),
    "other_version": lambda t: t(
        "The questions differ from those of version {expected}: the scores cannot be compared."
    ),
    "other_year": lambda t: t("The scores are of another year."),
    "packed": lambda t: t("Packed files (ZIP, gzip) are never opened; unpack it yourself."),
    "repeated_group": lambda t: t("The group “{where}” is there twice."),
    "repeated_key": lambda t: t("An entry is there twice in the same object."),
    "short_sum": lambda t: t("The group “{where}” has fewer firms than its parts."),
    "too_fine": lambda t: t(
        "“{where}” tells more than it may of so few firms: single ones would show through."
    ),
    "too_large": lambda t: t("It is larger than {limit} bytes, which no such file is."),
    "too_small": lambda t: t("The group “{where}” tells of fewer than five firms."),
    "unreadable": lambda t: t("The system could not read it: {reason}."),
    "weak_key": lambda t: t("The publisher’s key protects nothing: anybody can sign with it."),
    "value": lambda t: t("“{where}” has a value that is not possible."),
}
