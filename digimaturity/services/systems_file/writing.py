"""Writes the list of applications, or one to fill in, as a table that can be read again."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

from digimaturity.domain.roadmap.items import System
from digimaturity.i18n import Translator
from digimaturity.report.use_words import exchange_names, use_name, use_names
from digimaturity.services.systems_file.columns import Column
from digimaturity.services.systems_file.interfaces import interface_text

#: What a spreadsheet program would take for a formula; with a mark before it stays a text.
_RISKY = ("=", "+", "-", "@")
_SEMICOLON = frozenset({"de"})

_Cell = str | float


def column_names(t: Translator) -> Mapping[Column, str]:
    """The heads of the columns; that of costs is followed by the year."""
    return {
        Column.NAME: t("Application"),
        Column.OWNER: t("Owner"),
        Column.USE: t("Used for"),
        Column.PURPOSE: t("Purpose"),
        Column.VENDOR: t("Vendor"),
        Column.COST: t("Cost"),
        Column.USERS: t("Users"),
        Column.WITH_IT: t("Bought with IT"),
        Column.CLOUD: t("Cloud"),
        Column.SINCE: t("In use since"),
        Column.INTERFACES: t("Interfaces"),
        Column.NOTES: t("Notes"),
    }


def csv_bytes(systems: Mapping[str, System], years: Sequence[int], t: Translator) -> bytes:
    """As CSV with the marks that a spreadsheet program of that language expects.

    `years` are those that get a column of costs besides those that have costs. Without systems
    it is a template.
    """
    german = t.language in _SEMICOLON
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if german else ",")
    for row in _rows(systems, years, t):
        writer.writerow(_shown(cell, "," if german else ".") for cell in row)
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(systems: Mapping[str, System], years: Sequence[int], t: Translator) -> bytes:
    """As a workbook, with the words that can be chosen."""
    from digimaturity.services.systems_file.workbook import workbook_of

    rows = _rows(systems, years, t)
    names, heads = column_names(t), rows[0]
    truths = (t("yes"), t("no"))
    choices = (
        (heads.index(names[Column.USE]), tuple(use_names(t).values())),
        (heads.index(names[Column.WITH_IT]), truths),
        (heads.index(names[Column.CLOUD]), truths),
    )
    return workbook_of((t("Applications"), t("Words to choose from")), rows, choices)


def _rows(systems: Mapping[str, System], years: Sequence[int], t: Translator) -> list[list[_Cell]]:
    told = sorted({*years, *(year for one in systems.values() for year in one.costs)})
    heads: list[_Cell] = []
    for column, name in column_names(t).items():
        if column is Column.COST:
            heads += [f"{name} {year}" for year in told]
        else:
            heads.append(name)
    return [heads, *(_row(systems, one, told, t) for one in systems.values())]


def _row(
    systems: Mapping[str, System], one: System, years: Sequence[int], t: Translator
) -> list[_Cell]:
    truths = {True: t("yes"), False: t("no"), None: ""}
    how = exchange_names(t)
    joined = [
        interface_text(systems[link.to].name, how[link.how], link.what)
        for link in one.interfaces
        if link.to in systems
    ]
    return [
        one.name,
        one.owner,
        use_name(one.use, t),
        one.purpose,
        one.vendor,
        *(one.costs.get(year, "") for year in years),
        "" if one.users is None else one.users,
        truths[one.with_it],
        truths[one.cloud],
        "" if one.since is None else one.since,
        "; ".join(joined),
        one.notes,
    ]


def _shown(cell: _Cell, mark: str) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_RISKY) else cell
    if float(cell).is_integer():
        return str(int(cell))
    words = f"{cell:.6f}".rstrip("0")
    if len(words.partition(".")[2]) == 3:  # noqa: PLR2004 - three alone would look like thousands
        words += "0"
    return words.replace(".", mark)
