"""JSON as a stream of events, so that a large file never has to be in memory as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from digimaturity.errors import UserError

#: What comes next in a document, as ijson tells it: ``("map_key", "label")``, ``("number", 1.5)``.
Event = tuple[str, Any]

#: Bytes that are read at once: their events are in memory together.
_CHUNK = 1 << 14
#: Bytes without any event, which is to say of one text.
_LONGEST = 1_000_000
_DEEPEST = 20
#: Values of one part that is taken as a whole, such as the codes of all dimensions.
_MOST = 200_000
#: Digits of a key that numbers a value.
_DIGITS = 18

_BOM = b"\xef\xbb\xbf"
_STARTS = ("start_map", "start_array")
_ENDS = ("end_map", "end_array")


def events_of(stream: BinaryIO, path: Path) -> Iterator[Event]:
    """What a document says, piece by piece.

    Raises:
        UserError: ``benchmark.json`` where it is none, ``benchmark.cut_off`` where it ends too
            early, ``benchmark.boundless`` for a text without end.
    """
    # Only large files of figures need it, which the start of the program must not wait for.
    import ijson

    events = ijson.sendable_list()
    parser = ijson.basic_parse_coro(events, use_float=True)
    start, silent = stream.read(len(_BOM)), 0
    data = stream.read(_CHUNK) if start == _BOM else start
    while data:
        try:
            parser.send(data)
        except (ijson.JSONError, ValueError) as error:
            raise UserError("benchmark.json", path=path) from error
        silent = 0 if events else silent + len(data)
        if silent > _LONGEST:
            raise UserError("benchmark.boundless", path=path)
        yield from events
        events.clear()
        data = stream.read(_CHUNK)
    try:
        parser.close()
    except ijson.JSONError as error:
        raise UserError("benchmark.cut_off", path=path, line=0) from error
    yield from events


def members(events: Iterator[Event], path: Path) -> Iterator[str]:
    """The keys of the whole document; after each, its value must be read by another function.

    Raises:
        UserError: ``benchmark.format`` where it is no object, ``benchmark.key_twice``, and those
            of `events_of`, also of what follows the object.
    """
    if next(events)[0] != "start_map":
        raise UserError("benchmark.format", path=path)
    yield from _keys(events, path)
    next(events, None)


def whole(events: Iterator[Event], path: Path) -> Any:  # noqa: ANN401 - it is whatever the file holds
    """The value that comes next, of a bounded size.

    Raises:
        UserError: ``benchmark.boundless`` beyond it, ``benchmark.key_twice``.
    """
    return _value(next(events), events, path, iter(range(_MOST)))


def passed(events: Iterator[Event], path: Path) -> Any:  # noqa: ANN401 - see `whole`
    """Pass over the series that comes next; what is no series is given back.

    Raises:
        UserError: ``benchmark.shape`` where there are lists or objects in it.
    """
    kind, scalar = next(events)
    if kind not in _STARTS:
        return scalar
    for kind, _ in events:
        if kind in _ENDS:
            return None
        if kind in _STARTS:
            break
    raise UserError("benchmark.shape", path=path)


def series(events: Iterator[Event], path: Path) -> Iterator[tuple[int, Any]]:
    """The scalars of the next value by number: of a list, or of an object with numbers as keys.

    Of anything else there are none.

    Raises:
        UserError: ``benchmark.shape`` where a key is no number, or a value no scalar.
    """
    kind, _ = next(events)
    if kind == "start_array":
        for number, (inner, scalar) in enumerate(events):
            if inner == "end_array":
                return
            if inner in _STARTS:
                break
            yield number, scalar
    elif kind == "start_map":
        for inner, key in events:
            if inner == "end_map":
                return
            inner, scalar = next(events)  # noqa: PLW2901 - each key has its value behind it
            if inner in _STARTS or not (key.isdecimal() and key.isascii() and len(key) <= _DIGITS):
                break
            yield int(key), scalar
    else:
        return
    raise UserError("benchmark.shape", path=path)


def _keys(events: Iterator[Event], path: Path) -> Iterator[str]:
    """The keys of an object that has begun, up to its end."""
    seen: set[str] = set()
    for kind, key in events:
        if kind == "end_map":
            return
        if key in seen:
            raise UserError("benchmark.key_twice", path=path, key=key[:40])
        seen.add(key)
        yield key


def _value(
    event: Event, events: Iterator[Event], path: Path, budget: Iterator[int], depth: int = 0
) -> Any:  # noqa: ANN401 - see `whole`
    """The value that begins with `event`; `budget` gives out as many numbers as there may be."""
    if next(budget, None) is None or depth > _DEEPEST:
        raise UserError("benchmark.boundless", path=path)
    kind, scalar = event
    if kind == "start_map":
        keys = _keys(events, path)
        return {key: _value(next(events), events, path, budget, depth + 1) for key in keys}
    if kind == "start_array":
        until = iter(lambda: next(events), ("end_array", None))
        return [_value(one, events, path, budget, depth + 1) for one in until]
    return scalar
