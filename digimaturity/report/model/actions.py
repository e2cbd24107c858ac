"""The measures in full."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.report.model.parts import Chapter, Hue, Labelled, MeasureTable


@dataclass(frozen=True, slots=True)
class MeasureItem:
    """One measure in full; `at_size` is what is different for firms as large as this one."""

    number: str
    key: str
    title: str
    hue: Hue | None
    dimension: str
    facts: str
    reasons: tuple[str, ...]
    what: str
    at_size: Labelled | None
    steps: tuple[str, ...]
    notes: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class MeasuresChapter:
    """The measures in full, the first ones; and the others in a table.

    `order` is the part of `intro` that says by what they are ordered.
    """

    chapter: Chapter
    intro: str
    order: str
    items: tuple[MeasureItem, ...]
    others: MeasureTable | None
