"""Messages about lists of applications as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from digimaturity.i18n import Translator
from digimaturity.services.messages.message import Facts, Message, Writer

_Words = Callable[[Facts, Translator], str]


def _columns(facts: Facts, t: Translator) -> str:
    if facts["found"]:
        heads = ", ".join(facts["found"])
        return t(
            "{path} has no column with the names of applications, only: {heads}.",
            path=facts["path"],
            heads=heads,
        )
    return t("{path} is empty.", **facts)


def _save_anew(t: Translator) -> str:
    return t("Open it in a spreadsheet program and save it as XLSX or CSV, without a password.")


#: What is wrong, by the code of the error, and what to do.
_SAID: Mapping[str, tuple[_Words, Callable[[Translator], str]]] = {
    "columns": (
        _columns,
        lambda t: t("Give that column the head “Application”, or begin with our template."),
    ),
    "large": (
        lambda f, t: t("{path} is larger than {most} megabytes.", **f),
        lambda t: t("Save only the sheet with the applications."),
    ),
    "rows": (
        lambda f, t: t("{path} has more than {most} rows.", **f),
        lambda t: t("Save only the rows with applications."),
    ),
    "old": (
        lambda f, t: t("{path} is a workbook of an old kind, or has a password.", **f),
        _save_anew,
    ),
    "damaged": (lambda f, t: t("{path} cannot be read: it is damaged.", **f), _save_anew),
    "binary": (lambda f, t: t("{path} is no table.", **f), _save_anew),
    "missing": (
        lambda f, t: t("There is no file {path}.", **f),
        lambda t: t("Choose another file."),
    ),
}


def _said(key: str, facts: Facts, t: Translator) -> Message:
    what, advice = _SAID[key]
    return Message(what(facts, t), t("Nothing was taken in."), advice(t))


WRITERS: Mapping[str, Writer] = {f"systems.{key}": partial(_said, key) for key in _SAID}
