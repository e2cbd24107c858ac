"""What the invented sample company put down for its roadmap, year by year."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from digimaturity import paths
from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.services.plan_checks import check
from digimaturity.services.plan_items import item_from_json, item_to_json
from digimaturity.store.records import PlanLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digimaturity.store.repository import Repository

#: What stands today was put down then, after the newest assessment had begun.
_TODAY = "2026-03-10"


def dated_entries(language: str) -> tuple[tuple[str, Entry], ...]:
    """What was put down on which day, oldest first, with texts in that language or in English."""
    return (*_read("years.json", language), *_read("roadmap.json", language))


def put_roadmap(stored: Repository, company: str, language: str) -> None:
    """Put all of it down within a transaction that does more, each line at its own time."""
    lines = dated_entries(language)
    stored.plan_log.append(company, (_line(day, entry) for day, entry in lines))


def _line(day: str, entry: Entry) -> PlanLine:
    at = f"{day}T10:00:00.000+00:00"
    return PlanLine(entry.part, entry.key, None, item_to_json(entry.item), at)


def _read(name: str, language: str) -> Iterator[tuple[str, Entry]]:
    """The entries of a file, each with the day on which it was put down."""
    content = (paths.resources_dir() / "sample" / name).read_bytes()
    for given in json.loads(content):
        day = given.get("at") or given["item"].get("agreed", _TODAY)
        yield day, _entry(_said(given, language))


def _entry(given: Any) -> Entry:  # noqa: ANN401 - JSON of our own
    part = Part(given["part"])
    return check(Entry(part, given["key"], item_from_json(part, given["item"])))


def _said(given: Any, language: str) -> Any:  # noqa: ANN401 - JSON of our own
    """The same with one language in the place of each text that is there in several."""
    match given:
        case {"en": english, "de": _}:
            return given.get(language, english)
        case dict():
            return {key: _said(value, language) for key, value in given.items()}
        case list():
            return [_said(value, language) for value in given]
    return given
