"""One cell of a file of Eurostat's, and how its values and flags are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from digimaturity.errors import UserError

#: Whether cells of this size, sector, code and unit are wanted; the others are told apart at once.
Wanted = Callable[[str, str, str, str], bool]

FIRST_YEAR, LAST_YEAR = 1990, 2200

#: The dimensions that every table of the survey of enterprises has.
DIMENSIONS = ("size_emp", "nace_r2", "indic_is", "unit", "geo")

#: The flag of a cell that nobody may see.
CONFIDENTIAL = "c"
#: Confidential, not for publication, under another secrecy: since 2025 a status of its own.
SECRET = ("C", "N", "P")

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?")
_FLAGS = re.compile(r"[a-z]{0,5}")
_NAME = re.compile(
    r"(?:[A-Za-z0-9_.]+:)?([A-Za-z0-9_]+)(?:\$[A-Za-z0-9_]+)?(?:\([0-9.]+\))?(?:: .*)?"
)

#: A country, or a group of them such as ``EU27_2020``.
COUNTRY = re.compile("[A-Z]{2}[A-Z0-9_]{0,10}")

#: Digits behind the point that are kept; Eurostat publishes two.
_DIGITS = 10


class Cell(NamedTuple):
    """What one cell says, in Eurostat's own codes; `value` None: missing or confidential.

    Cells that are not wanted may come as one, with their number in `times`.
    """

    size: str
    sector: str
    code: str
    unit: str
    country: str
    year: int
    value: float | None
    flag: str
    line: int
    times: int = 1


@dataclass(frozen=True, slots=True)
class Contents:
    """A file that is being read: what it says of itself, and its cells as they come.

    `dataset` and `title` are empty where the file does not name them; `updated` is an ISO date,
    empty where the file does not say when its data were updated.
    """

    form: str
    dataset: str
    title: str
    updated: str
    cells: Iterator[Cell]


class Place(NamedTuple):
    """Where in a file something was found; `line` is 0 in files that have no lines."""

    path: object
    line: int

    def fault(self, column: str, value: str) -> UserError:
        """What stands there makes no sense in that column."""
        return UserError(
            "benchmark.cell", path=self.path, line=self.line, column=column, value=value[:40]
        )


def value_of(text: str, place: Place) -> float | None:
    """A value as published; None for a missing one, which is written ``:`` or left empty."""
    if text in ("", ":"):
        return None
    if not _NUMBER.fullmatch(text):
        raise place.fault("OBS_VALUE", text)
    return round(float(text), _DIGITS)


def flag_of(text: str, place: Place) -> str:
    """The flags of a cell as small letters, such as ``b`` or ``bu``."""
    flag = text.replace(" ", "").replace(",", "").lower()
    if not _FLAGS.fullmatch(flag):
        raise place.fault("OBS_FLAG", text)
    return flag


def year_of(text: str, place: Place) -> int:
    """The survey year."""
    if not re.fullmatch("[0-9]{4}", text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise place.fault("TIME_PERIOD", text)
    return int(text)


def dataset_of(text: str) -> str:
    """``isoc_e_dii`` from ``ESTAT:ISOC_E_DII(1.0)``, with its title or without; else empty."""
    found = _NAME.fullmatch(text.strip())
    return found[1].lower() if found else ""


def updated_of(text: str, place: Place) -> str:
    """The ISO date in ``27/02/26 23:00:00`` or ``2026-02-27T23:00:00+0100``."""
    from datetime import date

    iso = re.match(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?![0-9])", text)
    day = re.match(r"(?P<d>[0-9]{2})/(?P<m>[0-9]{2})/(?P<y>[0-9]{4}|[0-9]{2})(?![0-9])", text)
    found = iso or day
    if found is None:
        raise place.fault("LAST UPDATE", text)
    year = int(found["y"])
    try:
        known = date(year if year > 99 else 2000 + year, int(found["m"]), int(found["d"]))  # noqa: PLR2004 - two digits
    except ValueError as error:
        raise place.fault("LAST UPDATE", text) from error
    return known.isoformat()
