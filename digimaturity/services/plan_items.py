"""Items of a roadmap as plain JSON, and back; whatever a file says, only good items come out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from digimaturity.domain.roadmap.book import SINGLE, TYPES, Entry, Item, Part, PlanBook
from digimaturity.store.records import Json

if TYPE_CHECKING:
    from digimaturity.store.records import PlanLine


def item_to_json(item: Item | None) -> Json:
    """An item as JSON holds it; None where there is none."""
    if item is None:
        return None
    import msgspec

    plain: Json = msgspec.to_builtins(item, str_keys=True)
    return plain


def item_from_json(part: Part, stored: Json) -> Item | None:
    """The inverse of `item_to_json`; a newer program's further fields are left out.

    Raises `ValueError` where it is no item of that part.
    """
    if stored is None:
        return None
    import msgspec

    try:
        item: Item = msgspec.convert(stored, TYPES[part], str_keys=True)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error
    return item


def entry_of(line: PlanLine) -> Entry:
    """What a line of the log says. Raises `ValueError` where it makes no sense."""
    part = Part(line.part)
    if (part in SINGLE) != (not line.key):
        raise ValueError(f"{part}: {line.key!r}")
    return Entry(part, line.key, item_from_json(part, line.new))


def book_from(lines: Iterable[PlanLine]) -> PlanBook:
    """The book after these lines; only the newest of each place is read."""
    newest: dict[tuple[str, str], PlanLine] = {}
    for line in lines:
        newest[line.part, line.key] = line
    parts: dict[Part, dict[str, Any]] = {part: {} for part in Part}
    for line in newest.values():
        if line.new is not None:
            entry = entry_of(line)
            parts[entry.part][entry.key] = entry.item
    contents: dict[str, Any] = {
        part.value: items[""] if part in SINGLE else items for part, items in parts.items() if items
    }
    return PlanBook(**contents)
