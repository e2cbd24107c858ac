"""However large a file is, reading it needs little memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from digimaturity.packs.eurostat import read_extract
from tests.packs.eurostat.forms import DATA, as_csv, as_json_stat, as_tsv, cell

#: Bytes of a file in the test; the program's own benchmark reads 200 MB.
SIZE = 1_500_000
#: Bytes that reading may need at the most, whatever the size.
MOST = 1_500_000


def csv_of(size: int) -> Iterator[bytes]:
    header, row = as_csv([cell("E_CC", 50.0)], "isoc_cicce_use").splitlines(keepends=True)
    yield header + row
    rows = b"".join(row.replace(b"E_CC", b"E_X%d" % number) for number in range(1000))
    for _ in range(size // len(rows) + 1):
        yield rows


def tsv_of(size: int) -> Iterator[bytes]:
    years = [cell("E_CC", 50.0, year=year) for year in range(2005, 2026)]
    header, row = as_tsv(years).splitlines(keepends=True)
    yield header + row
    rows = b"".join(row.replace(b"E_CC", b"E_X%d" % number) for number in range(1000))
    for _ in range(size // len(rows) + 1):
        yield rows


def json_of(size: int) -> Iterator[bytes]:
    """As many cells as fill the size, of which a thousandth is of use."""
    wide = size // 12_000 + 1
    small = as_json_stat([cell("E_CC", 50.0)], "isoc_cicce_use")
    regions = ",".join(f'"DX{number}":{number}' for number in range(wide))
    codes = ",".join(f'"E_X{number}":{number}' for number in range(1, 1000))
    text = small.decode().replace('"DE":0', regions).replace('"E_CC":0', f'"E_CC":0,{codes}')
    text = text.replace('"size":[1,1,1,1,1,1,1]', f'"size":[1,1,1,1000,1,{wide},1]')
    before, after = text.split('"0":50.0')
    yield f'{before}"0":50.0'.encode()
    for start in range(0, 1000 * wide, wide):
        yield "".join(f',"{index}":1.25' for index in range(start or 1, start + wide)).encode()
    yield after.encode()


MAKERS: dict[str, Callable[[int], Iterator[bytes]]] = {
    "csv": csv_of,
    "tsv": tsv_of,
    "json": json_of,
}


@pytest.mark.parametrize("form", sorted(MAKERS))
def test_a_large_file_is_read_in_little_memory(tmp_path: Path, form: str) -> None:
    path = tmp_path / form
    with path.open("wb") as file:
        file.writelines(MAKERS[form](SIZE))
    assert path.stat().st_size > SIZE
    read_extract(DATA / "isoc_e_dii.csv")  # what is only imported once does not count
    tracemalloc.start()
    try:
        found = read_extract(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found.rates
    assert peak < MOST, f"{peak:,} bytes"
