"""What the invented sample company put down for its roadmap."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from digimaturity import paths
from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.services.plan_checks import check
from digimaturity.services.plan_items import item_from_json, item_to_json
from digimaturity.store.clock import now
from digimaturity.store.records import PlanLine

if TYPE_CHECKING:
    from digimaturity.store.repository import Repository


def read_entries(language: str) -> tuple[Entry, ...]:
    """Its entries, with texts in that language, or else in English."""
    content = (paths.resources_dir() / "sample" / "roadmap.json").read_bytes()
    return tuple(_entry(_said(one, language)) for one in json.loads(content))


def put_roadmap(stored: Repository, company: str, language: str) -> None:
    """Put it down within a transaction that does more, after the newest assessment has begun."""
    at = now()
    stored.plan_log.append(
        company,
        (
            PlanLine(entry.part, entry.key, None, item_to_json(entry.item), at)
            for entry in read_entries(language)
        ),
    )


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
