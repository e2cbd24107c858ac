"""The rows of two assessments side by side: which are shown, in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from digimaturity.domain.side_by_side import Line, Part, Standing
from digimaturity.i18n import Translator
from digimaturity.report.comparison_rows import RowWords, row_words
from digimaturity.report.comparison_words import Told
from digimaturity.ui.theme import Theme


class Show(StrEnum):
    """Which questions are shown, with the areas that they are in."""

    ALL = "all"
    CHANGES = "changes"
    HIGHER = "higher"
    LOWER = "lower"
    NOT_COMPARABLE = "not_comparable"


class Order(StrEnum):
    """As the questionnaire has them, or the largest difference first."""

    PACK = "pack"
    SIZE = "size"


_PASSES: Mapping[Show, frozenset[Standing]] = {
    Show.ALL: frozenset(Standing),
    Show.CHANGES: frozenset({Standing.HIGHER, Standing.LOWER, Standing.OTHER}),
    Show.HIGHER: frozenset({Standing.HIGHER}),
    Show.LOWER: frozenset({Standing.LOWER}),
    Show.NOT_COMPARABLE: frozenset({Standing.NOT_COMPARABLE}),
}

_QUESTIONS = frozenset({Part.QUESTION, Part.BESIDE})


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A line in the words of its row, in the colour of its dimension (``#rrggbb`` or empty).

    A heading has no line, only a name.
    """

    key: str
    words: RowWords
    line: Line | None = None
    hue: str = ""


def rows_of(told: Told, theme: Theme) -> tuple[CompareRow, ...]:
    """All lines as rows."""
    return tuple(
        CompareRow(_key(line), row_words(told, line), line, _hue(told, line, theme))
        for line in told.found.lines
    )


def _key(line: Line) -> str:
    return f"{line.part.name.lower()}:{line.key}"


def _hue(told: Told, line: Line, theme: Theme) -> str:
    hue = told.hues.get(line.key)
    return theme.colours.dimension(hue.id, hue.place) if hue is not None else ""


def counted(rows: Iterable[CompareRow]) -> Mapping[Show, int]:
    """How many questions each choice shows."""
    lines = [row.line for row in rows if row.line is not None and row.line.part in _QUESTIONS]
    return {
        show: sum(line.standing in standings for line in lines)
        for show, standings in _PASSES.items()
    }


def shown_rows(
    rows: Sequence[CompareRow], show: Show, order: Order, t: Translator
) -> tuple[CompareRow, ...]:
    """What is shown of all rows, with headings where they are not below their area."""
    if order is Order.SIZE:
        return tuple(_by_size(rows, show, t))
    return tuple(_in_order(rows, show, t))


def _in_order(rows: Sequence[CompareRow], show: Show, t: Translator) -> Iterator[CompareRow]:
    """The questions with the areas and dimensions above them; the whole is always there."""
    waiting: list[CompareRow] = []
    where = ""
    for row in rows:
        part, line = _part(row), row.line
        if line is None or part is Part.WHOLE:
            yield row
        elif part is Part.DIMENSION:
            waiting = [row]
        elif part is Part.AREA:
            waiting = [one for one in waiting if _part(one) is Part.DIMENSION]
            waiting.append(row)
        elif line.standing in _PASSES[show]:
            heading = _apart(line, t)
            if heading and heading != where:
                waiting = [_heading(heading)]
            where = heading
            yield from waiting
            yield row
            waiting = []
        if show is Show.ALL and part in (Part.DIMENSION, Part.AREA):
            yield from waiting  # one without a question that is compared is told, too
            waiting = []


def _apart(line: Line, t: Translator) -> str:
    """What stands above questions that are below no area of the newer questionnaire."""
    if line.part is Part.BESIDE:
        return t("Beside the score, answered differently")
    return t("Asked in the older questionnaire only") if line.gone else ""


def _by_size(rows: Sequence[CompareRow], show: Show, t: Translator) -> Iterator[CompareRow]:
    yield from (row for row in rows if _part(row) is Part.WHOLE)
    for part, title in (
        (Part.DIMENSION, t("Dimensions")),
        (Part.AREA, t("Areas")),
        (Part.QUESTION, t("Questions")),
        (Part.BESIDE, t("Beside the score, answered differently")),
    ):
        found = [
            row
            for row in rows
            if row.line is not None and row.line.part is part and row.line.standing in _PASSES[show]
        ]
        if found:
            yield _heading(title)
            yield from sorted(found, key=_size)


def _size(row: CompareRow) -> tuple[bool, float]:
    rise = row.line.rise if row.line is not None else None
    return rise is None, -abs(rise or 0.0)


def _part(row: CompareRow) -> Part | None:
    return row.line.part if row.line is not None else None


def _heading(title: str) -> CompareRow:
    return CompareRow(f"heading:{title}", RowWords(title, "", "", "", "", title))
