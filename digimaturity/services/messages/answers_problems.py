"""The faults of a file of answers, as sentences that say how to mend them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from digimaturity.i18n import Translator
from digimaturity.services.answers_faults import AnswersProblem

Facts = Mapping[str, Any]
Writer = Callable[[Facts, Translator], str]


def problem_sentence(problem: AnswersProblem, t: Translator) -> str:
    """Where it is, what is wrong, and how to mend it."""
    text = WRITERS[problem.code](problem.details, t)
    if not problem.where:
        return text
    return t("{where}: {problem}", where=problem.where, problem=text)


def _syntax(facts: Facts, t: Translator) -> str:
    return t(
        "This is not valid JSON from line {line}, column {column} on; often a comma, bracket or "
        "quotation mark is missing just before.",
        line=facts["line"],
        column=facts["column"],
    )


def _not_json(_facts: Facts, t: Translator) -> str:
    return t("This is not valid JSON in UTF-8; write the file anew with a program for JSON.")


def _repeated(facts: Facts, t: Translator) -> str:
    return t("The key “{key}” stands twice in the same object; keep one.", key=facts["key"])


def _object(_facts: Facts, t: Translator) -> str:
    return t("An object with names and values in braces is needed here.")


def _text(_facts: Facts, t: Translator) -> str:
    return t("A text in quotation marks is needed here.")


def _empty(_facts: Facts, t: Translator) -> str:
    return t("This must not be empty.")


def _missing(facts: Facts, t: Translator) -> str:
    return t("“{key}” is missing; add it.", key=facts["key"])


def _unknown_key(facts: Facts, t: Translator) -> str:
    return _meant(t("“{key}” means nothing here; take it out.", key=facts["key"]), facts["near"], t)


def _format(facts: Facts, t: Translator) -> str:
    return t(
        "The format is “{found}”, but this program reads “{expected}”.",
        found=facts["found"],
        expected=facts["expected"],
    )


def _questionnaire(facts: Facts, t: Translator) -> str:
    return t(
        "There is no questionnaire “{found}” here; these are installed: {known}.",
        found=facts["found"],
        known=", ".join(facts["known"]),
    )


def _employees(facts: Facts, t: Translator) -> str:
    return t(
        "“{found}” is no number of employees; write a whole number of 1 or more.", **_found(facts)
    )


def _country(facts: Facts, t: Translator) -> str:
    return t(
        "“{found}” is no country code; write two capital letters as Eurostat does, such as DE.",
        **_found(facts),
    )


def _section(facts: Facts, t: Translator) -> str:
    return t("“{found}” is no NACE section; write a capital letter from A to U.", **_found(facts))


def _turnover(facts: Facts, t: Translator) -> str:
    return t(
        "“{found}” is no band of turnover in millions of euros; choose one of: {known}.",
        found=facts["found"],
        known=", ".join(facts["known"]),
    )


def _date(facts: Facts, t: Translator) -> str:
    return t("“{found}” is no date; write year-month-day, such as 2026-02-24.", **_found(facts))


def _respondents(_facts: Facts, t: Translator) -> str:
    return t("A list in square brackets with at least one respondent is needed here.")


def _duplicate(facts: Facts, t: Translator) -> str:
    return t("Another respondent has the id “{found}” already.", **_found(facts))


def _viewpoint(facts: Facts, t: Translator) -> str:
    return t(
        "“{found}” is no viewpoint; choose one of: {known}.",
        found=facts["found"],
        known=", ".join(facts["known"]),
    )


def _question(facts: Facts, t: Translator) -> str:
    return _meant(t("The questionnaire has no question of this name."), facts["near"], t)


def _answer(_facts: Facts, t: Translator) -> str:
    return t(
        "An answer is a plain value, or an object with “value” or “text”, and “comment”,"
        " “evidence”, “review” or “carried”."
    )


def _review(_facts: Facts, t: Translator) -> str:
    return t("The mark “review” is true or false.")


def _carried(_facts: Facts, t: Translator) -> str:
    return t("“carried” is true or false, and stands beside an answer.")


def _not_applicable(_facts: Facts, t: Translator) -> str:
    return t("This question applies to every company; give a level or “dont_know”.")


def _kind(facts: Facts, t: Translator) -> str:
    match facts["kind"]:
        case "levels":
            return t("The answer must be a level, a whole number from 1 on.")
        case "yes_no":
            return t("The answer must be true or false.")
        case "number":
            return t("The answer must be a number.")
        case "text":
            return t("The answer must be a text in quotation marks.")
    return t("The answer must name options by their ids, each once.")


def _range(facts: Facts, t: Translator) -> str:
    match facts["kind"]:
        case "levels":
            return t("The level must be a whole number from 1 to {levels}.", levels=facts["levels"])
        case "number":
            return _limits(facts["minimum"], facts["maximum"], t)
    return t("Only these options can be chosen: {options}.", options=", ".join(facts["options"]))


def _limits(low: float | None, high: float | None, t: Translator) -> str:
    if low is not None and high is not None:
        return t("The number must be from {low} to {high}.", low=_plain(low), high=_plain(high))
    if low is not None:
        return t("The number must be {low} or more.", low=_plain(low))
    if high is not None:
        return t("The number must be {high} or less.", high=_plain(high))
    return t("The number must not be infinite.")


def _meant(text: str, near: str, t: Translator) -> str:
    return t("{problem} Did you mean “{near}”?", problem=text, near=near) if near else text


def _found(facts: Facts) -> dict[str, object]:
    return {"found": facts["found"]}


def _plain(number: float) -> str:
    """As one writes it in JSON, without a decimal point where there is nothing after it."""
    return f"{number:g}" if abs(number) < 1e6 else f"{number:.0f}"  # noqa: PLR2004 - digits of :g


WRITERS: Mapping[str, Writer] = {
    "answer": _answer,
    "country": _country,
    "date": _date,
    "duplicate": _duplicate,
    "employees": _employees,
    "empty": _empty,
    "format": _format,
    "kind": _kind,
    "missing": _missing,
    "not_applicable": _not_applicable,
    "not_json": _not_json,
    "object": _object,
    "question": _question,
    "questionnaire": _questionnaire,
    "range": _range,
    "repeated": _repeated,
    "respondents": _respondents,
    "review": _review,
    "carried": _carried,
    "section": _section,
    "syntax": _syntax,
    "text": _text,
    "turnover": _turnover,
    "unknown_key": _unknown_key,
    "viewpoint": _viewpoint,
}
