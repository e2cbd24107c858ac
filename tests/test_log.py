"""The log names faults, and nobody's data."""

import logging
import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError

from digimaturity import log
from digimaturity.errors import UserError


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    path = log.start_log(tmp_path / "log")
    assert path
    yield path
    log.stop_log()


def wrong(name: str) -> None:
    raise ValueError(f"{name} is no number")


def test_a_fault_is_logged_without_what_was_typed(file: Path) -> None:
    try:
        try:
            wrong("Hansen Möbel")
        except ValueError as error:
            raise RuntimeError("about Hansen Möbel") from error
    except RuntimeError as error:
        log.log_fault(error)

    text = file.read_text()
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "test_log.py" in text
    assert " wrong" in text
    assert "Hansen" not in text
    assert str(Path.home()) not in text


def faults_about(name: str) -> list[Exception]:
    return [
        KeyError(name),
        UserError("workspace.locked", path=name, reason=name),
        FileNotFoundError(2, name, name),
        sqlite3.IntegrityError(f"UNIQUE failed: {name}"),
        StatementError(name, f"INSERT {name}", {"name": name}, ValueError(name)),
        UnicodeDecodeError("utf-8", name.encode("utf-8", "replace"), 0, 1, name),
    ]


@given(st.text(), st.permutations(range(6)))
def test_whatever_a_client_is_called_the_trace_is_the_same(name: str, order: list[int]) -> None:
    def trace(of: str) -> str:
        chain = [faults_about(of)[place] for place in order]
        for error, cause in pairwise(chain):
            error.__cause__ = cause
        chain[0].add_note(of)
        return log.trace_of(chain[0]) + log.mark_of(chain[0])

    assert trace(name) == trace("")


def test_an_endless_recursion_and_a_ring_of_causes_are_told_briefly() -> None:
    def again() -> None:
        again()

    try:
        again()
    except RecursionError as error:
        error.__cause__ = error
        lines = log.trace_of(error).splitlines()
    assert len(lines) < 50
    assert "more" in "".join(lines)


def test_what_went_wrong_in_the_store_has_the_name_that_sqlite_has_for_it(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect(tmp_path / "Müller" / "x.db")
    assert log.trace_of(caught.value).splitlines()[0] == "OperationalError SQLITE_CANTOPEN"


def test_the_log_stays_small_and_starts_anew_without_doubling(file: Path) -> None:
    log.start_log(file.parent)
    logger = logging.getLogger("digimaturity")
    logger.warning("once")
    assert file.read_text().count("once") == 1
    for _ in range(300):
        logger.warning("x" * 10_000)
    sizes = [path.stat().st_size for path in file.parent.iterdir()]
    assert len(sizes) == 4
    assert sum(sizes) < 2_100_000


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    assert log.start_log(tmp_path / "log") is None
    log.log_fault(ValueError())
