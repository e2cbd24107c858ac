"""What charts show: numbers for the lengths, words for the labels; no drawing library here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One score of 0 to 100; None: not rated. `low` and `high` are given where it has bounds.

    `before` is what it was a year earlier, where that can be compared; `change` says what it moved.
    """

    name: str
    value: float | None
    label: str
    low: float | None = None
    high: float | None = None
    level: str = ""
    bounds: str = ""
    before: float | None = None
    change: str = ""


@dataclass(frozen=True, slots=True)
class BarGroup:
    """The bars of one dimension; `place` is its place in the pack."""

    id: str
    place: int
    name: str
    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One maturity level on the scale."""

    name: str
    range: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A score on the scale of maturity levels; `level` counts from 1, None: not rated."""

    steps: tuple[ScaleStep, ...]
    level: int | None
    value: float | None
    label: str
    low: float | None = None
    high: float | None = None
    bounds: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """One band of a published index: the share of firms in it, in per cent."""

    name: str
    range: str
    share: float
    label: str
    held: bool


@dataclass(frozen=True, slots=True)
class Distribution:
    """The official distribution, and the stretch of it in which the firm stands.

    As context it has no such stretch: `at_least` and `at_most` are None, and no segment is held.
    """

    segments: tuple[Segment, ...]
    at_least: float | None
    at_most: float | None
    behind: str
    within: str
    ahead: str


@dataclass(frozen=True, slots=True)
class Technology:
    """One item: whether the firm has it (None: not known), and the share of peers that has."""

    name: str
    has: bool | None
    answer: str
    share: float | None
    label: str


@dataclass(frozen=True, slots=True)
class Technologies:
    """All items, those with a published share first; with the words of the column heads."""

    rows: tuple[Technology, ...]
    name_head: str
    answer_head: str
    share_head: str
    filled: str
    open: str


@dataclass(frozen=True, slots=True)
class PeerRow:
    """One score of the firm among its peers; None where it, or what the peers have, is not known.

    `between` are bounds of a percentile of which no more is published. `hue` is the dimension's id
    and its place in the pack; None for the overall score. `note` stands where the peers' quartiles
    would be.
    """

    name: str
    label: str
    own: float | None = None
    lower: float | None = None
    median: float | None = None
    upper: float | None = None
    percentile: float | None = None
    between: tuple[float, float] | None = None
    place: str = ""
    n: str = ""
    note: str = ""
    strong: bool = False
    hue: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class PeerRows:
    """All scores among the peers; with the heads of scale, points, percentile and number."""

    rows: tuple[PeerRow, ...]
    heads: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Drives:
    """The leadership profile as a point in a field of two drives, 0 to 100 each."""

    it: float
    business: float
    it_axis: str
    business_axis: str
    quadrants: tuple[str, str, str, str]
    """Upper left (IT-led), upper right (dual), lower left (nobody), lower right (business-led)."""
    held: int
    point: str


@dataclass(frozen=True, slots=True)
class Spoke:
    """One area on the radar."""

    name: str
    value: float | None
    dimension: str
    place: int


@dataclass(frozen=True, slots=True)
class Dot:
    """What one viewpoint says: its id, which gives form and colour, its mean score of 0 to 100."""

    view: str
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """How far apart the viewpoints see one thing; `dots` are two or three, in their usual order.

    `gap` is the distance of the highest from the lowest in points, as words; `weight` tells what
    it is worth: 0 small, 1 notable, 2 strong. `note` stands small beside the name.
    """

    name: str
    dots: tuple[Dot, ...]
    gap: str
    weight: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dumbbells:
    """Rows, the largest gap first; `views` are the ids and names of all viewpoints in them."""

    rows: tuple[Dumbbell, ...]
    views: tuple[tuple[str, str], ...]
    gap_head: str


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds a part of a decision: ``it``, ``business``, ``jointly``, ``nobody``, ``differ``.

    Empty where it is not known. `words` say it.
    """

    holder: str
    words: str


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One decision, and who holds each of its parts."""

    name: str
    parts: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """All decisions; `heads` are those of the decisions and of the parts."""

    heads: tuple[str, ...]
    rows: tuple[HeldRow, ...]
