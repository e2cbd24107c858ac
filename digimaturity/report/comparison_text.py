"""Two assessments side by side as plain text, for a mail or a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digimaturity.report.comparison_rows import RowWords
from digimaturity.report.comparison_words import Told, explanation, statement


def as_text(told: Told, rows: Iterable[RowWords]) -> str:
    """What is compared and what came of it, then the rows with tabs between their columns."""
    return "\n".join(_lines(told, rows)) + "\n"


def head_lines(told: Told) -> Iterator[str]:
    """What is compared, and what came of it."""
    for letter, name, w in zip("AB", told.names, (told.a, told.b), strict=True):
        asked = w.evaluation.questionnaire
        firm = "" if told.firms else f"{w.company}, "
        yield f"{letter}: {firm}{name}, {w.text(asked.name)} {asked.version}"
    yield ""
    yield statement(told)
    if explained := explanation(told):
        yield explained
    yield ""


def _lines(told: Told, rows: Iterable[RowWords]) -> Iterator[str]:
    yield from head_lines(told)
    t = told.t
    heads = (t("What"), "A", "B", t("Change") if told.onwards else t("Difference"), t("Remarks"))
    yield "\t".join(heads)
    for row in rows:
        cells = (row.name, row.a, row.b, row.change, row.about)
        yield "\t".join(" ".join(cell.split()) for cell in cells).rstrip()
