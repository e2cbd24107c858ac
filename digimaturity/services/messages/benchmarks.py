"""Messages about files of official figures: what is wrong with them, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from digimaturity.i18n import Translator
from digimaturity.services.messages.message import Facts, Message, Writer


def _refused(what: str, t: Translator, todo: str = "") -> Message:
    """Nothing of such a file is used; mostly it helps to fetch it once more."""
    again = t(
        "Download it again from Eurostat’s data browser, as SDMX-CSV, TSV or JSON, and do not "
        "change it."
    )
    return Message(what, t("No figure has been changed."), todo or again)


def _missing(facts: Facts, t: Translator) -> Message:
    what = t("There is no file {path}.", path=facts["path"])
    return _refused(what, t, t("Check the name."))


def _format(facts: Facts, t: Translator) -> Message:
    return _refused(
        t("{path} is not a file in which Eurostat publishes figures.", **_path(facts)), t
    )


def _damaged(facts: Facts, t: Translator) -> Message:
    return _refused(t("{path} is damaged or cut off and cannot be unpacked.", **_path(facts)), t)


def _cut_off(facts: Facts, t: Translator) -> Message:
    return _refused(t("{path} ends in the middle of a line: it is cut off.", **_path(facts)), t)


def _empty(facts: Facts, t: Translator) -> Message:
    return _refused(t("{path} holds a header but no figures.", **_path(facts)), t)


def _archive(facts: Facts, t: Translator) -> Message:
    what = t.plural(
        "The archive {path} holds {n} file instead of one.",
        "The archive {path} holds {n} files instead of one.",
        facts["n"],
        path=facts["path"],
    )
    return _refused(what, t, t("Unpack it, and import the tables themselves."))


def _too_large(facts: Facts, t: Translator) -> Message:
    what = t("{path} is far larger than any table of Eurostat’s survey.", **_path(facts))
    return _refused(what, t)


def _too_many(facts: Facts, t: Translator) -> Message:
    what = t("{path} states far more figures than Eurostat’s survey has.", **_path(facts))
    return _refused(what, t)


def _encoding(facts: Facts, t: Translator) -> Message:
    what = t("Line {line} of {path} is not text in UTF-8.", **_line(facts))
    return _refused(what, t)


def _line_too_long(facts: Facts, t: Translator) -> Message:
    return _refused(t("Line {line} of {path} is too long for a table.", **_line(facts)), t)


def _row(facts: Facts, t: Translator) -> Message:
    what = t("Line {line} of {path} does not fit the header of the table.", **_line(facts))
    return _refused(what, t)


def _columns(facts: Facts, t: Translator) -> Message:
    what = t(
        "{path} is not a table of the survey of enterprises: {columns} is missing or there twice.",
        path=facts["path"],
        columns=", ".join(facts["columns"]),
    )
    todo = t("Choose a table on digital enterprises, such as isoc_e_dii or isoc_eb_ai.")
    return _refused(what, t, todo)


def _cell(facts: Facts, t: Translator) -> Message:
    if facts["line"]:
        what = t(
            "In line {line} of {path}, “{value}” makes no sense as {column}.",
            value=facts["value"],
            column=facts["column"],
            **_line(facts),
        )
    else:
        what = t(
            "In {path}, “{value}” makes no sense as {column}.",
            value=facts["value"],
            column=facts["column"],
            **_path(facts),
        )
    return _refused(what, t)


def _json(facts: Facts, t: Translator) -> Message:
    what = t("{path} is not valid JSON from character {at} on.", path=facts["path"], at=facts["at"])
    return _refused(what, t)


def _shape(facts: Facts, t: Translator) -> Message:
    what = t("The values in {path} do not fit the dimensions that it names.", **_path(facts))
    return _refused(what, t)


def _mixed(facts: Facts, t: Translator) -> Message:
    what = t(
        "From line {line} on, {path} holds another table or another update than before.",
        **_line(facts),
    )
    return _refused(what, t, t("Import each table as a file of its own, as it was published."))


def _twice(facts: Facts, t: Translator) -> Message:
    if facts["line"]:
        what = t(
            "{path} states the figure {what} twice, in lines {first} and {line}.",
            what=facts["what"],
            first=facts["first"],
            **_line(facts),
        )
    else:
        what = t("{path} states the figure {what} twice.", what=facts["what"], **_path(facts))
    return _refused(what, t)


def _dataset(facts: Facts, t: Translator) -> Message:
    if facts["dataset"]:
        what = t(
            "The figures in {path} are not of a table that is used here: {dataset}.",
            path=facts["path"],
            dataset=facts["dataset"],
        )
    else:
        what = t("{path} does not tell which table its figures are of.", **_path(facts))
    todo = t("Choose a table on digital enterprises, such as isoc_e_dii or isoc_eb_ai.")
    return _refused(what, t, todo)


def _nothing(facts: Facts, t: Translator) -> Message:
    from digimaturity.services.benchmark_words import skipped_lines

    what = t("{path} holds no figure that a firm can be compared with.", **_path(facts))
    todo = t("Choose a table on digital enterprises, such as isoc_e_dii or isoc_eb_ai.")
    found = _refused(what, t, todo)
    return Message(found.what, found.safe, found.what_to_do, skipped_lines(facts["skipped"], t))


def _future(facts: Facts, t: Translator) -> Message:
    what = t(
        "{path} says that its data were updated on {day}, which is still to come.",
        path=facts["path"],
        day=facts["updated"],
    )
    return _refused(what, t, t("Check the date of this computer and the file."))


def _contradiction(facts: Facts, t: Translator) -> Message:
    from digimaturity.services.benchmark_words import figure_name

    what = t(
        "{path} and {first} state different values for {what}, as of the same day.",
        path=facts["path"],
        first=facts["first"],
        what=figure_name(facts["what"], t),
    )
    return _refused(what, t, t("Import only the one that you trust."))


def _own_broken(facts: Facts, t: Translator) -> Message:
    what = t("The figures imported earlier, in {path}, are damaged.", **_path(facts))
    todo = t(
        "Remove them in the settings, or with “digimaturity benchmark remove --all”, and import "
        "them again."
    )
    return _refused(what, t, todo)


def _not_imported(facts: Facts, t: Translator) -> Message:
    what = t("No figures of {dataset} have been imported.", dataset=facts["dataset"])
    return _refused(what, t, t("“digimaturity benchmark list” names what is installed."))


def _path(facts: Facts) -> dict[str, object]:
    return {"path": facts["path"]}


def _line(facts: Facts) -> dict[str, object]:
    return {"path": facts["path"], "line": facts["line"]}


_BY_CODE: Mapping[str, Callable[[Facts, Translator], Message]] = {
    "archive": _archive,
    "cell": _cell,
    "columns": _columns,
    "contradiction": _contradiction,
    "cut_off": _cut_off,
    "damaged": _damaged,
    "dataset": _dataset,
    "empty": _empty,
    "encoding": _encoding,
    "format": _format,
    "future": _future,
    "json": _json,
    "line": _line_too_long,
    "missing": _missing,
    "mixed": _mixed,
    "not_imported": _not_imported,
    "nothing": _nothing,
    "own_broken": _own_broken,
    "row": _row,
    "shape": _shape,
    "too_large": _too_large,
    "too_many": _too_many,
    "twice": _twice,
}

#: By the code of the error.
WRITERS: Mapping[str, Writer] = {f"benchmark.{code}": one for code, one in _BY_CODE.items()}
