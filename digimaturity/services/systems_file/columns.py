"""The columns of a list of applications, known by whatever head people give them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from digimaturity.services.systems_file.limits import LONGEST_WORD
from digimaturity.services.text import spelled

#: A year that can be meant; other numbers are none.
FIRST_YEAR, LAST_YEAR = 1970, 2099


class Column(StrEnum):
    """What a column holds, in the order in which we write them."""

    NAME = "name"
    OWNER = "owner"
    USE = "use"
    PURPOSE = "purpose"
    VENDOR = "vendor"
    COST = "cost"
    USERS = "users"
    WITH_IT = "with_it"
    CLOUD = "cloud"
    SINCE = "since"
    INTERFACES = "interfaces"
    NOTES = "notes"


#: Heads in English and German, spelled as `_plain` does.
_HEADS: Mapping[Column, str] = {
    Column.NAME: "name|system|systems|application|applications|application name|system name"
    "|software|app|tool|program|product|name of the application|anwendung|anwendungen"
    "|anwendungsname|name der anwendung|applikation|systemname|name des systems|programm"
    "|produkt|bezeichnung|it system",
    Column.OWNER: "owner|system owner|application owner|responsible|responsible person|contact"
    "|verantwortlich|verantwortliche|verantwortlicher|verantwortliche person|zuständig"
    "|zuständige person|systemverantwortlich|systemverantwortlicher|eigentümer|ansprechpartner"
    "|ansprechpartnerin",
    Column.USE: "use|used for|use for|category|type|function|area|verwendung|verwendet für|wofür"
    "|eingesetzt für|einsatz|einsatzgebiet|einsatzbereich|kategorie|art|funktion|bereich",
    Column.PURPOSE: "purpose|description|what for|task|zweck|beschreibung|aufgabe",
    Column.VENDOR: "vendor|supplier|manufacturer|provider|publisher|hersteller|anbieter|lieferant",
    Column.USERS: "users|user|number of users|user count|nutzer|benutzer|anwender|nutzerzahl"
    "|anzahl nutzer|anzahl benutzer|anzahl anwender|zahl der nutzer|nutzende|anzahl nutzende",
    Column.WITH_IT: "with it|bought with it|purchased with it|it involved|it took part|mit it"
    "|mit der it beschafft|mit it beschafft|mit it gekauft|it beteiligt|it eingebunden",
    Column.CLOUD: "cloud|saas|cloud service|in the cloud|in der cloud|cloud dienst|clouddienst",
    Column.SINCE: "since|in use since|used since|introduced|year introduced|go live|golive|seit"
    "|im einsatz seit|in gebrauch seit|genutzt seit|eingeführt|einführung|einführungsjahr"
    "|eingeführt im jahr",
    Column.INTERFACES: "interfaces|interface|interfaces to|integrations|connected to|connections"
    "|schnittstellen|schnittstelle|schnittstellen zu|verbunden mit|anbindung|anbindungen",
    Column.NOTES: "notes|note|remarks|remark|comment|comments|bemerkung|bemerkungen|anmerkung"
    "|anmerkungen|notiz|notizen|kommentar|kommentare|hinweis|hinweise",
}
_BY_HEAD = {head: column for column, heads in _HEADS.items() for head in heads.split("|")}
_WITHOUT_IT = frozenset({"without it", "bought without it", "ohne it", "ohne it beschafft"})

_COSTS = frozenset({"kosten", "cost", "costs", "jahreskosten", "gesamtkosten"})
_BESIDE_COSTS = frozenset(
    {"€", "eur", "euro", "euros", "in", "a", "per", "pro", "je", "im", "p", "total"}
    | {"jahr", "year", "jährlich", "jährliche", "annual", "yearly"}
)
_THOUSANDS = frozenset({"t€", "teur", "k€", "keur", "tsd", "tsd€", "tausend", "thousand"})


@dataclass(frozen=True, slots=True)
class Head:
    """What a column holds. Of costs: `year` (None: not told) and by how much they are multiplied.

    `inverse`: its yes means no.
    """

    column: Column
    year: int | None = None
    factor: float = 1.0
    inverse: bool = False


def head_of(text: str) -> Head | None:
    """What a head means; None where nobody knows."""
    if len(text) > LONGEST_WORD:
        return None
    plain = _plain(text)
    if plain in _BY_HEAD:
        return Head(_BY_HEAD[plain])
    if plain in _WITHOUT_IT:
        return Head(Column.WITH_IT, inverse=True)
    return _cost_head(plain.split())


def _cost_head(words: Sequence[str]) -> Head | None:
    years = [int(one) for one in words if one.isdecimal() and len(one) == len("2026")]
    left = {one for one in words if not one.isdecimal()}
    numbers = sum(one.isdecimal() for one in words)
    if not left & _COSTS or len(years) > 1 or numbers != len(years):
        return None
    if left - _COSTS - _BESIDE_COSTS - _THOUSANDS:
        return None
    if years and not FIRST_YEAR <= years[0] <= LAST_YEAR:
        return None
    return Head(Column.COST, years[0] if years else None, 1000.0 if left & _THOUSANDS else 1.0)


def _plain(text: str) -> str:
    """Words only: ``Kosten 2025 [€]`` is ``kosten 2025 €``."""
    return " ".join(re.findall(r"[^\W_]+€?|€", spelled(text)))
