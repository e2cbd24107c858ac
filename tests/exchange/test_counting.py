"""Many contributions: what counts, what is refused, and that the rest goes on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity import paths
from digimaturity.domain.sample import LEAST, OVERALL, Figure
from digimaturity.errors import UserError
from digimaturity.exchange.contribution import LIMIT
from digimaturity.exchange.counting import NAMED, Counted, count
from digimaturity.exchange.gathering import Piece, pieces
from digimaturity.exchange.groups import EVERYBODY
from digimaturity.exchange.quantiles import distribution
from digimaturity.exchange.refused import Refusal, RefusedError
from digimaturity.i18n import Translator
from digimaturity.services.messages.refusals import refusal_sentence
from tests.exchange.make import SMALL, YEAR, contribution, source, written

CELL = ("DE", "C", "10-49")


def counted(*documents: object) -> Counted:
    return count(source(written(*documents)), SMALL, YEAR)


def test_equal_ones_count_once_and_contradicting_ones_not_at_all() -> None:
    result = counted(
        contribution(1, 10),
        contribution(2, 20),
        contribution(1, 10),
        contribution(3, 30),
        contribution(2, 21),
        contribution(2, 20),
    )
    assert result.accepted == 2
    assert result.firms == {CELL: 2}
    assert result.refused == {"duplicate": 1, "contradictory": 3}
    assert [(one.line, one.code) for one in result.refusals] == [
        (2, "contradictory"),
        (3, "duplicate"),
        (5, "contradictory"),
        (6, "contradictory"),
    ]


@given(st.permutations([contribution(1), contribution(1), contribution(2), contribution(2, 1)]))
def test_the_order_of_the_files_decides_nothing(documents: list[object]) -> None:
    result = counted(*documents)
    ((_, histograms),) = result.histograms([EVERYBODY], result.firms)
    assert result.firms == {CELL: 1}
    assert histograms[OVERALL] == [int(point == 50) for point in range(101)]


def test_a_file_that_changes_between_two_readings_contradicts_itself_no_less() -> None:
    """What comes to light in the second reading makes a third one."""
    first = written(contribution(1), contribution(1, 1), contribution(2))
    readings = iter([first, [*first, *written(contribution(2, 2))]])
    last = written(*(contribution(number) for number in (1, 2, 3)))

    def read() -> list[Piece]:
        return source(next(readings, last))()

    result = count(read, SMALL, YEAR)
    assert result.firms == {CELL: 1}
    assert result.refused == {"contradictory": 2}


def test_a_folder_is_read_file_by_file_and_bad_ones_are_named(tmp_path: Path) -> None:
    (good,), (other,) = written(contribution(1)), written(contribution(2))
    folder = tmp_path / "in"
    (folder / "deeper").mkdir(parents=True)
    (folder / "a.json").write_bytes(good)
    (folder / "b.jsonl").write_bytes(b"\n" + good + b"x" * (5 * LIMIT) + b"\n" + other + b"{")
    (folder / "c.json").write_bytes(good[:-20])
    (folder / "d.zip").write_bytes(b"PK\x03\x04" + bytes(1000))
    (folder / "e.json").write_bytes(b"PK\x03\x04" + bytes(1000))
    (folder / "f.jsonl").write_bytes(b"\x1f\x8b" + bytes(1000))
    (folder / "g.txt").write_text("hello")
    (folder / ".hidden").write_text("hello")
    os.mkfifo(folder / "h.json")
    (folder / "i.json").symlink_to("/dev/zero")
    (folder / "j.json").write_bytes(b" " * (10 * LIMIT))

    result = count(lambda: pieces([folder]), SMALL, YEAR)

    assert result.accepted == 2
    assert [(one.file, one.line, one.code) for one in result.refusals] == [
        ("b.jsonl", 2, "duplicate"),
        ("b.jsonl", 3, "too_large"),
        ("b.jsonl", 5, "not_json"),
        ("c.json", None, "not_json"),
        ("d.zip", None, "packed"),
        ("e.json", None, "packed"),
        ("f.jsonl", None, "packed"),
        ("g.txt", None, "kind"),
        ("h.json", None, "kind"),
        ("i.json", None, "kind"),
        ("j.json", None, "too_large"),
    ]


def test_a_folder_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", closed)  # whoever runs the tests may be allowed all
    (one,) = pieces([tmp_path])
    assert isinstance(one.content, RefusedError)
    assert (one.file, one.content.code) == (tmp_path.name, "unreadable")


def test_the_name_of_a_strangers_file_commands_no_terminal() -> None:
    told = refusal_sentence(
        Refusal("a\x1b[2J\u202e.json", 3, "not_json"), Translator.load("en", paths.resources_dir())
    )
    assert told.startswith("a\\x1b[2J\\u202e.json, line 3: ")


def test_what_is_named_but_not_there_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"peers\.missing"):
        list(pieces([tmp_path / "nowhere"]))


def test_of_endless_rubbish_only_the_number_is_kept() -> None:
    result = count(source([b"rubbish\n"] * (NAMED + 7)), SMALL, YEAR)
    assert result.refused == {"not_json": NAMED + 7}
    assert len(result.refusals) == NAMED


@given(st.lists(st.integers(0, 100), min_size=LEAST, max_size=300), st.integers(0, 10))
def test_quantiles_bound_the_place_of_every_score(values: list[int], unrated: int) -> None:
    """Told is never a lie: the percentile by mid-rank lies between the bounds that follow."""
    histogram = [values.count(point) for point in range(101)]
    told = distribution(OVERALL, histogram, len(values) + unrated)
    assert told is not None
    assert told.n == len(values) if not unrated else told.n % LEAST == 0 <= len(values) - told.n
    coarse = sorted(told.coarse(value) for value in values)
    for own in range(0, 101, 5):
        mine = told.coarse(own)
        below = sum(value < mine for value in coarse)
        ties = sum(value == mine for value in coarse)
        bounds = told.around(own)
        assert bounds.at_least <= 100 * (below + ties / 2) / len(values) <= bounds.at_most


@given(st.lists(st.integers(0, 100), min_size=LEAST, max_size=200))
def test_between_two_quantiles_are_five_firms_or_the_values_are_coarse(values: list[int]) -> None:
    histogram = [values.count(point) for point in range(101)]
    told = distribution((Figure.AREA, "a"), histogram, len(values))
    assert told is not None
    if told.step == 1:
        percents = [0, *told.quantiles, 100]
        steps = [b - a for a, b in pairwise(percents)]
        assert min(steps) * len(values) >= 100 * LEAST
    else:
        assert all(value % 5 == 0 for value in told.quantiles.values())
    assert distribution(OVERALL, [4] + [0] * 100, 9) is None
