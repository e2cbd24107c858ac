"""What could not be read in a list of applications, and what would change, in words."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.i18n import Translator
from digimaturity.services.systems_file.columns import Column
from digimaturity.services.systems_file.preview import Changed
from digimaturity.services.systems_file.reading import Unread
from digimaturity.services.systems_file.writing import column_names

#: The names of `System`'s fields that are called otherwise here.
_COLUMNS: Mapping[str, Column] = {"costs": Column.COST}


def unread_words(unread: Unread, t: Translator) -> str:
    """The sentence, with the line: ``Line 7: “12 pieces” in “Cost 2025” is no amount.``."""
    sentences = {
        "name": t("Line {line} has no name, and is left out."),
        "sum": t("Line {line}, “{value}”, is taken for a sum and left out."),
        "twice": t("Line {line}: “{value}” stands in the file twice; the first counts."),
        "doubtful": t(
            "Line {line}: there are several applications “{value}” here already; it is not clear"
            " which one is meant."
        ),
        "interface": t("Line {line}: no application is called “{value}”; no interface."),
        "itself": t("Line {line}: an interface of “{value}” to itself is left out."),
        "long": t("Line {line}: the text in “{column}” is too long, and is left out."),
        Column.USE: t(
            "Line {line}: “{value}” in “{column}” is none of the uses; it is kept as the purpose"
            " where there is none."
        ),
        Column.COST: t("Line {line}: “{value}” in “{column}” is no amount in euros."),
        Column.USERS: t("Line {line}: “{value}” in “{column}” is no number of people."),
        Column.SINCE: t("Line {line}: “{value}” in “{column}” is no year."),
        Column.WITH_IT: t("Line {line}: “{value}” in “{column}” is neither yes nor no."),
    }
    sentence = sentences.get(unread.why, sentences[Column.WITH_IT])
    return sentence.format(line=unread.line, column=unread.column, value=unread.value)


def changed_words(changed: Changed, t: Translator) -> str:
    """``CRM: owner, cost``."""
    names = column_names(t)
    columns = [names[_COLUMNS.get(one) or Column(one)] for one in changed.fields]
    return t("{name}: {columns}", name=changed.name, columns=", ".join(columns))
