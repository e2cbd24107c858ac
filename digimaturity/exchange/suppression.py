"""Which groups of firms may be published so that no small one can be computed by subtraction.

Hidden first is every group with fewer than five firms. That is not enough: where all but one part
of a published sum are published, the last is the difference. So further groups are hidden, by the
hypercube method of official statistics (Hundepool et al., Statistical Disclosure Control, 2012,
chapter 4), with sums treated like any other category.

A *move* of a small cell u lets one firm go from another country, or section, or size, or from
outside, to u, in each of the three dimensions; all combinations with alternating signs change cells
and sums by +1 and -1, and every sum still adds up. When all that a move changes is hidden, and no
cell in it is empty, the published table would be the same with one firm more or less in u: nobody
can compute u. And whoever computes the number of firms in any set of cells that contains u must
have a cell with a -1 in that set as well, or the move would change the number. Moves that have no
such cell in common are collected until u and the smallest such cell of each make five firms. Hence:

  no number of firms from one to four, for whatever set of cells, can be computed from what is
  published by adding and subtracting, not even by somebody who knows which cells are empty.

A cell for which far too much would have to be hidden is left out with its firms instead, as if they
had not contributed; the pack says how many. The tests attack this by elimination, and by trying
all tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice, product

from digimaturity.domain.sample import LEAST
from digimaturity.exchange.contribution import Cell
from digimaturity.exchange.groups import EVERYBODY, groups_of, sums_of

#: Of so many categories of a dimension the best suited partners are tried; more gain nothing that
#: is seen, but would take forever where somebody invents firms in every country.
_LOOKED_AT = 40
_PARTNERS = 6

#: To protect a firm, groups of so many firms in all may be hidden; otherwise it is left out.
_WORTH = 200


@dataclass(frozen=True, slots=True)
class Publishable:
    """The groups that may be published, each with its firms, and how many firms are left out."""

    groups: Mapping[Cell, int]
    cells: Mapping[Cell, int]
    left_out: int


@dataclass(frozen=True, slots=True)
class _Move:
    """What a move changes; `inner` are the cells with a -1, `least` the firms in the smallest."""

    changed: tuple[Cell, ...]
    inner: frozenset[Cell]
    least: int


@dataclass(frozen=True, slots=True)
class _Shield:
    """What more must be hidden for one cell, and the cells on whose firms that rests."""

    more: frozenset[Cell]
    inside: frozenset[Cell]


@dataclass(frozen=True, slots=True)
class _Partner:
    """A category to move from in one dimension, the cell there, and the categories that change."""

    category: str
    inner: Cell | None
    changed: tuple[str, ...]


def totals(cells: Mapping[Cell, int]) -> dict[Cell, int]:
    """The number of firms of every group that has any."""
    found: dict[Cell, int] = {}
    for cell, n in cells.items():
        for group in groups_of(cell):
            found[group] = found.get(group, 0) + n
    return found


def publishable(cells: Mapping[Cell, int]) -> Publishable:
    """The groups that may be published; `cells` have one firm or more each.

    Without five firms in all there are none.
    """
    kept, every = dict(cells), totals(cells)
    hidden = {group for group, n in every.items() if n < LEAST}
    lines = _lines(cells)
    shields: dict[Cell, _Shield] = {}
    resting: dict[Cell, set[Cell]] = {}
    open_ = sorted(((n, cell) for cell, n in kept.items() if n < LEAST), reverse=True)
    while open_ and EVERYBODY not in hidden:
        n, cell = open_.pop()
        shield = _shield(cell, _moves(cell, kept, hidden, lines), kept, hidden, every)
        if EVERYBODY in shield.more or sum(every[group] for group in shield.more) > _WORTH * n:
            _leave_out(cell, kept, every, hidden)
            others = resting.pop(cell, set()) & shields.keys()
            bereft = [other for other in others if cell in shields[other].inside]
            open_ += sorted(((kept[other], other) for other in bereft), reverse=True)
            for other in bereft:
                del shields[other]
        else:
            hidden |= shield.more
            shields[cell] = shield
            for other in shield.inside:
                resting.setdefault(other, set()).add(cell)
    told = {} if EVERYBODY in hidden else {g: n for g, n in every.items() if g not in hidden}
    return Publishable(told, kept, sum(cells.values()) - sum(kept.values()))


def _lines(cells: Iterable[Cell]) -> dict[Cell, list[Cell]]:
    """The cells that differ from each other in one dimension only, by what they share."""
    lines: dict[Cell, list[Cell]] = {}
    for cell in sorted(cells):
        for dimension in range(3):
            lines.setdefault(_with(cell, dimension, ""), []).append(cell)
    return lines


def _leave_out(
    cell: Cell, kept: dict[Cell, int], every: dict[Cell, int], hidden: set[Cell]
) -> None:
    """Go on as if the firms of a cell had not contributed."""
    n = kept.pop(cell)
    for group in groups_of(cell):
        every[group] -= n
        if every[group] < LEAST:
            hidden.add(group)
        if not every[group]:
            del every[group]


def _shield(
    cell: Cell,
    moves: list[_Move],
    kept: Mapping[Cell, int],
    hidden: AbstractSet[Cell],
    every: Mapping[Cell, int],
) -> _Shield:
    """The moves that protect a small cell, chosen one by one at the lowest price."""
    missing = LEAST - kept[cell]
    more: set[Cell] = set()
    used: set[Cell] = set()
    inside: set[Cell] = set()

    def price(move: _Move) -> tuple[float, int, tuple[Cell, ...]]:
        """Firms in what would be hidden, for each firm of protection; then the names decide."""
        firms = sum(every[g] for g in move.changed if g not in hidden and g not in more)
        return firms / min(move.least, missing), len(move.changed), move.changed

    while missing > 0:
        best = min((move for move in moves if not move.inner & used), key=price)
        more.update(group for group in best.changed if group not in hidden)
        used |= best.inner
        inside.update(group for group in best.changed if group in kept)
        missing -= best.least
    return _Shield(frozenset(more), frozenset(inside))


def _moves(
    cell: Cell,
    kept: Mapping[Cell, int],
    hidden: AbstractSet[Cell],
    lines: Mapping[Cell, Sequence[Cell]],
) -> list[_Move]:
    """The moves of a cell that change no empty one; the one from outside alone is always there."""
    choices = [_partners(cell, dimension, kept, hidden, lines) for dimension in range(3)]
    moves = []
    for country, section, size in product(*choices):
        partners = (country.category, section.category, size.category)
        if partners[0] and partners[1] and (*partners[:2], cell[2]) not in kept:
            continue
        inside = product(*([a, b] if b else [a] for a, b in zip(cell, partners, strict=True)))
        if all(corner in kept for corner in inside):
            inner = [one.inner for one in (country, section, size) if one.inner]
            inner += [partners] if all(partners) else []
            changed = tuple(product(country.changed, section.changed, size.changed))
            least = min((kept[corner] for corner in inner), default=LEAST)
            moves.append(_Move(changed, frozenset(inner), least))
    return moves


def _partners(
    cell: Cell,
    dimension: int,
    kept: Mapping[Cell, int],
    hidden: AbstractSet[Cell],
    lines: Mapping[Cell, Sequence[Cell]],
) -> list[_Partner]:
    """The best suited categories to move from; the first stands for outside."""
    own, mine = cell[dimension], sums_of(dimension, cell[dimension])
    line = lines[_with(cell, dimension, "")]
    others = islice((inner for inner in line if inner in kept and inner != cell), _LOOKED_AT)

    def suited(inner: Cell) -> tuple[bool, bool, int, Cell]:
        return inner not in hidden, kept[inner] < LEAST - kept[cell], kept[inner], inner

    partners = [_Partner("", None, (own, *mine))]
    for inner in sorted(others, key=suited)[:_PARTNERS]:
        other = inner[dimension]
        changed = (own, other, *sorted({*mine} ^ {*sums_of(dimension, other)}))
        partners.append(_Partner(other, inner, changed))
    return partners


def _with(cell: Cell, dimension: int, category: str) -> Cell:
    country, section, size = cell
    match dimension:
        case 0:
            return category, section, size
        case 1:
            return country, category, size
    return country, section, category
