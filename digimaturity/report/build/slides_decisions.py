"""The slide of the decision map: who holds which part of which decision, and what stands out."""

from __future__ import annotations

from digimaturity.report.build.decision_map import decision_part
from digimaturity.report.build.slides_result import asked_source
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.slides import Cell, Column, Points, Slide, Table
from digimaturity.report.model.viewpoints import DecisionPart, DecisionRow
from digimaturity.report.wording import Wording

#: What is found fault with stands out.
_FOUND = frozenset({"nobody", "differ"})
#: The share of the width that the names of the decisions take.
_NAME = 0.38


def decision_slide(w: Wording) -> Slide | None:
    """The slide, beside that of the viewpoints; None without these, or without a map."""
    part = decision_part(w) if w.views is not None else None
    if part is None:
        return None
    found = tuple(
        Labelled(group.title, w.listed([item.label for item in group.items]))
        for group in part.found
    )
    parts = (_table(part), Points("", found)) if found else (_table(part),)
    advice = (f"{item.label}: {item.text}" for group in part.found for item in group.items)
    return Slide(
        "decision_map",
        part.statement,
        part.note,
        asked_source(w),
        parts,
        (*(_spoken(part, row) for row in part.rows), *advice),
        split=0.74,
    )


def _table(part: DecisionPart) -> Table:
    share = (1 - _NAME) / (len(part.heads) - 1)
    columns = [Column(head, share if place else _NAME) for place, head in enumerate(part.heads)]
    rows = tuple(
        (Cell(row.name), *(Cell(cell.text, strong=cell.holder in _FOUND) for cell in row.cells))
        for row in part.rows
    )
    return Table(tuple(columns), rows, part.statement)


def _spoken(part: DecisionPart, row: DecisionRow) -> str:
    """A row for the speaker: each part with who holds it."""
    pairs = zip(part.heads[1:], row.cells, strict=True)
    return f"{row.name}: " + " ".join(f"{head} {cell.text}." for head, cell in pairs)
