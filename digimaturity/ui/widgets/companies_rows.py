"""A company as a row of the table, and which rows are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from digimaturity.domain.company import SizeClass, size_class_of
from digimaturity.i18n import Translator
from digimaturity.report.peers import country_name, section_name, size_name
from digimaturity.services.aliases import Aliases
from digimaturity.services.clients import Client, Due, due_of
from digimaturity.ui.matching import folded, search_key

#: Numbers in names are compared with so many digits.
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A company as it is shown: under another name, if that is wanted; `find` is searched in."""

    client: Client
    name: str
    sector: str
    find: str
    order: str
    due: Due
    due_day: date | None


@dataclass(frozen=True, slots=True)
class Filter:
    """Which companies are shown; empty: all that are not archived."""

    state: Due | None = None
    section: str = ""
    size: str = ""

    def lets_pass(self, row: ClientRow) -> bool:
        """Whether a company is among them."""
        client = row.client
        if (row.due is Due.ARCHIVED) != (self.state is Due.ARCHIVED):
            return False
        if self.state is not None and row.due is not self.state:
            return False
        if self.section and client.section != self.section:
            return False
        known = client.employees is not None
        return not self.size or (known and size_class_of(client.employees or 0) == self.size)


def rows_of(
    clients: Iterable[Client], today: date, t: Translator, aliases: Aliases | None
) -> tuple[ClientRow, ...]:
    """The companies as rows, by name; takes a moment for thousands, so it is for the worker."""
    sectors: dict[str | None, str] = {None: ""}
    countries: dict[str | None, str] = {None: ""}
    found = []
    for client in clients:
        if client.section not in sectors:
            sectors[client.section] = section_name(t, client.section or "")
        if client.country not in countries:
            countries[client.country] = country_name(t.language, client.country or "")
        name = aliases.name(client.id) if aliases else client.name
        texts = [name, sectors[client.section], countries[client.country]]
        if aliases is None:
            texts.append(client.contact)
        due, day = due_of(client, today)
        find = search_key(" ".join(texts))
        found.append(ClientRow(client, name, sectors[client.section], find, _order(name), due, day))
    return tuple(sorted(found, key=lambda row: row.order))


def _order(name: str) -> str:
    """What names are sorted by: accents do not count, and 2 comes before 10."""
    return re.sub(r"\d+", lambda digits: digits[0].zfill(_DIGITS), folded(name))


def sizes(t: Translator) -> Sequence[tuple[str, str]]:
    """The size classes to filter by, with their names."""
    return [(size.value, size_name(t, size)) for size in SizeClass]
