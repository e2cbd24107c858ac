"""What the charts of a plan show: bars over quarters, and how much of their time people need."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GanttRow:
    """A running project or a measure from quarter `first` on, counted from that of the chart.

    `number` is empty for projects. `hue` is the dimension's id and its place in the pack, None:
    grey. `label` and the less important `note` stand beside the bar. With `fixed`, the user wants
    it to begin there; `before` is the quarter in which it began in the earlier plan, if in another
    one. `words` say all of it in one sentence.
    """

    key: str
    number: str
    name: str
    first: int
    quarters: int
    label: str
    words: str
    days: str = ""
    gain: str = ""
    note: str = ""
    hue: tuple[str, int] | None = None
    fixed: bool = False
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Gantt:
    """Projects first, then measures in the order of their beginnings; the heads of the figures."""

    quarters: tuple[str, ...]
    rows: tuple[GanttRow, ...]
    days_head: str
    gain_head: str


@dataclass(frozen=True, slots=True)
class LoadCell:
    """One quarter: what already runs and what is planned, as shares of what there is (1 is all).

    `label` stands below; with `over` it is more than there is.
    """

    running: float
    planned: float
    label: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A role or person; `about` tells how much time there is, `note` what stands out.

    Where nobody said how much time there is, it is not `limited`: the labels of the cells are all
    there is to show then. `words` say all of it.
    """

    key: str
    name: str
    about: str
    note: str
    cells: tuple[LoadCell, ...]
    words: str
    limited: bool = True

    @property
    def over(self) -> bool:
        """Whether it is too much in any quarter."""
        return any(cell.over for cell in self.cells)


@dataclass(frozen=True, slots=True)
class LoadBars:
    """Roles first, each followed by its key people; with the words for what the colours mean."""

    quarters: tuple[str, ...]
    rows: tuple[LoadRow, ...]
    running: str
    planned: str
    above: str
    limit: str
