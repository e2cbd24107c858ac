"""The log of a package's roadmap, line by line: each puts a sound item in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from digimaturity.domain.roadmap.book import SINGLE, Entry, Part
from digimaturity.errors import UserError
from digimaturity.exchange.refused import RefusedError
from digimaturity.services.client_package import checking as is_
from digimaturity.services.client_package import form
from digimaturity.services.client_package.checking import Check, record
from digimaturity.services.plan_checks import check
from digimaturity.services.plan_items import item_from_json
from digimaturity.store.records import PlanLine

_LINE: Mapping[str, Check] = {
    "part": is_.one_of([part.value for part in Part]),
    "key": is_.text(form.LONGEST_NAME),
    "old": is_.plain,
    "new": is_.plain,
    "at": is_.moment,
    "by": is_.text(form.LONGEST_NAME),
}


def roadmap_lines(stream: BinaryIO) -> Iterator[PlanLine]:
    """The lines of a log.

    Raises:
        RefusedError: ``not_json``, ``repeated_key``, ``keys``, ``value`` (no such item, or nothing
            that can be planned with), ``too_large``; each names the line.
    """
    standing: set[tuple[str, str]] = set()
    number = 0
    while content := stream.readline(form.LONGEST_ITEM + 1):
        number += 1
        where = f"{form.ROADMAP}, {number}"
        if len(content) > form.LONGEST_ITEM:
            raise RefusedError("too_large", part=where, limit=form.LONGEST_ITEM)
        line = roadmap_line(is_.document(content, where), where)
        place = line.part, line.key
        if line.new is None:
            standing.discard(place)
        else:
            standing.add(place)
        if number > form.MOST_ROADMAP or len(standing) > form.MOST_ITEMS:
            raise RefusedError("value", where=form.ROADMAP)
        yield line


def roadmap_line(given: Any, where: str) -> PlanLine:  # noqa: ANN401 - a stranger's JSON
    """One line; `where` says which one it is."""
    line = PlanLine(**record(given, _LINE, where))
    part = Part(line.part)
    if (part in SINGLE) != (not line.key):
        raise RefusedError("value", where=f"{where}: key")
    for name, value in (("old", line.old), ("new", line.new)):
        if not _can_stand(part, line.key, value):
            raise RefusedError("value", where=f"{where}: {name}")
    return line


def _can_stand(part: Part, key: str, value: Any) -> bool:  # noqa: ANN401 - as above
    try:
        item = item_from_json(part, value)
        return check(Entry(part, key, item)).item == item
    except (ValueError, RecursionError, UserError):
        return False
