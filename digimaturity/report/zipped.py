"""Office files are zips; the same parts give the same bytes, whenever and wherever packed."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: What a zip can say of the day of an entry: from 1980, seven bits of years.
_FIRST, _LAST = date(1980, 1, 1), date(2107, 12, 31)
#: As if packed under Unix, read by all: else the entry would name the machine's system.
_UNIX, _MODE = 3, 0o644 << 16
#: How a zip that holds anything begins; a picture that merely ends like one is no zip.
_BEGINNING = b"PK\x03\x04"


def fixed(content: bytes, day: date) -> bytes:
    """The same zip with every entry dated `day`, in the same order, packed in one way.

    A day before 1980 or after 2107 becomes the nearest that a zip can say. Zips inside, such as the
    workbook behind a slide's chart, are fixed with it.

    Raises:
        zipfile.BadZipFile: if `content` is no zip.
    """
    day = min(max(day, _FIRST), _LAST)
    out = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(out, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if data.startswith(_BEGINNING):
                data = fixed(data, day)
            target.writestr(_entry(entry.filename, day), data, ZIP_DEFLATED, 6)
    return out.getvalue()


def _entry(name: str, day: date) -> ZipInfo:
    """An entry that says nothing of the machine it was made on."""
    entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    return entry
