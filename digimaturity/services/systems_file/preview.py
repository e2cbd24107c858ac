"""What taking in a file of systems would change: nothing is changed by looking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from digimaturity.domain.roadmap.book import Entry, Part, PlanBook
from digimaturity.domain.roadmap.items import Exchange, Interface, System
from digimaturity.errors import UserError
from digimaturity.files import explained
from digimaturity.services.plan_book import new_key
from digimaturity.services.systems_file.interfaces import Named
from digimaturity.services.systems_file.limits import MOST_BYTES
from digimaturity.services.systems_file.reading import Found, SystemsFile, Unread, read_systems
from digimaturity.services.text import spelled


@dataclass(frozen=True, slots=True)
class Changed:
    """A system that is there and would be another one: by the names of the fields that differ."""

    name: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would bring: names of `new` systems, `changed` ones, how many are `equal`.

    `unread` is what could not be read or taken, by lines; `left_out` are heads that nobody knows;
    costs without a year count for `year` (None: there are none). `entries` are to be saved as one.
    Of `unsaid` interfaces nothing tells how the data go over; they count as automatic.
    """

    new: tuple[str, ...]
    changed: tuple[Changed, ...]
    equal: int
    unread: tuple[Unread, ...]
    left_out: tuple[str, ...]
    year: int | None
    entries: tuple[Entry, ...]
    unsaid: int = 0


def look_at(content: bytes, book: PlanBook, this_year: int) -> Preview:
    """What the content of a file would change. Raises `UserError` as `read_table` does."""
    known = _names(book)
    return held(read_systems(content, this_year, known), book)


def look_into(path: Path, book: PlanBook, this_year: int) -> Preview:
    """The same for a file.

    Raises:
        UserError: as `read_table`, ``systems.missing``, or what the system says; with the `path`.
    """
    if not path.is_file():
        raise UserError("systems.missing", path=path)
    with explained(path), path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)  # one more than may be there tells that there is more
    try:
        return look_at(content, book, this_year)
    except UserError as error:
        raise UserError(error.code, **{"path": path, **error.details}) from None


def held(file: SystemsFile, book: PlanBook) -> Preview:
    """The same for what was read already; systems are known by their names, however spelled.

    A cell that is empty changes nothing, a year that the file does not tell stays.
    """
    return _Holder(file, book).hold()


def _names(book: PlanBook) -> Mapping[str, str]:
    """Keys by spelled names; where two have one name, the first counts."""
    found: dict[str, str] = {}
    for key, system in book.systems.items():
        found.setdefault(spelled(system.name), key)
    return found


class _Holder:
    def __init__(self, file: SystemsFile, book: PlanBook) -> None:
        self._file, self._book = file, book
        self._keys = dict(_names(book))
        self._unread = list(file.unread)
        self._unsaid = 0

    def hold(self) -> Preview:
        counts = Counter(spelled(system.name) for system in self._book.systems.values())
        doubtful = {name for name, count in counts.items() if count > 1}
        new: list[str] = []
        for found in self._file.found:
            if spelled(found.name) not in self._keys:
                self._keys[spelled(found.name)] = new_key()
                new.append(found.name)
        changed: list[Changed] = []
        entries: list[Entry] = []
        for found in self._file.found:
            if spelled(found.name) in doubtful:
                self._unread.append(Unread(found.line, "doubtful", value=found.name))
                continue
            key = self._keys[spelled(found.name)]
            before = self._book.systems.get(key)
            after = self._after(key, before or System(found.name), found)
            if before is None:
                entries.append(Entry(Part.SYSTEM, key, after))
            elif after != before:
                entries.append(Entry(Part.SYSTEM, key, after))
                changed.append(Changed(before.name, _differing(before, after)))
        taken = len(self._file.found) - len(
            doubtful & {spelled(one.name) for one in self._file.found}
        )
        unread = tuple(sorted(self._unread, key=lambda one: one.line))
        return Preview(
            tuple(new),
            tuple(changed),
            taken - len(entries),
            unread,
            self._file.left_out,
            self._file.year,
            tuple(entries),
            self._unsaid,
        )

    def _after(self, key: str, before: System, found: Found) -> System:
        said: dict[str, Any] = dict(found.fields)
        if found.costs:
            costs = {**before.costs, **found.costs}
            said["costs"] = dict(sorted(costs.items()))
        after = replace(before, **said)
        if found.interfaces:
            interfaces = tuple(self._interfaces(key, before, found))
            after = replace(after, interfaces=interfaces) if interfaces else after
        return after

    def _interfaces(self, key: str, before: System, found: Found) -> list[Interface]:
        """Those of the file; what it does not tell of one stays as it was."""
        there = {one.to: one for one in reversed(before.interfaces)}
        made: list[Interface] = []
        for named in found.interfaces:
            to = self._keys.get(spelled(named.to), "")
            if not to or to == key:
                why = "interface" if not to else "itself"
                self._unread.append(Unread(found.line, why, value=named.to[:60]))
                continue
            one = _interface(named, to, there.get(to))
            if one not in made:
                made.append(one)
                self._unsaid += named.how is None and to not in there
        return made


def _interface(named: Named, to: str, before: Interface | None) -> Interface:
    how = named.how or (before.how if before else Exchange.AUTOMATIC)
    told = named.what if named.how else (before.what if before else "")
    return Interface(to, how, told or "")


def _differing(before: System, after: System) -> tuple[str, ...]:
    return tuple(
        one.name for one in fields(System) if getattr(before, one.name) != getattr(after, one.name)
    )
