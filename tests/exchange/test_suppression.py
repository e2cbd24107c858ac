"""Nobody computes a small group from what is published: attacked by elimination and by trying."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from hypothesis import example, given, settings
from hypothesis import strategies as st

from digimaturity.exchange.contribution import Cell
from digimaturity.exchange.groups import EVERYBODY, groups_of
from digimaturity.exchange.suppression import publishable, totals

SIZES = ("0-9", "10-49", "50-249", "GE250")


def tables(*counts: int) -> st.SearchStrategy[dict[Cell, int]]:
    """Small tables: so many countries, sections and sizes, with empty cells and small ones."""
    countries, sections, sizes = counts
    cells = list(product("AB"[:countries], "CDE"[:sections], SIZES[-sizes:]))
    firms = st.one_of(st.just(0), st.integers(1, 4), st.integers(1, 30))
    return st.lists(firms, min_size=len(cells), max_size=len(cells)).map(
        lambda numbers: {cell: n for cell, n in zip(cells, numbers, strict=True) if n}
    )


def unknown(cells: Mapping[Cell, int], told: Mapping[Cell, int]) -> list[Cell]:
    """The cells of which an attacker does not read the number, though knowing which are empty."""
    return [cell for cell in cells if cell not in told]


def equations(hidden: Sequence[Cell], told: Mapping[Cell, int]) -> list[list[int]]:
    """For each published group: which of the hidden cells belong to it."""
    members = [set(groups_of(cell)) for cell in hidden]
    return [[int(group in own) for own in members] for group in told]


def kernel(rows: list[list[int]], width: int) -> list[list[Fraction]]:
    """A basis of all changes of the hidden cells that no published number shows (exact)."""
    matrix = [[Fraction(value) for value in row] for row in rows]
    pivots: list[int] = []
    for column in range(width):
        place = len(pivots)
        found = next((row for row in range(place, len(matrix)) if matrix[row][column]), None)
        if found is None:
            continue
        matrix[place], matrix[found] = matrix[found], matrix[place]
        pivot = matrix[place][column]
        matrix[place] = [value / pivot for value in matrix[place]]
        for row in range(len(matrix)):
            if row != place and (factor := matrix[row][column]):
                pairs = zip(matrix[row], matrix[place], strict=True)
                matrix[row] = [a - factor * b for a, b in pairs]
        pivots.append(column)
    basis = []
    for free in (column for column in range(width) if column not in pivots):
        vector = [Fraction(0)] * width
        vector[free] = Fraction(1)
        for row, column in enumerate(pivots):
            vector[column] = -matrix[row][free]
        basis.append(vector)
    return basis


def computable(hidden: list[Cell], told: Mapping[Cell, int]) -> Iterator[list[Cell]]:
    """Every set of hidden cells whose number of firms follows from what is published."""
    basis = kernel(equations(hidden, told), len(hidden))
    for chosen in product((False, True), repeat=len(hidden)):
        taken = [place for place, yes in enumerate(chosen) if yes]
        if taken and all(sum(vector[place] for place in taken) == 0 for vector in basis):
            yield [hidden[place] for place in taken]


@settings(max_examples=150)
@given(st.one_of(tables(1, 3, 3), tables(2, 2, 3), tables(2, 3, 2), tables(1, 2, 4)))
# A bridge: each row and column has two hidden cells, and yet one of them follows (2-D, by rows).
@example({("A", "C", "10-49"): 3, ("A", "C", "50-249"): 20, ("A", "D", "10-49"): 30})
@example({("A", "C", "GE250"): 1, ("A", "C", "10-49"): 30})
def test_no_set_of_cells_with_less_than_five_firms_can_be_computed(cells: dict[Cell, int]) -> None:
    result = publishable(cells)
    hidden = unknown(result.cells, result.groups)

    assert all(n >= 5 for n in result.groups.values())
    for group in computable(hidden, result.groups):
        assert sum(cells[cell] for cell in group) >= 5, group


@settings(max_examples=150)
@given(st.one_of(tables(2, 2, 2), tables(1, 3, 2), tables(1, 2, 3)))
def test_for_each_small_group_another_table_looks_the_same(cells: dict[Cell, int]) -> None:
    """Somebody who also knows that no number is negative learns no small number either."""
    result = publishable(cells)
    hidden = unknown(result.cells, result.groups)
    rows = equations(hidden, result.groups)
    changes = [
        change
        for change in product((-1, 0, 1), repeat=len(hidden))
        if all(cells[cell] + step >= 0 for cell, step in zip(hidden, change, strict=True))
        and not any(sum(a * b for a, b in zip(row, change, strict=True)) for row in rows)
    ]
    every = totals(result.cells)
    for group, n in every.items():
        if n < 5:
            members = [place for place, cell in enumerate(hidden) if group in groups_of(cell)]
            assert any(sum(change[place] for place in members) for change in changes), group


@given(tables(2, 3, 3))
def test_what_is_told_is_true_of_the_firms_that_are_not_left_out(cells: dict[Cell, int]) -> None:
    result = publishable(cells)
    every = totals(result.cells)

    assert result.groups == {group: every[group] for group in result.groups}
    assert result.left_out == sum(cells.values()) - sum(result.cells.values())
    if sum(n for n in cells.values() if n >= 5):
        assert EVERYBODY in result.groups


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    cells = dict.fromkeys(product("AB", "CD", SIZES), 5)
    result = publishable(cells)

    assert result.groups == totals(cells)
    assert result.left_out == 0


def test_a_small_cell_takes_few_others_with_it() -> None:
    cells: dict[Cell, int] = dict.fromkeys(product("AB", "CD", SIZES), 40)
    cells["A", "C", "10-49"] = 3
    result = publishable(cells)

    # Its own, and the cheapest seven that keep it from being a difference: one a direction.
    assert len(totals(cells)) - len(result.groups) == 8
    assert ("A", "C", "") in result.groups
    assert EVERYBODY in result.groups


def test_a_firm_that_only_hiding_the_whole_could_protect_is_left_out() -> None:
    cells: dict[Cell, int] = {("A", "C", "10-49"): 30, ("A", "D", "GE250"): 1}
    result = publishable(cells)

    assert result.left_out == 1
    assert result.groups[EVERYBODY] == 30


def test_four_firms_publish_nothing() -> None:
    assert publishable({("A", "C", "10-49"): 4}).groups == {}
    assert publishable({}).groups == {}
