"""The IT strategy sheet, worded: six elements, each with what is there of it and what is not."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.report.model.paper import Paper


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table; of each column its head, its share of the width, and whether it holds figures."""

    heads: tuple[str, ...]
    shares: tuple[float, ...]
    figures: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SheetBlock:
    """What is known from elsewhere.

    `source` says from where, `tab` is the key of the place where it can be changed.
    """

    title: str
    source: str
    tab: str
    lines: tuple[str, ...] = ()
    table: SheetTable | None = None


@dataclass(frozen=True, slots=True)
class SheetGap:
    """What is not there yet, who could say it, and the key of the place to say it at."""

    text: str
    who: str
    tab: str


@dataclass(frozen=True, slots=True)
class SheetSection:
    """One element; `own` are the firm's own words, `hint` what could stand there."""

    key: str
    name: str
    about: str
    own: str
    hint: str
    state: str
    blocks: tuple[SheetBlock, ...]
    gaps: tuple[SheetGap, ...]


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Headings and short words of the document.

    `who` has the place ``{who}``, `source` the place ``{source}``.
    """

    company: str
    title: str
    intro: str
    done: str
    gaps: str
    who: str
    source: str


@dataclass(frozen=True, slots=True)
class SheetModel:
    """The whole sheet in one language."""

    paper: Paper
    words: SheetWords
    sections: tuple[SheetSection, ...]
