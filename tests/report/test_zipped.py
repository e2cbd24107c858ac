"""Zips that say nothing of when and where they were packed."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import pytest

from digimaturity.report.zipped import fixed

_PARTS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>" * 99, "a": b""}


def _packed(second: int, method: int, system: int, parts: dict[str, bytes]) -> bytes:
    """A zip as some machine at some time would pack it."""
    out = BytesIO()
    with ZipFile(out, "w") as target:
        for name, data in parts.items():
            entry = ZipInfo(name, (2020, 1, 1, 0, 0, second))
            entry.create_system = system
            target.writestr(entry, data, method)
    return out.getvalue()


def test_the_same_parts_are_the_same_bytes_in_their_order_and_unchanged() -> None:
    day = date(2026, 11, 3)
    one = fixed(_packed(2, ZIP_STORED, 0, _PARTS), day)
    assert one == fixed(_packed(4, ZIP_DEFLATED, 3, _PARTS), day)
    with ZipFile(BytesIO(one)) as read:
        assert {name: read.read(name) for name in read.namelist()} == _PARTS
        assert read.namelist() == list(_PARTS)
        assert {entry.date_time for entry in read.infolist()} == {(2026, 11, 3, 0, 0, 0)}


def test_a_zip_within_a_zip_is_fixed_too() -> None:
    one, other = (
        fixed(_packed(2, ZIP_STORED, 0, {"book.xlsx": _packed(s, ZIP_STORED, 0, _PARTS)}), date.max)
        for s in (2, 4)
    )
    assert one == other


@pytest.mark.parametrize(("day", "year"), [(date.min, 1980), (date.max, 2107)])
def test_any_day_can_be_written(day: date, year: int) -> None:
    with ZipFile(BytesIO(fixed(_packed(2, ZIP_STORED, 0, _PARTS), day))) as read:
        assert {entry.date_time[0] for entry in read.infolist()} == {year}


def test_what_is_no_zip_is_refused() -> None:
    with pytest.raises(BadZipFile):
        fixed(b"PK no", date(2026, 1, 1))
