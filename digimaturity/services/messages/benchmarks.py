"""Messages about files of official figures: what is wrong with them, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from digimaturity.i18n import Translator
from digimaturity.services.messages.message import Facts, Message, Writer

_Words = Callable[[Facts, Translator], str]


def _archive(facts: Facts, t: Translator) -> str:
    return t.plural(
        "The archive {path} holds {n} file instead of one.",
        "The archive {path} holds {n} files instead of one.",
        facts["n"],
        path=facts["path"],
    )


def _columns(facts: Facts, t: Translator) -> str:
    return t(
        "{path} is not a table of the survey of enterprises: {columns} is missing or there twice.",
        path=facts["path"],
        columns=", ".join(facts["columns"]),
    )


def _cell(facts: Facts, t: Translator) -> str:
    if facts["line"]:
        return t("In line {line} of {path}, “{value}” makes no sense as {column}.", **facts)
    return t("In {path}, “{value}” makes no sense as {column}.", **facts)


def _cut_off(facts: Facts, t: Translator) -> str:
    if facts["line"]:
        return t("{path} ends in the middle of a line: it is cut off.", **facts)
    return t("{path} ends before it is complete: it is cut off.", **facts)


def _twice(facts: Facts, t: Translator) -> str:
    if facts["line"]:
        return t("{path} states the figure {what} twice, in lines {first} and {line}.", **facts)
    return t("{path} states the figure {what} twice.", **facts)


def _dataset(facts: Facts, t: Translator) -> str:
    if facts["dataset"]:
        return t("The figures in {path} are not of a table that is used here: {dataset}.", **facts)
    return t("{path} does not tell which table its figures are of.", **facts)


def _future(facts: Facts, t: Translator) -> str:
    return t(
        "{path} says that its data were updated on {day}, which is still to come.",
        path=facts["path"],
        day=t.stated_date(facts["updated"]),
    )


def _contradiction(facts: Facts, t: Translator) -> str:
    from digimaturity.services.benchmark_words import figure_name

    return t(
        "{path} and {first} state different values for {what}, as of the same day.",
        path=facts["path"],
        first=facts["first"],
        what=figure_name(facts["what"], t),
    )


#: What is wrong, by the code of the error.
_WHAT: Mapping[str, _Words] = {
    "archive": _archive,
    "boundless": lambda f, t: t(
        "{path} holds a longer text or list, or is nested deeper, than any table of Eurostat’s.",
        **f,
    ),
    "cell": _cell,
    "columns": _columns,
    "contradiction": _contradiction,
    "cut_off": _cut_off,
    "damaged": lambda f, t: t(
        "{path} cannot be unpacked: it is damaged, cut off or protected by a password.", **f
    ),
    "dataset": _dataset,
    "empty": lambda f, t: t("{path} holds a header but no figures.", **f),
    "encoding": lambda f, t: t("Line {line} of {path} is not text in UTF-8.", **f),
    "format": lambda f, t: t("{path} is not a file in which Eurostat publishes figures.", **f),
    "future": _future,
    "json": lambda f, t: t("{path} is not valid JSON.", **f),
    "key_twice": lambda f, t: t("{path} names “{key}” twice where it may stand once.", **f),
    "labels": lambda f, t: t("{path} holds names in place of codes (“{value}”).", **f),
    "line": lambda f, t: t("Line {line} of {path} is too long for a table.", **f),
    "missing": lambda f, t: t("There is no file {path}.", **f),
    "mixed": lambda f, t: t(
        "From line {line} on, {path} holds another table or another update than before.", **f
    ),
    "not_imported": lambda f, t: t("No figures of {dataset} have been imported.", **f),
    "nothing": lambda f, t: t("{path} holds no figure that a firm can be compared with.", **f),
    "own_broken": lambda f, t: t("The figures imported earlier, in {path}, are damaged.", **f),
    "packed_twice": lambda f, t: t("{path} is an archive within an archive.", **f),
    "resaved": lambda f, t: t(
        "{path} was saved anew by another program, and its columns are no longer Eurostat’s.", **f
    ),
    "row": lambda f, t: t("Line {line} of {path} does not fit the header of the table.", **f),
    "shape": lambda f, t: t("The values in {path} do not fit the dimensions that it names.", **f),
    "spreadsheet": lambda f, t: t("{path} is a spreadsheet, which is not read here.", **f),
    "too_large": lambda f, t: t("{path} is far larger than any table of Eurostat’s survey.", **f),
    "too_many": lambda f, t: t("{path} states far more figures than Eurostat’s survey has.", **f),
    "twice": _twice,
}


def _again(t: Translator) -> str:
    return t(
        "Download it again from Eurostat’s data browser, as SDMX-CSV, TSV or JSON, and do not "
        "change it."
    )


def _other_table(t: Translator) -> str:
    return t("Choose a table on digital enterprises, such as isoc_e_dii or isoc_eb_ai.")


def _unpack(t: Translator) -> str:
    return t("Unpack it, and import the tables themselves.")


#: What to do; mostly it helps to fetch the file once more.
_ADVICE: Mapping[str, Callable[[Translator], str]] = {
    "archive": _unpack,
    "columns": _other_table,
    "contradiction": lambda t: t("Import only the one that you trust."),
    "dataset": _other_table,
    "future": lambda t: t("Check the date of this computer and the file."),
    "labels": lambda t: t(
        "Download it again from Eurostat’s data browser, with the codes or with both codes and "
        "names."
    ),
    "missing": lambda t: t("Check the name."),
    "mixed": lambda t: t("Import each table as a file of its own, as it was published."),
    "not_imported": lambda t: t("“digimaturity benchmark list” names what is installed."),
    "nothing": _other_table,
    "own_broken": lambda t: t(
        "Remove them in the settings, or with “digimaturity benchmark remove --all”, and import "
        "them again."
    ),
    "packed_twice": _unpack,
}


def _written(code: str, facts: Facts, t: Translator) -> Message:
    """Nothing of such a file is used."""
    from digimaturity.services.benchmark_words import skipped_lines

    details = skipped_lines(facts["skipped"], t) if code == "nothing" else ()
    advice = _ADVICE.get(code, _again)(t)
    return Message(_WHAT[code](facts, t), t("No figure has been changed."), advice, details)


#: By the code of the error.
WRITERS: Mapping[str, Writer] = {f"benchmark.{code}": partial(_written, code) for code in _WHAT}
