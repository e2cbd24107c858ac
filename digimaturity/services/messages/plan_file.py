"""Messages about files with planning problems, each fault with its place and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from digimaturity.i18n import Translator
from digimaturity.services.answers_faults import AnswersProblem
from digimaturity.services.messages import answers_problems
from digimaturity.services.messages.message import Facts, Message, Writer


def _missing_file(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no file {path}.", path=facts["path"]),
        "",
        t("Check the name and the folder."),
    )


def _too_large(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The file {path} is too large to be a planning problem.", path=facts["path"]),
        "",
        t("Choose another file."),
    )


def _invalid(facts: Facts, t: Translator) -> Message:
    problems = facts["problems"]
    what = t.plural(
        "The planning problem {path} has {n} fault.",
        "The planning problem {path} has {n} faults.",
        len(problems),
        path=facts["path"],
    )
    details = tuple(_sentence(problem, t) for problem in problems)
    return Message(
        what, t("Nothing was planned."), t("Mend what is listed and try again."), details
    )


def _sentence(problem: AnswersProblem, t: Translator) -> str:
    text = _FAULTS[problem.code](problem.details, t)
    if not problem.where:
        return text
    return t("{where}: {problem}", where=problem.where, problem=text)


def _kind(facts: Facts, t: Translator) -> str:
    names = {
        "object": t("an object in braces"),
        "array": t("a list in square brackets"),
        "string": t("a text in quotation marks"),
        "number": t("a number"),
        "integer": t("a whole number"),
        "null": t("null"),
    }
    wanted = [names[kind] for kind in facts["wanted"]]
    if len(wanted) == 1:
        return t("Needed here: {one}.", one=wanted[0])
    return t("Needed here: {one} or {other}.", one=wanted[0], other=wanted[1])


def _quarter(facts: Facts, t: Translator) -> str:
    return t(
        "“{found}” is no quarter; write year and quarter, such as 2026-Q2.", found=facts["found"]
    )


def _minimum(facts: Facts, t: Translator) -> str:
    return t("This is less than {limit}, the least that is allowed.", limit=facts["limit"])


def _maximum(facts: Facts, t: Translator) -> str:
    limit = t.number(facts["limit"], 0)
    return t("This is more than {limit}, the most that is allowed.", limit=limit)


def _too_long(facts: Facts, t: Translator) -> str:
    return t("This is longer than {limit} characters.", limit=facts["limit"])


def _too_many(facts: Facts, t: Translator) -> str:
    return t("These are more than {limit}.", limit=facts["limit"])


def _empty(_facts: Facts, t: Translator) -> str:
    return t("This must not be empty.")


def _twice(facts: Facts, t: Translator) -> str:
    return t(
        "The id “{key}” stands at {other} already; give each its own.",
        key=facts["key"],
        other=facts["other"],
    )


def _unknown_id(facts: Facts, t: Translator) -> str:
    if facts["near"]:
        return t(
            "Nothing has the id “{key}”; did you mean “{near}”?",
            key=facts["key"],
            near=facts["near"],
        )
    return t("Nothing has the id “{key}”; add it, or take this out.", key=facts["key"])


def _length(facts: Facts, t: Translator) -> str:
    return t(
        "There are {found} numbers for {expected} quarters; write one for each.",
        found=facts["found"],
        expected=facts["expected"],
    )


def _calendar(_facts: Facts, t: Translator) -> str:
    return t("The horizon ends after the year 9999.")


_COMMON = ("syntax", "not_json", "repeated", "missing", "unknown_key", "format")

_FAULTS: Mapping[str, Callable[[Mapping[str, Any], Translator], str]] = {
    **{code: answers_problems.WRITERS[code] for code in _COMMON},
    "kind": _kind,
    "quarter": _quarter,
    "minimum": _minimum,
    "maximum": _maximum,
    "minLength": _empty,
    "maxLength": _too_long,
    "maxItems": _too_many,
    "twice": _twice,
    "unknown_id": _unknown_id,
    "length": _length,
    "calendar": _calendar,
}

WRITERS: Mapping[str, Writer] = {
    "plan_file.missing": _missing_file,
    "plan_file.too_large": _too_large,
    "plan_file.invalid": _invalid,
}
