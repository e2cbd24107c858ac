"""The log names faults, and nobody's data."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from digimaturity import log


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
