"""A filled PDF: the values of its fields, taken from a stranger's file without trusting it."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC
from io import BytesIO
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING, Any

from digimaturity.exchange.parsing import parsed
from digimaturity.exchange.refused import RefusedError
from digimaturity.services.forms.document_reading import (
    LONGEST_TEXT,
    filled_at,
    identity_from,
    sound,
)
from digimaturity.services.forms.field_values import answers_of
from digimaturity.services.forms.fields import IDENTITY, field_called
from digimaturity.services.forms.identity import FORM_FORMAT
from digimaturity.services.forms.returned import Medium, Returned

if TYPE_CHECKING:
    from pypdf import PdfReader

#: A dictionary of the file.
Node = Mapping[str, Any]

#: What stands at the end of a whole file, in so many last bytes (ISO 32000-1, annex H.3.4.4).
_END, _LAST = b"%%EOF", 1024

#: The state of a box that is not ticked.
_OFF = "Off"

#: Bytes that a stream of the file may become; ours are a few thousand long.
_LONGEST_STREAM = 8_000_000
#: The same where it is packed in a way that is slow to unpack, and that no viewer chooses.
_LONGEST_SLOW_STREAM = 200_000
#: No stream is unpacked later than this: forms are read in less than one.
_SECONDS = 10
#: Steps from the top of the tree of fields, and how many there may be.
_DEEPEST, _MOST_FIELDS = 8, 20_000


def returned_from_pdf(content: bytes) -> Returned:
    """What the fields of a PDF say.

    Raises:
        RefusedError: ``damaged`` (no PDF that can be read), ``locked`` by a password, ``no_fields``
            (another PDF, or a form that was printed or scanned instead of saved), ``several`` forms
            in one file, ``forged``, ``newer``.
    """
    if _END not in content[-_LAST:]:
        raise RefusedError("damaged")  # pypdf would find what is left of it, and leave out the rest
    values, filled = _read(content)
    if not values.get(IDENTITY):
        raise RefusedError("no_fields")
    try:
        identity = identity_from(parsed(values[IDENTITY].encode(errors="replace")))
    except RefusedError as error:
        raise RefusedError("newer" if error.code == "newer" else "forged") from error
    found = {field: value for name, value in values.items() if (field := field_called(name))}
    when = filled_at(filled) if filled > identity.made else ""
    answers = answers_of(found, identity.language)
    return Returned(identity, when, sound(answers), Medium.PDF)


def _read(content: bytes) -> tuple[dict[str, str], str]:
    """The values of all fields that have one, by name; and when the file was saved."""
    import logging

    from pypdf import PdfReader, apply_configuration

    # It would tell of every oddity of a stranger's file, in that file's words.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with apply_configuration(
            zlib_maximum_output_length=_Patience(),
            zlib_maximum_recovery_input_length=0,
            lzw_maximum_output_length=_LONGEST_SLOW_STREAM,
            run_length_maximum_output_length=_LONGEST_SLOW_STREAM,
            array_based_stream_maximum_output_length=_LONGEST_STREAM,
        ):
            reader = PdfReader(BytesIO(content))
            locked = reader.is_encrypted
            values = {} if locked else _of_one_form(reader)
            saved = "" if locked else _saved(reader)
    except RefusedError:
        raise
    except Exception as error:  # a hostile file makes pypdf stumble in every way there is
        raise RefusedError("damaged") from error
    if locked:
        raise RefusedError("locked")
    return values, saved


class _Patience:
    """How long a stream may become, which pypdf asks for each: nothing once the time is over.

    Thousands of streams, each within its bounds, would go on for an hour and fill the memory.
    """

    def __init__(self) -> None:
        self._until = monotonic() + _SECONDS

    def __index__(self) -> int:
        if monotonic() > self._until:
            raise RefusedError("damaged")
        return _LONGEST_STREAM


def _of_one_form(reader: PdfReader) -> dict[str, str]:
    """The values of all fields by name; of whose fields they are, in the file's own words, too.

    Programs that join files give the fields of all of them the same names: what one person left
    empty would be read from another's form.
    """
    form = _got(_got(reader.trailer["/Root"]).get("/AcroForm"))
    listed, placed = _list(form.get("/Fields")), [*islice(_on_pages(reader), _MOST_FIELDS)]
    values, kept = dict(_values(listed or placed)), _kept(reader)
    whose = {
        value
        for name, node, kind in _fields([*listed, *placed])
        if field_called(name) is None and FORM_FORMAT in (value := _value(node, kind))
    }
    if len(whose | ({kept} if FORM_FORMAT in kept else set())) > 1:
        raise RefusedError("several")
    return {IDENTITY: kept, **values} if values else {}


def _values(nodes: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """Name and value of each field; of two with one name the first."""
    seen: set[str] = set()
    for name, node, kind in _fields(nodes):
        value = _value(node, kind)
        if value and name not in seen:
            seen.add(name)
            yield name, value


def _fields(nodes: Sequence[Any]) -> Iterator[tuple[str, Node, str]]:
    """Of these and those below them what has a name of its own, with its whole name and its type.

    The tree may be hostile: a node that was seen, or that lies too deep, is left out.
    """
    waiting = [(one, "", "", 0) for one in reversed(nodes)]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_FIELDS:
        given, above, kind, depth = waiting.pop()
        node = _object(given)
        if not isinstance(node, dict):  # the answer that was there is lost
            raise RefusedError("damaged")
        if id(node) in seen or depth > _DEEPEST:
            continue
        seen.add(id(node))
        part, kind = node.get("/T"), str(node.get("/FT", kind))
        name = above if part is None else ".".join(filter(None, (above, str(part))))
        if part is not None:
            yield name, node, kind
        kids = _list(node.get("/Kids"))
        if kids and "/T" in _got(kids[0]):  # others are the boxes of one field
            waiting += [(one, name, kind, depth + 1) for one in reversed(kids)]


def _on_pages(reader: PdfReader) -> Iterator[Node]:
    """The topmost nodes of what is on the pages: programs that copy pages leave the list behind."""
    for sheet in reader.pages:
        for one in _list(sheet.get("/Annots")):
            node, depth = _got(one), 0
            while "/Parent" in node and depth < _DEEPEST:
                node, depth = _got(node["/Parent"]), depth + 1
            yield node


def _value(node: Node, kind: str) -> str:
    """What is chosen or written in a field; empty where nothing is."""
    value = _object(node.get("/V"))
    if kind == "/Btn":
        name = value.removeprefix("/") if isinstance(value, str) else _OFF
        return name if name != _OFF else _shown(node)
    if hasattr(value, "get_data"):
        value = value.get_data()
        if len(value) > 2 * LONGEST_TEXT:  # bytes; the next ones would be as long
            raise RefusedError("damaged")
    if isinstance(value, bytes):
        return value.decode("utf-16" if value.startswith((b"\xfe\xff", b"\xff\xfe")) else "latin-1")
    return value if isinstance(value, str) else ""


def _shown(node: Node) -> str:
    """The box that is shown as ticked, where only that is said: what the person saw counts."""
    boxes = [node, *map(_got, _list(node.get("/Kids")))]
    states = [str(box["/AS"]).removeprefix("/") for box in boxes if "/AS" in box]
    return next((state for state in states if state != _OFF), "")


def _kept(reader: PdfReader) -> str:
    """The identity as the keywords say it again: some viewers save no hidden field."""
    info = reader.metadata
    with suppress(ValueError):
        return urlsafe_b64decode(str(info.get("/Keywords", "") if info else "")).decode()
    return ""


def _saved(reader: PdfReader) -> str:
    """When the file was changed after it had been made, as UTC; empty where it does not say."""
    with suppress(ValueError, AttributeError, TypeError, OverflowError):
        info = reader.metadata
        changed = info.modification_date if info else None
        if info and changed and changed != info.creation_date:
            utc = changed if changed.tzinfo else changed.replace(tzinfo=UTC)
            return utc.astimezone(UTC).isoformat(timespec="milliseconds")
    return ""


def _object(given: Any) -> Any:  # noqa: ANN401 - whatever a stranger's file holds
    return given.get_object() if hasattr(given, "get_object") else given


def _got(given: Any) -> Node:  # noqa: ANN401 - as above
    found = _object(given)
    return found if isinstance(found, dict) else {}


def _list(given: Any) -> list[Any]:  # noqa: ANN401 - as above
    found = _object(given)
    return found if isinstance(found, list) else []
