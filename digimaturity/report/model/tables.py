"""The workbook as data: sheets of typed rows, worded, before any file is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Form(StrEnum):
    """How the values of a column look; it never changes what they are.

    WHOLE to TWO: with so many decimals at most. CHANGE: one decimal and a sign. SHARE: 0 to 1,
    shown in per cent. YEAR: digits without grouping. DAY: a date in the book's language.
    """

    TEXT = "text"
    WHOLE = "whole"
    ONE = "one"
    TWO = "two"
    CHANGE = "change"
    SHARE = "share"
    YEAR = "year"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Shown:
    """A number that looks unlike its column."""

    value: float
    form: Form


def neat(value: float, form: Form) -> Shown:
    """A number without decimals where it is whole, else as `form` has it."""
    return Shown(value, Form.WHOLE if float(value).is_integer() else form)


#: What a cell holds; None leaves it empty, which means: not known, or there is none.
Cell = str | int | float | bool | date | Shown | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` in characters."""

    title: str
    width: int = 12
    form: Form = Form.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. `key` is its name in every language; `about` one sentence on what stands in it."""

    key: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook. `header` and `footer` are printed on every page, `page` is “1 of 9”.

    `yes` and `no` are the words for truth values. `colour` is ``#rrggbb`` for lines, or empty.
    Sheets without any row are not there.
    """

    language: str
    title: str
    subject: str
    author: str
    day: date
    header: str
    footer: str
    page: str
    yes: str
    no: str
    page_size: str
    colour: str
    sheets: tuple[Sheet, ...]
